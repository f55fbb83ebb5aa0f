// The passing of time: figures move while one watches, a seed always shows the same, and money and IPs add up.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeStatus } from './account';
import { mainIps, mainTraffic } from './allocations';
import { startOfTests } from '../demo.fixture';
import { createAccount } from './history';
import { advanceAccount, usageRhythm } from './traffic-simulator';
import { ipPackages } from './packages';

const now = startOfTests / 1000;
const make = (size = 3, seed = 9) => createAccount({ seed, size, now });
const figures = (account: ReturnType<typeof make>) =>
  JSON.parse(JSON.stringify({ ...account, subs: account.subs.list, keys: account.keys.current, random: null }));

describe('a seed', () => {
  it('shows the same account, and the same life', () => {
    const [one, two] = [make(250), make(250)];
    expect(figures(one)).toEqual(figures(two));
    advanceAccount(one, now + 40_000);
    advanceAccount(two, now + 40_000);
    expect(figures(one)).toEqual(figures(two));
    expect(figures(make(250, 10))).not.toEqual(figures(make(250)));
  });

  it('shows the same balances whenever it begins', () => {
    const later = createAccount({ seed: 9, size: 3, now: now + 12_345_678 });
    const balances = (account: typeof later) => [mainIps(account), mainTraffic(account), account.wallet];
    expect(balances(later)).toEqual(balances(make()));
  });

  it('of three sub-accounts has the names that tests and pictures rely on', () => {
    const rows = make().subs.list.map((sub) => [sub.id, sub.username, sub.ips, sub.enabled]);
    expect(rows).toEqual([
      [20_001, 'atlas-042', 320, true],
      [20_002, 'nimbus-108', 85, true],
      [20_003, 'quartz-311', 40, false],
    ]);
  });

  it('of many has each name once, in other scripts too, long ones, and some disabled', () => {
    const { list } = make(50_000).subs;
    expect(list).toHaveLength(50_000);
    expect(new Set(list.map((sub) => sub.username)).size).toBe(50_000);
    expect(list.some((sub) => sub.username.length > 40)).toBe(true);
    expect(list.some((sub) => sub.note?.includes('مراقبة'))).toBe(true);
    const disabled = list.filter((sub) => !sub.enabled).length / list.length;
    expect(disabled).toBeGreaterThan(0.05);
    expect(disabled).toBeLessThan(0.2);
    expect(list.every((sub, index) => index === 0 || sub.createdAt >= (list[index - 1]?.createdAt ?? 0) - 600)).toBe(
      true,
    );
  });
});

describe('time', () => {
  it('moves traffic within a minute, and IPs of the main account and of sub-accounts within a quarter of an hour', () => {
    const account = make();
    const before = {
      main: mainIps(account),
      traffic: mainTraffic(account),
      subs: account.subs.list.map((sub) => sub.ips),
    };
    advanceAccount(account, now + 60);
    expect(mainTraffic(account)).toBeLessThan(before.traffic - 5_000_000);
    advanceAccount(account, now + 900);
    expect(mainIps(account)).toBeLessThan(before.main - 2);
    expect(account.subs.list.map((sub) => sub.ips)).not.toEqual(before.subs);
    expect(account.mainUsage.at(-1)?.at).toBeGreaterThan(now);
    // One that is disabled uses nothing.
    expect(account.subs.find(20_003)?.ips).toBe(40);
  });

  it('does not move without the clock, nor backwards', () => {
    const account = make();
    const before = figures(account);
    advanceAccount(account, now);
    advanceAccount(account, now - 500);
    expect(figures(account)).toEqual(before);
  });

  it('does in one long step what it does in many short ones', { tags: 'sweep' }, () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 20 }), (steps) => {
        const [walked, jumped] = [make(), make()];
        let at = now;
        for (const step of steps) {
          at += step;
          advanceAccount(walked, at);
        }
        advanceAccount(jumped, at);
        expect(figures(walked)).toEqual(figures(jumped));
      }),
      { numRuns: 15 },
    );
  });

  it('has a daily rhythm of usage, and half of it at weekends', () => {
    const at = (hour: number, weekday = 3) => usageRhythm(Date.UTC(2025, 5, 15 + weekday, hour) / 1000);
    expect(at(15)).toBeCloseTo(1);
    expect(at(3)).toBeCloseTo(0.35);
    expect([0, 1, 2, 3, 4, 5, 6].map((weekday) => at(15, weekday))).toEqual([0.5, 1, 1, 1, 1, 1, 0.5]);
  });

  it('of a year that a machine slept through is lived for its last month only', { tags: 'sweep' }, () => {
    const account = make();
    advanceAccount(account, now + 365 * 86_400);
    expect(account.now).toBe(now + 365 * 86_400);
    const since = account.mainUsage.filter(({ at }) => at > now).map(({ at }) => at);
    expect(since.length).toBeGreaterThan(100);
    expect(Math.min(...since)).toBeGreaterThan(now + 333 * 86_400);
  });

  it('disables a sub-account at its date', () => {
    const account = make();
    const sub = account.subs.find(20_001);
    if (sub) account.subs.disableLater(sub, now + 600);
    advanceAccount(account, now + 540);
    expect(sub?.enabled).toBe(true);
    advanceAccount(account, now + 660);
    expect(sub).toMatchObject({ enabled: false, autoDisableAt: null });
  });

  it('tops a sub-account up', () => {
    const account = make();
    advanceAccount(account, now + 3 * 86_400);
    const sub = account.subs.find(20_001);
    expect(sub?.ips).toBeGreaterThanOrEqual(300);
    expect(account.subUsage.filter((usage) => usage.username === 'atlas-042' && usage.at > now).length).toBeGreaterThan(
      100,
    );
  });
});

