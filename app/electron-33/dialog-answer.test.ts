import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { dialogAnswer } from './dialog-answer';
import { chooseFile } from '../desktop/save-file.electron';
import { keyFileWords } from '../texts/account/save';
import { showMessage } from '../windows/message.electron';

/** Dialogs that are open, each with what answers it. */
const open = vi.hoisted((): ((answer: object) => void)[] => []);
vi.mock('electron', () => {
  const show = () => new Promise((resolve) => open.push(resolve));
  return { app: { getPath: () => '/home/anna' }, dialog: { showSaveDialog: show, showMessageBox: show } };
});

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it.each([
  ['a message box', () => showMessage({ message: 'Quit?' }), { response: 1 }, 1],
  [
    'a save dialog',
    () => chooseFile(null, keyFileWords()),
    { canceled: true, filePath: '' },
    { ok: true, value: null },
  ],
])('keeps the event loop turning while %s is open, and no longer', async (_what, ask, answer, result) => {
  const asked = ask();
  expect(vi.getTimerCount()).toBe(1);
  vi.advanceTimersByTime(60_000);
  expect(vi.getTimerCount()).toBe(1);
  open.pop()?.(answer);
  expect(await asked).toEqual(result);
  expect(vi.getTimerCount()).toBe(0);
});

it('stops the turning when the dialog cannot be shown', async () => {
  await expect(dialogAnswer(() => Promise.reject(new Error('no display')))).rejects.toThrow('no display');
  expect(vi.getTimerCount()).toBe(0);
});
