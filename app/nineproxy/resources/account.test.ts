// Account and balances from incomplete answers.
import { describe, expect, it } from 'vitest';
import { readAccountInfo, readBalanceData } from './account';

const now = 1_700_000_000_000;

describe('account information', () => {
  it('is nothing without an id, and has gaps for all else that is missing', () => {
    expect(readAccountInfo({ username: 'ann', wallet_balance: 3 })).toBeNull();
    for (const result of [null, [], {}, { id: null, wallet_balance: 0 }]) expect(readAccountInfo(result)).toBeNull();
    expect(readAccountInfo({ id: 5, wallet_balance: 1e300 })).toMatchObject({ wallet: null });
    expect(readAccountInfo({ id: 5, wallet_balance: -3.5 })).toMatchObject({ wallet: { amount: -3.5 } });
    expect(readAccountInfo({ id: 5, email: null, _2fa_enabled: 'maybe' })).toEqual({
      account: { id: 5, email: null, username: null, emailVerified: null, twoFactor: null },
      wallet: null,
    });
  });
});

describe('balances', () => {
  it('tell what was not answered from what the account does not have yet', () => {
    const none = { ips: { total: 0, plans: [] }, traffic: { total: 0, packages: [] } };
    for (const result of [null, [], { ip_data: [], traffic_data: null }, { ip_data: null, traffic_data: {} }]) {
      expect(readBalanceData(result, now)).toEqual(none);
    }
    expect(readBalanceData({ ip_data: null }, now)).toEqual({ ...none, traffic: null });
    expect(readBalanceData({ ip_data: 'none', traffic_data: { 7: {} } }, now)).toBeNull();
    expect(readBalanceData({ ip_data: [{ plan_id: 1 }], traffic_data: [null] }, now)).toBeNull();
    expect(readBalanceData({}, now)).toBeNull();
  });

  it('keep plans and packages apart that have no id', () => {
    const read = readBalanceData({ ip_data: [{ amount: 1 }, { amount: 2 }], traffic_data: [{ amount: '3' }] }, now);
    expect(read?.ips?.plans.map(({ planId }) => planId)).toEqual([-1, -2]);
    expect(read?.traffic?.packages[0]).toMatchObject({ id: -1, name: '', left: 3 });
  });

  it('add up all of very many parts, and keep 200 of them one by one', () => {
    const parts = Array.from({ length: 5000 }, () => ({ amount: 2 }));
    const read = readBalanceData({ ip_data: parts, traffic_data: parts }, now);
    expect([read?.ips?.total, read?.ips?.plans.length]).toEqual([10_000, 200]);
    expect([read?.traffic?.total, read?.traffic?.packages.length]).toEqual([10_000, 200]);
  });

  it('stay exact whole numbers, and below zero where they are overdrawn', () => {
    const most = Number.MAX_SAFE_INTEGER;
    const read = readBalanceData({ ip_data: [{ amount: most }, { amount: most }, { amount: -4 }] }, now);
    expect(readBalanceData({ ip_data: [{ amount: -4 }] }, now)?.ips?.total).toBe(-4);
    expect(read?.ips?.total).toBe(most);
    expect(read?.ips?.plans.map(({ amount }) => amount)).toEqual([most, most, -4]);
  });
});
