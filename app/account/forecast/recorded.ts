// Reads the recorded balances of one figure as use: how much was used in which interval, and how much came in. Pure.
import type { BalanceId } from '../../model/figures/figure-id';
import { recordedIn, type Sample } from '../history/history';

/** [moment (ms), amount in the figure's own unit]. */
export type Point = readonly [number, number];

/** What was used between two readings. Slightly negative if a little came back. */
export interface Stretch {
  from: number;
  to: number;
  used: number;
}

export interface Recorded {
  /** Oldest first. Stretches in which something was bought, or may well have been, are not among them: their use is not known. */
  stretches: Stretch[];
  /** What was bought or paid in, oldest first: [moment, amount]. */
  refills: Point[];
}

const HOUR = 3_600_000;

/** A reading that differs from the ones around it, while those agree, within this time, is the vendor's flicker (ms). */
const FLICKER = 3 * HOUR;
/** A rise below this share of the amount is not a purchase: it is taken off the use. */
const SMALL_RISE = 0.01;
/**
 * While NineTray did not run, use continued: it is spread over the gap. Beyond this time (ms), and beyond half the usual time between
 * two purchases, it is left out: a purchase in it would look like little use. A gap no longer than the others is always taken.
 */
const LONGEST_GAP = 14 * 24 * HOUR;
const SHORT_GAP = 3 * HOUR;

/**
 * The readings of a figure up to `now`, oldest first, since its unit last changed. Readings in the future, from a clock
 * that was ahead, are left out.
 */
export function pointsOf(samples: readonly Sample[], what: BalanceId, now: number): Point[] {
  const points: Point[] = [];
  for (const sample of samples) {
    const [t] = sample;
    const value = recordedIn(sample, what);
    if (t > now || value === null || !Number.isFinite(value)) continue;
    const last = points.at(-1);
    if (last !== undefined && changedUnit(last[1], value)) points.length = 0;
    if (points.at(-1)?.[0] === t) points.pop();
    points.push([t, value]);
  }
  return points.filter((point, i) => !isFlicker(points[i - 1], point, points[i + 1]));
}

/** A vendor that changes to megabytes, or back to bytes: a thousandth (or less) to half a percent, or a million times as much. */
function changedUnit(before: number, after: number): boolean {
  if (before <= 0 || after <= 0) return false;
  if (after / before >= 1e6) return true;
  return [1e3, 1e6, 1e9].some((unit) => Math.abs((after * unit) / before - 1) < 0.005);
}

function isFlicker(before: Point | undefined, [, value]: Point, after: Point | undefined): boolean {
  if (before === undefined || after === undefined || after[0] - before[0] > FLICKER) return false;
  const there = value - before[1];
  const back = value - after[1];
  return there * back > 0 && Math.abs(after[1] - before[1]) <= 0.2 * Math.min(Math.abs(there), Math.abs(back));
}

/** Use and purchases from readings (oldest first). */
export function recordedUse(points: readonly Point[]): Recorded {
  const stretches: Stretch[] = [];
  const refills: Point[] = [];
  for (const [i, point] of points.entries()) {
    const before = points[i - 1];
    if (before === undefined) continue;
    const used = before[1] - point[1];
    if (-used > SMALL_RISE * Math.abs(point[1])) refills.push([point[0], -used]);
    else stretches.push({ from: before[0], to: point[0], used });
  }
  const longest = Math.min(LONGEST_GAP, Math.max(SHORT_GAP, betweenRefills(refills) / 2));
  return { stretches: stretches.filter(({ from, to }) => to - from <= longest), refills };
}

/** The usual time between two purchases (ms): the median; Infinity where there are too few to tell. */
function betweenRefills(refills: readonly Point[]): number {
  const gaps = refills.slice(1).map(([at], i) => at - (refills[i]?.[0] ?? at));
  return gaps.length < 2 ? Infinity : (gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? Infinity);
}
