// Recognises shortcuts such as Ctrl+C on every keyboard layout.
import type { KeyboardEvent as ReactKeyboardEvent } from 'react';

type Pressed = Pick<KeyboardEvent | ReactKeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/**
 * Whether Ctrl or Cmd is pressed with this letter (a to z). On a layout without Latin letters, `key` is another letter ("с" for the key of "C"
 * on a Russian layout), so the position of the key decides there, as it does for the system's own shortcuts. AltGr, which Windows reports as
 * Ctrl and Alt, types a character.
 */
export function isShortcut({ key, code, ctrlKey, metaKey, altKey }: Pressed, letter: string): boolean {
  if ((!ctrlKey && !metaKey) || altKey) return false;
  const isLatin = /^[a-z]$/i.test(key);
  return isLatin ? key.toLowerCase() === letter : code === `Key${letter.toUpperCase()}`;
}
