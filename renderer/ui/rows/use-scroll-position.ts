// How far something is scrolled that is drawn together with its rows.
import { type RefObject, useLayoutEffect, useState } from 'react';
import { createScrollPosition, type ScrollPosition } from './scroll-position';

/** The position of what `scrollerOf` finds from the element. `firstHeight`: how high it is until it is drawn (px). */
export function useScrollPosition(
  element: RefObject<HTMLElement | null>,
  scrollerOf: (element: HTMLElement | null) => HTMLElement | null,
  firstHeight: number,
): ScrollPosition {
  const [position] = useState(() => createScrollPosition(firstHeight));
  useLayoutEffect(() => {
    const scroller = scrollerOf(element.current);
    return scroller === null ? undefined : position.follow(scroller);
  }, [position, element, scrollerOf]);
  return position;
}
