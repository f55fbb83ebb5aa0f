// The bytes under which keys can stand in a file: UTF-8, UTF-16 and base64. They are in one shared buffer, so that
// main can wipe them while a worker thread still runs.

export type Encoding = 'utf8' | 'utf16le' | 'utf16be' | 'base64';

export interface Pattern {
  /** Which key: its index in the list that was compiled. */
  key: number;
  encoding: Encoding;
  /** Where its bytes are in the shared buffer. */
  start: number;
  length: number;
}

export interface Patterns {
  list: readonly Pattern[];
  bytes: SharedArrayBuffer;
}

/** Shorter ones would be found everywhere. */
const SHORTEST = 4;
const ALIGNMENTS = [0, 1, 2];

/**
 * All patterns of the keys. Base64 has three for each key, one for each position within a group of three bytes, without
 * the characters that depend on what is around the key.
 */
export function compilePatterns(keys: readonly string[]): Patterns {
  const parts = keys.flatMap((key, index) =>
    encodings(key)
      .filter(({ bytes }) => bytes.length >= SHORTEST)
      .map(({ encoding, bytes }) => ({ key: index, encoding, bytes })),
  );
  const shared = new SharedArrayBuffer(parts.reduce((sum, { bytes }) => sum + bytes.length, 0));
  const target = new Uint8Array(shared);
  let start = 0;
  const list = parts.map(({ key, encoding, bytes }) => {
    const pattern = { key, encoding, start, length: bytes.length };
    target.set(bytes, start);
    bytes.fill(0);
    start += bytes.length;
    return pattern;
  });
  return { list, bytes: shared };
}

/** Overwrites the patterns' bytes, in every thread that has them. */
export function wipePatterns({ bytes }: Patterns): void {
  new Uint8Array(bytes).fill(0);
}

function encodings(key: string): { encoding: Encoding; bytes: Uint8Array }[] {
  // `alloc`, as `from` may use memory that Node shares with others.
  const utf8 = Buffer.alloc(Buffer.byteLength(key), key);
  const little = Buffer.alloc(key.length * 2, key, 'utf16le');
  const big = Buffer.alloc(key.length * 2, key, 'utf16le').swap16();
  return [
    { encoding: 'utf8', bytes: utf8 },
    { encoding: 'utf16le', bytes: little },
    { encoding: 'utf16be', bytes: big },
    ...ALIGNMENTS.map((shift) => ({ encoding: 'base64' as const, bytes: base64Core(utf8, shift) })),
  ];
}

function base64Core(key: Uint8Array, shift: number): Uint8Array {
  const padded = Buffer.alloc(shift + key.length);
  padded.set(key, shift);
  const first = Math.ceil((shift * 8) / 6);
  const end = Math.floor(((shift + key.length) * 8) / 6);
  return Buffer.alloc(end - first, padded.toString('base64').slice(first, end), 'latin1');
}
