import { describe, expect, it } from 'vitest';
import { mainIps, mainTraffic } from './allocations';
import { createDemo } from '../demo';
import { startOfTests } from '../demo.fixture';

const hour = 3_600_000;
const day = 24 * hour;

describe.each([3, 250, 50_000])('the past of an account with %i sub-accounts', (size) => {
  const { account, past } = createDemo({ size, now: () => startOfTests });
  const column = (i: 1 | 2 | 3) => past.map((balances) => balances[i]);

  it('goes back for months, and ends where the account begins', () => {
    const times = past.map(([at]) => at);
    expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
    expect(startOfTests - (times[0] ?? 0)).toBeGreaterThan(140 * day);
    expect(startOfTests - (times.at(-1) ?? 0)).toBeLessThanOrEqual(hour / 4);
    expect(times.length).toBeLessThan(2000);
    const [, ips = 0, bytes = 0, usd = 0] = past.at(-1) ?? [];
    expect(Math.abs(ips - mainIps(account)) / mainIps(account)).toBeLessThan(0.1);
    expect(Math.abs(bytes - mainTraffic(account)) / mainTraffic(account)).toBeLessThan(0.01);
    expect(usd).toBe(account.wallet / 100);
  });

  it('is never below nothing, and knows every figure', () => {
    expect(past.every(([, ips, bytes, usd]) => ips >= 0 && bytes >= 0 && usd >= 0)).toBe(true);
  });

  it('has the rises of the purchases and deposits, and falls in between', () => {
    const rises = (values: readonly number[]) =>
      values.filter((value, i) => i > 0 && value > (values[i - 1] ?? 0)).length;
    const lately = (kind: 'ips' | 'bytes') =>
      account.billings.filter(
        (one) => one[kind] !== null && one.status === 1 && one.createdAt * 1000 > startOfTests - 60 * day,
      );
    const hourly = past.filter(([at]) => at > startOfTests - 60 * day);
    expect(rises(hourly.map(([, ips]) => ips))).toBe(lately('ips').length);
    expect(rises(hourly.map(([, , bytes]) => bytes))).toBe(lately('bytes').length);
    expect(rises(column(3))).toBeGreaterThan(10);
  });

  it('uses about half as much of IPs and traffic on a day of the weekend as on a weekday', () => {
    const used = (i: 1 | 2) => {
      const perDay: Record<'weekday' | 'weekend', number[]> = { weekday: [], weekend: [] };
      for (let at = startOfTests - 56 * day - 14 * hour; at < startOfTests - 28 * day; at += day) {
        const hours = past.filter(([time]) => time >= at && time <= at + day).map((balances) => balances[i]);
        // A refill is no use.
        const sum = hours.reduce((total, value, n) => total + Math.max(0, (hours[n - 1] ?? value) - value), 0);
        perDay[new Date(at).getUTCDay() % 6 === 0 ? 'weekend' : 'weekday'].push(sum);
      }
      const mean = (days: number[]) => days.reduce((sum, one) => sum + one, 0) / days.length;
      return mean(perDay.weekend) / mean(perDay.weekday);
    };
    for (const share of [used(1), used(2)]) {
      expect(share).toBeGreaterThan(0.4);
      expect(share).toBeLessThan(0.6);
    }
  });

  it('is the same with the same seed', () => {
    expect(createDemo({ size, now: () => startOfTests }).past).toEqual(past);
  });
});
