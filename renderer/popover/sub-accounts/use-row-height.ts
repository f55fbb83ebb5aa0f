// How high a row is, in pixels: it grows with the text size, and again where there is no room beside the name. Keep in
// step with SubAccountRow.module.css.
import { type RefObject, useLayoutEffect, useState } from 'react';

const wide = 2.5;
const narrow = 4.25;
/** Below this width (rem) a row has a line of its own for the amounts. */
const narrowBelow = 17;

/** The row height for the element's width. */
export function useRowHeight(element: RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(wide * 16);
  useLayoutEffect(() => {
    const section = element.current;
    if (section === null) {
      return undefined;
    }
    const measure = () => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
      const isNarrow = section.clientWidth > 0 && section.clientWidth < narrowBelow * rem;
      setHeight((isNarrow ? narrow : wide) * rem);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(section);
    return () => observer.disconnect();
  }, [element]);
  return height;
}
