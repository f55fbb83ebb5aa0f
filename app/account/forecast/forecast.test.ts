import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { record, type Sample } from '../history/history';
import { exampleState, fresh } from '../../model/state/app-state.fixture';
import { type Circumstances, forecast } from './forecast';
import {
  balances,
  DAY,
  HOUR,
  ipSamples,
  ipsLeft,
  type Life,
  nothing,
  now,
  trafficLeft,
  walletLeft,
} from './series.fixture';
import { type Forecast, forecastsSchema } from '../../model/figures/forecast';
import type { AutoRenew } from '../../model/state/app-state';

const ipsOf = (life: Life) => forecast(ipSamples(balances(life)), ipsLeft(life.left), now).ips;

function runsOut(said: Forecast): Extract<Forecast, { says: 'runs-out' }> {
  if (said.says !== 'runs-out') throw new Error(`It says ${said.says}.`);
  return said;
}

/** Use per day; 0 where it is not known. */
const perDayOf = (said: Forecast) => (said.says === 'not-enough' ? 0 : said.perDay);

/** The parts of a forecast: its use, and its moments in order. */
function parts(said: Forecast): { perDay: number; moments: number[] } {
  const moments =
    said.says === 'runs-out' ? [said.earliest, said.likely, ...(said.latest === null ? [] : [said.latest])] : [];
  return { perDay: perDayOf(said), moments };
}

const daysUntil = (t: number) => (t - now) / DAY;
const exampleAutoRenew = exampleState().autoRenew.value as AutoRenew;
const steady = (perHour: number) => () => perHour;

