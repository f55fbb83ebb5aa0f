import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figureIds, forEachFigure } from '../../model/figures/figures';
import { exampleState } from '../../model/state/app-state.fixture';
import { historySchema, record, recordedIn, type Sample, sampleOf, sampleSchema, trends } from './history';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const now = Date.UTC(2026, 10, 22, 12);
const sample = (t: number, ips: number | null = 1): Sample => [t, ips, 2, 3, 1];
const noTrends = forEachFigure(() => []);
const moments = (samples: readonly Sample[]) => samples.map(([t]) => t);

/** What is kept of samples that came one by one, each recorded at its own moment. */
const recorded = (times: readonly number[]) =>
  times.reduce<Sample[]>((samples, t) => record(samples, sample(t), t), []);

/** Whether these fall into one day, which is the widest bucket. */
const sameBucket = (one: number, other: number) => Math.floor(one / DAY) === Math.floor(other / DAY);

describe('a sample', () => {
  it('has the numbers of all figures that were just read, in the order of their table', () => {
    const state = exampleState();
    expect(sampleOf(state, now).slice(0, 5)).toEqual([now, 1200, 5_000_000_000, 42.5, 1]);
    expect(sampleOf(state, now)).toHaveLength(1 + figureIds.length);
    expect(sampleOf({ ...state, wallet: { ...state.wallet, status: 'failed' } }, now)[3]).toBeNull();
  });

  it('of a version that lacked a figure is read without it', () => {
    const stored = sampleSchema.parse([now, 5, 6, 7]);
    expect([recordedIn(stored, 'wallet'), recordedIn(stored, 'autoRenew')]).toEqual([7, null]);
  });
});

