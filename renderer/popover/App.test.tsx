/** @module-tag sweep */
import { onboardingTexts, situationTexts } from '../../app/texts/onboarding';
import { act, cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { followAppState } from '../ui/app-state';
import { fakeBridge } from './popover-bridge.fixture';
import { named } from '../ui/example-state.fixture';
import { showPopover } from './render-popover.fixture';
import { picturedAt, popoverStates } from './popover-states.fixture';

const normal = named(popoverStates, 'normal');

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: picturedAt });
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('the state', () => {
  test('is there at once from the snapshot in the page', () => {
    const bridge = fakeBridge({ rev: 1, state: normal });
    window.ninetray = bridge.api;
    document.head.innerHTML = `<script type="application/json" id="snapshot"></script>`;
    document.getElementById('snapshot')?.append(JSON.stringify({ rev: 4, state: normal }));
    expect(followAppState(document).read()?.account.value?.username).toBe('lena.okafor');
  });

  test('is read where the page has none', async () => {
    window.ninetray = fakeBridge({ rev: 1, state: normal }).api;
    document.head.innerHTML = '';
    const store = followAppState(document);
    expect(store.read()).toBeNull();
    await act(() => Promise.resolve());
    expect(store.read()).toEqual(normal);
  });

  test('is the one with the highest revision, whatever comes last', async () => {
    const bridge = fakeBridge({ rev: 5, state: normal });
    window.ninetray = bridge.api;
    document.head.innerHTML = '';
    const store = followAppState(document);
    await act(() => Promise.resolve());
    const demo = named(popoverStates, 'demo');
    bridge.push('state', { rev: 4, state: demo });
    expect(store.read()).toEqual(normal);
    bridge.push('state', { rev: 6, state: demo });
    expect(store.read()).toEqual(demo);
  });
});

