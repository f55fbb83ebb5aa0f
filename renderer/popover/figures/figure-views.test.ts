import { describe, expect, test } from 'vitest';
import type { AppState } from '../../../app/model/state/app-state';
import { forEachFigure } from '../../../app/model/figures/figures';
import { type FigureView, figureViews, updatedAt } from './figure-views';
import { named } from '../../ui/example-state.fixture';
import { picturedAt, popoverStates } from '../popover-states.fixture';

function views(name: string): Record<FigureView['id'], FigureView> {
  return viewsOf(named(popoverStates, name));
}

function viewsOf(state: AppState): Record<FigureView['id'], FigureView> {
  const shown = new Map(figureViews(state, picturedAt, 'en-US').map((view) => [view.id, view]));
  return forEachFigure((id) => {
    const view = shown.get(id);
    if (view === undefined) throw new Error(`There is no card for ${id}.`);
    return view;
  });
}

describe('the cards of the figures', () => {
  test('say value, unit and until when it lasts', () => {
    const { ips, traffic, wallet } = views('normal');
    expect(ips).toMatchObject({ value: '1,284', unit: 'IPs', line: 'lasts until about Dec 22', mark: 'none' });
    expect(traffic).toMatchObject({ value: '42.7', unit: 'GB', line: 'lasts until about Dec 16' });
    expect(wallet).toMatchObject({ value: '$86.40', unit: null, line: 'lasts until about Jan 6' });
  });

  test('say what there is where nothing is foreseen', () => {
    const { ips, traffic, wallet } = views('no-forecast');
    expect(ips).toMatchObject({ value: '1,284', unit: 'IPs', line: 'in 2 plans' });
    expect(traffic).toMatchObject({ value: '42.7', unit: 'GB', line: '2 packages · first expires Dec 4' });
    expect(wallet).toMatchObject({ value: '$86.40', unit: null, line: 'US dollars' });
  });

  test('say on the first day when there will be a forecast', () => {
    const { ips, traffic, wallet } = views('first-day');
    expect(ips.line).toMatch(/^forecast in 1\d hours$/);
    expect(traffic).toMatchObject({ line: 'forecast tomorrow', trend: null });
    expect(wallet).toMatchObject({ line: 'forecast tomorrow', trend: null });
    expect(views('new-account')).toMatchObject({ ips: { line: 'no plan' }, wallet: { line: 'US dollars' } });
  });

  test('say their age where it differs from that of the newest, or is out of date', () => {
    const { ips, wallet } = views('normal');
    expect([ips.age, wallet.age]).toEqual([null, null]);
    expect(views('partly-failed')).toMatchObject({ ips: { age: null }, traffic: { age: '11 min ago' } });
    expect(views('stale')).toMatchObject({ ips: { age: '5 h ago' }, autoRenew: { age: '5 h ago' } });
    expect(updatedAt(named(popoverStates, 'partly-failed'))).toBe(picturedAt - 20_000);
    expect(updatedAt(named(popoverStates, 'no-data'))).toBeNull();
  });

  test('say of auto renew what comes next, and for how much', () => {
    const state = named(popoverStates, 'normal');
    const renew = state.autoRenew.value;
    if (renew === null) throw new Error('The normal state has auto renew.');
    const shown = (changes: Partial<typeof renew>) => {
      const { line, maskedLine } = viewsOf({
        ...state,
        autoRenew: { ...state.autoRenew, value: { ...renew, ...changes } },
      }).autoRenew;
      return [line, maskedLine];
    };
    expect(shown({})).toEqual(['next Dec 2 · $24', 'next Dec 2 · ••••']);
    expect(shown({ price: null })).toEqual(['next Dec 2', 'next Dec 2']);
    expect(shown({ nextAt: null })).toEqual(['below 100 IPs · $24', 'below •••• · ••••']);
    expect(shown({ nextAt: null, whenIps: null, whenTraffic: 5e9 })).toEqual(['below 5 GB · $24', 'below •••• · ••••']);
    expect(shown({ nextAt: null, whenIps: null })).toEqual(['as 9Proxy reports it', 'as 9Proxy reports it']);
    expect(shown({ on: false })).toEqual(['as 9Proxy reports it', 'as 9Proxy reports it']);
    expect(views('normal').autoRenew).toMatchObject({ value: 'On', unit: null, trend: null });
  });

  test('say how long they last, whatever auto renew is', () => {
    const { ips, traffic, wallet } = views('forecast');
    expect(wallet.line).toBe('lasts until about Dec 23');
    expect(traffic.line).toBe('expires Dec 4');
    expect(views('new-account')).toMatchObject({
      ips: { value: '0' },
      autoRenew: { value: 'Not set up', line: 'nothing renews', mark: 'none' },
    });
    expect(ips.line).toBe('lasts until about Dec 1');
    const state = named(popoverStates, 'forecast');
    const off = viewsOf({ ...state, autoRenew: { value: null, asOf: null, status: 'absent' } });
    expect([off.ips.line, off.wallet.line]).toEqual([ips.line, wallet.line]);
  });

  test('keep their last value when a read fails, with the reason', () => {
    const { traffic, ips } = views('partly-failed');
    expect(traffic).toMatchObject({
      value: '42.7',
      mark: 'failed',
      age: '11 min ago',
      line: '9Proxy is having problems',
      lineIsTrouble: true,
    });
    expect(ips.mark).toBe('none');
  });

  test('show a wallet that is overdrawn', () => {
    const state = named(popoverStates, 'normal');
    const { wallet } = viewsOf({ ...state, wallet: { ...state.wallet, value: { amount: -3 } } });
    expect(wallet).toMatchObject({ value: '-$3.00', line: 'US dollars' });
  });

  test('do not repeat what the status line says of all of them', () => {
    const { ips, wallet } = views('offline');
    expect(ips).toMatchObject({ mark: 'failed', line: 'lasts until about Dec 22', lineIsTrouble: false });
    expect(wallet.line).toBe('lasts until about Jan 6');
  });

  test('tell what is not offered from what was not read yet and what is being read', () => {
    expect(views('not-offered').autoRenew).toMatchObject({
      value: null,
      mark: 'absent',
      line: 'Not offered for this account',
      lineIsTrouble: false,
    });
    expect(views('no-data').ips).toMatchObject({ value: null, mark: 'waiting' });
    const idle = named(popoverStates, 'no-data');
    expect(viewsOf({ ...idle, refresh: { ...idle.refresh, running: false } }).ips).toMatchObject({
      mark: 'absent',
      line: 'No data yet',
    });
  });

  test('mark what main calls low', () => {
    const { ips, traffic, wallet } = views('low');
    expect([ips.isLow, traffic.isLow, wallet.isLow]).toEqual([true, false, true]);
  });

  test('count only packages that are left and running', () => {
    const state = named(popoverStates, 'no-forecast');
    const over = { id: 9, name: 'Old', left: 5, original: 10, expiresAt: picturedAt - 1 };
    const traffic = state.traffic.value;
    if (traffic === null) {
      throw new Error('The normal state has traffic.');
    }
    const value = { ...traffic, packages: [...traffic.packages, over] };
    expect(viewsOf({ ...state, traffic: { ...state.traffic, value } }).traffic.line).toBe(
      '2 packages · first expires Dec 4',
    );
    const one = { ...traffic, packages: traffic.packages.slice(0, 1) };
    expect(viewsOf({ ...state, traffic: { ...state.traffic, value: one } }).traffic.line).toBe(
      '1 package · expires Dec 4',
    );
  });

  test('say that 9Proxy reports a failed renewal', () => {
    expect(views('renew-failed').autoRenew).toMatchObject({ line: 'reported as failed', lineIsTrouble: true });
  });

  test('put a trend into words', () => {
    const { wallet } = views('normal');
    expect(wallet.trend?.text).toMatch(/^Trend: from \$[\d.]+ on Nov 15 to \$86\.40\. Warns below \$5\.00$/);
    expect(wallet.trend?.threshold).toBe(5);
    const state = named(popoverStates, 'normal');
    const { lowAt } = state.settings;
    const off = viewsOf({ ...state, settings: { ...state.settings, lowAt: { ...lowAt, wallet: 0 } } });
    expect(off.wallet.trend).toMatchObject({ threshold: null });
    expect(off.wallet.trend?.text).not.toContain('Warns');
    expect(views('no-data').ips.trend).toBeNull();
  });
});
