import { describe, expect, it } from 'vitest';
import { type PressedKey, windowKeyOf } from './window-keys';

const press = (key: string, more: Partial<PressedKey> = {}): PressedKey => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

describe('a key press in the account window', () => {
  it.each([
    ['/', press('/', { code: 'Slash' }), 'search'],
    ['?', press('?', { shiftKey: true, code: 'Slash' }), 'help'],
    ['Ctrl+F', press('f', { ctrlKey: true, code: 'KeyF' }), 'search'],
    ['Ctrl+F on a Russian layout', press('а', { ctrlKey: true, code: 'KeyF' }), 'search'],
    ['Cmd+R', press('r', { metaKey: true, code: 'KeyR' }), 'refresh'],
    ['Ctrl+comma', press(',', { ctrlKey: true, code: 'Comma' }), 'settings'],
    ['Ctrl+1', press('1', { ctrlKey: true, code: 'Digit1' }), { area: 0 }],
    ['Ctrl+9 on a French layout', press('ç', { ctrlKey: true, code: 'Digit9' }), { area: 8 }],
  ])('%s is understood', (_name, pressed, wanted) => {
    expect(windowKeyOf(pressed, false)).toEqual(wanted);
  });

  it('leaves plain characters to the field that they are typed in', () => {
    expect(windowKeyOf(press('/'), true)).toBeNull();
    expect(windowKeyOf(press('?', { shiftKey: true }), true)).toBeNull();
    expect(windowKeyOf(press('f', { ctrlKey: true, code: 'KeyF' }), true)).toBe('search');
  });

  it.each([
    ['AltGr types a character', press('f', { ctrlKey: true, altKey: true, code: 'KeyF' })],
    ['Ctrl+0 is the zoom', press('0', { ctrlKey: true, code: 'Digit0' })],
    ['Ctrl+Shift+R is not ours', press('R', { ctrlKey: true, shiftKey: true, code: 'KeyR' })],
    ['a letter alone is nothing', press('r', { code: 'KeyR' })],
  ])('%s', (_name, pressed) => {
    expect(windowKeyOf(pressed, false)).toBeNull();
  });
});
