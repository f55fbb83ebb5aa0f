// How much higher the details make the open row of the list, in pixels: the list places its rows by it.
import { type RefObject, useLayoutEffect, useState } from 'react';

/** The height of the open row's details within `list`; a guess until they are drawn. `open`: the id of the open row. */
export function useDetailsHeight(list: RefObject<HTMLElement | null>, open: number | null): number {
  const [height, setHeight] = useState(120);
  useLayoutEffect(() => {
    const details = open === null ? null : list.current?.querySelector('li section');
    if (details === null || details === undefined) return undefined;
    const measure = () => {
      if (details.clientHeight > 0) setHeight(details.clientHeight);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(details);
    return () => observer.disconnect();
  }, [list, open]);
  return height;
}
