// The rhythm of use over a week: which hours use more than others, so that a night or a weekend is not taken for the
// end of use. Pure. Hours count from 1970 in UTC, without a time zone, so summer time moves the rhythm by one hour at
// most.
import type { Stretch } from './recorded';

/** Time as use sees it: a busy hour counts for more than one hour, a quiet one for less; a week counts for 168. */
export interface Rhythm {
  /** Hours of use between two moments (ms). */
  between(from: number, to: number): number;
  /** The moment (ms) at which so many hours of use have passed since `from`; Infinity where either is. */
  after(from: number, hours: number): number;
}

const HOUR = 3_600_000;
const WEEK_HOURS = 168;
const WEEK = WEEK_HOURS * HOUR;
/** A rhythm is learned from short stretches, of the last weeks, and from no less than this. */
const SHORT = 2 * HOUR;
const LEARNED_FROM = 8 * WEEK;
const LEAST_SPAN = 3 * WEEK;
const LEAST_HOURS = 1.5 * WEEK_HOURS;
/** How many average hours each hour of the week begins with, so that a single one says little. */
const PRIOR_HOURS = 1;
/** The share of hours that are not outliers. */
const USUAL = 0.97;
const MOST = 5;
const LEAST = 0.1;

/** The rhythm of these stretches (oldest first), or an even one where they are too few to tell. */
export function rhythmOf(stretches: readonly Stretch[], until: number): Rhythm {
  const short = stretches.filter(({ from, to }) => to - from <= SHORT && from >= until - LEARNED_FROM);
  const first = short[0]?.from ?? until;
  const hours = short.reduce((sum, { from, to }) => sum + (to - from) / HOUR, 0);
  if (until - first < LEAST_SPAN || hours < LEAST_HOURS) return even;
  const usual = withoutFreaks(short);
  const used = usual.reduce((sum, stretch) => sum + stretch.used, 0);
  return used > 0 ? weekly(weightsOf(usual, used / hours)) : even;
}

/** The stretches, with outliers cut down to what the busiest hours use. */
function withoutFreaks(stretches: readonly Stretch[]): Stretch[] {
  const speed = ({ from, to, used }: Stretch) => used / (to - from);
  const sorted = stretches.map(speed).sort((a, b) => a - b);
  const most = sorted[Math.floor(sorted.length * USUAL)] ?? 0;
  return stretches.map((one) => ({ ...one, used: Math.min(one.used, most * (one.to - one.from)) }));
}

const even: Rhythm = {
  between: (from, to) => (to - from) / HOUR,
  after: (from, hours) => from + hours * HOUR,
};

function weightsOf(stretches: readonly Stretch[], average: number): number[] {
  const used = Array.from({ length: WEEK_HOURS }, () => PRIOR_HOURS * average);
  const hours = Array.from({ length: WEEK_HOURS }, () => PRIOR_HOURS);
  for (const stretch of stretches) {
    const hour = Math.floor((stretch.from + stretch.to) / 2 / HOUR) % WEEK_HOURS;
    used[hour] = (used[hour] ?? 0) + stretch.used;
    hours[hour] = (hours[hour] ?? 0) + (stretch.to - stretch.from) / HOUR;
  }
  return used.map((amount, hour) => Math.min(MOST, Math.max(LEAST, amount / (hours[hour] ?? 1) / average)));
}

function weekly(weights: readonly number[]): Rhythm {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const week = weights.map((weight) => (weight * WEEK_HOURS) / sum);
  // Hours of use from the week's begin up to each of its hours.
  const upTo = [0];
  for (const weight of week) upTo.push((upTo.at(-1) ?? 0) + weight);
  const since1970 = (t: number) => {
    const weeks = Math.floor(t / WEEK);
    const hour = (t - weeks * WEEK) / HOUR;
    const whole = Math.floor(hour);
    return weeks * WEEK_HOURS + (upTo[whole] ?? 0) + (hour - whole) * (week[whole] ?? 0);
  };
  return {
    between: (from, to) => since1970(to) - since1970(from),
    after(from, hours) {
      if (!Number.isFinite(from + hours)) return Infinity;
      const aim = since1970(from) + hours;
      const weeks = Math.floor(aim / WEEK_HOURS);
      let rest = aim - weeks * WEEK_HOURS;
      let at = weeks * WEEK;
      for (const weight of week) {
        if (rest <= weight) return Math.max(from, at + (rest / weight) * HOUR);
        rest -= weight;
        at += HOUR;
      }
      return at;
    },
  };
}
