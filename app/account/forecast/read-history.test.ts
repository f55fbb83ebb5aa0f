import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readHistory } from './read-history';
import { balances, DAY, HOUR, ipSamples } from './series.fixture';
import type { Sample } from '../history/history';

const zone = process.env['TZ'];
beforeEach(() => {
  process.env['TZ'] = 'Europe/Berlin';
});
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

const at = (text: string) => new Date(text).getTime();

describe('readHistory', () => {
  const samples = ipSamples(balances({ days: 10, use: () => 10, left: 500, refills: [[30, 5000]] }));
  const now = samples.at(-1)?.[0] ?? 0;

  it('has the points of the last days, and the use of each local day without purchases', () => {
    const { points, perDay } = readHistory(samples, 'ips', 3, now);
    expect(points[0]?.[0]).toBe(at('2026-11-21T00:00'));
    expect(points.at(-1)).toEqual([now, 500]);
    expect(perDay.map(([start]) => start)).toEqual(
      ['2026-11-21T00:00', '2026-11-22T00:00', '2026-11-23T00:00'].map(at),
    );
    // It is 13 o'clock; the hour of the purchase is not known.
    expect(perDay.map(([, used]) => Math.round(used))).toEqual([240, 230, 130]);
  });

  it('goes by local days that are 23 and 25 hours long', () => {
    const end = at('2026-10-26T00:00');
    const autumn = Array.from({ length: 60 }, (_, i): Sample => [end - (59 - i) * HOUR, 1000 - i * 10, null, null, 1]);
    expect(readHistory(autumn, 'ips', 3, end - 1).perDay.at(-1)).toEqual([at('2026-10-25T00:00'), 240]);
    expect(readHistory(autumn, 'ips', 3, end).perDay).toEqual([
      [at('2026-10-24T00:00'), 240],
      [at('2026-10-25T00:00'), 250],
    ]);
  });

  it('usage of a time without reads is spread over the days of the gap', () => {
    const gap: Sample[] = [
      [at('2026-11-20T12:00'), 900, null, null, 1],
      [at('2026-11-22T12:00'), 420, null, null, 1],
    ];
    expect(readHistory(gap, 'ips', 5, at('2026-11-23T12:00')).perDay.map(([, used]) => used)).toEqual([120, 240, 120]);
  });

  it('has nothing where nothing is known', () => {
    expect(readHistory([], 'wallet', 30, now)).toEqual({ points: [], perDay: [] });
    expect(readHistory(samples, 'traffic', 30, now)).toEqual({ points: [], perDay: [] });
  });

  it('has at most 1,000 points, the first and the last among them', () => {
    const many = Array.from({ length: 3000 }, (_, i): Sample => [now - (2999 - i) * 60_000, i, null, null, 1]);
    const { points } = readHistory(many, 'ips', 30, now);
    expect(points).toHaveLength(1000);
    expect(points[0]).toEqual([now - 2999 * 60_000, 0]);
    expect(points.at(-1)).toEqual([now, 2999]);
    expect(now - (points[0]?.[0] ?? 0)).toBeLessThan(3 * DAY);
  });
});
