import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DisplayArea, fittingSize, placePopover, type Rect } from './placement';

const size = { width: 360, height: 560 };

/** A display with a panel of 40 pixels on one edge. */
function display(bounds: Rect, panel: 'top' | 'bottom' | 'left' | 'right'): DisplayArea {
  const { x, y, width, height } = bounds;
  const workAreas = {
    top: { x, y: y + 40, width, height: height - 40 },
    bottom: { x, y, width, height: height - 40 },
    left: { x: x + 40, y, width: width - 40, height },
    right: { x, y, width: width - 40, height },
  };
  return { bounds, workArea: workAreas[panel] };
}

const screen = { x: 0, y: 0, width: 1920, height: 1080 };

describe('placePopover', () => {
  it.each([
    ['top', { x: 1700, y: 10, width: 20, height: 20 }, { x: 1530, y: 48 }],
    ['bottom', { x: 1500, y: 1050, width: 20, height: 20 }, { x: 1330, y: 472 }],
    ['left', { x: 10, y: 900, width: 20, height: 20 }, { x: 48, y: 512 }],
    ['right', { x: 1890, y: 500, width: 20, height: 20 }, { x: 1512, y: 230 }],
  ] as const)('stands beside an icon in a panel at the %s', (panel, trayBounds, place) => {
    expect(placePopover({ trayBounds, cursor: { x: 0, y: 0 }, displays: [display(screen, panel)], size })).toEqual({
      ...place,
      ...size,
    });
  });

  it.each([null, { x: 0, y: 0, width: 0, height: 0 }])(
    'goes to the cursor when the icon is nowhere (%j)',
    (trayBounds) => {
      const place = placePopover({
        trayBounds,
        cursor: { x: 1600, y: 12 },
        displays: [display(screen, 'top')],
        size,
      });
      expect(place).toEqual({ x: 1420, y: 48, ...size });
    },
  );

  it.each([
    ['top', 1, 39],
    ['bottom', 1041, 1079],
  ] as const)('is at the edge at the %s, wherever in the icon the click was', (panel, first, last) => {
    const at = (y: number) =>
      placePopover({ trayBounds: null, cursor: { x: 1600, y }, displays: [display(screen, panel)], size });
    expect(at(first)).toEqual(at(last));
  });

  it('keeps its distance from the corner of the screen', () => {
    const corner = { trayBounds: null, cursor: { x: 1915, y: 12 }, displays: [display(screen, 'top')], size };
    expect(placePopover(corner)).toEqual({ x: 1552, y: 48, ...size });
  });

  it.each([
    ['1024 by 600', { x: 0, y: 0, width: 1024, height: 600 }, 552],
    ['640 by 480', { x: 0, y: 0, width: 640, height: 480 }, 440],
  ] as const)('is not taller than a small screen of %s', (_, small, height) => {
    const where = { trayBounds: null, cursor: { x: 600, y: 12 }, displays: [display(small, 'top')] };
    const place = placePopover({ ...where, size: { width: 360, height: 900 } });
    expect(place.y).toBe(40);
    expect(place.height).toBe(small.height - 40);
    expect(placePopover({ ...where, size: { width: 360, height } })).toMatchObject({ height });
  });

  it('uses the display the icon is on, also left of and above the first', () => {
    const second = display({ x: -1280, y: -200, width: 1280, height: 1024 }, 'bottom');
    const place = placePopover({
      trayBounds: { x: -60, y: 796, width: 20, height: 20 },
      cursor: { x: 900, y: 900 },
      displays: [display(screen, 'bottom'), second],
      size,
    });
    expect(place).toEqual({ x: -368, y: 216, ...size });
  });

  it('still answers without any display', () => {
    expect(placePopover({ trayBounds: null, cursor: { x: 5, y: 6 }, displays: [], size })).toEqual({
      x: 5,
      y: 6,
      ...size,
    });
  });

  const coordinate = fc.integer({ min: -4000, max: 4000 });
  const extent = fc.double({ min: 300, max: 4000, noNaN: true });
  const displays = fc.array(
    fc
      .tuple(coordinate, coordinate, extent, extent, fc.constantFrom('top', 'bottom', 'left', 'right'))
      // Scaled displays have work areas that are not whole pixels.
      .map(([x, y, width, height, panel]) => display({ x: x + 0.25, y: y + 0.5, width, height }, panel)),
    { minLength: 1, maxLength: 4 },
  );
  const trayBounds = fc.option(
    fc.record({
      x: coordinate,
      y: coordinate,
      width: fc.integer({ min: 0, max: 60 }),
      height: fc.integer({ min: 0, max: 60 }),
    }),
  );

  it('is always whole within the work area of one display, in whole pixels, and as large as fits', () => {
    fc.assert(
      fc.property(displays, trayBounds, fc.record({ x: coordinate, y: coordinate }), (all, icon, cursor) => {
        const place = placePopover({ trayBounds: icon, cursor, displays: all, size });
        expect(Object.values(place).every(Number.isInteger)).toBe(true);
        const holding = all.find(
          ({ workArea: area }) =>
            place.x >= area.x &&
            place.y >= area.y &&
            place.x + place.width <= area.x + area.width &&
            place.y + place.height <= area.y + area.height &&
            place.width >= Math.min(size.width, area.width) - 2 &&
            place.height >= Math.min(size.height, area.height) - 2,
        );
        expect(holding).toBeDefined();
      }),
    );
  });

  it('does not cover the icon where there is room beside it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('top', 'bottom', 'left', 'right'),
        fc.integer({ min: 0, max: 1000 }),
        (panel, along) => {
          const on = {
            top: { x: along, y: 8 },
            bottom: { x: along, y: 1048 },
            left: { x: 8, y: 50 + along * 0.9 },
            right: { x: 1888, y: 50 + along * 0.9 },
          }[panel];
          const icon = { ...on, width: 24, height: 24 };
          const place = placePopover({
            trayBounds: icon,
            cursor: { x: 0, y: 0 },
            displays: [display(screen, panel)],
            size,
          });
          const apart =
            place.x >= icon.x + 24 || place.y >= icon.y + 24 || place.x + 360 <= icon.x || place.y + 560 <= icon.y;
          expect(apart).toBe(true);
        },
      ),
    );
  });
});

