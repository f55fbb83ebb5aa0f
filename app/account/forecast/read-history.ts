// The recorded history of one figure, for a chart: its points, and its use per local day. Pure, except for the
// computer's time zone. Gaps in the record stay gaps.
import type { BalanceId } from '../../model/figures/figure-id';
import type { Sample } from '../history/history';
import { type Point, pointsOf, recordedUse, type Stretch } from './recorded';

export interface RecordedHistory {
  /** [moment, amount], oldest first, at most 1,000. */
  points: [number, number][];
  /** [start of the local day, use], oldest first; days of which nothing is known are not there. */
  perDay: [number, number][];
}

const POINTS = 1000;

/** The last `days` local days, today among them, up to `now` (ms). */
export function readHistory(samples: readonly Sample[], what: BalanceId, days: number, now: number): RecordedHistory {
  const since = dayStart(now, 1 - days);
  const known = pointsOf(samples, what, now);
  const first = known.findIndex(([t]) => t >= since);
  const shown = first === -1 ? [] : known.slice(first);
  // The stretch that leads into the first day is a part of that day.
  const { stretches } = recordedUse(first > 0 ? known.slice(first - 1) : shown);
  return {
    points: thinned(shown).map(([t, value]) => [t, value]),
    perDay: perDay(stretches, since),
  };
}

/** So many that a chart can hold, evenly, with the first and the last. */
function thinned(points: readonly Point[]): Point[] {
  if (points.length <= POINTS) return [...points];
  const step = (points.length - 1) / (POINTS - 1);
  return Array.from({ length: POINTS }, (_, i) => points[Math.round(i * step)]).filter((point) => point !== undefined);
}

function perDay(stretches: readonly Stretch[], since: number): [number, number][] {
  const days = new Map<number, number>();
  for (const { from, to, used } of stretches) {
    for (let start = dayStart(Math.max(from, since), 0); start < to; start = dayStart(start, 1)) {
      const part = Math.min(to, dayStart(start, 1)) - Math.max(from, since, start);
      if (part > 0) days.set(start, (days.get(start) ?? 0) + (used * part) / (to - from));
    }
  }
  return [...days].map(([start, used]): [number, number] => [start, Math.max(0, used)]);
}

/** When the local day begins that is `days` after the one of `t`: also where the clocks change. */
function dayStart(t: number, days: number): number {
  const date = new Date(t);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days).getTime();
}
