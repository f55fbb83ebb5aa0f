// The end of the first run: what it points at, and where its choices lead. That it comes after a first key is in e2e/first-run.
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readyTexts } from '../../app/texts/onboarding';
import { installFakeBridge } from '../ui/fake-bridge.fixture';
import { withKey } from './onboarding-states.fixture';
import { Ready } from './Ready';

afterEach(cleanup);

const user = userEvent.setup();

function show(platform: Partial<typeof withKey.platform> = {}) {
  const onDone = vi.fn<() => void>();
  const bridge = installFakeBridge();
  render(<Ready state={{ ...withKey, platform: { ...withKey.platform, ...platform } }} onDone={onDone} />);
  return { bridge, onDone };
}

describe('the end of the first run', () => {
  it.each(['linux', 'darwin', 'win32'] as const)('says where the icon is on %s', (os) => {
    show({ os });
    expect(screen.getByText(readyTexts.lives[os])).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
  });

  it('does not point at an icon that this desktop does not show', () => {
    show({ trayShown: false });
    expect(screen.getByText(readyTexts.noTray)).toBeTruthy();
    expect(screen.queryByText(readyTexts.lives.linux)).toBeNull();
  });

  it('starts NineTray at login where that is wanted', async () => {
    const { bridge, onDone } = show();
    await user.click(screen.getByRole('switch', { name: readyTexts.atLogin }));
    expect(bridge.inputsOf('settings.change')).toEqual([{ startAtLogin: true }]);
    expect(onDone).not.toHaveBeenCalled();
  });

  it.each([readyTexts.done, new RegExp(readyTexts.pin)])('%s leads to the balances', async (name) => {
    const { onDone } = show();
    await user.click(screen.getByRole('button', { name }));
    expect(onDone).toHaveBeenCalledOnce();
  });

  it('leads to the low-balance warnings, and leaves the balances behind it', async () => {
    const { bridge, onDone } = show();
    await user.click(screen.getByRole('button', { name: new RegExp(readyTexts.alerts) }));
    expect(bridge.inputsOf('account.open')).toEqual([{ area: 'alerts' }]);
    expect(onDone).toHaveBeenCalledOnce();
  });
});
