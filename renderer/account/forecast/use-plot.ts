// Keeps a drawing up to date: drawn again when its size, the size of text, or the theme changes.
import { type RefObject, useEffect, useRef } from 'react';

/** The element that `draw` draws into; `draw` answers what removes it, and must be the same function while nothing changed. */
export function usePlot(draw: (element: HTMLElement) => () => void): RefObject<HTMLDivElement | null> {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    let size = '';
    let remove = () => {};
    const again = () => {
      remove();
      size = `${element.clientWidth} ${element.clientHeight}`;
      remove = draw(element);
    };
    const resized = new ResizeObserver(() => {
      if (size !== `${element.clientWidth} ${element.clientHeight}`) again();
    });
    const themed = new MutationObserver(again);
    const dark = matchMedia('(prefers-color-scheme: dark)');
    again();
    resized.observe(element);
    themed.observe(document.documentElement, { attributeFilter: ['data-theme', 'style', 'class'] });
    dark.addEventListener('change', again);
    return () => {
      resized.disconnect();
      themed.disconnect();
      dark.removeEventListener('change', again);
      remove();
    };
  }, [draw]);
  return ref;
}