describe('small and scaled displays', () => {
  const panels = ['top', 'bottom', 'left', 'right'] as const;
  /** The pixels of common displays: a 7-inch one, a netbook, laptops, 4K. */
  const pixels = fc.constantFrom([800, 480], [1024, 600], [1366, 768], [1920, 1080], [2560, 1600], [3840, 2160]);
  const scaled = fc
    .record({ size: pixels, scale: fc.constantFrom(1, 1.25, 1.5, 2, 3), panel: fc.constantFrom(...panels) })
    .map(({ size: [width = 0, height = 0], scale, panel }) =>
      // As Electron has them: in device-independent pixels, whole ones for the bounds.
      display({ x: 0, y: 0, width: Math.floor(width / scale), height: Math.floor(height / scale) }, panel),
    );
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const isWithin = (place: Rect, { x, y, width, height }: Rect) =>
    place.x >= x && place.y >= y && place.x + place.width <= x + width && place.y + place.height <= y + height;

  it('hold the whole popover with its shadow, wherever its icon is, and as large as they can', () => {
    fc.assert(
      fc.property(scaled, share, share, fc.constantFrom(0, 1, 8), (at, along, across, margin) => {
        const { bounds, workArea } = at;
        const cursor = { x: Math.floor(bounds.width * along), y: Math.floor(bounds.height * across) };
        const place = placePopover({ trayBounds: null, cursor, displays: [at], size, margin });
        const around = {
          x: place.x - margin,
          y: place.y - margin,
          width: place.width + 2 * margin,
          height: place.height + 2 * margin,
        };
        expect(isWithin(around, workArea)).toBe(true);
        expect(place.width).toBeGreaterThanOrEqual(Math.min(size.width, workArea.width - 2 * margin) - 1);
        expect(place.height).toBeGreaterThanOrEqual(Math.min(size.height, workArea.height - 2 * margin) - 1);
      }),
    );
  });

  it('hold a window with its title bar, at its size and at its least', () => {
    fc.assert(
      fc.property(scaled, fc.constantFrom({ width: 1080, height: 720 }, { width: 640, height: 480 }), (at, wanted) => {
        const fitting = fittingSize(wanted, { cursor: { x: 0, y: 0 }, displays: [at] });
        expect(fitting.width).toBe(Math.min(wanted.width, at.workArea.width - 8));
        expect(fitting.height).toBe(Math.min(wanted.height, at.workArea.height - 40));
        expect(fitting.height).toBeGreaterThan(0);
      }),
    );
  });
});

describe('fittingSize', () => {
  const small = display({ x: 0, y: 0, width: 640, height: 480 }, 'top');

  it('leaves room for the title bar and the borders on a small screen', () => {
    const wide = { width: 1080, height: 720 };
    expect(fittingSize(wide, { cursor: { x: 5, y: 5 }, displays: [small] })).toEqual({ width: 632, height: 400 });
    expect(fittingSize(size, { cursor: { x: 5, y: 5 }, displays: [small] })).toEqual({ width: 360, height: 400 });
  });

  it('is the size asked for where there is room, or no display is known', () => {
    expect(fittingSize(size, { cursor: { x: 5, y: 5 }, displays: [display(screen, 'top')] })).toEqual(size);
    expect(fittingSize(size, { cursor: { x: 5, y: 5 }, displays: [] })).toEqual(size);
  });
});
