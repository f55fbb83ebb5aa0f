import { expect, it } from 'vitest';
import { type KeyInput, shortcutOf } from './shortcuts';

const press = (key: string, more: Partial<KeyInput> = {}): KeyInput => ({
  type: 'keyDown',
  key,
  code: '',
  control: true,
  meta: false,
  alt: false,
  shift: false,
  ...more,
});

it('zooms, closes the window, and quits where Ctrl+Q is the custom', () => {
  expect(shortcutOf(press('+'), 'linux')).toBe('zoom-in');
  expect(shortcutOf(press('=', { shift: true }), 'win32')).toBe('zoom-in');
  expect(shortcutOf(press('0', { control: false, meta: true }), 'darwin')).toBe('zoom-reset');
  expect(shortcutOf(press('End', { code: 'NumpadSubtract' }), 'linux')).toBe('zoom-out');
  expect(shortcutOf(press('w'), 'win32')).toBe('close');
  expect(shortcutOf(press('q'), 'linux')).toBe('quit');
  expect(shortcutOf(press('q'), 'win32')).toBeNull();
});

it('finds the letters on a Cyrillic layout, and follows the letter on a French one', () => {
  expect(shortcutOf(press('й', { code: 'KeyQ' }), 'linux')).toBe('quit');
  expect(shortcutOf(press('ц', { code: 'KeyW' }), 'linux')).toBe('close');
  expect(shortcutOf(press('a', { code: 'KeyQ' }), 'linux')).toBeNull();
});

it('leaves reload, developer tools and plain typing alone', () => {
  for (const key of ['r', 'R', 'i', 'I', 'c', 'v', 'a', 'F5']) expect(shortcutOf(press(key), 'linux')).toBeNull();
  expect(shortcutOf(press('q', { control: false }), 'linux')).toBeNull();
  expect(shortcutOf(press('q', { alt: true }), 'linux')).toBeNull();
  expect(shortcutOf(press('q', { type: 'keyUp' }), 'linux')).toBeNull();
  expect(shortcutOf(press('q', { control: false, meta: true }), 'darwin')).toBeNull();
});
