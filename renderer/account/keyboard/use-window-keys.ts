// Listens to the account window's shortcuts.
import { useEffect, useEffectEvent } from 'react';
import { type WindowKey, windowKeyOf } from './window-keys';

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input:not([type="checkbox"]), textarea, select');
}

/** Calls `act` for each shortcut, but not while a dialog is open: what is behind it waits. */
export function useWindowKeys(act: (key: WindowKey) => void): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || document.querySelector('[role="dialog"], [role="alertdialog"]') !== null) return;
    const key = windowKeyOf(event, isTyping(event.target));
    if (key === null) return;
    event.preventDefault();
    act(key);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}
