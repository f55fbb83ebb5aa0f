// What the user presses as a global shortcut, and how one is written for them. Pure.
import { namedShortcutKeys, openShortcutPattern } from '../../../app/model/open-shortcut';

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>;

/** `incomplete`: only modifiers so far. `no-modifier`: none that keeps typing from opening NineTray. `unusable`: no key for shortcuts. */
export type Recorded = { accelerator: string } | 'incomplete' | 'no-modifier' | 'unusable';

/** The shortcut of a key press (app/model/open-shortcut.ts). */
export function recordedShortcut(pressed: Pressed): Recorded {
  if (/^(Control|Alt|AltGraph|Shift|Meta|OS|Super|Hyper|CapsLock|Fn.*)$/.test(pressed.key)) return 'incomplete';
  const key = keyOf(pressed);
  if (key === null) return 'unusable';
  const held = [
    pressed.ctrlKey && 'Control',
    pressed.altKey && 'Alt',
    pressed.shiftKey && 'Shift',
    pressed.metaKey && 'Super',
  ].filter((name) => name !== false);
  const accelerator = [...held, key].join('+');
  return openShortcutPattern.test(accelerator) ? { accelerator } : 'no-modifier';
}

/** By its letter where that is Latin, else by its place: Shift and Option change `key`, and other alphabets have other letters there. */
function keyOf({ key, code }: Pressed): string | null {
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  const [, plain] = /^(?:Key|Digit)([A-Z\d])$/.exec(code) ?? [];
  if (plain !== undefined) return plain;
  if (/^F([1-9]|1\d|2[0-4])$/.test(code)) return code;
  return namedShortcutKeys[code] ?? null;
}

/** How a keyboard writes the keys that are held; on a Mac they are signs. */
export interface KeyNames {
  os: 'linux' | 'darwin' | 'win32';
  /** The Control key, in this language. */
  control: string;
}

/** A shortcut as the user's keyboard has it: "Ctrl+Alt+N", "⌃⌥N". */
export function shownShortcut(accelerator: string, { os, control }: KeyNames): string {
  const names: Readonly<Record<string, string>> =
    os === 'darwin'
      ? { Control: '⌃', Alt: '⌥', Shift: '⇧', Super: '⌘' }
      : { Control: control, Super: os === 'win32' ? 'Win' : 'Super' };
  const arrows: Readonly<Record<string, string>> = { Up: '↑', Down: '↓', Left: '←', Right: '→' };
  const words = accelerator.split('+').map((name) => names[name] ?? arrows[name] ?? name);
  return words.join(os === 'darwin' ? '' : '+');
}
