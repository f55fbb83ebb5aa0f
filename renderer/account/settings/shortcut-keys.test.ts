import { describe, expect, it } from 'vitest';
import { recordedShortcut, shownShortcut } from './shortcut-keys';

const press = (key: string, code: string, held = '') =>
  recordedShortcut({
    key,
    code,
    ctrlKey: held.includes('c'),
    altKey: held.includes('a'),
    shiftKey: held.includes('s'),
    metaKey: held.includes('m'),
  });

describe('a recorded shortcut', () => {
  it.each([
    ['n', 'KeyN', 'ca', 'Control+Alt+N'],
    ['N', 'KeyN', 'cs', 'Control+Shift+N'],
    // French: the key of Q on other layouts types a.
    ['a', 'KeyQ', 'c', 'Control+A'],
    // Russian: т is on the key of N.
    ['т', 'KeyN', 'm', 'Super+N'],
    // A Mac: Option changes the character.
    ['˜', 'KeyN', 'am', 'Alt+Super+N'],
    ['!', 'Digit1', 'cs', 'Control+Shift+1'],
    ['F9', 'F9', 'a', 'Alt+F9'],
    ['ArrowUp', 'ArrowUp', 'ca', 'Control+Alt+Up'],
    [' ', 'Space', 'm', 'Super+Space'],
  ])('is that of %j on %s with %s: %s', (key, code, held, accelerator) => {
    expect(press(key, code, held)).toEqual({ accelerator });
  });

  it('is not complete while only keys that are held are down', () => {
    for (const key of ['Control', 'Alt', 'AltGraph', 'Shift', 'Meta']) expect(press(key, '', 'c')).toBe('incomplete');
  });

  it('needs a key that keeps typing from opening NineTray', () => {
    expect(press('n', 'KeyN')).toBe('no-modifier');
    expect(press('N', 'KeyN', 's')).toBe('no-modifier');
  });

  it('ends with a key that every keyboard has', () => {
    expect(press('Enter', 'Enter', 'c')).toBe('unusable');
    expect(press('ß', 'Minus', 'c')).toBe('unusable');
    expect(press('F25', 'F25', 'c')).toBe('unusable');
  });
});

describe('a shortcut', () => {
  it('is written as the keyboard has it', () => {
    const names = { control: 'Strg' };
    expect(shownShortcut('Control+Alt+N', { os: 'linux', ...names })).toBe('Strg+Alt+N');
    expect(shownShortcut('Shift+Super+Left', { os: 'win32', ...names })).toBe('Shift+Win+←');
    expect(shownShortcut('Control+Alt+Shift+Super+N', { os: 'darwin', ...names })).toBe('⌃⌥⇧⌘N');
  });
});
