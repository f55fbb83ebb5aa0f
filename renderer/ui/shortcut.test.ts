import { describe, expect, it } from 'vitest';
import { isShortcut } from './shortcut';

const pressed = (
  key: string,
  code: string,
  modifiers: { ctrlKey?: boolean; metaKey?: boolean; altKey?: boolean } = {},
) => ({
  key,
  code,
  ctrlKey: true,
  metaKey: false,
  altKey: false,
  ...modifiers,
});

describe('a shortcut', () => {
  it.each([
    ['Latin', 'c', 'KeyC'],
    ['Latin with Caps Lock', 'C', 'KeyC'],
    ['Russian', '\u0441', 'KeyC'],
    ['Greek', '\u03c8', 'KeyC'],
    ['Dvorak', 'c', 'KeyI'],
  ])('is recognised on a keyboard that is %s', (_, key, code) => {
    expect(isShortcut(pressed(key, code), 'c')).toBe(true);
    expect(isShortcut(pressed(key, code, { ctrlKey: false, metaKey: true }), 'c')).toBe(true);
  });

  it('follows the letter, not the position, where the layout has Latin letters', () => {
    expect(isShortcut(pressed('j', 'KeyC'), 'c')).toBe(false);
  });

  it('is neither the letter alone nor a character that AltGr types', () => {
    expect(isShortcut(pressed('c', 'KeyC', { ctrlKey: false }), 'c')).toBe(false);
    expect(isShortcut(pressed('\u0107', 'KeyC', { altKey: true }), 'c')).toBe(false);
  });
});
