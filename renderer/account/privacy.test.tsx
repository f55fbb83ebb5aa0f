// "Hide amounts" in the account window: which amounts are in the page, and what brings them there.
import { act, cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { areaTexts } from '../../app/texts/account/areas';
import type { AppState } from '../../app/model/state/app-state';
import { picturedAt, popoverStates } from '../popover/popover-states.fixture';
import { named } from '../ui/example-state.fixture';
import { type FakeBridge, installFakeBridge } from '../ui/fake-bridge.fixture';
import { Privacy } from '../ui/privacy';
import { App } from './App';
import { exampleHistory } from './forecast/forecast-states.fixture';
import { listExamples } from './list/list-states.fixture';
import { List } from './list/List';

let bridge: FakeBridge;
const user = userEvent.setup({ delay: null });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: picturedAt });
  bridge = installFakeBridge();
  bridge.answers['history.read'] = (input) => ({ ok: true, value: exampleHistory(input, picturedAt) });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function hiding(name: string): AppState {
  const found = named(popoverStates, name);
  return { ...found, settings: { ...found.settings, hideAmounts: true } };
}

async function show(state: AppState): Promise<void> {
  render(<App store={{ read: () => state, subscribe: () => () => undefined }} />);
  await act(() => Promise.resolve());
}

const page = () => document.body.innerHTML.replaceAll('\u00a0', ' ');

test('amounts are not in the page until the user points at them, and gone again afterwards', async () => {
  const state = hiding('forecast');
  const wallet = `$${state.wallet.value?.amount.toFixed(2)}`;
  await show(state);
  expect(page()).not.toContain(wallet);
  expect(page()).not.toContain('122 IPs');
  expect(screen.queryByRole('img', { name: /IP balance/ })).toBeNull();
  const card = screen.getByRole('group', { name: 'Wallet' });
  await user.hover(card);
  expect(within(card).getByText(wallet)).toBeTruthy();
  expect(page()).not.toContain('122 IPs');
  await user.hover(screen.getByRole('region', { name: 'IP balance' }));
  expect(page()).toContain('122 IPs');
  expect(page()).not.toContain(wallet);
});

test('one button shows all of them, and hides them again', async () => {
  await show(hiding('forecast'));
  await user.click(screen.getByRole('button', { name: 'Show amounts' }));
  expect(page()).toContain('122 IPs');
  expect(page()).toContain('$');
  await user.click(screen.getByRole('button', { name: areaTexts.hideAmounts }));
  expect(page()).not.toContain('122 IPs');
});

test('without the setting, nothing is hidden and no such button is there', async () => {
  const state = hiding('forecast');
  await show({ ...state, settings: { ...state.settings, hideAmounts: false } });
  expect(page()).toContain('122 IPs');
  expect(screen.queryByRole('button', { name: 'Show amounts' })).toBeNull();
});

test('a list shows its amounts while it is pointed at, or the focus is in it; names and states always', async () => {
  for (const name of ['clientHeight', 'clientWidth', 'offsetHeight', 'offsetWidth'])
    Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => 900 });
  const { list, state, answer } = listExamples.many;
  if (answer === 'never') throw new Error('The example has rows.');
  bridge.answers['lists.read'] = () => answer;
  render(
    <Privacy hide>
      <List list={list} state={state} />
    </Privacy>,
  );
  const cells = answer.ok ? answer.value.rows[2]?.cells : undefined;
  const name = String(cells?.['username']);
  const amount = Number(cells?.['ips']).toLocaleString('en-US');
  await screen.findByText(name);
  const hidden = screen.getAllByText('hidden').length;
  expect(hidden).toBeGreaterThan(5);
  expect(page()).not.toContain(amount);
  await user.hover(screen.getByText(name));
  expect(screen.queryAllByText('hidden')).toEqual([]);
  expect(page()).toContain(amount);
  await user.unhover(screen.getByText(name));
  await user.hover(document.body);
  expect(screen.getAllByText('hidden')).toHaveLength(hidden);
  expect(page()).not.toContain(amount);
  act(() => screen.getByRole('searchbox').focus());
  expect(screen.queryAllByText('hidden')).toEqual([]);
});

test('what 9Proxy says of a switch or of auto renew is hidden with the amounts', async () => {
  const problem = { kind: 'rejected', message: 'Only $24.00 left' } as const;
  const state = hiding('renew-failed');
  const switches = [{ id: 7, username: 'shop', wanted: false, phase: 'rolled-back', at: picturedAt, problem }] as const;
  await show({
    ...state,
    subAccounts: { ...state.subAccounts, switches: [...switches] },
    wallet: { ...state.wallet, problem },
    account: { ...state.account, problem },
  });
  for (const area of ['Overview', 'Wallet', 'Sub-accounts']) {
    await user.click(screen.getByRole('button', { name: area }));
    expect(page()).not.toContain('24.00');
    expect(page()).not.toContain('Insufficient balance');
  }
  expect(page()).toContain('shop could not be switched off');
  await user.click(screen.getByRole('button', { name: 'Show amounts' }));
  expect(page()).toContain('24.00');
});
