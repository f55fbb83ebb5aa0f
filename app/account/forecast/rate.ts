// How fast something was used in the last weeks, and how sure that is. Pure. A single freak day does not decide, and
// less than a day of history gives no rate.
import type { Rhythm } from './rhythm';
import type { Stretch } from './recorded';

export interface Rate {
  /** Use per hour of use (see Rhythm), never negative, in the figure's own unit. */
  perHour: number;
  /** How far off it may be, as a share of itself: between 0.03 and 0.9. Four of five outcomes lie within it. */
  spread: number;
  /** Days with enough known hours. */
  days: number;
}

interface Day {
  used: number;
  /** Hours of use (see Rhythm) that are known of it, and the same by the clock. */
  hours: number;
  known: number;
  weight: number;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const DAYS = 28;
/** After so many days, a day counts half. */
const HALF_LIFE = 7;
/** Hours of a day that must be known for it to count, and of all days together for there to be a rate. */
const LEAST_OF_DAY = 6;
const LEAST = 24;
/** One day in ten may be an outlier, at either end. */
const FREAKS = 10;
/** Four of five outcomes lie within 1.28 standard deviations. */
const WITHIN = 1.28;
const LEAST_SPREAD = 0.03;
const MOST_SPREAD = 0.9;
/** What is assumed of the days' unevenness before anything is known: like two days with a deviation as large as their mean. */
const PRIOR_DAYS = 2;

/** The rate at `until` (ms), the last reading; null where there is not enough. */
export function rateOf(stretches: readonly Stretch[], rhythm: Rhythm, until: number): Rate | null {
  const days = daysOf(stretches, rhythm, until);
  const known = days.reduce((sum, day) => sum + day.known, 0);
  // A reading that came a little early makes a day a little short.
  if (days.length === 0 || known < LEAST * 0.99) return null;
  const rates = days.map(({ used, hours }) => Math.max(0, used / hours));
  const sorted = [...rates].sort((a, b) => a - b);
  const freaks = sorted.length < 3 ? 0 : Math.ceil(sorted.length / FREAKS);
  const least = sorted[freaks] ?? 0;
  const most = sorted[sorted.length - 1 - freaks] ?? 0;
  const kept = rates.map((rate) => Math.min(most, Math.max(least, rate)));
  const weight = days.reduce((sum, day) => sum + day.weight, 0);
  const perHour = days.reduce((sum, day, i) => sum + day.weight * (kept[i] ?? 0), 0) / weight;
  if (perHour <= 0) return { perHour: 0, spread: MOST_SPREAD, days: days.length };
  const variance = days.reduce((sum, day, i) => sum + day.weight * ((kept[i] ?? 0) / perHour - 1) ** 2, 0) / weight;
  const guarded = (variance * days.length + PRIOR_DAYS) / (days.length + PRIOR_DAYS);
  const counted = weight ** 2 / days.reduce((sum, day) => sum + day.weight ** 2, 0);
  // The weeks to come are uneven too: more history makes the rate surer, not the future.
  const spread = WITHIN * Math.sqrt(guarded * (1 / counted + 1 / DAYS));
  return { perHour, spread: Math.min(MOST_SPREAD, Math.max(LEAST_SPREAD, spread)), days: days.length };
}

/** Days of 24 hours back from `until`, so that no time zone and no clock change counts. */
function daysOf(stretches: readonly Stretch[], rhythm: Rhythm, until: number): Day[] {
  const days = Array.from(
    { length: DAYS },
    (_, age): Day => ({ used: 0, hours: 0, known: 0, weight: 0.5 ** (age / HALF_LIFE) }),
  );
  for (const { from, to, used } of stretches) {
    const whole = rhythm.between(from, to);
    if (whole <= 0) continue;
    const oldest = Math.min(DAYS - 1, Math.floor((until - from) / DAY));
    for (let age = Math.max(0, Math.floor((until - to) / DAY)); age <= oldest; age += 1) {
      const begin = Math.max(from, until - (age + 1) * DAY);
      const end = Math.min(to, until - age * DAY);
      const day = days[age];
      if (day === undefined || end <= begin) continue;
      const part = rhythm.between(begin, end);
      day.hours += part;
      day.known += (end - begin) / HOUR;
      day.used += (used * part) / whole;
    }
  }
  return (
    days
      .filter(({ known }) => known >= LEAST_OF_DAY)
      // A quiet day, and one that is known in part, says less about an hour of use.
      .map((day) => ({ ...day, weight: (day.weight * day.hours) / 24 }))
  );
}
