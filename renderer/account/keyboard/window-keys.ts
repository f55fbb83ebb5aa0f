// What a key press does in the account window. Pure; fields keep what is typed in them.
import { isShortcut } from '../../ui/shortcut';

export type WindowKey = 'search' | 'refresh' | 'settings' | 'help' | { area: number };

export type PressedKey = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/**
 * What a key press does; null: nothing of the window's own. `isTyping`: the focus is in a field, where plain characters are
 * text. `area`: the position of an area in the sidebar, from 0.
 */
export function windowKeyOf(pressed: PressedKey, isTyping: boolean): WindowKey | null {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey } = pressed;
  if (altKey) return null;
  if (!ctrlKey && !metaKey) {
    if (isTyping) return null;
    if (key === '/') return 'search';
    return key === '?' ? 'help' : null;
  }
  if (key === ',') return 'settings';
  if (shiftKey) return null;
  if (isShortcut(pressed, 'f')) return 'search';
  if (isShortcut(pressed, 'r')) return 'refresh';
  const digit = /^Digit([1-9])$/.exec(code)?.[1];
  return digit === undefined ? null : { area: Number(digit) - 1 };
}
