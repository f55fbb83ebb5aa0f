// How far an element is scrolled and how high it is, told to listeners as it changes.
import type { ScrollView } from './row-geometry';

export interface ScrollPosition {
  view: () => ScrollView;
  subscribe: (listener: () => void) => () => void;
  /** Follows this element until the returned function is called. */
  follow: (element: HTMLElement) => () => void;
}

/** Before an element is followed it is not scrolled, and `height` px high. */
export function createScrollPosition(height: number): ScrollPosition {
  let view: ScrollView = { top: 0, height };
  const listeners = new Set<() => void>();
  return {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    follow(element) {
      function read(): void {
        // What is not laid out keeps the height that it had.
        const next = { top: element.scrollTop, height: element.clientHeight || view.height };
        if (next.top === view.top && next.height === view.height) return;
        view = next;
        for (const listener of listeners) listener();
      }
      read();
      element.addEventListener('scroll', read, { passive: true });
      const observer = new ResizeObserver(read);
      observer.observe(element);
      return () => {
        element.removeEventListener('scroll', read);
        observer.disconnect();
      };
    },
  };
}
