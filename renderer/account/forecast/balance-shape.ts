// How a history is drawn so that it stays readable: many refills as a band, a year by the week, the first day by its
// points. Pure.
export type Points = readonly (readonly [number, number])[];

/** A day or a week of a balance. `at` in ms; the others in the figure's own unit. */
export interface BandRow {
  at: number;
  low: number;
  high: number;
  mean: number;
}

export type BalanceShape = { kind: 'line' } | { kind: 'band'; by: 'day' | 'week'; rows: readonly BandRow[] };

const DAY = 86_400_000;

/** More refills than this are a wall of saw teeth, in which nothing can be read. */
const MOST_TEETH = 12;
/** A rise by this part of the highest balance is a refill. */
const REFILL = 0.1;
/** A longer history (ms) is summarised by the week. */
const BY_WEEK_FROM = 100 * DAY;

/** A line, or with many refills a band between the lowest and the highest balance of each day or week. */
export function balanceShape(points: Points): BalanceShape {
  if (refills(points) <= MOST_TEETH) return { kind: 'line' };
  const by = isByWeek(points) ? 'week' : 'day';
  return { kind: 'band', by, rows: bandOf(points, by) };
}

function refills(points: Points): number {
  const least = REFILL * Math.max(0, ...points.map(([, value]) => value));
  return points.filter(([, value], index) => value - (points[index - 1]?.[1] ?? value) > least).length;
}

function bandOf(points: Points, by: 'day' | 'week'): BandRow[] {
  const end = points.at(-1)?.[0] ?? 0;
  const periods = grouped(points, (at) => (by === 'day' ? new Date(at).toDateString() : weeksBack(at, end)));
  return periods.map((inIt, index) => {
    const values = inIt.map(([, value]) => value);
    const [from, to] = [inIt[0]?.[0] ?? end, inIt.at(-1)?.[0] ?? end];
    return {
      // The band reaches from the first reading to the last.
      at: index === 0 ? from : index === periods.length - 1 ? to : (from + to) / 2,
      low: Math.min(...values),
      high: Math.max(...values),
      mean: values.reduce((sum, value) => sum + value, 0) / values.length,
    };
  });
}

/** Whether a history is so long that a bar is a week: [moment, value], oldest first. */
export function isByWeek(points: Points): boolean {
  return spanOf(points) > BY_WEEK_FROM;
}

/** Use per day as the average of each week: [middle of the week, use per day]. Days of which nothing is known do not count. */
export function weekly(perDay: Points): [number, number][] {
  const end = perDay.at(-1)?.[0] ?? 0;
  return grouped(perDay, (day) => weeksBack(day, end)).map((days) => [
    end - (weeksBack(days[0]?.[0] ?? end, end) * 7 + 3) * DAY,
    days.reduce((sum, [, used]) => sum + used, 0) / days.length,
  ]);
}

/** The points in groups of those that share a period, in their order. */
function grouped(points: Points, periodOf: (at: number) => string | number): Points[] {
  const groups = new Map<string | number, [number, number][]>();
  for (const [at, value] of points) {
    const period = periodOf(at);
    groups.set(period, [...(groups.get(period) ?? []), [at, value]]);
  }
  return [...groups.values()];
}

/** How many whole weeks (of seven days that end with `end`) lie between. A change of the clocks may be in them. */
function weeksBack(at: number, end: number): number {
  return Math.floor((end - at + DAY / 24) / (7 * DAY));
}

/** Whether what is recorded covers less than a day: there is no forecast then, and no use per day to compare. */
export function isFirstDay(points: Points): boolean {
  return points.length > 0 && spanOf(points) < DAY;
}

function spanOf(points: Points): number {
  return (points.at(-1)?.[0] ?? 0) - (points[0]?.[0] ?? 0);
}
