// Secrets that the account window shows (codes, passwords): one at a time in the whole window, only when the user asks
// for it, hidden again when it scrolls away.
import { useCallback, useEffect } from 'react';
import { call } from '../../ui/bridge';
import { type SecretInSight, useSecret } from '../../ui/hooks/use-secret';

/** Hides the last that was asked for: shown, on its way, or hidden already. */
let hideShown: (() => void) | null = null;

interface Toggle {
  shown: boolean;
  toggle: () => void;
}

/** The secrets that have a cell on the page now, by their reference. */
const toggles = new Map<string, Toggle>();

/** Lets the row's menu show and hide this secret, too. Returns what undoes that. */
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

/** One secret by its reference, with what useSecret says of it; also hidden by another one that is shown, and when it goes out of sight. */
export function useReveal(ref: string): SecretInSight {
  const read = useCallback(() => call('secret.reveal', { ref }), [ref]);
  const secret = useSecret(read);
  const { place, wanted, show: showIt, hide } = secret;

  const show = useCallback(() => {
    hideShown?.();
    hideShown = hide;
    return showIt();
  }, [showIt, hide]);

  useEffect(() => {
    if (!wanted) return undefined;
    const onScroll = () => {
      if (place.current !== null && !isInSight(place.current)) hide();
    };
    document.addEventListener('scroll', onScroll, { capture: true, passive: true });
    return () => document.removeEventListener('scroll', onScroll, { capture: true });
  }, [wanted, place, hide]);

  return { ...secret, show };
}

/** Not scrolled out of the grid that it is in. */
function isInSight(element: HTMLElement): boolean {
  const frame = element.closest('[role="grid"]')?.getBoundingClientRect();
  if (frame === undefined) return true;
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > frame.top && top < frame.bottom;
}
