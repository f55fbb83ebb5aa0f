import { act, cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { noForecasts } from '../../../app/model/figures/forecast';
import type { AppState } from '../../../app/model/state/app-state';
import { picturedAt, popoverStates } from '../../popover/popover-states.fixture';
import { named } from '../../ui/example-state.fixture';
import { type FakeBridge, installFakeBridge } from '../../ui/fake-bridge.fixture';
import { exampleHistory } from './forecast-states.fixture';
import { Outlook } from './Outlook';

let bridge: FakeBridge;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: picturedAt });
  bridge = installFakeBridge();
  bridge.answers['history.read'] = (input) => ({ ok: true, value: exampleHistory(input, picturedAt) });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const state = (name: string) => named(popoverStates, name);

async function show(shown: AppState) {
  const view = render(<Outlook state={shown} />);
  await act(() => Promise.resolve());
  return { ...view, user: userEvent.setup({ delay: null }) };
}

const card = (name: string) => screen.getByRole('region', { name });
const words = (element: HTMLElement) => element.textContent?.replaceAll(/\s/g, ' ') ?? '';

describe('the outlook', () => {
  test('says per figure how long it lasts, what is used, and how sure that is', async () => {
    await show(state('forecast'));
    expect(words(card('IP balance'))).toContain('IPs likely last until Tue, Dec 1 (Nov 28 – Dec 4)');
    expect(words(card('IP balance'))).not.toMatch(/auto renew/i);
    expect(words(card('IP balance'))).toContain('122 IPs/day · high confidence');
    expect(words(card('Traffic'))).toContain('Traffic lasts until its packages expire, Fri, Dec 4');
    expect(words(card('Wallet'))).toContain('The wallet likely lasts until Wed, Dec 23');
    expect(words(card('Wallet'))).toContain('$122.00');
  });

  test('has two charts a figure, each with a text that says what it shows', async () => {
    await show(state('forecast'));
    const [balance, use] = within(card('IP balance')).getAllByRole('img');
    const text = balance?.getAttribute('aria-label')?.replaceAll(/\s/g, ' ');
    expect(text).toMatch(/^IP balance, 2 weeks: from [\d,]+ IPs to 1,284 IPs, with the forecast\./);
    expect(text).toContain('IPs likely last until Tue, Dec 1');
    expect(use?.getAttribute('aria-label')).toMatch(/^IP balance, usage per day: at most \d+ IPs, lately 122 IPs\.$/);
  });

  test('shows the same as tables, a row a day, the newest first', async () => {
    const { user } = await show(state('forecast'));
    await user.click(screen.getByRole('radio', { name: 'Tables' }));
    const table = screen.getByRole('region', { name: 'Traffic by day, 2 weeks' });
    const rows = within(table).getAllByRole('row');
    expect(rows.length).toBeGreaterThan(12);
    expect(rows[0]?.textContent).toBe('DayUsedEnd-of-day balance');
    expect(rows[1]?.textContent).toMatch(/^Nov 22, 2026[\d.]+ GB51.3 GB$/);
    expect(within(card('Traffic')).queryByRole('img')).toBeNull();
  });

  test('reads the period that is asked for, and again when the figure was read', async () => {
    const { user, rerender } = await show(state('forecast'));
    expect(bridge.inputsOf('history.read')).toEqual([
      { what: 'ips', days: 14 },
      { what: 'traffic', days: 14 },
      { what: 'wallet', days: 14 },
    ]);
    await user.click(screen.getByRole('radio', { name: '1 year' }));
    expect(bridge.inputsOf('history.read').slice(3)).toContainEqual({ what: 'wallet', days: 365 });
    const before = bridge.inputsOf('history.read').length;
    const shown = state('forecast');
    rerender(<Outlook state={{ ...shown, ips: { ...shown.ips, asOf: picturedAt } }} />);
    await act(() => Promise.resolve());
    expect(bridge.inputsOf('history.read').slice(before)).toEqual([{ what: 'ips', days: 365 }]);
  });

  test('says that there is not enough history, and shows what there is of it', async () => {
    await show(state('no-forecast'));
    expect(words(card('IP balance'))).toContain('Not enough history for a forecast yet');
    expect(words(card('IP balance'))).not.toContain('IPs/day');
    expect(within(card('IP balance')).getAllByRole('img')).toHaveLength(2);
  });

  test('says that nothing is recorded, where nothing is or the read fails', async () => {
    await show({ ...state('no-data'), forecasts: noForecasts });
    expect(bridge.inputsOf('history.read')).toEqual([]);
    expect(screen.getByRole('heading', { name: 'No history yet' })).toBeTruthy();
    expect(screen.queryByRole('img')).toBeNull();
    cleanup();
    bridge.answers['history.read'] = () => ({ ok: false, problem: { kind: 'internal' } });
    await show(state('forecast'));
    expect(screen.getAllByText('No history recorded for this period.')).toHaveLength(3);
    expect(words(card('IP balance'))).toContain('IPs likely last');
  });

  test('says on the first day when the forecast starts, and shows the readings there are', async () => {
    const points: [number, number][] = [
      [picturedAt - 9 * 3_600_000, 1_402],
      [picturedAt, 1_284],
    ];
    bridge.answers['history.read'] = () => ({ ok: true, value: { points, perDay: [] } });
    await show(state('first-day'));
    expect(words(card('IP balance'))).toMatch(/Forecast and daily usage start around Mon, Nov 23\./);
    expect(within(card('IP balance')).getAllByRole('img')).toHaveLength(1);
  });
});
