import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRateLimitWait, LONGEST_RATE_LIMIT, UNSTATED_RATE_LIMIT } from './rate-limit-wait';

const MINUTE = 60_000;
const YEAR = 365 * 24 * 60 * MINUTE;
const start = Date.UTC(2026, 10, 22, 12);

function setUp() {
  const clock = { now: start };
  return { clock, wait: createRateLimitWait(() => clock.now) };
}

describe('a rate limit', () => {
  it('ends when the vendor says, or after a minute where it does not say', () => {
    const { clock, wait } = setUp();
    expect(wait.until()).toBeNull();
    wait.extend(start + 5 * MINUTE);
    wait.extend(null);
    expect(wait.until()).toBe(start + 5 * MINUTE);
    clock.now = start + 5 * MINUTE;
    expect(wait.until()).toBeNull();
    wait.extend(null);
    expect(wait.until()).toBe(clock.now + UNSTATED_RATE_LIMIT);
    wait.clear();
    expect(wait.until()).toBeNull();
  });

  it('of one minute stays one of a minute when a clock that was five years ahead is set back', () => {
    const { clock, wait } = setUp();
    clock.now = start + 5 * YEAR;
    wait.extend(clock.now + MINUTE);
    clock.now = start;
    expect(wait.until()).toBe(start + MINUTE);
  });

  it('is never further away than a day, and never grows, however the clock is set', () => {
    const moves = fc.array(fc.integer({ min: -10 * YEAR, max: 10 * YEAR }), { maxLength: 20 });
    fc.assert(
      fc.property(fc.integer({ min: -YEAR, max: 20 * YEAR }), moves, (asked, given) => {
        const { clock, wait } = setUp();
        wait.extend(start + asked);
        let left = Math.max(0, Math.min(asked, LONGEST_RATE_LIMIT));
        expect((wait.until() ?? clock.now) - clock.now).toBe(left);
        for (const move of given) {
          clock.now += move;
          const now = (wait.until() ?? clock.now) - clock.now;
          expect(now).toBeGreaterThanOrEqual(0);
          expect(now).toBeLessThanOrEqual(left);
          left = now;
        }
      }),
    );
  });
});
