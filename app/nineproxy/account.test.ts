// Account and balances out of answers that lack things. Must not send a request.
import { describe, expect, it } from 'vitest';
import { readAccountInfo, readBalanceData } from './account';

const now = 1_700_000_000_000;

describe('account information', () => {
  it('is nothing without an id, and has gaps for all else that is missing', () => {
    expect(readAccountInfo({ username: 'ann', wallet_balance: 3 })).toBeNull();
    expect(readAccountInfo([])).toBeNull();
    expect(readAccountInfo({ id: 5, email: null, _2fa_enabled: 'maybe' })).toEqual({
      account: { id: 5, email: null, username: null, emailVerified: null, twoFactor: null },
      wallet: null,
    });
  });
});

describe('balances', () => {
  it('tell nothing from none', () => {
    expect(readBalanceData({ ip_data: [], traffic_data: null }, now)).toEqual({
      ips: { total: 0, plans: [] },
      traffic: null,
    });
    expect(readBalanceData({ ip_data: [{ plan_id: 1 }], traffic_data: [null] }, now)).toBeNull();
    expect(readBalanceData({}, now)).toBeNull();
  });

  it('keep plans and packages apart that have no id', () => {
    const read = readBalanceData({ ip_data: [{ amount: 1 }, { amount: 2 }], traffic_data: [{ amount: '3' }] }, now);
    expect(read?.ips?.plans.map(({ planId }) => planId)).toEqual([-1, -2]);
    expect(read?.traffic?.packages[0]).toMatchObject({ id: -1, name: '', left: 3 });
  });

  it('stay exact whole numbers, and below zero where they are overdrawn', () => {
    const most = Number.MAX_SAFE_INTEGER;
    const read = readBalanceData({ ip_data: [{ amount: most }, { amount: most }, { amount: -4 }] }, now);
    expect(read?.ips?.total).toBe(most);
    expect(read?.ips?.plans.map(({ amount }) => amount)).toEqual([most, most, -4]);
  });
});
