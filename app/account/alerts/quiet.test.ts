import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isQuiet, MUTED_FOR, quietEnd, silentUntil } from './quiet';

const zone = process.env['TZ'];
beforeAll(() => {
  process.env['TZ'] = 'Europe/Berlin';
});
afterAll(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

const night = { on: true, from: '22:00', to: '07:00' };
const noon = { on: true, from: '12:00', to: '13:30' };
/** Local time. */
const at = (day: number, hours: number, minutes = 0, month = 9) => new Date(2026, month, day, hours, minutes).getTime();

describe('quiet hours', () => {
  it('go across midnight or stay within a day, by the clock on the wall', () => {
    expect([21, 22, 0, 6, 7].map((hours) => isQuiet(night, at(20, hours)))).toEqual([false, true, true, true, false]);
    expect([11, 12, 13, 14].map((hours) => isQuiet(noon, at(20, hours)))).toEqual([false, true, true, false]);
    expect(isQuiet({ ...night, on: false }, at(20, 23))).toBe(false);
    expect(isQuiet({ on: true, from: '08:00', to: '08:00' }, at(20, 8))).toBe(false);
  });

  it('end by the clock on the wall, also in the night in which clocks change', () => {
    // Back from 3:00 to 2:00 on 25 October 2026: an hour longer. On to 3:00 from 2:00 on 29 March 2026: an hour shorter.
    expect(quietEnd(night, at(24, 22)) - at(24, 22)).toBe(10 * 3_600_000);
    expect(quietEnd(night, at(28, 22, 0, 2)) - at(28, 22, 0, 2)).toBe(8 * 3_600_000);
    expect(quietEnd(night, at(20, 6))).toBe(at(20, 7));
    // An end that the clocks skip comes right after they change.
    expect(
      isQuiet(
        { on: true, from: '01:00', to: '02:30' },
        quietEnd({ on: true, from: '01:00', to: '02:30' }, at(29, 1, 30, 2)),
      ),
    ).toBe(false);
  });

  it('that end within the hour that comes twice end in it both times', () => {
    const early = { on: true, from: '22:00', to: '02:30' };
    // The clock shows 2:30 for the first time at 0:30 UTC, and for the second time at 1:30 UTC.
    const first = Date.UTC(2026, 9, 25, 0, 30);
    const second = Date.UTC(2026, 9, 25, 1, 30);
    expect([first - 1, first, second - 1, second].map((now) => isQuiet(early, now))).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect(quietEnd(early, at(24, 22))).toBe(first);
    expect(quietEnd(early, second - 600_000)).toBe(second);
    expect(quietEnd(early, second)).toBe(at(26, 2, 30));
    expect(quietEnd({ ...early, to: '01:30' }, at(25, 1, 45))).toBe(at(26, 1, 30));
  });

  it('are over at their end, whenever that is asked', () => {
    const time = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);
    fc.assert(
      fc.property(time, time, fc.integer({ min: at(1, 0, 0, 0), max: at(1, 0, 0, 11) }), (from, to, now) => {
        const quiet = { on: true, from, to };
        const end = quietEnd(quiet, now);
        expect(end).toBeGreaterThan(now);
        expect(end - now).toBeLessThanOrEqual(25 * 3_600_000);
        expect(isQuiet(quiet, end + 1000)).toBe(false);
      }),
    );
  });
});

describe('notifications that were muted for a day', () => {
  const off = { ...night, on: false };
  const now = at(20, 12);

  it('are silent until then, and no longer', () => {
    expect(silentUntil({ quiet: off, mutedUntil: null }, now)).toBeNull();
    expect(silentUntil({ quiet: off, mutedUntil: now + MUTED_FOR }, now)).toBe(now + MUTED_FOR);
    expect(silentUntil({ quiet: off, mutedUntil: now }, now)).toBeNull();
  });

  it('are not silent for longer because the clock was set back', () => {
    expect(silentUntil({ quiet: off, mutedUntil: now + MUTED_FOR + 1 }, now)).toBeNull();
  });

  it('stay silent in the quiet hours, whichever end later', () => {
    const [evening, seven] = [at(20, 23), at(21, 7)];
    expect(silentUntil({ quiet: night, mutedUntil: at(21, 1) }, evening)).toBe(seven);
    expect(silentUntil({ quiet: night, mutedUntil: at(21, 12) }, evening)).toBe(at(21, 12));
    expect(silentUntil({ quiet: night, mutedUntil: null }, evening)).toBe(seven);
  });
});
