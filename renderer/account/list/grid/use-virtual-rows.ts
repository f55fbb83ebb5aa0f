// Which rows exist: those in view, some around them, and the one that has the keyboard. Requests their pages.
import { defaultRangeExtractor, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import type { Pages } from '../pages/pages';
import type { PagesView } from '../pages/pages-view';

/** A pause this long in scrolling (ms), and the pages in view are asked for: those that were scrolled past are not. */
const pauseMs = 120;
/** Rows this far beyond those in view are asked for with them, so that a slow scroll meets no gap. */
const ahead = 20;

interface VirtualRowsOptions {
  scroller: RefObject<HTMLDivElement | null>;
  pages: Pages;
  view: PagesView;
  rowHeight: number;
  /** The row that has the keyboard. */
  keep: number;
}

interface VirtualRows {
  virtual: Virtualizer<HTMLDivElement, Element>;
  scrollToRow: (row: number) => void;
}

/** The rows of a grid whose head is as high as a row, and stays in view. */
export function useVirtualRows({ scroller, pages, view, rowHeight, keep }: VirtualRowsOptions): VirtualRows {
  const virtual = useVirtualizer({
    count: view.count,
    getScrollElement: () => scroller.current,
    // What the first picture has room for, so that it has its rows.
    initialRect: { width: 0, height: 480 },
    estimateSize: () => rowHeight,
    overscan: 6,
    // The head stays in view above the rows.
    scrollMargin: rowHeight,
    scrollPaddingStart: rowHeight,
    // The row that has the keyboard stays, or the focus would be lost when it is scrolled away.
    rangeExtractor: (range) => {
      const rows = defaultRangeExtractor(range);
      return keep < 0 || rows.includes(keep) ? rows : [...rows, keep].sort((a, b) => a - b);
    },
  });
  const measured = useRef(rowHeight);
  useLayoutEffect(() => {
    if (measured.current === rowHeight) return;
    measured.current = rowHeight;
    virtual.measure();
  }, [virtual, rowHeight]);

  const { size } = view;
  const firstPage = Math.floor(Math.max(0, (virtual.range?.startIndex ?? 0) - ahead) / size);
  const lastPage = Math.floor(Math.min(Math.max(0, view.count - 1), (virtual.range?.endIndex ?? 0) + ahead) / size);
  useEffect(() => {
    const timer = setTimeout(() => pages.want(firstPage * size, lastPage * size), pauseMs);
    return () => clearTimeout(timer);
  }, [pages, firstPage, lastPage, size]);

  // Another question is read from its first row.
  const shown = useRef(pages);
  useLayoutEffect(() => {
    if (shown.current === pages) return;
    shown.current = pages;
    virtual.scrollToOffset(0);
  }, [pages, virtual]);

  const scrollToRow = useCallback((row: number) => virtual.scrollToIndex(row, { align: 'auto' }), [virtual]);
  return { virtual, scrollToRow };
}
