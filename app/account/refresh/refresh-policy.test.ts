import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Circumstances, nextRefresh, staleAfter } from './refresh-policy';
import type { RefreshReason } from '../../model/state/app-state';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const now = 1_800_000_000_000;

const calm: Circumstances = {
  key: 'present',
  online: true,
  looking: false,
  lookedAt: null,
  onBattery: false,
  metered: false,
  pace: 'normal',
  lastEndedAt: now,
  trigger: null,
  failures: 0,
  rateLimitedUntil: null,
};
const next = (overrides: Partial<Circumstances>, random = 0.5) => nextRefresh(now, { ...calm, ...overrides }, random);

const moment = fc.integer({ min: now - 400 * 24 * 60 * MINUTE, max: now + 400 * 24 * 60 * MINUTE });
const maybe = fc.option(moment);
const circumstances: fc.Arbitrary<Circumstances> = fc.record({
  key: fc.constantFrom('present' as const, 'refused' as const, 'none' as const),
  online: fc.boolean(),
  looking: fc.boolean(),
  lookedAt: maybe,
  onBattery: fc.boolean(),
  metered: fc.boolean(),
  pace: fc.constantFrom('gentle' as const, 'normal' as const, 'quick' as const),
  lastEndedAt: maybe,
  trigger: fc.option(
    fc.record({
      kind: fc.constantFrom('after-action' as const, 'after-wake' as const, 'after-network' as const),
      at: moment,
    }),
  ),
  failures: fc.nat(2000),
  rateLimitedUntil: maybe,
});
const reading = circumstances.map((c): Circumstances => ({ ...c, key: 'present' }));
const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('nextRefresh', () => {
  it.each<[RefreshReason, Partial<Circumstances>, number | null]>([
    ['no-key', { key: 'none', looking: true }, null],
    ['key-dead', { key: 'refused', looking: true }, 60 * MINUTE],
    ['key-dead', { key: 'refused', trigger: { kind: 'after-wake', at: now } }, 60 * MINUTE],
    ['idle', { online: false }, 10 * MINUTE],
    ['looking', { online: false, looking: true, lookedAt: now - MINUTE }, 15 * SECOND],
    ['offline', { online: false, failures: 1 }, MINUTE],
    ['offline', { online: false, failures: 3, looking: true }, 2 * MINUTE],
    ['idle', {}, 10 * MINUTE],
    ['idle', { lookedAt: now - 10 * MINUTE }, 10 * MINUTE],
    ['recently-looked', { lookedAt: now - 10 * MINUTE + 1 }, 2 * MINUTE],
    ['recently-looked', { lookedAt: now - MINUTE, onBattery: true, metered: true }, 2 * MINUTE],
    ['on-battery', { onBattery: true }, 20 * MINUTE],
    ['metered', { metered: true }, 30 * MINUTE],
    ['metered', { metered: true, onBattery: true }, 30 * MINUTE],
    ['looking', { looking: true, lookedAt: now - MINUTE }, 15 * SECOND],
    ['after-action', { trigger: { kind: 'after-action', at: now } }, 0],
    ['after-wake', { trigger: { kind: 'after-wake', at: now } }, SECOND],
    ['after-network', { trigger: { kind: 'after-network', at: now } }, 3 * SECOND],
    ['after-action', { trigger: { kind: 'after-action', at: now }, failures: 5 }, 0],
    ['backing-off', { failures: 1 }, 30 * SECOND],
    ['backing-off', { failures: 2, looking: true }, 60 * SECOND],
    ['backing-off', { failures: 3 }, 2 * MINUTE],
    ['backing-off', { failures: 1000 }, 15 * MINUTE],
    ['rate-limited', { rateLimitedUntil: now + 20 * MINUTE }, 20 * MINUTE],
    ['rate-limited', { rateLimitedUntil: now + MINUTE, trigger: { kind: 'after-action', at: now } }, MINUTE],
    ['idle', { rateLimitedUntil: now + MINUTE }, 10 * MINUTE],
    ['looking', { rateLimitedUntil: now, looking: true }, 15 * SECOND],
  ])('%s with %j', (reason, overrides, delay) => {
    expect(next(overrides)).toEqual({ reason, delay });
  });

  it('reads at once when nothing was read yet', () => {
    expect(next({ lastEndedAt: null })).toEqual({ delay: 0, reason: 'idle' });
  });

  it('counts from the end of the last batch', () => {
    expect(next({ lastEndedAt: now - 4 * MINUTE }).delay).toBe(6 * MINUTE);
    expect(next({ lastEndedAt: now - 40 * MINUTE }).delay).toBe(0);
  });

  it('reads at once for who just opened the popover, unless the figures are seconds old', () => {
    const opened = { looking: true, lookedAt: now };
    expect(next({ ...opened, lastEndedAt: now - 5 * SECOND }).delay).toBe(0);
    expect(next({ ...opened, lastEndedAt: now - 2 * SECOND }).delay).toBe(3 * SECOND);
    expect(next({ looking: true, lookedAt: now - 10 * SECOND, lastEndedAt: now - 5 * SECOND }).delay).toBe(10 * SECOND);
  });

  it.each<[Circumstances['pace'], number, number, number]>([
    ['gentle', 30 * SECOND, 5 * MINUTE, 30 * MINUTE],
    ['normal', 15 * SECOND, 2 * MINUTE, 10 * MINUTE],
    ['quick', 10 * SECOND, MINUTE, 3 * MINUTE],
  ])('keeps the pace "%s"', (pace, looking, recently, idle) => {
    expect(next({ pace, looking: true, lookedAt: now - MINUTE }).delay).toBe(looking);
    expect(next({ pace, lookedAt: now - MINUTE }).delay).toBe(recently);
    expect(next({ pace }).delay).toBe(idle);
  });

  it('spreads reads after a network comes back, and retries, by chance', () => {
    const back: Partial<Circumstances> = { trigger: { kind: 'after-network', at: now } };
    expect([next(back, 0).delay, next(back, 0.999).delay]).toEqual([SECOND, 4996]);
    expect([next({ failures: 1 }, 0).delay, next({ failures: 1 }, 0.999).delay]).toEqual([22_500, 37_485]);
  });

  it('serves what happened while a batch was under way', () => {
    expect(next({ trigger: { kind: 'after-action', at: now - 3 * SECOND }, lastEndedAt: now - SECOND })).toEqual({
      delay: 0,
      reason: 'after-action',
    });
  });

  it('waits for a reason only: null exactly where there is no key', () => {
    fc.assert(
      fc.property(circumstances, random, (c, chance) => {
        const { delay, reason } = nextRefresh(now, c, chance);
        const never = c.key === 'none' ? 'no-key' : null;
        expect([delay === null, reason]).toEqual([never !== null, never ?? reason]);
        expect(reason === 'key-dead').toBe(c.key === 'refused');
      }),
    );
  });

  it('never answers a delay that is negative or no whole number', () => {
    fc.assert(
      fc.property(reading, random, (c, chance) => {
        const { delay } = nextRefresh(now, c, chance);
        expect(Number.isSafeInteger(delay)).toBe(true);
        expect(delay).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('never comes before the end of the silence that the vendor asked for', () => {
    fc.assert(
      fc.property(reading, random, (c, chance) => {
        const { delay } = nextRefresh(now, c, chance);
        expect(now + (delay ?? 0)).toBeGreaterThanOrEqual(c.rateLimitedUntil ?? now);
      }),
    );
  });

  it('is never quicker on battery or on a metered link', () => {
    fc.assert(
      fc.property(reading, random, (c, chance) => {
        const delay = (onBattery: boolean, metered: boolean) =>
          nextRefresh(now, { ...c, onBattery, metered }, chance).delay ?? 0;
        expect(delay(true, false)).toBeGreaterThanOrEqual(delay(false, false));
        expect(delay(false, true)).toBeGreaterThanOrEqual(delay(false, false));
        expect(delay(true, true)).toBeGreaterThanOrEqual(delay(true, false));
      }),
    );
  });

  it('reads again within ninety minutes, whatever happened to the clock, where no silence was asked for', () => {
    fc.assert(
      fc.property(reading, random, (c, chance) => {
        expect(nextRefresh(now, { ...c, rateLimitedUntil: null }, chance).delay).toBeLessThanOrEqual(90 * MINUTE);
      }),
    );
  });

  it('does not hurry for a look that a clock set back has put into the future', () => {
    const ahead = now + 24 * 60 * MINUTE;
    expect(next({ lookedAt: ahead })).toEqual({ delay: 10 * MINUTE, reason: 'idle' });
    expect(next({ looking: true, lookedAt: ahead })).toEqual({ delay: 15 * SECOND, reason: 'looking' });
  });
});

describe('staleAfter', () => {
  it('allows two missed reads of the slowest kind, at each pace', () => {
    for (const pace of ['gentle', 'normal', 'quick'] as const) {
      const battery = next({ pace, onBattery: true }).delay ?? 0;
      const metered = next({ pace, metered: true }).delay ?? 0;
      expect(staleAfter(pace)).toBe(2 * battery + MINUTE);
      expect(staleAfter(pace)).toBeGreaterThan(metered);
    }
  });
});
