// The history of the figures: what is stored of it, how it thins with age, and the trend lines drawn from it. Numbers only: nothing in it
// names a user or a key.
import { z } from 'zod';
import type { AppState } from '../../model/state/app-state';
import { type FigureId, figureIds, type Figures, forEachFigure, freshNumber } from '../../model/figures/figures';

/** One sample: the moment (ms), then a number for each figure in the order of the table of figures; null: not known then. */
export const sampleSchema = z.tuple([z.number().int()], z.number().nullable());
export type Sample = z.infer<typeof sampleSchema>;

/** The sample of figures that were just read at `now` (ms). */
export function sampleOf(figures: Figures, now: number): Sample {
  return [now, ...figureIds.map((id) => freshNumber(id, figures[id]))];
}

/** What a sample has of a figure; null also where it is from before the figure existed. */
export function recordedIn(sample: Sample, id: FigureId): number | null {
  return sample[figureIds.indexOf(id) + 1] ?? null;
}

/** By account (model/account-id.ts). */
export const historySchema = z.object({ accounts: z.record(z.string(), z.array(sampleSchema)) });
export type History = z.infer<typeof historySchema>;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Up to this age, one sample is kept per bucket: five minutes, an hour, a day. Older than the last: dropped. */
const KEPT: readonly { age: number; bucket: number }[] = [
  { age: 2 * DAY, bucket: 5 * MINUTE },
  { age: 60 * DAY, bucket: HOUR },
  { age: 730 * DAY, bucket: DAY },
];

/** So many days must have samples before a later moment is believed: a clock that is years ahead for one read must not delete anything. */
const DAYS_OF_EVIDENCE = 3;

/**
 * The moment (ms) by which samples are thinned: `now`, but no more than three days after the last sample of the fourth newest day
 * that has any. Samples are sorted.
 */
function believedNow(sorted: readonly Sample[], now: number): number {
  let days = 0;
  let day = Number.NaN;
  let moment = now;
  for (const [t] of sorted.toReversed()) {
    if (t > now || Math.floor(t / DAY) === day) continue;
    day = Math.floor(t / DAY);
    moment = t;
    days += 1;
    if (days > DAYS_OF_EVIDENCE) break;
  }
  return Math.min(now, moment + DAYS_OF_EVIDENCE * DAY);
}

/** The bucket (as its number since 1970, with its size) that a sample of this age falls into, or null when it is too old. */
function bucketOf(t: number, now: number): string | null {
  const rule = KEPT.find(({ age }) => now - t <= age);
  return rule === undefined ? null : `${rule.bucket}:${Math.floor(t / rule.bucket)}`;
}

/**
 * The samples with one more, thinned: the newest of each bucket stays. Sorted by moment, also after the clock was set back. Samples
 * from the future stay: the clock may be wrong now, or have been wrong then.
 * Values that the new sample does not know (null) are not taken from older ones.
 */
export function record(samples: readonly Sample[], sample: Sample, now: number): Sample[] {
  const sorted = [...samples, sample].sort((a, b) => a[0] - b[0]);
  const until = believedNow(sorted, now);
  const kept: Sample[] = [];
  let last: string | null = null;
  for (const one of sorted) {
    const bucket = bucketOf(one[0], until);
    if (bucket === null) continue;
    if (bucket === last) kept[kept.length - 1] = one;
    else kept.push(one);
    last = bucket;
  }
  return kept;
}

const POINTS = 60;

/** Trend lines of the last day; of all there is when the last day has fewer than two samples. At most 60 points each. */
export function trends(samples: readonly Sample[], now: number): AppState['trends'] {
  // Samples from before the clock was set back would draw the line into the future.
  const past = samples.filter(([t]) => t <= now);
  const lastDay = past.filter(([t]) => t >= now - DAY);
  const shown = lastDay.length >= 2 ? lastDay : past;
  return forEachFigure((id) => {
    const known = shown.flatMap((sample): [number, number][] => {
      const value = recordedIn(sample, id);
      return value === null ? [] : [[sample[0], value]];
    });
    if (known.length <= POINTS) return known;
    const step = (known.length - 1) / (POINTS - 1);
    return Array.from({ length: POINTS }, (_, i) => known[Math.round(i * step)]).filter((point) => point !== undefined);
  });
}
