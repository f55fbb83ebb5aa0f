// The demo account's history is one that could be: in every list, over months, with dates in order and sums that fit.
import { describe, expect, it } from 'vitest';
import { codeStatus } from './account';
import { startOfTests } from '../demo.fixture';
import { createAccount } from './history';

const now = startOfTests / 1000;
const day = 86_400;

describe.each([3, 250, 5_001])('the history of an account with %i sub-accounts', (size) => {
  const account = createAccount({ seed: 1, size, now });
  const { affiliate } = account;
  const dated = {
    billings: account.billings,
    subs: account.subs.list,
    shareCodes: account.shareCodes,
    foreignCodes: account.foreignCodes,
    subUsers: account.subUsers,
    whitelist: account.whitelist,
    connections: account.connections,
    walletTransactions: account.walletTransactions,
    referred: affiliate.referred,
    commissions: affiliate.commissions,
    payouts: affiliate.payouts,
    inviteCodes: affiliate.inviteCodes,
    mainUsage: account.mainUsage.map(({ at }) => ({ createdAt: at })),
    subUsage: account.subUsage.map(({ at }) => ({ createdAt: at })),
  };

  it.each(Object.entries(dated))('%s: there, oldest first, none of the future, back over weeks', (_, rows) => {
    const times = rows.map(({ createdAt }) => createdAt);
    expect(times.length).toBeGreaterThan(2);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times.at(-1)).toBeLessThanOrEqual(now);
    expect(now - (times[0] ?? now)).toBeGreaterThan(30 * day);
    // Not all at one time of the day, as made-up dates are.
    expect(new Set(times.map((time) => time % day)).size).toBeGreaterThan(times.length / 3);
  });

  it('has every status that there is', () => {
    const of = (rows: readonly { status: number }[]) => new Set(rows.map(({ status }) => status));
    expect(of(account.shareCodes)).toEqual(new Set(Object.values(codeStatus)));
    expect(of(account.subUsers)).toEqual(new Set([1, 2, 3]));
    expect(of(account.whitelist)).toEqual(new Set([1, 2]));
    expect(of(affiliate.payouts)).toEqual(new Set([-1, 0, 1]));
    expect(of(account.walletTransactions)).toEqual(new Set([-1, 1]));
    expect(new Set(account.walletTransactions.map(({ type }) => type))).toEqual(new Set([1, 2]));
    expect(account.trafficPackages.some(({ expiresAt }) => expiresAt < now)).toBe(true);
    expect(account.trafficPackages.some(({ expiresAt }) => expiresAt > now)).toBe(true);
  });

  it('pays out no more than was earned, and uses no code before it was made or after it ended', () => {
    const sum = (rows: readonly { cents: number }[]) => rows.reduce((total, { cents }) => total + cents, 0);
    const earned = sum(affiliate.commissions.filter(({ valid, createdAt }) => valid && now - createdAt > 7 * day));
    expect(sum(affiliate.payouts.filter(({ status }) => status !== -1))).toBeLessThan(earned);
    const wrong = account.shareCodes.filter(({ createdAt, usedAt, expiresAt, status }) => {
      const inTime = usedAt === null || (usedAt > createdAt && usedAt <= Math.min(now, expiresAt ?? now));
      const ended = expiresAt !== null && expiresAt < now;
      return !inTime || (status === codeStatus.used) !== (usedAt !== null) || (status === codeStatus.expired) !== ended;
    });
    expect(wrong).toEqual([]);
  });

  it('has port ranges that do not touch, and no sub-account twice', () => {
    const ranges = account.connections.map(({ startPort, endPort }) => [startPort, endPort] as const);
    ranges.forEach(([start], at) => expect(start).toBeGreaterThan(ranges[at - 1]?.[1] ?? 0));
    for (const names of [account.subUsers, affiliate.referred, account.subs.list]) {
      expect(new Set(names.map(({ username }) => username)).size).toBe(names.length);
    }
  });
});
