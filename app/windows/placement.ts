// Where the popover goes: beside the icon, whichever edge of whichever display the panel is on. Pure.
// All in device-independent pixels, as Electron gives them; scale factors are dealt with there.

export interface Point {
  x: number;
  y: number;
}

export interface Size {
  width: number;
  height: number;
}

export type Rect = Point & Size;

export interface DisplayArea {
  bounds: Rect;
  /** Without panels and docks. */
  workArea: Rect;
}

/** Air between the popover and what it stands beside. */
const gap = 8;

/**
 * The popover's place: beside the icon, centred on it, on the side towards the middle of its display. Without the icon's bounds (on
 * Linux they are null or all zero) beside the cursor, which has just clicked it. Always whole within the work area of that display, and
 * smaller than asked where the work area is. Whole pixels.
 */
export function placePopover(where: {
  trayBounds: Rect | null;
  cursor: Point;
  displays: readonly DisplayArea[];
  size: Size;
}): Rect {
  const { cursor, displays, size } = where;
  const icon = where.trayBounds;
  const anchor = icon !== null && icon.width > 0 && icon.height > 0 ? icon : { ...cursor, width: 0, height: 0 };
  const middle = { x: anchor.x + anchor.width / 2, y: anchor.y + anchor.height / 2 };
  const display = nearest(displays, middle);
  if (display === null) return whole({ ...cursor, ...size });
  const { bounds, workArea } = display;
  const width = Math.min(size.width, workArea.width);
  const height = Math.min(size.height, workArea.height);
  const beside = besideAnchor(anchor, middle, edgeOf(middle, bounds), { width, height });
  return whole({
    x: clamp(beside.x, workArea.x, workArea.x + workArea.width - width),
    y: clamp(beside.y, workArea.y, workArea.y + workArea.height - height),
    width,
    height,
  });
}

type Edge = 'top' | 'bottom' | 'left' | 'right';

/** The edge of the display that a point is nearest to; a corner counts to the top or the bottom, where most panels are. */
function edgeOf(point: Point, { x, y, width, height }: Rect): Edge {
  const distances: [Edge, number][] = [
    ['top', point.y - y],
    ['bottom', y + height - point.y],
    ['left', point.x - x],
    ['right', x + width - point.x],
  ];
  return distances.reduce((best, next) => (next[1] < best[1] ? next : best))[0];
}

function besideAnchor(anchor: Rect, middle: Point, edge: Edge, { width, height }: Size): Point {
  const centred = { x: middle.x - width / 2, y: middle.y - height / 2 };
  switch (edge) {
    case 'top':
      return { x: centred.x, y: anchor.y + anchor.height + gap };
    case 'bottom':
      return { x: centred.x, y: anchor.y - gap - height };
    case 'left':
      return { x: anchor.x + anchor.width + gap, y: centred.y };
    case 'right':
      return { x: anchor.x - gap - width, y: centred.y };
    default:
      return edge satisfies never;
  }
}

/** The display that holds a point, or the one that is least far from it. */
function nearest(displays: readonly DisplayArea[], point: Point): DisplayArea | null {
  let best: { display: DisplayArea; distance: number } | null = null;
  for (const display of displays) {
    const { x, y, width, height } = display.bounds;
    const distance = Math.hypot(
      Math.max(x - point.x, 0, point.x - (x + width)),
      Math.max(y - point.y, 0, point.y - (y + height)),
    );
    if (best === null || distance < best.distance) best = { display, distance };
  }
  return best === null ? null : best.display;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}

/** Whole pixels, never larger than what was given: rounding must not push an edge out of the work area. */
function whole({ x, y, width, height }: Rect): Rect {
  const left = Math.ceil(x);
  const top = Math.ceil(y);
  return { x: left, y: top, width: Math.floor(x + width) - left, height: Math.floor(y + height) - top };
}
