// Pins a sub-account, and keeps the focus on its pin: the row moves between the list and the section of the pinned ones.
import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react';
import { ask } from '../../ui/bridge';

/** Returns what pins or unpins. `section` holds all rows; the focus goes to `search` where the row is no longer in view. */
export function usePin(
  section: RefObject<HTMLElement | null>,
  search: RefObject<HTMLInputElement | null>,
): (id: number, isPinned: boolean) => void {
  const moving = useRef<number | null>(null);
  useLayoutEffect(() => {
    const id = moving.current;
    if (id === null) return;
    const focused = document.activeElement;
    const pin = section.current?.querySelector<HTMLElement>(`[data-pin="${id}"]`);
    // Not moved yet.
    if (pin !== null && focused === pin) return;
    moving.current = null;
    if (focused === null || focused === document.body) (pin ?? search.current)?.focus({ preventScroll: true });
  });
  return useCallback((id, isPinned) => {
    moving.current = id;
    ask('subAccounts.pin', { id, pinned: isPinned });
  }, []);
}