describe('record', () => {
  it('keeps the newest sample of each five minutes of the last two days', () => {
    const start = now - HOUR;
    const samples = recorded(Array.from({ length: 240 }, (_, i) => start + i * 15_000));
    expect(samples).toHaveLength(12);
    expect(samples.at(-1)?.[0]).toBe(start + 239 * 15_000);
    expect(samples[0]?.[0]).toBe(start + 19 * 15_000);
  });

  it('thins what is older than two days to one an hour, than sixty days to one a day, and drops it after two years', () => {
    const day = (age: number) => Array.from({ length: 288 }, (_, i) => sample(now - age * DAY + i * 5 * MINUTE));
    const lately = [3, 2, 1].map((age) => sample(now - age * DAY - MINUTE));
    const counted = (age: number) => record([...day(age), ...lately], sample(now), now).length - 4;
    expect(counted(1)).toBe(288);
    expect(counted(10)).toBe(24);
    // The day's noon begins in the middle of a day of the calendar.
    expect(counted(100)).toBe(2);
    expect(counted(800)).toBe(0);
  });

  it('keeps a null where a figure was not known', () => {
    expect(record([sample(now, 5)], sample(now + 1, null), now + 1)).toEqual([sample(now + 1, null)]);
  });

  it('does not change what it was given', () => {
    const given = [sample(now - MINUTE)];
    record(given, sample(now), now);
    expect(given).toEqual([sample(now - MINUTE)]);
  });

  it('stays sorted when the clock was set back, and loses nothing that is recent', () => {
    const before = recorded([now, now + 10 * MINUTE]);
    const after = record(before, sample(now - HOUR), now - HOUR);
    expect(moments(after)).toEqual([now - HOUR, now, now + 10 * MINUTE]);
  });

  /** 300 daily samples, and 960 hourly ones up to `now`. */
  const long = recorded([
    ...Array.from({ length: 300 }, (_, i) => now - (340 - i) * DAY),
    ...Array.from({ length: 960 }, (_, i) => now - (959 - i) * HOUR),
  ]);

  it('loses nothing by one read with the clock three years ahead', () => {
    const wrong = now + 3 * 365 * DAY;
    const ahead = record(long, sample(wrong), wrong);
    expect(moments(ahead)).toEqual([...moments(long), wrong]);
    expect(moments(record(ahead, sample(now + HOUR), now + HOUR))).toEqual([...moments(long), now + HOUR, wrong]);
  });

  it('loses nothing by reads on up to three wrong days, before or after the right one', () => {
    const wrong = fc.array(fc.integer({ min: 3 * DAY, max: 30 * 365 * DAY }), { maxLength: 3 });
    fc.assert(
      fc.property(wrong, fc.boolean(), (offsets, areAhead) => {
        let samples: Sample[] = long;
        for (const offset of offsets) {
          const clock = areAhead ? now + offset : Math.max(0, now - offset);
          samples = record(samples, sample(clock), clock);
        }
        const kept = new Set(moments(record(samples, sample(now + HOUR), now + HOUR)));
        // As without the wrong reads: an hour later, one of the hourly samples is old enough to be dropped at most.
        const right = moments(record(long, sample(now + HOUR), now + HOUR));
        expect(right.filter((t) => !kept.has(t) && !offsets.some((o) => sameBucket(t, now - o)))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('is thinned by a clock that is right after all, once samples of four days agree', () => {
    const later = now + 3 * 365 * DAY;
    const samples = [0, 1, 2, 3].reduce<Sample[]>(
      (kept, day) => record(kept, sample(later + day * DAY), later + day * DAY),
      long,
    );
    expect(samples).toHaveLength(4);
  });

  it('keeps the newest sample, in order, one a bucket, whatever comes', () => {
    const offsets = fc.array(fc.integer({ min: -3 * DAY, max: 100 * DAY }), { maxLength: 60 });
    fc.assert(
      fc.property(offsets, (given) => {
        const samples = given.reduce<Sample[]>((kept, offset) => record(kept, sample(now - offset), now), []);
        const kept = moments(samples);
        expect(kept).toEqual([...kept].sort((a, b) => a - b));
        expect(kept.every((t) => given.includes(now - t))).toBe(true);
        expect(kept.at(-1)).toBe(given.length === 0 ? undefined : now - Math.min(...given));
        const recent = kept.filter((t) => now - t <= 2 * DAY).map((t) => Math.floor(t / (5 * MINUTE)));
        expect(new Set(recent).size).toBe(recent.length);
      }),
    );
  });

  it('stays small: a year at a sample per 15 seconds', { tags: 'sweep' }, () => {
    let samples: Sample[] = [];
    for (let day = 0; day < 365; day += 1) {
      const raw = Array.from(
        { length: 5760 },
        (_, i): Sample => [now + day * DAY + i * 15_000, 123_456_789, 987_654_321_012_345, 12_345.67, 1],
      );
      const last = raw.at(-1) ?? sample(now);
      samples = record([...samples, ...raw.slice(0, -1)], last, last[0]);
    }
    expect(samples.length).toBeLessThan(2500);
    expect(samples.length).toBeGreaterThan(2000);
    const kept = { accounts: { '7': samples } };
    expect(JSON.stringify(kept).length).toBeLessThan(5_000_000);
    expect(historySchema.parse(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  });
});

describe('trends', () => {
  it('draws the last day, one line a figure', () => {
    const samples: Sample[] = [
      [now - 2 * DAY, 1, 1, 1, 1],
      [now - 2 * HOUR, 10, 20, 30, 0],
      [now - HOUR, 11, 21, 31, 1],
    ];
    expect(trends(samples, now)).toEqual({
      ...noTrends,
      ips: [
        [now - 2 * HOUR, 10],
        [now - HOUR, 11],
      ],
      traffic: [
        [now - 2 * HOUR, 20],
        [now - HOUR, 21],
      ],
      wallet: [
        [now - 2 * HOUR, 30],
        [now - HOUR, 31],
      ],
      autoRenew: [
        [now - 2 * HOUR, 0],
        [now - HOUR, 1],
      ],
    });
  });

  it('draws all there is when the last day is nearly empty', () => {
    const samples = [sample(now - 9 * DAY), sample(now - 5 * DAY), sample(now - HOUR)];
    expect(trends(samples, now).ips.map(([t]) => t)).toEqual(moments(samples));
  });

  it('leaves out what was not known', () => {
    const samples: Sample[] = [
      [now - 3 * HOUR, null, 1, null, null],
      [now - 2 * HOUR, 4, null, null, null],
    ];
    expect(trends(samples, now)).toEqual({
      ...noTrends,
      ips: [[now - 2 * HOUR, 4]],
      traffic: [[now - 3 * HOUR, 1]],
      wallet: [],
      autoRenew: [],
    });
  });

  it('draws nothing of a future that a clock set back has left behind', () => {
    const samples = [sample(now - HOUR), sample(now), sample(now + HOUR)];
    expect(trends(samples, now).wallet.map(([t]) => t)).toEqual([now - HOUR, now]);
  });

  it('draws at most 60 points, oldest first, with the first and the last', () => {
    const ages = fc.uniqueArray(fc.integer({ min: 0, max: DAY }), { minLength: 2, maxLength: 400 });
    fc.assert(
      fc.property(ages, (given) => {
        const times = given.map((age) => now - age).sort((a, b) => a - b);
        const drawn = trends(
          times.map((t) => sample(t)),
          now,
        ).ips.map(([t]) => t);
        expect(drawn).toHaveLength(Math.min(60, times.length));
        expect(drawn).toEqual([...new Set(drawn)].sort((a, b) => a - b));
        expect([drawn[0], drawn.at(-1)]).toEqual([times[0], times.at(-1)]);
      }),
    );
  });
});
