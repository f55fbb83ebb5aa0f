import { expect, it } from 'vitest';
import { expectedDuration } from './waits.mjs';

const minutes = (kinds: ('bare' | 'kept' | 'ninetray' | 'peer')[], runs: number, warm: number, idle: number) =>
  expectedDuration(
    kinds.map((kind) => ({ kind })),
    { runs, warm, idle },
  ) / 60_000;

it('stays below 20 minutes for NineTray and another build of it', () => {
  expect(minutes(['bare', 'ninetray', 'ninetray', 'kept'], 7, 2, 1)).toBeLessThan(20);
});

it('adds up the waits of each application, round for round', () => {
  const idle = (rounds: number) => minutes(['bare', 'peer', 'ninetray'], 2, 1, rounds);
  expect(idle(3) - idle(2)).toBeCloseTo(idle(1) - idle(0));
  // Two minutes are counted of each, and NineTray's popover is destroyed after three.
  expect(minutes(['bare'], 1, 0, 1) - minutes(['bare'], 1, 0, 0)).toBeGreaterThan(2);
  expect(minutes(['ninetray'], 1, 0, 1) - minutes(['ninetray'], 1, 0, 0)).toBeGreaterThan(5);
});

it('counts no idle round and no further opening for a window that is kept ready', () => {
  expect(minutes(['kept'], 3, 9, 9)).toBe(minutes(['kept'], 3, 0, 0));
});
