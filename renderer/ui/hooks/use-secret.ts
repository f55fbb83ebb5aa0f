// Showing a secret for a moment: requested from main when it is wanted, written straight into one element, wiped at
// once after. The one way for all windows. The text is in no React state, so nothing keeps it longer than that.
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Problem, Result } from '../../../app/model/problem';

/** The longest that a secret stays in sight (ms). */
export const shownFor = 20_000;

export interface SecretInSight {
  /** The element whose text is the secret while it is shown; nothing else may write into it. */
  place: RefObject<HTMLElement | null>;
  /** Asked for, or shown. */
  wanted: boolean;
  shown: boolean;
  /** When it is hidden automatically; null while hidden. */
  until: number | null;
  problem: Problem | null;
  show: () => Promise<void>;
  hide: () => void;
}

type Phase = { is: 'hidden' } | { is: 'asked' } | { is: 'shown'; until: number };
const hidden: Phase = { is: 'hidden' };

/** Hidden again by `hide`, after 20 s, when the window is left or covered, and when the screen goes. `read` asks main; it must be stable. */
export function useSecret(read: () => Promise<Result<{ text: string }>>): SecretInSight {
  const place = useRef<HTMLElement>(null);
  const [phase, setPhase] = useState<Phase>(hidden);
  const [problem, setProblem] = useState<Problem | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  // An answer that arrives after it was hidden is dropped.
  const attempt = useRef(0);

  const wipe = useCallback(() => {
    attempt.current += 1;
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
    if (place.current !== null) place.current.textContent = '';
  }, []);

  const hide = useCallback(() => {
    wipe();
    setPhase(hidden);
  }, [wipe]);

  const show = useCallback(async () => {
    wipe();
    setProblem(null);
    setPhase({ is: 'asked' });
    const mine = attempt.current;
    const answer = await read();
    if (mine !== attempt.current || place.current === null) return;
    if (!answer.ok) {
      setPhase(hidden);
      setProblem(answer.problem);
      return;
    }
    place.current.textContent = answer.value.text;
    setPhase({ is: 'shown', until: Date.now() + shownFor });
    timer.current = setTimeout(hide, shownFor);
  }, [read, wipe, hide]);

  const wanted = phase.is !== 'hidden';
  useEffect(() => {
    if (!wanted) return undefined;
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
  }, [wanted, hide]);

  // In time to find the element: the ref is empty by the time that an effect is cleaned up.
  useLayoutEffect(() => wipe, [wipe]);

  return {
    place,
    wanted,
    shown: phase.is === 'shown',
    until: phase.is === 'shown' ? phase.until : null,
    problem,
    show,
    hide,
  };
}
