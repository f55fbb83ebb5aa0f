import { expect, it } from 'vitest';
import { takeRounds } from './take-rounds.mjs';

it('takes each round from another application on, and drops the figures of the first', async () => {
  const figures: Record<string, Record<string, number[]>> = { order: {} };
  let taken = 0;
  await takeRounds(
    ['a', 'b', 'c'],
    3,
    async (application) => {
      (figures['order'] ??= {})[application] = [...(figures['order']?.[application] ?? []), taken];
      taken += 1;
    },
    figures,
  );
  expect(figures['order']).toEqual({ a: [3, 8, 10], b: [4, 6, 11], c: [5, 7, 9] });
});
