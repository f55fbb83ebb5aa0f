// Whether more was used in the last day than usual, compared with at least a week of the account's own days, so that
// one freak day decides nothing. Pure.
import type { Sample } from '../history/history';
import { pointsOf, recordedUse, type Stretch } from '../forecast/recorded';

export interface Use {
  /** What was used in the last 24 hours. */
  perDay: number;
  /** The median of the days before. */
  usual: number;
  /** Above this a day is unusual. */
  limit: number;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const DAYS = 28;
const LEAST_DAYS = 7;
/** Hours of a day that must be known for it to count. */
const LEAST_HOURS = 6;
/** So many times the usual, and so many times what nine days in ten stay below: a weekly busy day is no surprise. */
const TIMES_USUAL = 3;
const TIMES_BUSY = 1.5;
const BUSY = 0.9;
/** Less than this a day is never unusual: IPs, bytes. */
const LEAST_USE = { ips: 20, traffic: 200_000_000 };

/** The use of the 24 hours before `now` (ms), beside that of the four weeks before; null where that is too little to compare with. */
export function useOfLastDay(samples: readonly Sample[], what: 'ips' | 'traffic', now: number): Use | null {
  const days = daysBack(recordedUse(pointsOf(samples, what, now)).stretches, now);
  const [today, ...before] = days;
  const known = before
    .filter(({ hours }) => hours >= LEAST_HOURS)
    .map(({ used, hours }) => Math.max(0, (used * 24) / hours))
    .sort((a, b) => a - b);
  if (today === undefined || today.hours <= 0 || known.length < LEAST_DAYS) return null;
  const usual = known[Math.floor(known.length / 2)] ?? 0;
  const busy = known[Math.floor(known.length * BUSY)] ?? 0;
  return {
    perDay: Math.max(0, today.used),
    usual,
    limit: Math.max(TIMES_USUAL * usual, TIMES_BUSY * busy, LEAST_USE[what]),
  };
}

/** Days of 24 hours back from `now`, the last one first. */
function daysBack(stretches: readonly Stretch[], now: number): { used: number; hours: number }[] {
  const days = Array.from({ length: DAYS + 1 }, () => ({ used: 0, hours: 0 }));
  for (const { from, to, used } of stretches) {
    if (to <= from) continue;
    const oldest = Math.min(DAYS, Math.floor((now - from) / DAY));
    for (let age = Math.max(0, Math.floor((now - to) / DAY)); age <= oldest; age += 1) {
      const part = Math.min(to, now - age * DAY) - Math.max(from, now - (age + 1) * DAY);
      const day = days[age];
      if (day === undefined || part <= 0) continue;
      day.used += (used * part) / (to - from);
      day.hours += part / HOUR;
    }
  }
  return days;
}
