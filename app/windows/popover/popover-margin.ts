// The popover's own bounds and those of its window, which is larger where it has a transparent margin for a shadow. Pure.
import type { Rect, Size } from '../placement';
import type { PopoverEdge } from './popover-mode';

/** What the shadow takes at each edge of the window (px), as in renderer/popover/edge.css: the gap to the panel, at most. */
const SHADOW = 8;

/** How much larger than the popover its window is at each edge, in device-independent pixels. */
export function marginOf(edge: PopoverEdge): number {
  return edge === 'shadow' ? SHADOW : 0;
}

/** The window of a popover. */
export function windowBounds({ x, y, ...size }: Rect, margin: number): Rect {
  return { x: x - margin, y: y - margin, ...windowSize(size, margin) };
}

/** The size of the window of a popover. */
export function windowSize({ width, height }: Size, margin: number): Size {
  return { width: width + 2 * margin, height: height + 2 * margin };
}

/** The size of the popover in a window. */
export function popoverSize({ width, height }: Size, margin: number): Size {
  return { width: width - 2 * margin, height: height - 2 * margin };
}
