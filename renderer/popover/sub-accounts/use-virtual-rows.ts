// Which rows of the list exist: those in view, and a few beyond.
import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { scrollerOf } from './use-top-within';
import type { Rows } from './use-rows';

interface VirtualRowsOptions {
  rows: Rows;
  /** In px. */
  rowHeight: number;
  /** The open row, and how much higher its details make it (px). */
  open: { id: number | null; height: number };
  /** From the top of what scrolls to the first row (px). */
  margin: number;
  section: RefObject<HTMLElement | null>;
  /** The indexes of the first and the last row that exist. */
  onView: (change: (known: readonly [number, number]) => readonly [number, number]) => void;
}

/** The rows that exist, and the height of the whole list (px). */
export function useVirtualRows(options: VirtualRowsOptions): { items: readonly VirtualItem[]; size: number } {
  const { rows, rowHeight, open, margin, section, onView } = options;
  const virtual = useVirtualizer({
    count: rows.count,
    getScrollElement: () => scrollerOf(section.current),
    // As much as a new window shows, so that its first frame has rows.
    initialRect: { width: 0, height: 280 },
    estimateSize: (index) => rowHeight + (open.id !== null && rows.at(index)?.id === open.id ? open.height : 0),
    overscan: 4,
    scrollMargin: margin,
    getItemKey: (index) => rows.at(index)?.id ?? `row ${index}`,
  });
  const sizes = `${rowHeight} ${open.id} ${open.height}`;
  const measured = useRef(sizes);
  useLayoutEffect(() => {
    if (measured.current !== sizes) {
      measured.current = sizes;
      virtual.measure();
    }
  }, [virtual, sizes]);

  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    onView((known) => (known[0] === first && known[1] === last ? known : [first, last]));
  }, [onView, first, last]);
  return { items, size: virtual.getTotalSize() };
}

/** Whether what the list is in has been scrolled. */
export function useIsScrolled(section: RefObject<HTMLElement | null>): boolean {
  const [isScrolled, setScrolled] = useState(false);
  useEffect(() => {
    const scroller = scrollerOf(section.current);
    if (scroller === null) return undefined;
    const onScroll = () => setScrolled(scroller.scrollTop > 0);
    scroller.addEventListener('scroll', onScroll, { passive: true });
    return () => scroller.removeEventListener('scroll', onScroll);
  }, [section]);
  return isScrolled;
}
