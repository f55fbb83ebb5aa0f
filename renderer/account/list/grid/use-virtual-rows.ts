// Which rows exist: those in view, some around them, and the one that has the keyboard. Requests their pages.
import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { type RowGeometry, rowIndexes, scrollTopToShow } from '../../../ui/rows/row-geometry';
import { useRowsInView } from '../../../ui/rows/use-rows-in-view';
import { useScrollPosition } from '../../../ui/rows/use-scroll-position';
import type { Pages } from '../pages/pages';
import type { PagesView } from '../pages/pages-view';

/** What the first picture has room for, so that it has its rows (px). */
const firstHeight = 480;
/** Rows drawn above and below those in view. */
const overscan = 6;
/** A pause this long in scrolling (ms), and the pages in view are asked for: those that were scrolled past are not. */
const pauseMs = 120;
/** Rows this far beyond those in view are asked for with them, so that a slow scroll meets no gap. */
const ahead = 20;

const itself = (element: HTMLElement | null) => element;

interface VirtualRowsOptions {
  scroller: RefObject<HTMLDivElement | null>;
  pages: Pages;
  view: PagesView;
  rowHeight: number;
  /** The row that has the keyboard. */
  keep: number;
}

interface VirtualRows {
  /** The rows that exist, in order. */
  indexes: readonly number[];
  geometry: RowGeometry;
  scrollToRow: (row: number) => void;
}

/** The rows of a grid whose head is as high as a row, and stays in view. */
export function useVirtualRows({ scroller, pages, view, rowHeight, keep }: VirtualRowsOptions): VirtualRows {
  const { count, size } = view;
  const geometry = useMemo(() => ({ count, rowHeight, margin: rowHeight, taller: null }), [count, rowHeight]);
  const position = useScrollPosition(scroller, itself, firstHeight);
  const { first, last } = useRowsInView(position, geometry);

  const firstPage = Math.floor(Math.max(0, first - ahead) / size);
  const lastPage = Math.floor(Math.min(Math.max(0, count - 1), last + ahead) / size);
  useEffect(() => {
    const timer = setTimeout(() => pages.want(firstPage * size, lastPage * size), pauseMs);
    return () => clearTimeout(timer);
  }, [pages, firstPage, lastPage, size]);

  // Another question is read from its first row.
  const shown = useRef(pages);
  useLayoutEffect(() => {
    if (shown.current === pages) return;
    shown.current = pages;
    // Scrolling would lay out the rows before the rest of them is there.
    if (position.view().top !== 0) scroller.current?.scrollTo({ top: 0 });
  }, [pages, scroller, position]);

  const scrollToRow = useCallback(
    (row: number) => {
      const top = scrollTopToShow(geometry, row, position.view(), rowHeight);
      if (top !== null) scroller.current?.scrollTo({ top });
    },
    [geometry, position, rowHeight, scroller],
  );
  const from = Math.max(0, first - overscan);
  const to = Math.min(count - 1, last + overscan);
  // The row that has the keyboard stays, or the focus would be lost when it is scrolled away.
  const kept = keep < 0 ? null : keep;
  const indexes = useMemo(() => rowIndexes(from, to, kept), [from, to, kept]);
  return { indexes, geometry, scrollToRow };
}
