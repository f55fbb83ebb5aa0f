// Shows one secret of several for a while: asked of main when it is wanted, written straight into one element, gone at once after.
// The text is in no React state, so nothing keeps it that outlives the moment.
import { type RefCallback, useCallback, useEffect, useRef, useState } from 'react';
import type { Problem } from '../../../app/bridge/contract';
import { call } from '../../ui/bridge';

/** The longest that a secret stays in sight (ms). */
const shownFor = 20_000;

export interface RevealOne {
  /** The reference of the secret that is shown. */
  shown: string | null;
  /** For the element of the shown one; nothing else may write into it. */
  place: RefCallback<HTMLElement>;
  problem: Problem | null;
  show: (ref: string) => Promise<void>;
  hide: () => void;
}

/** Hidden again by `hide`, by showing another, after 20 s, and when the window is left or covered. */
export function useRevealOne(): RevealOne {
  const [shown, setShown] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const text = useRef('');
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  // An answer that comes after another was asked for is for nobody.
  const attempt = useRef(0);

  const hide = useCallback(() => {
    attempt.current += 1;
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
    text.current = '';
    setShown(null);
  }, []);

  const show = useCallback(
    async (ref: string) => {
      hide();
      setProblem(null);
      const mine = attempt.current;
      const answer = await call('secret.reveal', { ref });
      if (mine !== attempt.current) return;
      if (!answer.ok) {
        setProblem(answer.problem);
        return;
      }
      text.current = answer.value.text;
      setShown(ref);
      timer.current = setTimeout(hide, shownFor);
    },
    [hide],
  );

  const place = useCallback((element: HTMLElement | null) => {
    if (element === null) return;
    element.textContent = text.current;
    text.current = '';
  }, []);

  useEffect(() => {
    const onHidden = () => {
      if (document.visibilityState === 'hidden') hide();
    };
    window.addEventListener('blur', hide);
    document.addEventListener('visibilitychange', onHidden);
    return () => {
      window.removeEventListener('blur', hide);
      document.removeEventListener('visibilitychange', onHidden);
      hide();
    };
  }, [hide]);

  return { shown, place, problem, show, hide };
}
