// Which rows of a long list are in view: drawn again only when these change, and before the next frame.
import { useSyncExternalStore } from 'react';
import { type RowGeometry, rowAt } from './row-geometry';
import type { ScrollPosition } from './scroll-position';

/** The first and the last row in view; the last is before the first where there are no rows. */
export function useRowsInView(position: ScrollPosition, geometry: RowGeometry): { first: number; last: number } {
  const first = useSyncExternalStore(position.subscribe, () => rowAt(geometry, position.view().top));
  const last = useSyncExternalStore(position.subscribe, () => {
    const { top, height } = position.view();
    return rowAt(geometry, top + height - 1);
  });
  return geometry.count === 0 ? { first: 0, last: -1 } : { first, last };
}
