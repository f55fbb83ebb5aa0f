// Sees when something has been painted, by reading the X server's picture from the file it keeps it in: no client of
// the display is slowed down by being watched.
import fs from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** Milliseconds since 1970, with fractions; the clock that the helpers in Python see as well. */
export const now = () => performance.timeOrigin + performance.now();

/** How much of what is drawn must have come for it to count as painted: all but what a spinner, or figures that got younger, change. */
const enough = 0.9;
/** How long after the first change the picture counts as settled (ms). */
const settled = 1200;

/**
 * The header of an X window dump.
 * @param {Buffer} dump
 * @returns {{ width: number, height: number, stride: number, start: number }} in bytes: of a row, and where the first begins
 */
export function parseDump(dump) {
  const word = (index) => dump.readUInt32BE(index * 4);
  if (word(1) !== 7 || word(11) !== 32) throw new Error('Not a dump of 32 bits per pixel.');
  return { width: word(4), height: word(5), stride: word(12), start: word(0) + word(19) * 12 };
}

/**
 * When the last picture was there, apart from details: of frames in order, the first after which all resemble the last one.
 * What counts is what was drawn where the screen changed since `before`; the background alone is an empty window.
 * @param {Buffer} before
 * @param {readonly { at: number, pixels: Buffer }[]} frames
 * @param {{ width: number, height: number, stride: number }} shape
 * @returns {{ at: number, width: number, height: number } | null} null when nothing changed
 */
export function painted(before, frames, shape) {
  const last = frames.at(-1);
  if (last === undefined) return null;
  const box = changedBox(before, last.pixels, shape);
  if (box === null) return null;
  const ink = drawn(last.pixels, box, shape);
  const hasCome = ({ pixels }) =>
    ink.filter((i) => pixels.readUInt32LE(i) === last.pixels.readUInt32LE(i)).length >= enough * ink.length;
  const missing = frames.findLastIndex((frame) => !hasCome(frame));
  const { at } = frames[missing + 1];
  return { at, width: box.right - box.left, height: box.bottom - box.top };
}

function changedBox(a, b, { width, height, stride }) {
  let box = null;
  for (let y = 0; y < height; y++) {
    const [from, to] = [y * stride, y * stride + width * 4];
    if (a.compare(b, from, to, from, to) === 0) continue;
    for (let x = 0; x < width; x++) {
      if (a.readUInt32LE(from + x * 4) === b.readUInt32LE(from + x * 4)) continue;
      box ??= { left: x, right: x + 1, top: y, bottom: y + 1 };
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x + 1);
      box.bottom = y + 1;
    }
  }
  return box;
}

/** Where the pixels of a box are that do not have its most common colour, or all where there is no other. */
function drawn(pixels, { left, right, top, bottom }, { stride }) {
  const places = [];
  for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) places.push(y * stride + x * 4);
  const counts = new Map();
  for (const i of places) {
    const colour = pixels.readUInt32LE(i);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const [ground] = [...counts].reduce((most, one) => (one[1] > most[1] ? one : most));
  const ink = places.filter((i) => pixels.readUInt32LE(i) !== ground);
  return ink.length > 0 ? ink : places;
}

/** @param {string} file where Xvfb keeps its picture */
export function openScreen(file) {
  const handle = fs.openSync(file, 'r');
  const header = Buffer.alloc(100);
  fs.readSync(handle, header, 0, header.length, 0);
  const shape = parseDump(header);
  const size = shape.stride * shape.height;
  const pixels = Buffer.alloc(size);

  function look() {
    fs.readSync(handle, pixels, 0, size, shape.start);
    return pixels;
  }

  return {
    /** The picture of this moment. */
    picture: () => Buffer.from(look()),
    /**
     * Does something that changes the screen, and watches until it has settled.
     * @param {() => Promise<number>} act answers when it really happened
     * @param {number} [limit] ms to wait for a first change
     * @returns {Promise<{ ms: number, width: number, height: number } | null>} ms from then to painted; null when nothing changed
     */
    async watch(act, limit = 5000) {
      const before = Buffer.from(look());
      const frames = [];
      let shown = before;
      const started = act();
      let end = now() + limit;
      while (now() < end) {
        const seenAt = now();
        if (look().compare(shown) !== 0) {
          if (frames.length === 0) end = now() + settled;
          shown = Buffer.from(pixels);
          frames.push({ at: seenAt, pixels: shown });
        }
        await wait(2);
      }
      const done = painted(before, frames, shape);
      return done === null ? null : { ...done, ms: done.at - (await started) };
    },
    close: () => fs.closeSync(handle),
  };
}
