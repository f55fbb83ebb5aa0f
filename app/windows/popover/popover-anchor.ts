import type { Point, Rect } from '../placement';

/**
 * What the popover is beside: the icon; on Linux, where the icon's bounds are not known, the pointer that has just clicked it.
 * `pointer` is in pixels of the screen. Null where neither is known.
 */
export async function popoverAnchor(where: {
  icon: Rect | null;
  pointer: () => Promise<Point | null>;
  scaleFactor: () => number;
}): Promise<Rect | null> {
  if (where.icon !== null) return where.icon;
  const pointer = await where.pointer();
  if (pointer === null) return null;
  const scale = where.scaleFactor();
  return { x: Math.round(pointer.x / scale), y: Math.round(pointer.y / scale), width: 1, height: 1 };
}
