import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { roundedShape } from './rounded-shape';

it('cuts the corners of a window, the same at each', () => {
  const rows = roundedShape({ width: 20, height: 30 }, 4);
  expect(rows).toEqual([
    { x: 0, y: 4, width: 20, height: 22 },
    { x: 2, y: 0, width: 16, height: 1 },
    { x: 2, y: 29, width: 16, height: 1 },
    { x: 1, y: 1, width: 18, height: 1 },
    { x: 1, y: 28, width: 18, height: 1 },
    { x: 0, y: 2, width: 20, height: 1 },
    { x: 0, y: 27, width: 20, height: 1 },
    { x: 0, y: 3, width: 20, height: 1 },
    { x: 0, y: 26, width: 20, height: 1 },
  ]);
});

it('covers each row of any window exactly once, and nothing beyond it', () => {
  const length = fc.integer({ min: 1, max: 2000 });
  fc.assert(
    fc.property(length, length, fc.integer({ min: 0, max: 40 }), (width, height, radius) => {
      const rows = roundedShape({ width, height }, radius);
      expect(rows.reduce((sum, row) => sum + row.height, 0)).toBe(height);
      for (const row of rows) {
        expect(row.x).toBeGreaterThanOrEqual(0);
        expect(row.x + row.width).toBe(width - row.x);
        expect(row.y + row.height).toBeLessThanOrEqual(height);
      }
    }),
  );
});
