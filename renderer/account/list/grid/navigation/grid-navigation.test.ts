import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { moveCell } from './grid-navigation';

const size = { rows: 50_000, cols: 5, page: 12 };

test.each([
  ['ArrowDown', false, { row: 4, col: 2 }],
  ['ArrowUp', false, { row: 2, col: 2 }],
  ['ArrowRight', false, { row: 3, col: 3 }],
  ['ArrowLeft', false, { row: 3, col: 1 }],
  ['Home', false, { row: 3, col: 0 }],
  ['End', false, { row: 3, col: 4 }],
  ['Home', true, { row: 0, col: 0 }],
  ['End', true, { row: 49_999, col: 4 }],
  ['PageDown', false, { row: 15, col: 2 }],
  ['PageUp', false, { row: 0, col: 2 }],
])('%s with Ctrl %s', (key, ctrl, to) => {
  expect(moveCell({ row: 3, col: 2 }, key, ctrl, size)).toEqual(to);
});

test('the head is above the first row', () => {
  expect(moveCell({ row: 0, col: 1 }, 'ArrowUp', false, size)).toEqual({ row: -1, col: 1 });
  expect(moveCell({ row: -1, col: 1 }, 'ArrowDown', false, size)).toEqual({ row: 0, col: 1 });
});

test('a key that moves nothing leads nowhere', () => {
  expect(moveCell({ row: 0, col: 0 }, 'x', false, size)).toBeNull();
});

test('no key leads out of the grid, however few rows it has', () => {
  const keys = fc.constantFrom('ArrowDown', 'ArrowUp', 'ArrowRight', 'ArrowLeft', 'Home', 'End', 'PageDown', 'PageUp');
  fc.assert(
    fc.property(
      fc.nat(300),
      fc.integer({ min: 1, max: 12 }),
      fc.array(fc.tuple(keys, fc.boolean())),
      (rows, cols, steps) => {
        let place = { row: -1, col: 0 };
        for (const [key, ctrl] of steps) place = moveCell(place, key, ctrl, { rows, cols, page: 10 }) ?? place;
        expect(place.row).toBeGreaterThanOrEqual(-1);
        expect(place.row).toBeLessThan(Math.max(rows, 0) || 0.5);
        expect(place.col).toBeGreaterThanOrEqual(0);
        expect(place.col).toBeLessThan(cols);
      },
    ),
  );
});