describe('the use', () => {
  it('a steady month gives a forecast to the hour, with high confidence', () => {
    const said = runsOut(ipsOf({ days: 28, use: steady(10), left: 2400 }));
    expect(said.perDay).toBeCloseTo(240, 6);
    expect(daysUntil(said.likely)).toBeCloseTo(10, 1);
    expect(daysUntil(said.earliest)).toBeGreaterThan(8);
    expect(daysUntil(said.latest ?? Infinity)).toBeLessThan(12);
    expect(said).toMatchObject({ confidence: 'high', because: 'used' });
  });

  it('does not count purchases against itself', () => {
    const refills = [100, 220, 340, 460].map((ago): [number, number] => [ago, 1200]);
    const without = runsOut(ipsOf({ days: 28, use: steady(10), left: 2400 }));
    const withThem = runsOut(ipsOf({ days: 28, use: steady(10), left: 2400, refills }));
    expect(withThem.perDay).toBeCloseTo(without.perDay, 6);
    expect(withThem.likely).toBe(without.likely);
  });

  it('use is counted for the time in which NineTray does not run, too', () => {
    const all = balances({ days: 28, use: steady(10), left: 2400 });
    // Five days without a reading, and every night.
    const seen = all.filter(([t]) => {
      const ago = (now - t) / DAY;
      return !(ago > 3 && ago < 8) && new Date(t).getUTCHours() > 7;
    });
    const said = runsOut(forecast(ipSamples(seen), ipsLeft(2400), now).ips);
    expect(said.perDay).toBeCloseTo(240, 3);
  });

  it('in a gap with a purchase is not known, and is left out', () => {
    const all = balances({ days: 28, use: steady(10), left: 2400, refills: [[130, 5000]] });
    const seen = all.filter(([t]) => Math.abs((now - t) / HOUR - 130) > 40);
    expect(runsOut(forecast(ipSamples(seen), ipsLeft(2400), now).ips).perDay).toBeCloseTo(240, 3);
  });

  it('is not known of gaps that may hide a purchase', () => {
    // Every second day a thousand is bought, and all of it is used; a reading every 40 hours sees hardly any of that.
    const refills = Array.from({ length: 14 }, (_, i): [number, number] => [i * 48 + 11, 1000]);
    const all = balances({ days: 28, use: steady(1000 / 48), left: 500, refills });
    const often = forecast(ipSamples(all), ipsLeft(500), now).ips;
    expect(Math.abs(runsOut(often).perDay - 500)).toBeLessThan(5);
    const rarely = all.filter(([t]) => ((now - t) / HOUR) % 40 === 0);
    expect(forecast(ipSamples(rarely), ipsLeft(500), now).ips).toEqual({ says: 'not-enough' });
  });

  it('of last week counts more than that of last month', () => {
    const use = (ago: number) => (ago <= 7 * 24 ? 20 : 10);
    const said = runsOut(ipsOf({ days: 28, use, left: 2400 }));
    expect(said.perDay).toBeGreaterThan(340);
    expect(said.perDay).toBeLessThan(480);
  });

  it('is not moved by a freak day', () => {
    const use = (ago: number) => (ago === 50 ? 5000 : 10);
    expect(Math.abs(runsOut(ipsOf({ days: 28, use, left: 2400 })).perDay - 240)).toBeLessThan(5);
  });

  it('that comes in bursts, two days a week, is their mean', () => {
    const use = (ago: number) => (Math.floor(ago / 24) % 7 < 2 ? 70 : 0);
    const said = runsOut(ipsOf({ days: 28, use, left: 2400, every: 4 }));
    expect(said.perDay).toBeGreaterThan(0.6 * 480);
    expect(said.perDay).toBeLessThan(1.4 * 480);
    expect(said.confidence).not.toBe('high');
  });

  it('knows nights and weekends once there are weeks of them', () => {
    // Only on weekdays from 8 to 18 UTC: ten hours of 24 each.
    const use = (ago: number) => {
      const at = new Date(now - ago * HOUR);
      const isWork = at.getUTCDay() % 6 !== 0 && at.getUTCHours() >= 8 && at.getUTCHours() < 18;
      return isWork ? 24 : 0;
    };
    // A Monday noon with five working hours' use left. Evenly it would last until Tuesday morning.
    const said = runsOut(ipsOf({ days: 56, use, left: 120 }));
    expect((said.likely - now) / HOUR).toBeGreaterThan(4.5);
    expect((said.likely - now) / HOUR).toBeLessThan(6);
  });

  it('is not invented by a vendor that flickers, or changes its unit', () => {
    const points = balances({ days: 28, use: steady(10), left: 2400 });
    const flickering = points.map(([t, value], i): [number, number] => [t, i % 50 === 7 ? 0 : value]);
    expect(runsOut(forecast(ipSamples(flickering), ipsLeft(2400), now).ips).perDay).toBeCloseTo(240, 0);
    const changed = points.map(([t, value], i): [number, number] => [t, i < 300 ? value * 1000 : value]);
    expect(runsOut(forecast(ipSamples(changed), ipsLeft(2400), now).ips).perDay).toBeCloseTo(240, 3);
  });

  it('is not invented by a clock that was wrong', () => {
    const points = balances({ days: 28, use: steady(10), left: 2400 });
    // An hour in which the clock was a day ahead, and a day that was recorded an hour late.
    const ahead = points.slice(-200, -197).map(([t, value]): [number, number] => [t + DAY, value]);
    const future = points.slice(-100).map(([t, value]): [number, number] => [t + 200 * HOUR, value + 7]);
    const samples = ipSamples([...points, ...ahead, ...future].sort((a, b) => a[0] - b[0]));
    const said = runsOut(forecast(samples, ipsLeft(2400), now).ips);
    expect(Math.abs(said.perDay - 240)).toBeLessThan(10);
  });

  it('that is none lasts', () => {
    expect(ipsOf({ days: 28, use: steady(0), left: 500 })).toEqual({ says: 'lasts', perDay: 0 });
  });

  it('slow usage lasts beyond the forecast', () => {
    expect(ipsOf({ days: 28, use: steady(0.1), left: 5000 }).says).toBe('lasts');
  });

  it('of nothing that is left has run out', () => {
    expect(runsOut(ipsOf({ days: 3, use: steady(10), left: 0 })).likely).toBe(now);
  });

  it('is less sure with less history', () => {
    const at = (days: number) => runsOut(ipsOf({ days, use: (ago) => 10 + (ago % 3), left: 2400 }));
    expect(at(1.5).confidence).toBe('low');
    expect(at(8).confidence).toBe('medium');
    expect(at(28).confidence).toBe('high');
    const width = (days: number) => (at(days).latest ?? Infinity) - at(days).earliest;
    expect(width(3)).toBeGreaterThan(width(8));
    expect(width(8)).toBeGreaterThan(width(28));
  });
});

