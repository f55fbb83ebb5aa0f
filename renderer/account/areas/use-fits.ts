// Whether something fits into its row on one line: measured again when the window or the text changes its size.
import { type RefObject, useLayoutEffect, useState } from 'react';

/** Whether `content`, which must not shrink or wrap, is at most as wide as `row`. */
export function useFits(row: RefObject<HTMLElement | null>, content: RefObject<HTMLElement | null>): boolean {
  const [fits, setFits] = useState(true);
  useLayoutEffect(() => {
    const [outer, inner] = [row.current, content.current];
    if (outer === null || inner === null) return undefined;
    const measure = () => setFits(inner.offsetWidth <= outer.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(outer);
    observer.observe(inner);
    return () => observer.disconnect();
  }, [row, content]);
  return fits;
}
