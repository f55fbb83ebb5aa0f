import { act, cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { AppState } from '../../../app/model/state/app-state';
import { alertTexts as texts } from '../../../app/texts/account/alerts';
import { type FakeBridge, installFakeBridge } from '../../ui/fake-bridge.fixture';
import { Alerts } from './Alerts';
import { alertStates, picturedAt } from './alert-states.fixture';

let bridge: FakeBridge;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: picturedAt });
  bridge = installFakeBridge();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

async function show(state: AppState) {
  render(<Alerts state={state} />);
  await act(() => Promise.resolve());
  return userEvent.setup({ delay: null });
}
const words = (element: HTMLElement) => element.textContent?.replaceAll(/\s/g, ' ') ?? '';

describe('open alerts', () => {
  test('are listed, the newest first, with what they are, since when, and a way there', async () => {
    const user = await show(alertStates.open);
    const rows = within(screen.getByRole('region', { name: texts.open })).getAllByRole('listitem');
    expect(rows.map(words)[0]).toContain(
      '940 IPs in the last day, 122 on a usual day. Check who used them. Began 15 min ago',
    );
    expect(words(rows[2] as HTMLElement)).toContain('IPs are running low');
    await user.click(within(rows[2] as HTMLElement).getByRole('button', { name: texts.places.proxy }));
    await user.click(screen.getByRole('button', { name: texts.places.subAccounts }));
    expect(bridge.inputsOf('account.open')).toEqual([{ area: 'proxy' }, { area: 'subAccounts' }]);
  });

  test('lead to the wizard where the key is refused', async () => {
    const user = await show(alertStates.bad);
    await user.click(screen.getByRole('button', { name: texts.places.wizard }));
    expect(bridge.inputsOf('rotation.begin')).toEqual([{ entry: 'refused' }]);
  });

  test('an empty list of alerts shows a message', async () => {
    await show(alertStates.none);
    expect(screen.getByText(texts.none)).toBeTruthy();
  });

  test('alerts are listed while notifications are off, with a note about that', async () => {
    await show(alertStates.off);
    expect(screen.getByText(texts.off)).toBeTruthy();
    expect(screen.getByText('IPs are running low')).toBeTruthy();
  });

  test('have a button that leads to their settings', async () => {
    const user = await show(alertStates.none);
    await user.click(screen.getByRole('button', { name: texts.settings }));
    expect(bridge.inputsOf('account.open')).toEqual([{ area: 'settings', section: 'alerts' }]);
  });
});
