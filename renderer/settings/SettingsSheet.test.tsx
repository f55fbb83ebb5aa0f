// The popover's short sheet of settings: the key's state, the daily settings, and the links to the others.
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AppState } from '../../app/model/state/app-state';
import { settingsTexts as texts } from '../../app/texts/settings';
import { type FakeBridge, installFakeBridge } from '../ui/fake-bridge.fixture';
import { SettingsSheet } from './SettingsSheet';
import { settingsStates } from './settings-states.fixture';

let bridge: FakeBridge;
const user = userEvent.setup({ delay: null });
beforeEach(() => {
  bridge = installFakeBridge();
});
afterEach(cleanup);

function show(state: AppState) {
  const ways = {
    onClose: vi.fn<() => void>(),
    onKey: vi.fn<() => void>(),
    onAll: vi.fn<() => void>(),
    onQuit: vi.fn<() => void>(),
  };
  render(<SettingsSheet state={state} {...ways} />);
  return ways;
}
const press = (name: string) => user.click(screen.getByRole('button', { name }));

describe('the short sheet', () => {
  it('takes the focus to its heading and has its ways on', async () => {
    const ways = show(settingsStates.normal);
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: texts.title }));
    await press(texts.back);
    await press(texts.key.replace);
    await press(texts.all);
    await press(texts.quit);
    for (const way of Object.values(ways)) expect(way).toHaveBeenCalledOnce();
  });

  it('shows how the key stands', () => {
    show(settingsStates.normal);
    expect(screen.getByText(texts.key.statusLine.present)).toBeTruthy();
  });

  it('changes the daily settings', async () => {
    show(settingsStates.normal);
    await user.click(screen.getByRole('radio', { name: texts.looks.dark }));
    await user.click(screen.getByRole('switch', { name: texts.privacy.hideAmounts }));
    expect(bridge.inputsOf('settings.change')).toEqual([{ theme: 'dark' }, { hideAmounts: true }]);
  });

  it('leaves the demo', async () => {
    show(settingsStates.demo);
    await press(texts.key.leaveDemo);
    expect(bridge.inputsOf('demo.stop')).toHaveLength(1);
  });
});
