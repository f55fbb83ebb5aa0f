// The number of the popover's openings that start afresh.
import { useEffect, useRef, useState } from 'react';
import { listen } from '../ui/bridge';

/** What leaves a view scrolled, searched or opened somewhere, by hand or by assistive technology. */
const uses = ['click', 'keydown', 'input', 'scroll'] as const;

/**
 * A key for the view: it grows when the window was hidden, or a view was asked for, after the user did something in it. Another key
 * resets the view: scrolled to the top, the search empty, everything closed. A page that was only viewed keeps its
 * picture, so that the next opening has nothing to draw.
 */
export function useOpening(): number {
  const [opening, setOpening] = useState(0);
  const isUsed = useRef(false);
  useEffect(() => {
    const use = (event: Event) => {
      // Escape hides the window. What it closes or clears was opened or typed with something else.
      if (!(event instanceof KeyboardEvent && event.key === 'Escape')) isUsed.current = true;
    };
    const startAfresh = () => {
      if (isUsed.current) setOpening((count) => count + 1);
      isUsed.current = false;
    };
    for (const name of uses) window.addEventListener(name, use, { capture: true, passive: true });
    const stops = [listen('view', startAfresh), listen('hidden', startAfresh)];
    return () => {
      for (const name of uses) window.removeEventListener(name, use, { capture: true });
      for (const stop of stops) stop();
    };
  }, []);
  return opening;
}
