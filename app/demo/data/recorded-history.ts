// The balances that the demo account had before it began: what an application would have recorded in the months before.
// Follows from the account's own purchases, deposits and transactions, and from the rhythm of its life.
import type { Account } from './account';
import { mainIps, mainTraffic } from './allocations';
import { usageRhythm } from './traffic-simulator';
import type { Random } from './random';

/** [moment (ms), IPs left, bytes left, US dollars in the wallet, auto renew on (1)]. */
export type Balances = [number, number, number, number, number];

/** Unix seconds, and how much came in. */
interface Refill {
  at: number;
  amount: number;
}

const step = 900;
const hour = 3_600;
const day = 86_400;
const daysBack = 150;

/** Oldest first: every quarter of an hour of the last two days, every hour of two months, a day of what lies before. */
export function recordedBalances(account: Account, random: Random): Balances[] {
  const { startedAt, autoRenew, billings } = account;
  const times = Array.from({ length: (daysBack * day) / step }, (_, i) => startedAt - daysBack * day + i * step);
  const use = times.map((at) => usageRhythm(at) * (0.4 + 1.2 * random.next()));
  const bought = billings.filter(({ type, status }) => type === 1 && status === 1);
  const refillsOf = (amount: (billing: (typeof bought)[number]) => number | null): Refill[] =>
    bought.flatMap((one) => {
      const came = amount(one);
      return came === null ? [] : [{ at: one.createdAt, amount: came }];
    });
  const ipRefills = refillsOf(({ ips }) => ips);
  const trafficRefills = refillsOf(({ bytes }) => bytes);
  const ips = usedBetween(times, use, ipRefills, mainIps(account), autoRenew.whenIps);
  const traffic = mainTraffic(account);
  const bytes = usedBetween(times, use, trafficRefills, traffic, beforePurchase(trafficRefills, traffic, startedAt));
  const wallet = walletBack(account, times);
  return times.flatMap((at, i): Balances[] => {
    const age = startedAt - at;
    const isKept = age <= 2 * day || (age <= 60 * day ? at % hour < step : at % day < step);
    if (!isKept) return [];
    return [
      [at * 1000, Math.round(ips[i] ?? 0), Math.round(bytes[i] ?? 0), (wallet[i] ?? 0) / 100, Number(autoRenew.on)],
    ];
  });
}

/** What was left of the traffic when more was bought, if it is always used as fast as it is bought. */
function beforePurchase(refills: readonly Refill[], left: number, now: number): number {
  const first = refills[0];
  const last = refills.at(-1);
  if (first === undefined || last === undefined || first === last) return left;
  const total = refills.reduce((sum, { amount }) => sum + amount, 0) - first.amount;
  return Math.max(0, left + ((now - last.at) * total) / (last.at - first.at) - last.amount);
}

/** From one purchase to the next, what is there is used up to `before`, by the rhythm; from the last one on, to what is left now. */
function usedBetween(
  times: readonly number[],
  use: readonly number[],
  refills: readonly Refill[],
  left: number,
  before: number,
): number[] {
  const balances: number[] = [];
  let end = times.length;
  let endsWith = left;
  for (const { at, amount } of [...refills].reverse()) {
    const begin = times.findIndex((time) => time >= at);
    if (begin === -1) continue;
    // Of what was bought before the first moment, a part is used by then.
    const share = begin > 0 ? 1 : ((end - begin) * step) / Math.max(step, (times[end - 1] ?? at) + step - at);
    const beginsWith = endsWith + Math.max(before + amount - endsWith, 0) * share;
    const whole = use.slice(begin, end).reduce((sum, one) => sum + one, 0);
    let later = 0;
    for (let i = end - 1; i >= begin; i -= 1) {
      later += use[i] ?? 0;
      balances[i] = endsWith + ((beginsWith - endsWith) * later) / whole;
    }
    if (begin === 0) break;
    end = begin;
    endsWith = before;
  }
  return balances;
}

/** US cents at each moment: what is there now, less what came in since, and more what went. */
function walletBack({ wallet, billings, walletTransactions }: Account, times: readonly number[]): number[] {
  const changes = [
    ...billings
      .filter(({ status }) => status === 1)
      .map(({ type, cents, createdAt }) => ({ createdAt, cents: type === 2 ? cents : -cents })),
    ...walletTransactions
      .filter(({ status }) => status === 1)
      .map(({ cents, createdAt }) => ({ createdAt, cents: -cents })),
  ].sort((a, b) => b.createdAt - a.createdAt);
  const balances: number[] = [];
  let cents = wallet;
  let next = 0;
  for (let i = times.length - 1; i >= 0; i -= 1) {
    for (
      let change = changes[next];
      change !== undefined && change.createdAt > (times[i] ?? 0);
      change = changes[next]
    ) {
      cents -= change.cents;
      next += 1;
    }
    balances[i] = cents;
  }
  return balances;
}
