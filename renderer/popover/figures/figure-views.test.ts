import { describe, expect, test } from 'vitest';
import type { AppState } from '../../../app/model/state/app-state';
import { forEachFigure } from '../../../app/model/figures/figures';
import { type FigureView, figureViews } from './figure-views';
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
  test('say value, unit, line and age', () => {
    const { ips, traffic, wallet, autoRenew } = views('normal');
    expect(ips).toMatchObject({ value: '1,284', unit: 'IPs', line: 'in 2 plans', age: 'just now', mark: 'none' });
    expect(traffic).toMatchObject({ value: '42.7', unit: 'GB', line: 'first of 2 ends Dec 4' });
    expect(wallet).toMatchObject({ value: '$86.40', unit: null, line: 'US dollars' });
    expect(autoRenew).toMatchObject({ value: 'On', unit: null, line: 'as 9Proxy reports it' });
  });

  test('say how long they last, where that is soon, whatever auto renew is', () => {
    const { ips, traffic, wallet } = views('forecast');
    expect(wallet.line).toBe('likely until Wed, Dec 23');
    expect(traffic.line).toBe('likely until Fri, Dec 4');
    expect(views('new-account')).toMatchObject({
      ips: { value: '0' },
      autoRenew: { value: 'None yet', line: 'not set up', mark: 'none' },
    });
    expect(ips.line).toBe('likely until Tue, Dec 1');
    const state = named(popoverStates, 'forecast');
    const off = viewsOf({ ...state, autoRenew: { value: null, asOf: null, status: 'absent' } });
    expect([off.ips.line, off.wallet.line]).toEqual([ips.line, wallet.line]);
    const { forecasts } = state;
    const late = { ...forecasts.wallet, likely: picturedAt + 61 * 86_400_000, latest: null };
    const later = viewsOf({ ...state, forecasts: { ...forecasts, wallet: late } });
    expect(later.wallet.line).toBe('US dollars');
  });

  test('keep their last value when a read fails, with the reason', () => {
    const { traffic, ips } = views('partly-failed');
    expect(traffic).toMatchObject({
      value: '42.7',
      mark: 'failed',
      age: '11 min ago',
      line: '9Proxy has trouble',
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
    expect(ips).toMatchObject({ mark: 'failed', line: 'in 2 plans', lineIsTrouble: false });
    expect(wallet.line).toBe('US dollars');
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
      line: 'Not read yet',
    });
  });

  test('mark what main calls low', () => {
    const { ips, traffic, wallet } = views('low');
    expect([ips.isLow, traffic.isLow, wallet.isLow]).toEqual([true, false, true]);
  });

  test('count only packages that are left and running', () => {
    const state = named(popoverStates, 'normal');
    const over = { id: 9, name: 'Old', left: 5, original: 10, expiresAt: picturedAt - 1 };
    const traffic = state.traffic.value;
    if (traffic === null) {
      throw new Error('The normal state has traffic.');
    }
    const value = { ...traffic, packages: [...traffic.packages, over] };
    expect(viewsOf({ ...state, traffic: { ...state.traffic, value } }).traffic.line).toBe('first of 2 ends Dec 4');
    const one = { ...traffic, packages: traffic.packages.slice(0, 1) };
    expect(viewsOf({ ...state, traffic: { ...state.traffic, value: one } }).traffic.line).toBe(
      '1 package, until Dec 4',
    );
  });

  test('say that 9Proxy reports a failed renewal', () => {
    expect(views('renew-failed').autoRenew).toMatchObject({ line: 'reported as failed', lineIsTrouble: true });
  });

  test('put a trend into words', () => {
    expect(views('normal').wallet.trend?.text).toMatch(/^Trend: from \$[\d.]+ on Nov 15 to \$86\.40$/);
    expect(views('normal').autoRenew.trend?.text).toBe('Trend: On since Nov 16');
    expect(views('no-data').ips.trend).toBeNull();
  });
});