describe('the popover', () => {
  test('shows whose account it is, and that a demo is one', async () => {
    const { become } = await showPopover(normal);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('lena.okafor');
    expect(screen.queryByText('Demo')).toBeNull();
    become(named(popoverStates, 'demo'));
    expect(screen.getByText('Demo')).toBeTruthy();
  });

  test('leads from the demo to a key of one’s own', async () => {
    const { user } = await showPopover(named(popoverStates, 'demo'));
    await user.click(screen.getByRole('button', { name: 'Use your own key' }));
    expect(await screen.findByRole('heading', { name: situationTexts['from-demo'].title })).toBeTruthy();
  });

  test('says how the key is kept', async () => {
    const { become } = await showPopover(normal);
    expect(screen.getByText('Protected')).toBeTruthy();
    become(named(popoverStates, 'unprotected'));
    expect(screen.getByText('Unprotected')).toBeTruthy();
  });

  test('has one status line, with the next step', async () => {
    const { become, user, asked } = await showPopover(normal);
    expect(screen.getByRole('status').textContent).toBe('All good');
    become(named(popoverStates, 'stale'));
    expect(screen.getByRole('status').textContent).toContain('Last updated 5 h ago');
    await user.click(screen.getByRole('button', { name: onboardingTexts.tryAgain }));
    expect(asked('account.refresh')).toHaveLength(1);
  });

  test('keeps the figures when the key is refused, and leads to the wizard or straight to the new key', async () => {
    const { user, asked } = await showPopover(named(popoverStates, 'refused'));
    expect(within(screen.getByRole('group', { name: 'IP balance' })).getByText('1,284')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Set up a new key…' }));
    expect(asked('rotation.begin')).toEqual([{ entry: 'refused' }]);
    await user.click(screen.getByRole('button', { name: 'I already have the new key' }));
    expect(await screen.findByRole('heading', { name: situationTexts.refused.title })).toBeTruthy();
  });

  test('asks a locked keyring again', async () => {
    const { user, asked } = await showPopover(named(popoverStates, 'keyring-locked'));
    await user.click(screen.getByRole('button', { name: 'Ask the keyring again' }));
    expect(asked('key.retry')).toHaveLength(1);
  });

  test('shows the way in when there is no key', async () => {
    await showPopover({ ...normal, key: { ...normal.key, status: 'absent', storage: null } });
    expect(await screen.findByRole('heading', { name: situationTexts['first-run'].title })).toBeTruthy();
  });

  test('says what is wrong with the profile folder until it is dismissed', async () => {
    const { user, asked } = await showPopover(named(popoverStates, 'storage-problems'));
    expect(screen.queryByText('All good')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Dismiss: The disk is full' }));
    expect(asked('problem.dismiss')).toEqual([{ kind: 'disk-full' }]);
  });

  test('refreshes', async () => {
    const { user, asked } = await showPopover(normal);
    await user.click(screen.getByRole('button', { name: 'Refresh' }));
    expect(asked('account.refresh')).toHaveLength(1);
  });

  test('has a bell while there are alerts, which counts them and leads to them', async () => {
    const low = { id: 'ips-low', since: picturedAt, about: { kind: 'ips-low', left: 7, threshold: 50 } } as const;
    const off = { id: 'two-factor-off', since: picturedAt, about: { kind: 'two-factor-off' } } as const;
    const { become, user, asked } = await showPopover({ ...normal, alerts: [] });
    expect(screen.queryByRole('button', { name: /alert/ })).toBeNull();
    become({ ...normal, alerts: [low] });
    expect(screen.getByRole('button', { name: '1 alert, show it' })).toBeTruthy();
    become({ ...normal, alerts: [low, off] });
    const bell = screen.getByRole('button', { name: '2 alerts, show them' });
    // Visible text; screen readers get it with the button's name.
    expect(screen.getByText('2').getAttribute('aria-hidden')).toBe('true');
    await user.click(bell);
    expect(asked('account.open')).toEqual([{ area: 'alerts' }]);
  });

  test('has a red banner while sub-accounts are stopped, which leads to the question whether to restore them', async () => {
    const { user, asked } = await showPopover(named(popoverStates, 'emergency-stop'));
    const banner = screen.getByText('211 sub-accounts are stopped');
    expect(banner.closest('[data-tone]')?.getAttribute('data-tone')).toBe('bad');
    await user.click(screen.getByRole('button', { name: 'Restore…' }));
    expect(asked('account.open')).toEqual([{ area: 'subAccounts', ask: 'panic' }]);
  });

  test('opens the page that the button names', async () => {
    const { become, user, asked } = await showPopover(named(popoverStates, 'two-factor-off'));
    await user.click(screen.getByRole('button', { name: onboardingTexts.opens.apiKey }));
    become(named(popoverStates, 'renew-failed'));
    await user.click(screen.getByRole('button', { name: 'Open dashboard' }));
    expect(asked('external.open')).toEqual([{ page: 'apiKey' }, { page: 'dashboard' }]);
  });

  test('leads from the first run to the address and the proxy in the account window', async () => {
    const { user, asked } = await showPopover({ ...normal, key: { ...normal.key, status: 'absent', storage: null } });
    await user.click(await screen.findByRole('button', { name: onboardingTexts.addressAndProxy }));
    expect(asked('account.open')).toEqual([{ area: 'settings', section: 'connection' }]);
  });

  test('hides on Esc, but from settings Esc leads back first', async () => {
    const { user, asked, push } = await showPopover(normal);
    act(() => push('view', { view: 'settings' }));
    expect(await screen.findByRole('heading', { name: 'Settings' })).toBeTruthy();
    await user.keyboard('{Escape}');
    expect(screen.getByRole('status')).toBeTruthy();
    expect(asked('window.hide')).toHaveLength(0);
    await user.keyboard('{Escape}');
    expect(asked('window.hide')).toHaveLength(1);
  });

  test('opens at home: the search empty and focused, nothing open, and never in settings', async () => {
    const { user, push } = await showPopover(normal);
    const searchbox = () => screen.getByRole<HTMLInputElement>('searchbox');
    await user.type(searchbox(), 'tokyo');
    await user.click(screen.getByRole('button', { name: 'Traffic: details' }));
    screen.getByRole('main').scrollTop = 300;
    act(() => push('hidden', {}));
    expect(searchbox().value).toBe('');
    expect(document.activeElement).toBe(searchbox());
    expect(screen.queryByRole('region', { name: 'Traffic: details' })).toBeNull();
    expect(screen.getByRole('main').scrollTop).toBe(0);

    act(() => push('view', { view: 'settings' }));
    expect(await screen.findByRole('heading', { name: 'Settings' })).toBeTruthy();
    act(() => push('hidden', {}));
    expect(screen.queryByRole('heading', { name: 'Settings' })).toBeNull();
    expect(document.activeElement).toBe(searchbox());
  });

  test('keeps its picture for the next opening when it was only looked at', async () => {
    const { user, push } = await showPopover(normal);
    const first = screen.getByRole('searchbox');
    act(() => push('hidden', {}));
    await user.keyboard('{Escape}');
    act(() => push('hidden', {}));
    expect(screen.getByRole('searchbox')).toBe(first);
  });

  test.each(['click', 'keydown', 'input', 'scroll'])('starts afresh after a %s', async (name) => {
    const { push } = await showPopover(normal);
    const first = screen.getByRole('searchbox');
    act(() => void screen.getByRole('main').dispatchEvent(new Event(name)));
    act(() => push('hidden', {}));
    expect(screen.getByRole('searchbox')).not.toBe(first);
  });

  test('keeps the form for a key while the key is copied elsewhere', async () => {
    const { push } = await showPopover(named(popoverStates, 'demo'));
    act(() => push('view', { view: 'key' }));
    expect(await screen.findByRole('heading', { name: situationTexts['from-demo'].title })).toBeTruthy();
    act(() => push('hidden', {}));
    expect(screen.getByRole('heading', { name: situationTexts['from-demo'].title })).toBeTruthy();
  });

  test('keeps the offer to undo when it is opened again', async () => {
    const { push } = await showPopover(named(popoverStates, 'undo-offered'));
    act(() => push('hidden', {}));
    expect(screen.getAllByRole('button', { name: /^Undo: / })).toHaveLength(2);
  });

  test('takes the theme from settings', async () => {
    const { become } = await showPopover({ ...normal, settings: { ...normal.settings, theme: 'dark' } });
    expect(document.documentElement.dataset.theme).toBe('dark');
    become(normal);
    expect(document.documentElement.dataset.theme).toBeUndefined();
  });
});

test('a key that is there all at once leads to the balances, without the end of the first run', async () => {
  const { become } = await showPopover({ ...normal, key: { ...normal.key, status: 'absent', fingerprint: null } });
  await screen.findByRole('heading', { name: situationTexts['first-run'].title });
  become(normal);
  expect(screen.getByRole('searchbox')).toBeTruthy();
});