describe('days', () => {
  it('bring commissions, and partners who redeem codes', () => {
    const account = make();
    const before = { commissions: account.affiliate.commissions.length, ...account.ipLedger };
    advanceAccount(account, now + 2 * 86_400);
    expect(account.affiliate.commissions.length).toBeGreaterThan(before.commissions);
    expect(account.ipLedger.given).toBeGreaterThan(before.given);
    const redeemed = account.shareCodes.find((code) => (code.usedAt ?? 0) > now);
    expect(redeemed).toMatchObject({ status: codeStatus.used, usedBy: expect.stringContaining('@') });
  });

  it('use traffic through sub-users, and block one at its cap', () => {
    const account = make();
    const [user] = account.subUsers;
    account.subUsers = user ? [user] : [];
    const { used = 0, ipsUsed = 0 } = user ?? {};
    Object.assign(user ?? {}, { cap: used + 100_000_000 });
    advanceAccount(account, now + 60);
    expect(user).toMatchObject({ status: 1, updatedAt: now + 60 });
    expect(user?.used).toBeGreaterThan(used);
    expect(user?.ipsUsed).toBeGreaterThan(ipsUsed);
    advanceAccount(account, now + 3_600);
    expect(user?.status).toBe(3);
    expect(user?.used).toBeLessThan(used + 110_000_000);
  });

  it('buy traffic when it runs low', () => {
    const account = make();
    for (const one of account.trafficPackages) one.left = 0;
    account.wallet = 50_000;
    advanceAccount(account, now + 60);
    expect(account.trafficPackages.at(-1)).toMatchObject({ name: 'Business 100 GB', activeAt: now + 60 });
    expect(account.billings.at(-1)).toMatchObject({ type: 1, bytes: 100e9, ips: null, status: 1 });
    expect(account.wallet).toBe(50_000 - 24_500);
  });

  it.each(['ips', 'traffic'] as const)('end an unused code (%s) at its date and give back what it holds', (kind) => {
    const [dated, undated] = [make(), make()];
    for (const account of [dated, undated]) {
      account.shareCodes = account.shareCodes.filter((one) => one.status === codeStatus.unused && one.kind === kind);
      // Only its date ends it: no one redeems it before.
      account.shareCodes = account.shareCodes.slice(0, 1);
    }
    const [code] = dated.shareCodes;
    if (code) code.expiresAt = now + 30;
    advanceAccount(dated, now + 60);
    advanceAccount(undated, now + 60);
    expect(code?.status).toBe(codeStatus.expired);
    expect(mainIps(dated) - mainIps(undated)).toBe(code?.ips);
    expect(mainTraffic(dated) - mainTraffic(undated)).toBe(code?.bytes);
  });
});

describe('auto renew', () => {
  it('buys when IPs are low and the wallet pays', () => {
    const account = make();
    for (const plan of account.ipPlans) plan.left = 0;
    account.wallet = 30_000;
    advanceAccount(account, now + 60);
    expect(mainIps(account)).toBeGreaterThan(9_900);
    expect(account.wallet).toBe(30_000 - ipPackages.usual.cents);
    expect(account.autoRenew).toMatchObject({ lastStatus: 1, lastMessage: null, lastAt: now + 60 });
    expect(account.billings.at(-1)).toMatchObject({ type: 1, status: 1, ips: 10_000, cents: 24_000 });
  });

  it('reports hourly why it could not buy, and buys once money was deposited', () => {
    const account = make();
    // One renewal is enough.
    account.ipPlans = [{ id: 1, left: account.autoRenew.whenIps - 10 }];
    account.wallet = 100;
    advanceAccount(account, now + 60);
    expect(account.autoRenew).toMatchObject({ lastStatus: -1, lastMessage: 'Insufficient wallet balance' });
    const failures = () => account.billings.filter((one) => one.type === 1 && one.status === -1).length;
    expect(failures()).toBe(1);
    advanceAccount(account, now + 3_000);
    expect(failures()).toBe(1);
    advanceAccount(account, now + 2 * 86_400);
    expect(account.billings.some((one) => one.type === 2 && one.createdAt > now)).toBe(true);
    expect(account.autoRenew.lastStatus).toBe(1);
  });

  it('does nothing while it is off', () => {
    const account = make();
    for (const plan of account.ipPlans) plan.left = 0;
    account.autoRenew.on = false;
    const { lastAt } = account.autoRenew;
    advanceAccount(account, now + 7_200);
    expect([mainIps(account), account.autoRenew.lastAt]).toEqual([0, lastAt]);
  });
});

describe('the books', () => {
  it.each([3, 250, 5_000])('of an account of size %i are right, at the start and a week later', (size) => {
    const account = make(size);
    for (const moment of [now, now + 7 * 86_400]) {
      advanceAccount(account, moment);
      const paid = (type: 1 | 2) =>
        account.billings
          .filter((one) => one.type === type && one.status === 1)
          .reduce((sum, one) => sum + one.cents, 0);
      const done = account.walletTransactions.filter(({ status }) => status === 1);
      const transactions = done.reduce((sum, one) => sum + one.cents, 0);
      expect(account.wallet).toBe(paid(2) - paid(1) - transactions);
      expect(account.wallet).toBeGreaterThanOrEqual(0);
      const subs = account.subs.list.reduce((sum, sub) => sum + sub.ips, 0);
      const codes = account.shareCodes.reduce((sum, code) => sum + (code.status === 1 ? code.ips : 0), 0);
      const { granted, used, given } = account.ipLedger;
      expect(mainIps(account) + subs + codes).toBe(granted - used - given);
      expect(used).toBeGreaterThan(0);
    }
    expect(account.billings.filter((one) => one.type === 1 && one.createdAt > now).length).toBeGreaterThan(0);
  });
});
