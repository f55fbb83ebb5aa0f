// When IPs, traffic and the wallet run out: a moment with a range and how sure it is, or that there is too little to say. Pure.
// Must not: guess. What is not known (a rate, the size of a renewal) makes it `not-enough`.
import type { Sample } from '../history';
import type { AppState, AutoRenew } from '../state';
import { type Down, runningPackages, whenDown } from './packages';
import { type Rate, rateOf } from './rate';
import { type Point, pointsOf, type Recorded, recordedUse } from './recorded';
import { whenUnpaid } from './renewals';
import { type Rhythm, rhythmOf } from './rhythm';
import type { Forecast, Forecasts } from './state';

/** What is left, and what renews it. */
export type Circumstances = Pick<AppState, 'ips' | 'traffic' | 'wallet' | 'autoRenew'>;

const DAY = 86_400_000;
/** Nothing is told of what lies beyond. */
const HORIZON = 365 * DAY;
/** Renewals that come by the calendar, where the vendor tells only the next one. */
const USUAL_PERIOD = 30 * DAY;
const notEnough: Forecast = { says: 'not-enough' };

interface Use extends Recorded {
  rate: Rate;
  rhythm: Rhythm;
}

type BecauseOf = Extract<Forecast, { says: 'runs-out' }>['because'];
/** Where it leads with the rate multiplied by `factor`. */
type Lead = (factor: number) => { at: number; because: BecauseOf };

/**
 * The forecasts at `now` (ms) out of the account's recorded samples and its present figures. Takes a few milliseconds.
 * All moments are whole and not before `now`; earliest <= likely <= latest.
 */
export function forecast(samples: readonly Sample[], present: Circumstances, now: number): Forecasts {
  const ips = useOf(pointsOf(samples, 'ips', now));
  const traffic = useOf(pointsOf(samples, 'traffic', now));
  return {
    ips: forecastIps(ips, present, now),
    traffic: forecastTraffic(traffic, present, now),
    wallet: forecastWallet({ samples, ips, traffic }, present, now),
  };
}

function useOf(points: readonly Point[]): Use | null {
  const until = points.at(-1)?.[0];
  if (until === undefined) return null;
  const recorded = recordedUse(points);
  const rhythm = rhythmOf(recorded.stretches, until);
  const rate = rateOf(recorded.stretches, rhythm, until);
  return rate === null ? null : { ...recorded, rate, rhythm };
}

/** The moment (ms) at which `amount` is used from `from` on; Infinity where nothing is used. */
function whenUsed({ rate, rhythm }: Use, factor: number, from: number, amount: number): number {
  if (amount <= 0) return from;
  return rhythm.after(from, rate.perHour > 0 ? amount / (rate.perHour * factor) : Infinity);
}

function forecastIps(use: Use | null, { ips }: Circumstances, now: number): Forecast {
  if (use === null || ips.value === null) return notEnough;
  const { total } = ips.value;
  if (total <= 0 && use.rate.perHour === 0) return { says: 'lasts', perDay: 0 };
  return said(use.rate, (factor) => ({ at: whenUsed(use, factor, now, total), because: 'used' }), now);
}

function forecastTraffic(use: Use | null, { traffic }: Circumstances, now: number): Forecast {
  if (use === null || traffic.value === null) return notEnough;
  const running = runningPackages(traffic.value, now);
  if (running.length === 0 && use.rate.perHour === 0) return { says: 'lasts', perDay: 0 };
  return said(use.rate, (factor) => trafficDown(use, running, 0, factor, now), now);
}

function trafficDown(
  use: Use,
  running: ReturnType<typeof runningPackages>,
  to: number,
  factor: number,
  now: number,
): Down {
  return whenDown(running, to, now, (from, bytes) => whenUsed(use, factor, from, bytes));
}

interface Known {
  samples: readonly Sample[];
  ips: Use | null;
  traffic: Use | null;
}

function forecastWallet(known: Known, present: Circumstances, now: number): Forecast {
  const wallet = present.wallet.value?.amount;
  const points = pointsOf(known.samples, 'wallet', now);
  if (wallet === undefined) return notEnough;
  const renew = present.autoRenew.value;
  // What renewals took so far is no rate: they are few, and the next one's price is not known.
  if (renew?.on === true && renew.price === null) return notEnough;
  if (renew?.on === true && renew.price !== null && renew.price > 0) {
    return forecastRenewals(known, points, { ...renew, price: renew.price }, wallet, present, now);
  }
  const use = useOf(points);
  if (use === null) return notEnough;
  if (wallet <= 0 && use.rate.perHour === 0) return { says: 'lasts', perDay: 0 };
  return said(use.rate, (factor) => ({ at: whenUsed(use, factor, now, wallet), because: 'used' }), now);
}

