// Which account's areas the window shows: what stays while the account is the same, and what goes with another.
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLayoutEffect } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { AppState } from '../../app/model/state/app-state';
import { areaNames, areaTexts } from '../../app/texts/account/areas';
import { shortcutTexts } from '../../app/texts/account/shortcuts';
import { startupTexts } from '../../app/texts/startup';
import { noticeText } from '../../app/texts/status/notice';
import { picturedAt, popoverStates } from '../popover/popover-states.fixture';
import { ask } from '../ui/bridge';
import { named } from '../ui/example-state.fixture';
import { type FakeBridge, installFakeBridge } from '../ui/fake-bridge.fixture';
import { App } from './App';

const user = userEvent.setup({ delay: null });
let bridge: FakeBridge;
beforeEach(() => {
  bridge = installFakeBridge();
});
afterEach(cleanup);

const normal = named(popoverStates, 'normal');

/** The account 7 (null: not known yet) at an address. */
function of(id: number | null, origin = 'https://api.example.com'): AppState {
  if (normal.account.value === null) throw new Error('The example has an account.');
  const { account, source } = normal;
  return {
    ...normal,
    source: { ...source, origin },
    account: { ...account, value: id === null || account.value === null ? null : { ...account.value, id } },
  };
}

async function show(first: AppState) {
  let state = first;
  const heard = new Set<() => void>();
  render(
    <App
      store={{
        read: () => state,
        subscribe: (listener) => {
          heard.add(listener);
          return () => heard.delete(listener);
        },
      }}
    />,
  );
  await act(() => Promise.resolve());
  return (next: AppState) =>
    act(async () => {
      state = next;
      for (const listener of heard) listener();
      await Promise.resolve();
    });
}

const title = () => screen.getByRole('heading', { level: 1 }).textContent;

test('stays where it is when the account becomes known, is not known for a while, and is known again', async () => {
  const become = await show(of(null));
  await user.click(screen.getByRole('button', { name: 'Alerts' }));
  for (const id of [7, null, 7]) {
    await become(of(id));
    expect(title()).toBe('Alerts');
  }
});

test('the window starts over with another account, and at another address', async () => {
  const become = await show(of(7));
  for (const next of [of(8), of(8, 'http://127.0.0.1:1')]) {
    await user.click(screen.getByRole('button', { name: 'Alerts' }));
    expect(title()).toBe('Alerts');
    await become(next);
    expect(title()).toBe('Overview');
  }
});

test('tells what was not read yet from what 9Proxy does not tell', async () => {
  const { account, ...rest } = of(null);
  const become = await show({ ...rest, account: { ...account, asOf: null } });
  const facts = () => within(screen.getByRole('region', { name: 'Account' }));
  expect(facts().getAllByText(areaTexts.notRead)).not.toHaveLength(0);
  expect(facts().queryByText(areaTexts.notTold)).toBeNull();
  await become({ ...rest, account });
  expect(facts().getAllByText(areaTexts.notTold)).not.toHaveLength(0);
  expect(facts().queryByText(areaTexts.notRead)).toBeNull();
});

test('reads the affiliate totals again after a failure, once the account was read, and then no more', async () => {
  const asked = () => bridge.inputsOf('affiliate.read').length;
  const at = (asOf: number) => ({ ...of(7), account: { ...of(7).account, asOf } });
  bridge.answers['affiliate.read'] = () => ({ ok: false, problem: { kind: 'server-trouble', status: 503 } });
  const become = await show(at(1));
  await user.click(screen.getByRole('button', { name: 'Affiliate' }));
  expect(asked()).toBe(1);
  expect(screen.queryByRole('region', { name: areaTexts.affiliate })).toBeNull();
  bridge.answers['affiliate.read'] = () => ({
    ok: true,
    value: { level: null, registeredUsers: 4, today: 1, total: 2, valid: 3, withdrawn: 0, available: 3 },
  });
  await become(at(2));
  expect(asked()).toBe(2);
  expect(screen.getByRole('region', { name: areaTexts.affiliate })).toBeTruthy();
  await become(at(3));
  expect(asked()).toBe(2);
});

