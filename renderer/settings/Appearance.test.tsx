// The rows of appearance and start that depend on the system.
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { settingsTexts as texts } from '../../app/texts/settings';
import { type FakeBridge, installFakeBridge } from '../ui/fake-bridge.fixture';
import { PopoverReadyRow, StartAtLoginRow, TrayIconRow } from './Appearance';
import { settingsStates } from './settings-states.fixture';

let bridge: FakeBridge;
beforeEach(() => {
  bridge = installFakeBridge();
});
afterEach(cleanup);

it('the panel that the icon is drawn for is a choice', async () => {
  render(<TrayIconRow settings={settingsStates.normal.settings} />);
  expect(screen.getByRole<HTMLInputElement>('radio', { name: texts.looks.automatic }).checked).toBe(true);
  await userEvent.click(screen.getByRole('radio', { name: texts.looks.darkPanel }));
  expect(bridge.inputsOf('settings.change')).toEqual([{ trayIcon: 'dark' }]);
});

it('a popover that is kept ready is a choice', async () => {
  render(<PopoverReadyRow settings={settingsStates.normal.settings} />);
  expect(screen.getByRole<HTMLInputElement>('radio', { name: texts.ready.automatic }).checked).toBe(true);
  await userEvent.click(screen.getByRole('radio', { name: texts.ready.never }));
  expect(bridge.inputsOf('settings.change')).toEqual([{ popoverReady: 'never' }]);
});

it('starting at login says where macOS waits for an approval, and only while it is on', () => {
  const { settings, platform } = settingsStates['mac-approval'];
  const { rerender } = render(<StartAtLoginRow settings={settings} platform={platform} />);
  expect(screen.getByText(texts.start.needsApproval)).toBeTruthy();
  rerender(<StartAtLoginRow settings={{ ...settings, startAtLogin: false }} platform={platform} />);
  expect(screen.queryByText(texts.start.needsApproval)).toBeNull();
});
