// The keyboard of the list: what is typed anywhere goes into the search field, arrows move between the switches, right and left open and close
// a row, and Esc empties the search.
import { type RefObject, useEffect, useEffectEvent } from 'react';
import { isShortcut } from '../../ui/shortcut';

export interface ListKeysOptions {
  section: RefObject<HTMLElement | null>;
  search: RefObject<HTMLInputElement | null>;
  isSearching: boolean;
  onClear: () => void;
}

/** Listens while the list is shown, and begins with the focus in the search field. */
export function useListKeys({ section, search, isSearching, onClear }: ListKeysOptions): void {
  useEffect(() => search.current?.focus({ preventScroll: true }), [search]);
  const onKeyDown = useEffectEvent((event: KeyboardEvent): void => {
    if (event.defaultPrevented) return;
    if (event.key === 'Escape' && isSearching) {
      event.preventDefault();
      onClear();
      search.current?.focus();
      return;
    }
    moveByArrows(event, section.current, search.current);
    if (isShortcut(event, 'f') || (event.key === '/' && (!isTyping(event.target) || isEmpty(event.target)))) {
      event.preventDefault();
      search.current?.focus();
      search.current?.select();
    } else if (isLetter(event) && !isTyping(event.target) && !isInMenu(event.target)) {
      // The letter goes to what has the focus now.
      search.current?.focus();
    }
  });
  useEffect(() => {
    // Once, so that Esc comes here before it comes to the window's own listener, which hides it.
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type !== 'checkbox';
}

/** No name begins with a slash: in an empty field it is still the shortcut. */
function isEmpty(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.value === '';
}

function isInMenu(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="menu"], [role="dialog"]') !== null;
}

/** Space presses what has the focus. */
function isLetter({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey;
}

/** Up and Down move from switch to switch, from the search field into the list and back. */
function moveByArrows(event: KeyboardEvent, section: HTMLElement | null, search: HTMLInputElement | null): void {
  if (section === null || !(event.target instanceof HTMLElement)) return;
  const isInSearch = event.target === search;
  const row = event.target.closest('li');
  if (!isInSearch && (event.key === 'ArrowRight' || event.key === 'ArrowLeft')) return open(row, event);
  const step = { ArrowDown: 1, ArrowUp: -1, Home: Number.NEGATIVE_INFINITY, End: Number.POSITIVE_INFINITY }[event.key];
  if (step === undefined || (isInSearch && step !== 1)) return;
  const switches = [...section.querySelectorAll<HTMLInputElement>('input[role="switch"]')];
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

/** Right opens the row's details, left closes them. */
function open(row: Element | null, event: KeyboardEvent): void {
  const button = row?.querySelector<HTMLElement>('button[aria-expanded]');
  const isOpen = button?.getAttribute('aria-expanded') === 'true';
  if (button === null || button === undefined || isOpen === (event.key === 'ArrowRight')) return;
  event.preventDefault();
  button.click();
}