test('takes what 9Proxy does not offer for no error', async () => {
  const tone = () => screen.getByText('Not offered for this account').closest('[data-tone]')?.getAttribute('data-tone');
  bridge.answers['affiliate.read'] = () => ({ ok: false, problem: { kind: 'not-offered' } });
  await show(of(7));
  await user.click(screen.getByRole('button', { name: 'Affiliate' }));
  expect(tone()).toBe('info');
});

test('shows what was refused at the foot of the window, until another area is opened', async () => {
  await show(of(7));
  bridge.answers['account.refresh'] = () => ({ ok: false, problem: { kind: 'disk-full' } });
  ask('account.refresh', undefined);
  expect((await screen.findByRole('alert')).textContent).toContain('The disk is full');
  await user.click(screen.getByRole('button', { name: 'Alerts' }));
  expect(screen.queryByRole('alert')).toBeNull();
});

test('shows what is stopped above every area, and in the badge, and leads to the question whether to restore', async () => {
  await show(named(popoverStates, 'emergency-stop'));
  const banner = screen.getByText('211 sub-accounts are stopped');
  expect(banner.closest('[data-tone]')?.getAttribute('data-tone')).toBe('bad');
  const badge = screen.getByRole('button', { name: /^Sub-accounts.*stopped by the emergency stop$/ });
  expect(within(badge).getByText('211')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Restore…' }));
  expect(title()).toBe('Sub-accounts');
  expect(await screen.findByRole('alertdialog', { name: 'Restore 211 sub-accounts?' })).toBeTruthy();
  // The area has a banner of its own.
  expect(screen.queryByText('211 sub-accounts are stopped')).toBeNull();
});

test('shows what needs the user above every area, and what can wait nowhere but where it belongs', async () => {
  const become = await show(named(popoverStates, 'refused'));
  await user.click(screen.getByRole('button', { name: 'Set up a new key…' }));
  expect(bridge.inputsOf('rotation.begin')).toEqual([{ entry: 'refused' }]);
  await become(named(popoverStates, 'low'));
  expect(screen.queryByText('IP balance is running low')).toBeNull();
});

test('has the badge of the alerts in the colour of their severity', async () => {
  const alert = (about: AppState['alerts'][number]['about']) => ({ id: about.kind, since: 0, about });
  const off = alert({ kind: 'two-factor-off' });
  const low = alert({ kind: 'ips-low', left: 1, threshold: 5 });
  const become = await show({ ...normal, alerts: [off] });
  const severity = () =>
    screen
      .getByRole('button', { name: /^Alerts/ })
      .querySelector('[data-severity]')
      ?.getAttribute('data-severity');
  expect(severity()).toBe('fine');
  await become({ ...normal, alerts: [off, low] });
  expect(severity()).toBe('attention');
  await become({ ...normal, alerts: [low, alert({ kind: 'key-refused' })] });
  expect(severity()).toBe('action-needed');
});

test('the sidebar says whose account this is: the name, and the email address where it is not the name', async () => {
  const become = await show(of(7));
  const { account } = of(7);
  if (account.value === null) throw new Error('The example has an account.');
  const { username, email } = account.value;
  const head = () => screen.getAllByText(new RegExp(`^(${username}|${email})$`)).map(({ title: full }) => full);
  expect(head()).toEqual(expect.arrayContaining([username, email]));
  await become({ ...of(7), account: { ...account, value: { ...account.value, username: null } } });
  expect(screen.getAllByTitle(String(email))).toHaveLength(1);
});

test('without a key every area asks for one but the settings, where the address is set', async () => {
  await show({ ...normal, key: { ...normal.key, status: 'absent' } });
  expect(title()).toBe(areaTexts.noKeyTitle);
  await user.click(screen.getByRole('button', { name: areaNames.settings }));
  expect(title()).toBe(areaNames.settings);
});

test('shortcuts refresh, lead to the settings and the areas, and are listed', async () => {
  await show(of(7));
  await user.keyboard('{Control>}[Digit3]{/Control}');
  expect(title()).toBe('Sub-accounts');
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
  await user.keyboard('{Control>}r,{/Control}');
  expect(bridge.inputsOf('account.refresh')).toHaveLength(1);
  expect(title()).toBe(areaNames.settings);
  await user.click(screen.getByRole('button', { name: 'Alerts' }));
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: 'Alerts' }));
  await user.keyboard('?');
  expect(screen.getByRole('dialog', { name: shortcutTexts.title })).toBeTruthy();
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('a button in the sidebar lists the shortcuts, and has the focus again afterwards', async () => {
  await show(of(7));
  const help = screen.getByRole('button', { name: shortcutTexts.title });
  await user.click(help);
  expect(screen.getByRole('dialog', { name: shortcutTexts.title })).toBeTruthy();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(document.activeElement).toBe(help));
});

