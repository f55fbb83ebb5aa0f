import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { heightOf, heightOfAll, type RowGeometry, rowAt, rowIndexes, rowTop, scrollTopToShow } from './row-geometry';

const plain: RowGeometry = { count: 50_000, rowHeight: 40, margin: 100, taller: null };
const open: RowGeometry = { ...plain, taller: { index: 3, by: 125 } };

describe('a row', () => {
  it('begins where the one before it ends, and the list ends with the last one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 10, max: 90, noNaN: true }),
        fc.option(fc.record({ index: fc.nat(60), by: fc.nat(300) })),
        (count, rowHeight, taller) => {
          const geometry = {
            count,
            rowHeight,
            margin: 0,
            taller: taller !== null && taller.index < count ? taller : null,
          };
          for (let index = 0; index < count; index += 1) {
            const end = rowTop(geometry, index) + heightOf(geometry, index);
            expect(index + 1 === count ? heightOfAll(geometry) : rowTop(geometry, index + 1)).toBeCloseTo(end, 6);
          }
        },
      ),
    );
  });

  it('is found anywhere between its top and its end', () => {
    for (const geometry of [plain, open]) {
      for (const index of [0, 2, 3, 4, 5, 49_999]) {
        const top = geometry.margin + rowTop(geometry, index);
        expect(rowAt(geometry, top)).toBe(index);
        expect(rowAt(geometry, top + heightOf(geometry, index) - 1)).toBe(index);
      }
    }
  });

  it('is the first above the list, and the last below it', () => {
    expect(rowAt(plain, 0)).toBe(0);
    expect(rowAt(plain, 99_999_999)).toBe(49_999);
  });
});

test('the rows in view are listed in order, with the one that is kept', () => {
  expect(rowIndexes(3, 5, null)).toEqual([3, 4, 5]);
  expect(rowIndexes(3, 5, 4)).toEqual([3, 4, 5]);
  expect(rowIndexes(3, 5, 0)).toEqual([0, 3, 4, 5]);
  expect(rowIndexes(3, 5, 9)).toEqual([3, 4, 5, 9]);
  expect(rowIndexes(0, -1, null)).toEqual([]);
});

describe('scrolling to a row', () => {
  const view = { top: 1000, height: 400 };

  it('does nothing where all of it is in view', () => {
    expect(scrollTopToShow(plain, 24, view, 40)).toBeNull();
    expect(scrollTopToShow(plain, 31, view, 40)).toBeNull();
  });

  it('brings it below what covers the top, or to the end', () => {
    expect(scrollTopToShow(plain, 22, view, 40)).toBe(940);
    expect(scrollTopToShow(plain, 32, view, 40)).toBe(1020);
    expect(scrollTopToShow(plain, 0, view, 40)).toBe(60);
    expect(scrollTopToShow({ ...plain, margin: 40 }, 0, view, 40)).toBe(0);
  });
});