/** What leads to the next renewal, and from each to the one after it. */
interface Trigger {
  rate: Rate;
  first: (factor: number) => number;
  /** Null: how much one renewal brings is not known. */
  next: ((factor: number, at: number) => number) | null;
}

function forecastRenewals(
  known: Known,
  points: readonly Point[],
  renew: AutoRenew & { price: number },
  wallet: number,
  present: Circumstances,
  now: number,
): Forecast {
  const trigger = triggerOf(known, renew, present, now);
  if (trigger === null) return notEnough;
  const { price } = renew;
  const { next } = trigger;
  if (next === null && wallet >= price) return notEnough;
  const other = otherUse(points, price);
  const lead: Lead = (factor) => {
    const renewals = {
      wallet,
      price,
      first: trigger.first(factor),
      next: (at: number) => next?.(factor, at) ?? Infinity,
      otherUse: (from: number, to: number) => (other * factor * (to - from)) / DAY,
    };
    return whenUnpaid(renewals, now, now + HORIZON);
  };
  const first = trigger.first(1);
  const period = next === null ? Infinity : next(1, first) - first;
  return said(trigger.rate, lead, now, other + (Number.isFinite(period) ? (price * DAY) / Math.max(period, 1) : 0));
}

function triggerOf(known: Known, renew: AutoRenew, present: Circumstances, now: number): Trigger | null {
  const triggers: Trigger[] = [];
  const { ips, traffic } = known;
  const { whenIps, whenTraffic, nextAt, lastAt } = renew;
  if (whenIps !== null && ips !== null && present.ips.value !== null) {
    const over = present.ips.value.total - whenIps;
    triggers.push(byUse(ips, (factor) => whenUsed(ips, factor, now, over)));
  }
  if (whenTraffic !== null && traffic !== null && present.traffic.value !== null) {
    const running = runningPackages(present.traffic.value, now);
    triggers.push(byUse(traffic, (factor) => trafficDown(traffic, running, whenTraffic, factor, now).at));
  }
  if (whenIps === null && whenTraffic === null && nextAt !== null) {
    const period = lastAt !== null && nextAt - lastAt >= DAY ? nextAt - lastAt : USUAL_PERIOD;
    const rate = { perHour: 0, spread: 0, days: Infinity };
    triggers.push({ rate, first: () => Math.max(now, nextAt), next: (_, at) => at + period });
  }
  return triggers.reduce<Trigger | null>(
    (soonest, one) => (soonest === null || one.first(1) < soonest.first(1) ? one : soonest),
    null,
  );
}

function byUse(use: Use, first: Trigger['first']): Trigger {
  const brought = median(use.refills.map(([, amount]) => amount));
  return {
    rate: use.rate,
    first,
    next: brought === null ? null : (factor, at) => whenUsed(use, factor, at, brought),
  };
}

/** US dollars a day that go for something else than renewals; none where the wallet's history is too short to tell. */
function otherUse(points: readonly Point[], price: number): number {
  const { stretches } = recordedUse(points);
  const others = stretches.map((one) => (Math.abs(one.used / price - 1) < 0.01 ? { ...one, used: 0 } : one));
  const until = points.at(-1)?.[0] ?? 0;
  return (rateOf(others, rhythmOf([], until), until)?.perHour ?? 0) * 24;
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}

/** Puts a lead into words that hold: a range around the likely moment, or that it lasts. */
function said(rate: Rate, lead: Lead, now: number, perDay = rate.perHour * 24): Forecast {
  const likely = lead(1);
  if (!(likely.at <= now + HORIZON)) return { says: 'lasts', perDay };
  const at = Math.max(now, Math.round(likely.at));
  const earliest = Math.max(now, Math.min(at, Math.round(lead(1 + rate.spread).at)));
  const late = lead(1 - rate.spread).at;
  const latest = late <= now + HORIZON ? Math.max(at, Math.round(late)) : null;
  const isCertain = earliest === at && latest === at;
  return {
    says: 'runs-out',
    earliest,
    likely: at,
    latest,
    perDay,
    confidence: isCertain ? 'high' : confidenceOf(rate),
    because: likely.because,
  };
}

function confidenceOf({ spread, days }: Rate): 'low' | 'medium' | 'high' {
  if (days >= 14 && spread < 0.2) return 'high';
  return days >= 5 && spread < 0.45 ? 'medium' : 'low';
}
