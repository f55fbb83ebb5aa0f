import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPreparedOnHover, isScarce, popoverReadiness, type ReadyCircumstances, withOpening } from './keep-ready';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
const now = 1_764_000_000_000;
const often = Array.from({ length: 10 }, (_, i) => now - (10 - i) * HOUR);
const usual: ReadyCircumstances = { setting: 'automatic', openings: often, onBattery: false, isMemoryScarce: false };

const moment = fc.integer({ min: now - 3 * DAY, max: now + 3 * DAY });
const circumstances = fc.record({
  setting: fc.constantFrom('automatic', 'always', 'never'),
  openings: fc.array(moment, { maxLength: 30 }).map((all) => all.toSorted((a, b) => a - b)),
  onBattery: fc.boolean(),
  isMemoryScarce: fc.boolean(),
}) satisfies fc.Arbitrary<ReadyCircumstances>;

describe('popoverReadiness', () => {
  it('keeps the window of a user who opened it ten times within a day, until that is no longer so', () => {
    expect(popoverReadiness(now, usual)).toEqual({ isKept: true, reason: 'opened-often', until: now + 14 * HOUR });
    expect(popoverReadiness(now, { ...usual, openings: often.slice(1) })).toEqual({
      isKept: false,
      reason: 'opened-rarely',
      until: null,
    });
  });

  it('keeps no window on battery or where memory is scarce', () => {
    expect(popoverReadiness(now, { ...usual, onBattery: true }).reason).toBe('on-battery');
    expect(popoverReadiness(now, { ...usual, isMemoryScarce: true }).reason).toBe('memory-scarce');
  });

  it('follows the setting, except that memory goes before Always', () => {
    const always: ReadyCircumstances = { ...usual, setting: 'always', openings: [], onBattery: true };
    expect(popoverReadiness(now, always)).toEqual({ isKept: true, reason: 'always', until: null });
    expect(popoverReadiness(now, { ...always, isMemoryScarce: true }).isKept).toBe(false);
    expect(popoverReadiness(now, { ...usual, setting: 'never' }).reason).toBe('never');
  });

  it('keeps it automatically exactly while ten openings of the past are within a day', () => {
    fc.assert(
      fc.property(circumstances, moment, (c, at) => {
        const { isKept } = popoverReadiness(at, { ...c, setting: 'automatic' });
        const recent = c.openings.filter((opened) => opened <= at && at - opened < DAY).length;
        expect(isKept).toBe(!c.onBattery && !c.isMemoryScarce && recent >= 10);
      }),
    );
  });

  it('names the moment at which it changes without another opening', () => {
    fc.assert(
      fc.property(circumstances, (c) => {
        const past = { ...c, openings: c.openings.filter((opened) => opened <= now) };
        const { isKept, until } = popoverReadiness(now, past);
        const keptAt = (at: number) => popoverReadiness(at, past).isKept;
        expect(until ?? Infinity).toBeGreaterThan(now);
        expect(keptAt((until ?? now + 9 * DAY) - 1)).toBe(isKept);
        expect(keptAt(until ?? now + 9 * DAY)).toBe(isKept && until === null);
      }),
    );
  });

  it('is never changed by what withOpening leaves out', () => {
    fc.assert(
      fc.property(circumstances, fc.array(fc.integer({ min: 0, max: DAY }), { maxLength: 40 }), (c, pauses) => {
        let at = now;
        let all: number[] = [];
        let kept: number[] = [];
        for (const pause of pauses) {
          at += pause;
          all = [...all, at];
          kept = withOpening(kept, at);
          expect(kept.length).toBeLessThanOrEqual(10);
          expect(popoverReadiness(at, { ...c, openings: kept })).toEqual(popoverReadiness(at, { ...c, openings: all }));
        }
      }),
    );
  });

  it('has no effect of openings that a clock set back has left in the future', () => {
    expect(popoverReadiness(now - DAY, usual).isKept).toBe(false);
    expect(withOpening(often, now - DAY)).toEqual([now - DAY]);
  });
});

it('prepares a window under the pointer unless the setting or the memory is against it', () => {
  expect(isPreparedOnHover({ ...usual, openings: [], onBattery: true })).toBe(true);
  expect(isPreparedOnHover({ ...usual, setting: 'never' })).toBe(false);
  expect(isPreparedOnHover({ ...usual, setting: 'always', isMemoryScarce: true })).toBe(false);
});

it('counts memory as scarce below a tenth of all, and below 512 MiB', () => {
  const GiB = 1024 ** 3;
  expect([isScarce(1.5 * GiB, 16 * GiB), isScarce(1.7 * GiB, 16 * GiB)]).toEqual([true, false]);
  expect([isScarce(0.4 * GiB, 2 * GiB), isScarce(0.6 * GiB, 2 * GiB)]).toEqual([true, false]);
});
