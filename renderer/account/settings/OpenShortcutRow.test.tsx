import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { settingsTexts } from '../../../app/texts/settings';
import { settingsStates } from '../../settings/settings-states.fixture';
import { type FakeBridge, installFakeBridge } from '../../ui/fake-bridge.fixture';
import { OpenShortcutRow } from './OpenShortcutRow';

const texts = settingsTexts.shortcut;
let bridge: FakeBridge;
const user = userEvent.setup({ delay: null });
beforeEach(() => {
  bridge = installFakeBridge();
});
afterEach(cleanup);

function show(state: keyof typeof settingsStates) {
  const { settings, platform } = settingsStates[state];
  return render(<OpenShortcutRow settings={settings} platform={platform} />);
}
const record = () => user.click(screen.getByRole('button', { name: texts.recordName }));
const keys = (init: KeyboardEventInit) => fireEvent.keyDown(window, init);
const recordings = () => bridge.inputsOf('shortcut.record').map((input) => Object.values(input as object)[0]);
const isWaiting = () => screen.queryByRole('button', { name: texts.recording }) !== null;

it('a shortcut is recorded as it is pressed, while the present one does nothing', async () => {
  show('normal');
  await record();
  expect(recordings()).toEqual([true]);
  keys({ key: 'Control', code: 'ControlLeft', ctrlKey: true });
  keys({ key: 'n', code: 'KeyN', ctrlKey: true, altKey: true });
  expect(bridge.inputsOf('settings.change')).toEqual([{ openShortcut: 'Control+Alt+N' }]);
  expect([isWaiting(), recordings()]).toEqual([false, [true, false]]);
});

it('a key that types is not taken, and says why', async () => {
  show('normal');
  await record();
  keys({ key: 'n', code: 'KeyN' });
  expect(screen.getByRole('status').textContent).toBe(texts.noModifier);
  keys({ key: 'Enter', code: 'Enter', ctrlKey: true });
  expect(screen.getByRole('status').textContent).toBe(texts.unusable);
  expect([isWaiting(), bridge.inputsOf('settings.change')]).toEqual([true, []]);
});

it.each([
  ['Escape', () => keys({ key: 'Escape', code: 'Escape' })],
  ['another window', () => fireEvent.blur(window)],
  ['the end of the page’s row', cleanup],
])('recording ends without a shortcut at %s', async (_, end) => {
  show('shortcut');
  await record();
  end();
  expect([isWaiting(), recordings(), bridge.inputsOf('settings.change')]).toEqual([false, [true, false], []]);
});

it('the present shortcut is shown and can be removed', async () => {
  show('shortcut');
  expect(screen.getByText('Ctrl+Alt+N')).toBeTruthy();
  expect(screen.getByRole('status').textContent).toBe('');
  await user.click(screen.getByRole('button', { name: texts.removeName }));
  expect(bridge.inputsOf('settings.change')).toEqual([{ openShortcut: null }]);
});

it('a shortcut that does nothing says why', () => {
  show('shortcut-taken');
  expect(screen.getByRole('status').textContent).toBe(texts.taken({ keys: 'Ctrl+Alt+Shift+PageDown' }));
  cleanup();
  show('shortcut-not-allowed');
  expect(screen.getByRole('status').textContent).toBe(texts.notAllowed);
});
