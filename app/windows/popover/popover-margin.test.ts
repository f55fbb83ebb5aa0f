import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placePopover } from '../placement';
import { marginOf, popoverSize, windowBounds, windowSize } from './popover-margin';

const coordinate = fc.integer({ min: -4000, max: 4000 });
const length = fc.integer({ min: 320, max: 4000 });
const margin = fc.integer({ min: 0, max: 40 });

describe('the margin of a window', () => {
  it('is there for a shadow alone', () => {
    expect((['system', 'line', 'shadow'] as const).map(marginOf)).toEqual([0, 0, 8]);
  });

  it('is the same at each edge, and the popover in the window keeps its size', () => {
    fc.assert(
      fc.property(coordinate, coordinate, length, length, margin, (x, y, width, height, wide) => {
        const window = windowBounds({ x, y, width, height }, wide);
        expect(windowSize({ width, height }, wide)).toEqual({ width: window.width, height: window.height });
        expect(popoverSize(window, wide)).toEqual({ width, height });
        const edges = [
          x - window.x,
          y - window.y,
          window.x + window.width - x - width,
          window.y + window.height - y - height,
        ];
        expect(edges).toEqual([wide, wide, wide, wide]);
      }),
    );
  });

  it('is within the work area wherever the icon is, and moves the popover only where it would not fit', () => {
    const wide = marginOf('shadow');
    fc.assert(
      fc.property(
        coordinate,
        coordinate,
        length,
        length,
        coordinate,
        coordinate,
        (x, y, width, height, iconX, iconY) => {
          const workArea = { x, y: y + 30, width, height: height - 30 };
          const where = {
            trayBounds: null,
            cursor: { x: iconX, y: iconY },
            displays: [{ bounds: { x, y, width, height }, workArea }],
            size: { width: 360, height: 560 },
          };
          const place = placePopover({ ...where, margin: wide });
          const window = windowBounds(place, wide);
          expect(window.x).toBeGreaterThanOrEqual(workArea.x);
          expect(window.y).toBeGreaterThanOrEqual(workArea.y);
          expect(window.x + window.width).toBeLessThanOrEqual(workArea.x + workArea.width);
          expect(window.y + window.height).toBeLessThanOrEqual(workArea.y + workArea.height);
          const fits = width >= 360 + 2 * wide && height - 30 >= 560 + 2 * wide;
          expect(place).toEqual(fits ? placePopover(where) : place);
        },
      ),
    );
  });
});
