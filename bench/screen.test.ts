// When a picture counts as painted: an empty window does not, and a spinner that turns does not count against it.
import { describe, expect, it } from 'vitest';
import { painted, parseDump } from './screen.mjs';

const width = 40;
const height = 30;
const shape = { width, height, stride: width * 4 + 8 };
const white = 0xffffff;
const black = 0x000000;
const desktop = 0x303030;

/** A screen with a window of 30 by 20 at 5, 5: `ink` lines of text, and one pixel that is never the same. */
function screen(window: { ink: number; spinner?: number } | null): Buffer {
  const pixels = Buffer.alloc(shape.stride * height);
  const set = (x: number, y: number, colour: number) => pixels.writeUInt32LE(colour, y * shape.stride + x * 4);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) set(x, y, desktop);
  if (window === null) return pixels;
  for (let y = 5; y < 25; y++) for (let x = 5; x < 35; x++) set(x, y, white);
  for (let line = 0; line < window.ink; line++) for (let x = 8; x < 32; x++) set(x, 7 + 3 * line, black);
  if (window.spinner !== undefined) set(33, 6, window.spinner);
  return pixels;
}

describe('painted', () => {
  const before = screen(null);

  it('is the first frame with all that is drawn, not the empty window before it', () => {
    const frames = [
      { at: 10, pixels: screen({ ink: 0 }) },
      { at: 20, pixels: screen({ ink: 3 }) },
      { at: 30, pixels: screen({ ink: 5 }) },
    ];
    expect(painted(before, frames, shape)).toEqual({ at: 30, width: 30, height: 20 });
  });

  it('does not wait for endless animations', () => {
    const frames = [
      { at: 10, pixels: screen({ ink: 0 }) },
      { at: 20, pixels: screen({ ink: 5, spinner: 1 }) },
      { at: 30, pixels: screen({ ink: 5, spinner: 2 }) },
      { at: 40, pixels: screen({ ink: 5, spinner: 3 }) },
    ];
    expect(painted(before, frames, shape)?.at).toBe(20);
  });

  it('counts from the last time that something was missing', () => {
    const frames = [
      { at: 10, pixels: screen({ ink: 5 }) },
      { at: 20, pixels: screen({ ink: 1 }) },
      { at: 30, pixels: screen({ ink: 5 }) },
    ];
    expect(painted(before, frames, shape)?.at).toBe(30);
  });

  it('is nothing where nothing changed', () => {
    expect(painted(before, [], shape)).toBeNull();
    expect(painted(before, [{ at: 10, pixels: screen(null) }], shape)).toBeNull();
  });
});

describe('an X window dump', () => {
  const header = (words: Record<number, number>) => {
    const dump = Buffer.alloc(100);
    for (const [index, word] of Object.entries(words)) dump.writeUInt32BE(word, Number(index) * 4);
    return dump;
  };

  it('begins after its header and its colour table', () => {
    expect(parseDump(header({ 0: 160, 1: 7, 4: 800, 5: 640, 11: 32, 12: 3200, 19: 256 }))).toEqual({
      width: 800,
      height: 640,
      stride: 3200,
      start: 160 + 256 * 12,
    });
  });

  it('is refused when its pixels are of another size', () => {
    expect(() => parseDump(header({ 0: 160, 1: 7, 11: 16 }))).toThrow('32 bits');
  });
});
