// Where an element begins within what scrolls around it. Must not move anything.
import { type RefObject, useLayoutEffect, useState } from 'react';

/** The distance in pixels from the top of the scrolled content, kept right while what lies above changes its height. */
export function useTopWithin(scroller: HTMLElement | null, element: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const inner = element.current;
    if (scroller === null || inner === null) {
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
  }, [scroller, element]);
  return top;
}
