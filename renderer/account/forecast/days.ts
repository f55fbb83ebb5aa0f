// The table beside a chart: one row a local day. Pure.
import type { RecordedHistory } from './use-history';

export interface DayRow {
  /** A moment of the day (ms). */
  day: number;
  used: number | null;
  /** The last reading of the day. */
  left: number | null;
}

/** The rows of what was recorded, newest first. */
export function dayRows({ points, perDay }: RecordedHistory): DayRow[] {
  const rows = new Map<string, DayRow>();
  for (const [day, used] of perDay) rows.set(new Date(day).toDateString(), { day, used, left: null });
  for (const [at, left] of points) {
    const key = new Date(at).toDateString();
    const row = rows.get(key);
    rows.set(key, { day: row?.day ?? at, used: row?.used ?? null, left });
  }
  return [...rows.values()].sort((a, b) => b.day - a.day);
}
