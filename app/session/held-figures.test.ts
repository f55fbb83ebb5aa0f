import { expect, it } from 'vitest';
import { heldFigures } from './held-figures';

const figures = { answered: 4, gaveUp: 1, refusedWrites: 0, longestMilliseconds: 9000 };
const lastHold = { rotationId: 'r1', ...figures };
const holding = { reads: 3, since: 0 };

it('what waited is written down once nothing waits any more, and again only where it changed', () => {
  const heldBy = heldFigures();
  const current = { id: 'r1' };
  expect(heldBy({ holding, lastHold }, current)).toBe(null);
  expect(heldBy({ holding: null, lastHold }, current)).toEqual({ id: 'r1', figures });
  expect(heldBy({ holding: null, lastHold }, { ...current, held: figures })).toBe(null);
  const more = { ...lastHold, answered: 9 };
  expect(heldBy({ holding: null, lastHold: more }, { ...current, held: figures })).toEqual({
    id: 'r1',
    figures: { ...figures, answered: 9 },
  });
});

it('what is of another regeneration, or of none, is not', () => {
  const heldBy = heldFigures();
  expect(heldBy({ holding: null, lastHold }, { id: 'r2' })).toBe(null);
  expect(heldBy({ holding: null, lastHold }, null)).toBe(null);
  expect(heldBy({ holding: null, lastHold: null }, { id: 'r1' })).toBe(null);
});

it('what waited before NineTray was started again is added', () => {
  const before = { answered: 100, gaveUp: 0, refusedWrites: 2, longestMilliseconds: 19_000 };
  const heldBy = heldFigures();
  const current = { id: 'r1', held: before };
  expect(heldBy({ holding: null, lastHold }, current)?.figures).toEqual({
    answered: 104,
    gaveUp: 1,
    refusedWrites: 2,
    longestMilliseconds: 19_000,
  });
});