describe('too little', () => {
  it.each([
    ['nothing', []],
    ['one sample', [[now, 5, 5, 5, 1]]],
    ['a few hours', [0, 1, 2, 3].map((ago): Sample => [now - (3 - ago) * HOUR, 900 - ago, 9, 9, 1])],
    [
      'readings that do not know',
      [
        [now - 2 * DAY, null, null, null, null],
        [now, null, null, null, null],
      ],
    ],
  ] satisfies [string, Sample[]][])('too little history is reported for %s', (_, samples) => {
    const present = { ...ipsLeft(5), wallet: walletLeft(5).wallet, traffic: trafficLeft([[5, null]]).traffic };
    expect(new Set(Object.values(forecast(samples, present, now)).map(({ says }) => says))).toEqual(
      new Set(['not-enough']),
    );
  });

  it('too little history is reported for figures that are unknown now', () => {
    const samples = ipSamples(balances({ days: 9, use: steady(1), left: 9 }));
    expect(forecast(samples, nothing, now).ips).toEqual({ says: 'not-enough' });
  });
});

const GB = 1e9;

describe('traffic', () => {
  const samples = (perDay: number, left: number): Sample[] =>
    balances({ days: 28, use: steady(perDay / 24), left }).map(([t, value]) => [t, null, value, null, null]);
  const trafficOf = (perDay: number, packages: readonly (readonly [number, number | null])[]) => {
    const total = packages.reduce((sum, [left]) => sum + left, 0);
    return forecast(samples(perDay, total), trafficLeft(packages), now).traffic;
  };

  it('uses packages in the order in which they expire', () => {
    // 2 GB until day 1, of which 1 is lost; 3 GB until day 30: used up on day 4.
    const said = runsOut(
      trafficOf(GB, [
        [3 * GB, 30],
        [2 * GB, 1],
      ]),
    );
    expect(daysUntil(said.likely)).toBeCloseTo(4, 1);
    expect(said.because).toBe('used');
  });

  it('is over at the last expiry, whatever is left', () => {
    const said = runsOut(
      trafficOf(GB, [
        [50 * GB, 10],
        [80 * GB, 20],
      ]),
    );
    expect(said).toMatchObject({
      likely: now + 20 * DAY,
      latest: now + 20 * DAY,
      because: 'expired',
      confidence: 'high',
    });
  });

  it('an unused package still expires, and lasts where it has no expiry', () => {
    expect(trafficOf(0, [[5 * GB, 12]])).toMatchObject({ likely: now + 12 * DAY, because: 'expired', perDay: 0 });
    expect(trafficOf(0, [[5 * GB, null]])).toEqual({ says: 'lasts', perDay: 0 });
  });

  it('does not count what has expired', () => {
    const said = runsOut(
      trafficOf(GB, [
        [50 * GB, -1],
        [2 * GB, null],
      ]),
    );
    expect(daysUntil(said.likely)).toBeCloseTo(2, 1);
  });
});

describe('the wallet', () => {
  it('runs out by its recorded use', () => {
    const own = balances({ days: 28, use: steady(0.5), left: 60 }).map(([t, usd]): Sample => [t, null, null, usd, 0]);
    const said = runsOut(forecast(own, walletLeft(60), now).wallet);
    expect(daysUntil(said.likely)).toBeCloseTo(5, 1);
    expect(said).toMatchObject({ because: 'used' });
  });

  it('has the same forecast whatever 9Proxy reports about auto renew', () => {
    // The IPs reach a threshold of 200 in 80 hours. Nothing is taken from the wallet, so it lasts.
    const samples = balances({ days: 28, use: steady(10), left: 1000 }).map(([t, ips]): Sample => [t, ips, null, 9, 1]);
    const figures = { ips: ipsLeft(1000).ips, wallet: walletLeft(9).wallet };
    const price = { ...exampleAutoRenew, on: true, price: 50, whenIps: 200, nextAt: now + DAY };
    const saids = [fresh(price), fresh({ ...price, price: null }), fresh({ ...price, on: false })].map((autoRenew) =>
      forecast(samples, exampleState({ ...figures, autoRenew }), now),
    );
    expect(saids[0]?.wallet).toEqual({ says: 'lasts', perDay: 0 });
    expect(runsOut(saids[0]?.ips ?? { says: 'not-enough' }).because).toBe('used');
    expect(saids[1]).toEqual(saids[0]);
    expect(saids[2]).toEqual(saids[0]);
  });
});

