// Looks for a key where none may be: in files, output, heaps, memory, arguments and environments; in clear or thinly
// disguised. It must not print the key that it found, only where and how it was written.
import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setImmediate as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { commandLine, tree } from '../../build/desktop/processes.mjs';

/** A piece of this length is a leak as well (characters). */
const piece = 16;
const step = 4;

/** How a key, or a piece of it, could be written by accident. */
function disguises(key: string): [name: string, bytes: Buffer][] {
  const found: [string, Buffer][] = [];
  for (let start = 0; start + piece - step <= key.length; start += step) {
    // Every piece of `piece` characters holds one of these whole.
    const text = key.slice(start, start + piece - step);
    const bytes = Buffer.from(text);
    const hex = bytes.toString('hex');
    found.push(
      ['in clear', bytes],
      ['reversed', Buffer.from(text.split('').toReversed().join(''))],
      ['in UTF-16', Buffer.from(text, 'utf16le')],
      ['in hex', Buffer.from(hex)],
      ['in upper-case hex', Buffer.from(hex.toUpperCase())],
      ['percent-encoded', Buffer.from(hex.toUpperCase().replaceAll(/../g, '%$&'))],
      // Base64 depends on where in a group of three the text begins; what depends on its neighbours is left out.
      ['in base64', Buffer.from(bytes.toString('base64').slice(0, -2))],
    );
  }
  return found;
}

/** The length of the shortest disguise, in bytes. */
const shortest = piece - step;

/** What is searched for, as the algorithm of Wu and Manber wants it. */
interface Needles {
  /** For each two bytes: how many bytes no disguise can end its first `shortest` in, after these. 0 where one may. */
  skip: Uint8Array;
  /** The disguises by the last two of their first `shortest` bytes. */
  byEnd: Map<number, { name: string; bytes: Buffer }[]>;
}

function needlesOf(keys: readonly string[]): Needles {
  const skip = new Uint8Array(65_536).fill(shortest - 1);
  const byEnd: Needles['byEnd'] = new Map();
  for (const [index, key] of keys.entries()) {
    for (const [name, bytes] of disguises(key)) {
      for (let at = 0; at <= shortest - 2; at += 1) {
        const pair = bytes.readUInt16LE(at);
        skip[pair] = Math.min(skip[pair] ?? 0, shortest - 2 - at);
      }
      const end = bytes.readUInt16LE(shortest - 2);
      byEnd.set(end, [...(byEnd.get(end) ?? []), { name: `key ${index + 1} ${name}`, bytes }]);
    }
  }
  return { skip, byEnd };
}

/** Where any of `keys` is in `bytes`: lines such as "the log: key 2 reversed". */
export function sightings(where: string, bytes: Buffer | string, keys: readonly string[]): string[] {
  const buffer = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
  const { skip, byEnd } = needlesOf(keys);
  const found = new Set<string>();
  // One pass for all of them: a window's memory is large, and a key has a hundred disguises.
  for (let at = shortest - 2; at < buffer.length - 1; ) {
    const pair = buffer.readUInt16LE(at);
    const free = skip[pair] ?? 0;
    at += Math.max(1, free);
    if (free > 0) continue;
    const start = at - 1 - (shortest - 2);
    for (const { name, bytes: wanted } of byEnd.get(pair) ?? [])
      if (wanted.equals(buffer.subarray(start, start + wanted.length))) found.add(`${where}: ${name}`);
  }
  return [...found];
}

/** The same for every file in a folder and below. One that was renamed meanwhile, as each written atomically is, is searched again. */
export function sightingsInFolder(folder: string, keys: readonly string[]): string[] {
  for (;;) {
    try {
      return files(folder).flatMap((file) => sightings(relative(folder, file), readFileSync(file), keys));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
  }
}

/** All ordinary files below a folder. */
export function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Everything that the page's JavaScript can still reach, in all its worlds, as V8 writes it down. */
export async function heapSnapshot(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  return chunks.join('');
}

/** Arguments and environment of every process that this one started, checked again and again until `stop`. */
export function watchProcesses() {
  const seen = new Set<string>();
  const look = () => {
    for (const pid of tree(process.pid)) {
      if (pid === process.pid) continue;
      for (const file of ['cmdline', 'environ']) {
        try {
          seen.add(`${file} ${readFileSync(`/proc/${pid}/${file}`, 'latin1').replaceAll('\0', '\n')}`);
        } catch {
          // It ended between the two checks.
        }
      }
    }
  };
  // A process of ours lives longer than this, and the search itself slows down what it searches.
  const timer = setInterval(look, 75);
  return {
    /** Ends the watch and returns everything that was seen. */
    stop(): string[] {
      clearInterval(timer);
      look();
      return [...seen];
    },
  };
}

/** All memory that a process can write to, piece by piece; only root may read it. */
function* memory(pid: number): Generator<Buffer> {
  const file = openSync(`/proc/${pid}/mem`, 'r');
  try {
    for (const line of readFileSync(`/proc/${pid}/maps`, 'utf8').split('\n')) {
      const [, from = '', to = ''] = /^(\w+)-(\w+) rw/.exec(line) ?? [];
      const end = Number.parseInt(to, 16);
      for (let at = Number.parseInt(from, 16); at < end; at += chunk) {
        // A piece of a key across the border of two chunks is found by its other half, or in the next search.
        const buffer = Buffer.alloc(Math.min(chunk, end - at));
        try {
          readSync(file, buffer, 0, buffer.length, at);
        } catch {
          continue; // Reserved, but nothing is there.
        }
        yield buffer;
      }
    }
  } finally {
    closeSync(file);
  }
}

const chunk = 8 * 1024 * 1024;

/** The processes that draw the windows of the application `pid`. */
export function windowProcesses(pid: number): number[] {
  return tree(pid).filter((each) => commandLine(each).includes('--type=renderer'));
}

/** The same for all memory of these processes, including freed memory. The system lets only root read it; without root, none. */
export async function sightingsInWindows(pid: number, keys: readonly string[]): Promise<string[]> {
  if (process.getuid?.() !== 0) return [];
  const found = new Set<string>();
  for (const each of windowProcesses(pid)) {
    for (const bytes of memory(each)) {
      for (const line of sightings('memory', bytes, keys)) found.add(line);
      // The search takes seconds; connections to this process must not time out meanwhile.
      await pause();
    }
  }
  return [...found];
}
