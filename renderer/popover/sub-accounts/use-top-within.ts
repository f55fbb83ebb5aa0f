// Where an element begins within what scrolls around it: the page's one <main>.
import { type RefObject, useLayoutEffect, useState } from 'react';

/** What scrolls around an element. */
export function scrollerOf(element: HTMLElement | null): HTMLElement | null {
  return element?.closest('main') ?? null;
}

/** The distance in pixels from the top of the scrolled content, kept right while what lies above changes its height. */
export function useTopWithin(element: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const inner = element.current;
    const scroller = scrollerOf(inner);
    if (inner === null || scroller === null) {
      return undefined;
    }
    const measure = () => {
      setTop(inner.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop);
    };
    measure();
    const observer = new ResizeObserver(measure);
    for (const part of scroller.children) {
      observer.observe(part);
    }
    return () => observer.disconnect();
  }, [element]);
  return top;
}