test('an area that is opened while the shortcuts are listed is not covered by them', async () => {
  await show(of(7));
  await user.keyboard('?');
  act(() => bridge.push('area', { area: 'wallet' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(title()).toBe(areaNames.wallet);
});

test('an area that main names with the first picture is shown', () => {
  const state = of(7);
  /** The first picture is drawn after this and before any passive effect. */
  function FirstPicture() {
    useLayoutEffect(() => bridge.push('area', { area: 'wallet' }), []);
    return null;
  }
  render(
    <>
      <App store={{ read: () => state, subscribe: () => () => undefined }} />
      <FirstPicture />
    </>,
  );
  expect(title()).toBe(areaNames.wallet);
});

test('the first stop of the Tab key skips the sidebar', async () => {
  await show(of(7));
  await user.tab();
  expect(document.activeElement?.textContent).toBe(shortcutTexts.skip);
  await user.keyboard('{Enter}');
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
});

test('the link to the chosen area is in view in a sidebar that is too long for the window', async () => {
  const scrolled = vi.spyOn(Element.prototype, 'scrollIntoView');
  await show(normal);
  await user.click(screen.getByRole('button', { name: areaNames.settings }));
  await waitFor(() =>
    expect(scrolled.mock.contexts.map((link) => (link instanceof Element ? link.textContent : ''))).toContain(
      areaNames.settings,
    ),
  );
  scrolled.mockRestore();
});

test('the banner leads to the settings that can solve a problem, and asks a locked keyring again', async () => {
  const become = await show(named(popoverStates, 'setting-unusable'));
  const press = async (state: AppState) => {
    const { actionLabel } = noticeText(state.notice, picturedAt, 'en-US', false);
    await user.click(await screen.findByRole('button', { name: actionLabel ?? '' }));
  };
  await press(named(popoverStates, 'setting-unusable'));
  expect(bridge.inputsOf('account.open')).toEqual([{ area: 'settings', section: 'connection' }]);
  await become(named(popoverStates, 'keyring-locked'));
  await press(named(popoverStates, 'keyring-locked'));
  expect(bridge.inputsOf('key.retry')).toHaveLength(1);
});

test('the window says so while the sandbox is off, in every area, and only then', async () => {
  const become = await show(normal);
  expect(screen.queryByText(startupTexts.noSandboxBanner)).toBeNull();
  await become({ ...normal, platform: { ...normal.platform, sandboxed: false } });
  for (const area of ['Overview', 'Alerts', 'Settings']) {
    await user.click(screen.getByRole('button', { name: area }));
    expect([title(), screen.getAllByText(startupTexts.noSandboxBanner).length]).toEqual([area, 1]);
    expect(screen.getByText(startupTexts.noSandboxDetail)).toBeTruthy();
  }
});
