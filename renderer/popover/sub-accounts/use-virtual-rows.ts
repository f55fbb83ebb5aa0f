// Which rows of the list exist: those in view, and a few beyond.
import { useEffect, useMemo } from 'react';
import { useIsPainted } from '../../ui/hooks/use-is-painted';
import { heightOf, heightOfAll, type RowGeometry, rowIndexes, rowTop } from '../../ui/rows/row-geometry';
import type { ScrollPosition } from '../../ui/rows/scroll-position';
import { useRowsInView } from '../../ui/rows/use-rows-in-view';
import { type Rows, windowOf } from './use-rows';

/** Rows drawn above and below those in view, once these are drawn. */
const OVERSCAN = 4;

interface VirtualRowsOptions {
  rows: Rows;
  /** In px. */
  rowHeight: number;
  /** The open row, and how much higher its details make it (px). */
  open: { id: number | null; height: number };
  /** From the top of what scrolls to the first row (px). */
  margin: number;
  position: ScrollPosition;
  /** The windows of the first and the last row that exist. */
  onWindows: (change: (known: readonly [number, number]) => readonly [number, number]) => void;
}

/** A row that exists: where it is in the list's own space, and its height (px). */
export interface PlacedRow {
  index: number;
  top: number;
  height: number;
}

/** The rows that exist, and the height of the whole list (px). */
export function useVirtualRows(options: VirtualRowsOptions): { placed: readonly PlacedRow[]; height: number } {
  const { rows, rowHeight, open, margin, position, onWindows } = options;
  const { count } = rows;
  const openIndex = open.id === null ? null : rows.indexOf(open.id);
  const openHeight = open.height;
  const geometry = useMemo<RowGeometry>(() => {
    const taller = openIndex === null ? null : { index: openIndex, by: openHeight };
    return { count, rowHeight, margin, taller };
  }, [count, rowHeight, margin, openIndex, openHeight]);
  const inView = useRowsInView(position, geometry);
  const overscan = useIsPainted() ? OVERSCAN : 0;
  const first = Math.max(0, inView.first - overscan);
  const last = Math.min(count - 1, inView.last + overscan);
  const firstWindow = windowOf(first);
  const lastWindow = windowOf(Math.max(first, last));
  useEffect(() => {
    onWindows((known) => (known[0] === firstWindow && known[1] === lastWindow ? known : [firstWindow, lastWindow]));
  }, [onWindows, firstWindow, lastWindow]);
  const placed = rowIndexes(first, last, null).map((index) => {
    return { index, top: rowTop(geometry, index), height: heightOf(geometry, index) };
  });
  return { placed, height: heightOfAll(geometry) };
}