describe('whatever was recorded', () => {
  const amount = fc.oneof(
    fc.integer({ min: 0, max: 1e6 }),
    fc.double({ min: 0, max: 1e13, noNaN: true }),
    fc.constant(null),
  );
  const anySample = fc.tuple(
    fc.integer({ min: now - 400 * DAY, max: now + 5 * DAY }),
    amount,
    amount,
    amount,
    fc.constantFrom(0, 1, null),
  );
  const anyPresent: fc.Arbitrary<Circumstances> = fc.record({
    ips: fc.integer({ min: 0, max: 1e6 }).map((total) => ipsLeft(total).ips),
    traffic: fc
      .array(fc.tuple(fc.integer({ min: 0, max: 1e12 }), fc.option(fc.integer({ min: -3, max: 300 }))), {
        maxLength: 6,
      })
      .map((packages) => trafficLeft(packages).traffic),
    wallet: fc.double({ min: -5, max: 1e5, noNaN: true }).map((usd) => walletLeft(usd).wallet),
  });

  it('the forecast is well formed: no moment in the past, earliest <= likely <= latest, never NaN', () => {
    fc.assert(
      fc.property(fc.array(anySample, { maxLength: 80 }), anyPresent, (given, present) => {
        const samples = given.sort((a, b) => a[0] - b[0]);
        const said = forecast(samples, present, now);
        expect(forecastsSchema.parse(said)).toEqual(said);
        for (const { perDay, moments } of Object.values(said).map(parts)) {
          expect(perDay).toBeGreaterThanOrEqual(0);
          expect(Number.isFinite(perDay)).toBe(true);
          expect(moments).toEqual([...moments].sort((a, b) => a - b));
          expect(moments.every((at) => at >= now && at <= now + 365 * DAY)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('one sample is not enough', () => {
    fc.assert(
      fc.property(anySample, anyPresent, (sample, present) => {
        const { ips, traffic } = forecast([sample], present, now);
        expect([ips.says, traffic.says]).toEqual(['not-enough', 'not-enough']);
      }),
    );
  });

  const uses = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 48, maxLength: 24 * 20 });
  const life = (use: readonly number[], left: number, times = 1): Life => ({
    days: use.length / 24,
    use: (ago) => (use[ago - 1] ?? 0) * times,
    left,
  });
  const rangeOf = (said: Forecast) =>
    said.says === 'runs-out' ? [said.earliest, said.latest ?? Infinity] : [Infinity, Infinity];
  const likelyOf = (said: Forecast): number =>
    said.says === 'runs-out' ? said.likely : said.says === 'lasts' ? Infinity : Number.NaN;

  it('more use is never later', () => {
    fc.assert(
      fc.property(uses, fc.integer({ min: 2, max: 9 }), fc.integer({ min: 1, max: 60_000 }), (use, times, left) => {
        const less = ipsOf(life(use, left));
        const more = ipsOf(life(use, left, times));
        expect(likelyOf(more)).toBeLessThanOrEqual(likelyOf(less));
        const [earlier, latest] = rangeOf(more);
        expect(earlier).toBeLessThanOrEqual(rangeOf(less)[0] ?? 0);
        expect(latest).toBeLessThanOrEqual(rangeOf(less)[1] ?? 0);
      }),
    );
  });

  it('more use in some of the hours is never later', () => {
    fc.assert(
      fc.property(
        uses,
        fc.array(fc.nat(470), { maxLength: 40 }),
        fc.integer({ min: 1, max: 60_000 }),
        (use, at, left) => {
          const more = use.map((each, i) => each + (at.includes(i) ? 25 : 0));
          expect(likelyOf(ipsOf(life(more, left)))).toBeLessThanOrEqual(likelyOf(ipsOf(life(use, left))));
        },
      ),
    );
  });

  it('less that is left is never later', () => {
    fc.assert(
      fc.property(uses, fc.integer({ min: 1, max: 60_000 }), fc.nat(60_000), (use, left, more) => {
        const samples = ipSamples(balances(life(use, left)));
        const at = (total: number) => likelyOf(forecast(samples, ipsLeft(total), now).ips);
        expect(at(left)).toBeLessThanOrEqual(at(left + more));
      }),
    );
  });

  it('purchases change no use: not its sign, nor the moment by much', () => {
    const bought = fc.array(fc.tuple(fc.nat(19 * 24), fc.integer({ min: 100_000, max: 200_000 })), { maxLength: 5 });
    fc.assert(
      fc.property(uses, bought, fc.integer({ min: 100, max: 6000 }), (use, refills, left) => {
        const plain = ipsOf(life(use, left));
        // What is bought is there before: the series stays above nothing.
        const points = balances({ ...life(use, left), refills }).map(([t, v]): [number, number] => [t, v + 1e6]);
        const withThem = forecast(ipSamples(points), ipsLeft(left), now).ips;
        const isSteady = use.every((each) => each >= 5);
        const [least, most] = isSteady ? [0.5, 2] : [0, Infinity];
        expect(perDayOf(withThem)).toBeGreaterThanOrEqual(perDayOf(plain) * least);
        expect(perDayOf(withThem)).toBeLessThanOrEqual((perDayOf(plain) + 1) * most);
      }),
    );
  });

  it('the unit does not count: a thousand times as much of all is the same moment', () => {
    fc.assert(
      fc.property(uses, fc.integer({ min: 1, max: 60_000 }), (use, left) => {
        const one = ipsOf(life(use, left));
        const points = balances(life(use, left)).map(([t, v]): [number, number] => [t, v * 1024]);
        const other = forecast(ipSamples(points), ipsLeft(left * 1024), now).ips;
        expect(Math.abs(likelyOf(other) - likelyOf(one)) || 0).toBeLessThan(1000);
        expect(perDayOf(other)).toBeCloseTo(perDayOf(one) * 1024, 3);
      }),
    );
  });

  it('no use lasts, whatever was bought', () => {
    const bought = fc.array(fc.tuple(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 1, max: 9000 })), {
      maxLength: 9,
    });
    fc.assert(
      fc.property(bought, fc.integer({ min: 1, max: 9000 }), (refills, left) => {
        const points = balances({ days: 28, use: steady(0), left, refills });
        expect(forecast(ipSamples(points), ipsLeft(left), now).ips).toEqual({ says: 'lasts', perDay: 0 });
      }),
    );
  });
});

describe('a year of samples', () => {
  let samples: Sample[] = [];
  for (let quarter = 365 * 96; quarter >= 0; quarter -= 1) {
    const t = now - quarter * 15 * 60_000;
    const used = Math.floor((365 * 96 - quarter) * 2.5);
    const sample: Sample = [t, 10_000 - (used % 9000), 5e11 - used * 1e6, 500 - Math.floor(used / 9000), 1];
    // As they came: thinned day by day, and again at the end.
    samples.push(sample);
    if (quarter % 96 === 0) samples = record(samples.slice(0, -1), sample, t);
  }

  it('takes less than 5 MB on disk, and says what it knows', () => {
    const document = { version: 1, accounts: { '4471': samples } };
    expect(JSON.stringify(document, null, 2).length).toBeLessThan(5_000_000);
    expect(samples[0]?.[0]).toBeLessThan(now - 360 * DAY);
    const last = samples.at(-1);
    const said = forecast(samples, ipsLeft(last?.[1] ?? 0), now).ips;
    expect(runsOut(said).perDay).toBeCloseTo(240, 0);
    expect(runsOut(said).confidence).toBe('high');
  });
});
