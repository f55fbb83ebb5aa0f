// The settings of alerts: each control sends its own small patch.
import { act, cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { AppState } from '../../../app/model/state/app-state';
import type { SubAccountRow } from '../../../app/model/state/sub-account-row';
import { alertTexts as texts } from '../../../app/texts/account/alerts';
import { type FakeBridge, installFakeBridge } from '../../ui/fake-bridge.fixture';
import { alertStates, picturedAt } from '../alerts/alert-states.fixture';
import { SettingsArea } from './SettingsArea';

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
  render(<SettingsArea state={state} section={null} />);
  await act(() => Promise.resolve());
  return userEvent.setup({ delay: null });
}
const words = (element: HTMLElement) => element.textContent?.replaceAll(/\s/g, ' ') ?? '';
const changes = () => bridge.inputsOf('settings.change');
const type = async (
  user: ReturnType<typeof userEvent.setup>,
  label: string,
  text: string,
  where: Pick<typeof screen, 'getByRole'> = screen,
) => {
  const field = where.getByRole('textbox', { name: label });
  await user.clear(field);
  await user.paste(text);
  await user.keyboard('{Enter}');
};

test('a sub-account that is not found is shown as not watched', async () => {
  await show(alertStates.unwatched);
  const own = within(screen.getByRole('list', { name: texts.ownTitle })).getAllByRole('listitem');
  expect(words(own[0] as HTMLElement)).toContain(texts.unwatched.gone);
  expect(words(own[1] as HTMLElement)).not.toContain('Not watched');
  expect(words(own[2] as HTMLElement)).toContain('Not watched: 9Proxy’s search');
  const [first] = alertStates.unwatched.subAccounts.pinned;
  expect(screen.getByText(texts.pinnedUnwatched({ names: first?.username ?? '' }))).toBeTruthy();
});

test('notifications that were muted from one of them can be shown again', async () => {
  const user = await show(alertStates.open);
  await user.click(screen.getByRole('button', { name: texts.unmute }));
  expect(changes()).toEqual([{ alerts: { ...alertStates.open.settings.alerts, mutedUntil: null } }]);
  cleanup();
  await show(alertStates.none);
  expect(screen.queryByRole('button', { name: texts.unmute })).toBeNull();
});

describe('kinds of alerts', () => {
  const { alerts, lowAt } = alertStates.none.settings;

  const switches = [
    [texts.master, { on: false }],
    [texts.quiet, { quiet: { ...alerts.quiet, on: true } }],
    [texts.ips, { ips: false }],
    [texts.traffic, { traffic: false }],
    [texts.wallet, { wallet: false }],
    [texts.packages, { packageDays: 0 }],
    [texts.autoRenew, { autoRenew: false }],
    [texts.unusual, { unusualUse: false }],
    [texts.keyRefused, { keyRefused: false }],
    [texts.twoFactorOff, { twoFactorOff: false }],
    [texts.subAccountsOn, { subAccounts: { ...alerts.subAccounts, on: false } }],
  ] as const;

  test('each kind of alert has a switch of its own', async () => {
    const user = await show(alertStates.none);
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as the user presses them
    for (const [label] of switches) await user.click(screen.getByRole('switch', { name: label }));
    expect(changes()).toEqual(switches.map(([, part]) => ({ alerts: { ...alerts, ...part } })));
  });

  const amounts = [
    [texts.from, '21:30', { alerts: { ...alerts, quiet: { ...alerts.quiet, from: '21:30' } } }],
    [texts.to, '06:00', { alerts: { ...alerts, quiet: { ...alerts.quiet, to: '06:00' } } }],
    [texts.ipsMark, '500', { lowAt: { ...lowAt, ips: 500 } }],
    [texts.trafficMark, '2.5', { lowAt: { ...lowAt, traffic: 2_500_000_000 } }],
    [texts.walletMark, '10', { lowAt: { ...lowAt, wallet: 10 } }],
    [texts.packagesMark, '7', { alerts: { ...alerts, packageDays: 7 } }],
    [texts.subIps, '3', { alerts: { ...alerts, subAccounts: { ...alerts.subAccounts, ips: 3 } } }],
  ] as const;

  test('each threshold is set on its own', async () => {
    const user = await show(alertStates.none);
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as the user types them
    for (const [label, text] of amounts) await type(user, label, text);
    expect(changes()).toEqual(amounts.map(([, , change]) => change));
  });

  test.each([
    [texts.from, '25:00', texts.time],
    [texts.packagesMark, '91', texts.daysRange],
    [texts.walletMark, 'much', 'Not an amount.'],
  ])('%s as %s is refused beside the field', async (label, text, reason) => {
    const user = await show(alertStates.none);
    await type(user, label, text);
    expect(words(await screen.findByRole('alert'))).toContain(reason);
    expect(changes()).toEqual([]);
  });

  test('a refusal by main is shown at the control that caused it', async () => {
    bridge.answers['settings.change'] = () => ({ ok: false, problem: { kind: 'disk-full' } });
    const user = await show(alertStates.none);
    await user.click(screen.getByRole('switch', { name: texts.ips }));
    expect(words(await screen.findByRole('alert'))).toContain('disk');
  });
});

describe('a test notification', () => {
  test.each([
    [true, texts.testShown],
    [false, texts.testNot],
  ])('shown: %s', async (shown, said) => {
    bridge.answers['alerts.test'] = () => ({ ok: true, value: { shown } });
    const user = await show(alertStates.none);
    await user.click(screen.getByRole('button', { name: texts.test }));
    expect(await screen.findByText(said)).toBeTruthy();
  });
});

describe('sub-accounts with amounts of their own', () => {
  const { alerts } = alertStates.open.settings;
  const account = String(alertStates.open.account.value?.id);
  const own = alerts.bySubAccount[account] ?? {};
  const found: SubAccountRow = {
    id: 99,
    username: 'paris-1',
    note: null,
    ips: 5,
    traffic: 0,
    enabled: true,
    createdAt: null,
    pinned: false,
  };

  test('are found by searching, and begin with the common amounts', async () => {
    bridge.answers['subAccounts.query'] = () => ({ ok: true, value: { rows: [found], total: 1, rev: 1 } });
    const user = await show(alertStates.open);
    await user.type(screen.getByRole('searchbox', { name: texts.add }), 'par');
    await user.click(await screen.findByRole('button', { name: texts.addOne({ name: 'paris-1' }) }));
    const added = { username: 'paris-1', ips: alerts.subAccounts.ips, traffic: alerts.subAccounts.traffic };
    expect(changes()).toEqual([
      { alerts: { ...alerts, bySubAccount: { ...alerts.bySubAccount, [account]: { ...own, '99': added } } } },
    ]);
  });

  test('are changed and removed one by one', async () => {
    const user = await show(alertStates.open);
    await type(user, texts.ownIps, '70', within(screen.getByRole('group', { name: 'berlin-23' })));
    await user.click(screen.getByRole('button', { name: texts.remove({ name: 'berlin-23' }) }));
    const { '10': first, ...others } = own;
    expect(changes()).toEqual([
      { alerts: { ...alerts, bySubAccount: { [account]: { ...own, '10': { ...first, ips: 70 } } } } },
      { alerts: { ...alerts, bySubAccount: { [account]: others } } },
    ]);
  });

  test('are thirty at most', async () => {
    await show(alertStates.many);
    expect(screen.getByText(texts.addMost)).toBeTruthy();
    expect(screen.queryByRole('searchbox')).toBeNull();
  });
});
