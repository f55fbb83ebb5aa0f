// How high a row is, in pixels: it grows with the text. Keep in step with --row in Grid.module.css.
import { type RefObject, useLayoutEffect, useState } from 'react';

/** The height of a row (rem). */
export const rowRem = 2.25;

/** The row height, measured again when the element's size changes (text that is made larger changes it). */
export function useRowHeight(element: RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(rowRem * 16);
  useLayoutEffect(() => {
    const ruler = element.current;
    if (ruler === null) return undefined;
    const measure = () => {
      const size = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
      setHeight(rowRem * size);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(ruler);
    return () => observer.disconnect();
  }, [element]);
  return height;
}
