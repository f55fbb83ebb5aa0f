// Showing the new key for a moment: asked of main when it is wanted, written straight into one element, wiped at once after.
// The text is in no React state, so nothing keeps it that outlives the moment.
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Problem } from '../../app/bridge/contract';
import { call } from '../ui/bridge';

/** The longest that a key stays in sight. */
export const shownFor = 20_000;

export interface Reveal {
  /** The element whose text is the key while it is shown; nothing else may write into it. */
  place: RefObject<HTMLElement | null>;
  shown: boolean;
  /** When it is hidden by itself; null while hidden. */
  until: number | null;
  problem: Problem | null;
  show: () => Promise<void>;
  hide: () => void;
}

/** Hidden again by `hide`, after 20 s, when the window is left or covered, and when the screen goes. */
export function useReveal(): Reveal {
  const place = useRef<HTMLElement>(null);
  const [until, setUntil] = useState<number | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  // An answer that comes after the button was let go is for nobody.
  const attempt = useRef(0);

  const wipe = useCallback(() => {
    attempt.current += 1;
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
    if (place.current !== null) place.current.textContent = '';
  }, []);

  const hide = useCallback(() => {
    wipe();
    setUntil(null);
  }, [wipe]);

  const show = useCallback(async () => {
    wipe();
    setProblem(null);
    const mine = attempt.current;
    const answer = await call('rotation.reveal', undefined);
    if (mine !== attempt.current || place.current === null) return;
    if (!answer.ok) {
      setProblem(answer.problem);
      return;
    }
    place.current.textContent = answer.value.text;
    setUntil(Date.now() + shownFor);
    timer.current = setTimeout(hide, shownFor);
  }, [wipe, hide]);

  useEffect(() => {
    const onHidden = () => {
      if (document.visibilityState === 'hidden') hide();
    };
    window.addEventListener('blur', hide);
    window.addEventListener('pagehide', hide);
    document.addEventListener('visibilitychange', onHidden);
    return () => {
      window.removeEventListener('blur', hide);
      window.removeEventListener('pagehide', hide);
      document.removeEventListener('visibilitychange', onHidden);
    };
  }, [hide]);

  // In time to find the element: the ref is empty by the time that an effect is cleaned up.
  useLayoutEffect(() => wipe, [wipe]);

  return { place, shown: until !== null, until, problem, show, hide };
}
