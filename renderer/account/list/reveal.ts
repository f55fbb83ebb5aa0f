// Secrets of lists in sight: one at a time in the whole window, for a short while, written straight into one element and wiped after.
// The text is in no React state. It must not: keep a text, or show one that nobody asked for just now.
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Problem } from '../../../app/bridge/contract';
import { call } from '../../ui/bridge';

/** The longest that a secret stays in sight. */
export const shownFor = 20_000;

/** Hides the last that was asked for: shown, on its way, or hidden already. */
let hideShown: (() => void) | null = null;

interface Toggle {
  shown: boolean;
  toggle: () => void;
}

/** The secrets that have a cell on the page now, by their reference. */
const toggles = new Map<string, Toggle>();

/** Lets the row's menu show and hide this secret, too. Returns what takes that back. */
export function offerToggle(ref: string, toggle: Toggle): () => void {
  toggles.set(ref, toggle);
  return () => {
    if (toggles.get(ref) === toggle) toggles.delete(ref);
  };
}

/** Whether this secret is in sight. */
export function isShown(ref: string): boolean {
  return toggles.get(ref)?.shown === true;
}

/** Shows a secret that is hidden, hides one that is shown. */
export function toggleSecret(ref: string): void {
  toggles.get(ref)?.toggle();
}

export interface Reveal {
  /** The element whose text is the secret while it is shown; nothing else may write into it. */
  place: RefObject<HTMLElement | null>;
  shown: boolean;
  problem: Problem | null;
  show: () => Promise<void>;
  hide: () => void;
}

/** Hidden again by `hide`, by another one that is shown, after 20 s, when the window is left, and when it goes out of sight. */
export function useReveal(ref: string): Reveal {
  const place = useRef<HTMLElement>(null);
  const [phase, setPhase] = useState<'hidden' | 'asked' | 'shown'>('hidden');
  const [problem, setProblem] = useState<Problem | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  // An answer that comes after it was hidden is for nobody.
  const attempt = useRef(0);

  const wipe = useCallback(() => {
    attempt.current += 1;
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
    if (place.current !== null) place.current.textContent = '';
  }, []);

  const hide = useCallback(() => {
    wipe();
    setPhase('hidden');
  }, [wipe]);

  const show = useCallback(async () => {
    hideShown?.();
    hideShown = hide;
    wipe();
    setProblem(null);
    setPhase('asked');
    const mine = attempt.current;
    const answer = await call('secret.reveal', { ref });
    if (mine !== attempt.current || place.current === null) return;
    if (!answer.ok) {
      setPhase('hidden');
      setProblem(answer.problem);
      return;
    }
    place.current.textContent = answer.value.text;
    setPhase('shown');
    timer.current = setTimeout(hide, shownFor);
  }, [ref, wipe, hide]);

  useEffect(() => {
    if (phase === 'hidden') return undefined;
    const onHidden = () => {
      if (document.visibilityState === 'hidden') hide();
    };
    const onScroll = () => {
      if (place.current !== null && !isInSight(place.current)) hide();
    };
    window.addEventListener('blur', hide);
    window.addEventListener('pagehide', hide);
    document.addEventListener('visibilitychange', onHidden);
    document.addEventListener('scroll', onScroll, { capture: true, passive: true });
    return () => {
      window.removeEventListener('blur', hide);
      window.removeEventListener('pagehide', hide);
      document.removeEventListener('visibilitychange', onHidden);
      document.removeEventListener('scroll', onScroll, { capture: true });
    };
  }, [phase, hide]);

  // In time to find the element: the ref is empty by the time that an effect is cleaned up.
  useLayoutEffect(() => wipe, [wipe]);

  return { place, shown: phase === 'shown', problem, show, hide };
}

/** Not scrolled out of the grid that it is in. */
function isInSight(element: HTMLElement): boolean {
  const frame = element.closest('[role="grid"]')?.getBoundingClientRect();
  if (frame === undefined) return true;
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > frame.top && top < frame.bottom;
}
