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

/** Space between the popover and the icon, the panel and the edges of the screen. */
const gap = 8;

/** Space for the title bar and the borders of a window with a frame. */
const frame = { width: 8, height: 40 };

/**
 * The popover's place: at the screen edge where the icon is, centred on the icon. Without the icon's bounds (on Linux they are null or
 * all zero) at the cursor, which has just clicked it; where in the icon the click was makes no difference. Always whole within the work
 * area of that display, `gap` away from its edges where there is room, and smaller than asked where the work area is. `margin`, of at
 * most `gap`, stays free around it in any case: the popover's window is larger by it at each edge. Whole pixels.
 */
export function placePopover(where: {
  trayBounds: Rect | null;
  cursor: Point;
  displays: readonly DisplayArea[];
  size: Size;
  margin?: number;
}): Rect {
  const { cursor, displays, size, margin = 0 } = where;
  const icon = where.trayBounds;
  const anchor = icon !== null && icon.width > 0 && icon.height > 0 ? icon : { ...cursor, width: 0, height: 0 };
  const middle = { x: anchor.x + anchor.width / 2, y: anchor.y + anchor.height / 2 };
  const display = nearest(displays, middle);
  if (display === null) return whole({ ...cursor, ...size });
  const { bounds, workArea } = display;
  const width = Math.min(size.width, workArea.width - 2 * margin);
  const height = Math.min(size.height, workArea.height - 2 * margin);
  const beside = besideAnchor(anchor, middle, edgeOf(middle, bounds, workArea), { width, height });
  const gapX = Math.min(gap, (workArea.width - width) / 2);
  const gapY = Math.min(gap, (workArea.height - height) / 2);
  return whole({
    x: clamp(beside.x, workArea.x + gapX, workArea.x + workArea.width - width - gapX),
    y: clamp(beside.y, workArea.y + gapY, workArea.y + workArea.height - height - gapY),
    width,
    height,
  });
}

/** The displays, and where the pointer is. */
export interface Screen {
  cursor: Point;
  displays: readonly DisplayArea[];
}

/** The content size of a window with a frame that fits the work area of the cursor's display. Whole pixels. */
export function fittingSize(size: Size, where: Screen): Size {
  const display = nearest(where.displays, where.cursor);
  if (display === null) return size;
  const { width, height } = display.workArea;
  return {
    width: Math.floor(Math.min(size.width, width - frame.width)),
    height: Math.floor(Math.min(size.height, height - frame.height)),
  };
}

type Edge = 'top' | 'bottom' | 'left' | 'right';

/**
 * The edge of the display that a point is nearest to: of those whose panel it is in, or of all where it is in none. A corner counts to the
 * top or the bottom, where most panels are.
 */
function edgeOf(point: Point, bounds: Rect, workArea: Rect): Edge {
  const all = distances(point, bounds);
  const panels = new Map(distances(point, workArea));
  const inPanel = all.filter(([edge]) => (panels.get(edge) ?? 0) < 0);
  return (inPanel.length === 0 ? all : inPanel).reduce((best, next) => (next[1] < best[1] ? next : best))[0];
}

function distances(point: Point, { x, y, width, height }: Rect): [Edge, number][] {
  return [
    ['top', point.y - y],
    ['bottom', y + height - point.y],
    ['left', point.x - x],
    ['right', x + width - point.x],
  ];
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
