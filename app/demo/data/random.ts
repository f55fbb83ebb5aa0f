// Seeded randomness for the demo: the same seed and stream always give the same numbers. It must not be used for
// anything secret, as its numbers can be predicted; the demo's keys are make-believe.

export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number between the two, both included. */
  whole(least: number, most: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly [T, ...T[]]): T;
  /** As many characters of the alphabet as requested. */
  text(alphabet: string, length: number): string;
}

/** A generator of its own for each named stream, so that one part of the demo that draws more does not shift another. */
export function seededRandom(seed: number, stream: string): Random {
  let state = hash(`${seed}/${stream}`);
  const next = (): number => {
    // mulberry32
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    whole,
    chance: (probability) => next() < probability,
    pick: (list) => list[whole(0, list.length - 1)] ?? list[0],
    text: (alphabet, length) => Array.from({ length }, () => alphabet.charAt(whole(0, alphabet.length - 1))).join(''),
  };
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value | 0;
}
