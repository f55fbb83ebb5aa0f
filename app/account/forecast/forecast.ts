// When IPs, traffic and the wallet run out: a moment with a range and a confidence, or that there is too little
// history. Pure. Only recorded use counts: not auto renew, whose meaning is unconfirmed
// (docs/decisions/022-auto-renew.md).
import type { Sample } from '../history/history';
import type { AppState } from '../../model/state/app-state';
import { runningPackages, whenDown } from './packages';
import { type Rate, rateOf } from './rate';
import { type Point, pointsOf, type Recorded, recordedUse } from './recorded';
import { type Rhythm, rhythmOf } from './rhythm';
import type { Forecast, Forecasts } from '../../model/figures/forecast';

/** What is left. */
export type Circumstances = Pick<AppState, 'ips' | 'traffic' | 'wallet'>;

const DAY = 86_400_000;
/** Nothing is forecast beyond this. */
const HORIZON = 365 * DAY;
const notEnough: Forecast = { says: 'not-enough' };

interface Use extends Recorded {
  rate: Rate;
  rhythm: Rhythm;
}

type BecauseOf = Extract<Forecast, { says: 'runs-out' }>['because'];
/** Where it leads with the rate multiplied by `factor`. */
type Lead = (factor: number) => { at: number; because: BecauseOf };

/**
 * The forecasts at `now` (ms) from the account's recorded samples and its present figures. Takes a few milliseconds.
 * All moments are whole and not before `now`; earliest <= likely <= latest.
 */
export function forecast(samples: readonly Sample[], present: Circumstances, now: number): Forecasts {
  const ips = useOf(pointsOf(samples, 'ips', now));
  const traffic = useOf(pointsOf(samples, 'traffic', now));
  return {
    ips: forecastIps(ips, present, now),
    traffic: forecastTraffic(traffic, present, now),
    wallet: forecastWallet(useOf(pointsOf(samples, 'wallet', now)), present, now),
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
  return said(use.rate, (factor) => whenDown(running, now, (from, bytes) => whenUsed(use, factor, from, bytes)), now);
}

function forecastWallet(use: Use | null, { wallet }: Circumstances, now: number): Forecast {
  if (use === null || wallet.value === null) return notEnough;
  const { amount } = wallet.value;
  if (amount <= 0 && use.rate.perHour === 0) return { says: 'lasts', perDay: 0 };
  return said(use.rate, (factor) => ({ at: whenUsed(use, factor, now, amount), because: 'used' }), now);
}

/** Turns a lead into a forecast: a range around the likely moment, or that it lasts. */
function said(rate: Rate, lead: Lead, now: number): Forecast {
  const perDay = rate.perHour * 24;
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
