// The keyboard of the list: arrows move between the switches, and Ctrl+F or "/" leads to the search field.
import { type RefObject, useEffect } from 'react';
import { isShortcut } from '../../ui/shortcut';

/** Listens while the list is shown. `startAtSearch`: the search field gets the focus at first. */
export function useListKeys(
  section: RefObject<HTMLElement | null>,
  search: RefObject<HTMLInputElement | null>,
  startAtSearch: boolean,
): void {
  useEffect(() => {
    if (startAtSearch) search.current?.focus();
    function onKeyDown(event: KeyboardEvent): void {
      const isTyping = event.target instanceof HTMLInputElement && event.target.type !== 'checkbox';
      const isFind = isShortcut(event, 'f');
      moveByArrows(event, section.current, search.current);
      if (isFind || (event.key === '/' && !isTyping)) {
        event.preventDefault();
        search.current?.focus();
        search.current?.select();
      }
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [section, search, startAtSearch]);
}

/** Up and Down move from switch to switch, from the search field into the list and back. */
function moveByArrows(event: KeyboardEvent, section: HTMLElement | null, search: HTMLInputElement | null): void {
  const step = { ArrowDown: 1, ArrowUp: -1, Home: Number.NEGATIVE_INFINITY, End: Number.POSITIVE_INFINITY }[event.key];
  if (section === null || step === undefined || !(event.target instanceof HTMLElement) || event.defaultPrevented) {
    return;
  }
  const isInSearch = event.target === search;
  if (isInSearch && step !== 1) {
    return;
  }
  const switches = [...section.querySelectorAll<HTMLInputElement>('input[role="switch"]')];
  const row = event.target.closest('li');
  const from = isInSearch ? -1 : switches.findIndex((each) => row?.contains(each));
  if (!isInSearch && from === -1) {
    return;
  }
  event.preventDefault();
  const to = Math.max(-1, Math.min(switches.length - 1, from + step));
  const target = to === -1 ? (Number.isFinite(step) ? search : switches[0]) : switches[to];
  target?.focus();
  target?.closest('li')?.scrollIntoView({ block: 'nearest' });
}
