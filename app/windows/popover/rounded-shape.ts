// The outline of a window with rounded corners, where the system draws square ones. Pure.
import type { Rect, Size } from '../placement';

/** The rectangles (in device-independent pixels) that together are a window of this size with corners of this radius. */
export function roundedShape({ width, height }: Size, radius: number): Rect[] {
  const corner = Math.min(radius, Math.floor(width / 2), Math.floor(height / 2));
  const rows = Array.from({ length: corner }, (_, row): Rect[] => {
    const fromCenter = corner - row - 0.5;
    const inset = Math.round(corner - Math.sqrt(corner * corner - fromCenter * fromCenter));
    const line = { x: inset, width: width - 2 * inset, height: 1 };
    return [
      { ...line, y: row },
      { ...line, y: height - 1 - row },
    ];
  });
  return [{ x: 0, y: corner, width, height: height - 2 * corner }, ...rows.flat()];
}
