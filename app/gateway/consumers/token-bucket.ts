// A rate limit: so many at once, and so many per second after that. Pure but for its own count.

export interface TokenBucket {
  /** Takes one now: 0 when there was one, otherwise the milliseconds until there is. */
  take(now: number): number;
}

/** Sums of fractions are not exact: so little less than one is one. Otherwise there could be none when it was promised. */
const SLACK = 1e-9;

/** A full bucket of `burst` that gets `perSecond` back. A clock that goes backwards gives nothing. */
export function createTokenBucket(perSecond: number, burst: number): TokenBucket {
  let left = burst;
  let last: number | null = null;
  return {
    take(now) {
      const passed = last === null ? 0 : Math.max(0, now - last);
      last = now;
      left = Math.min(burst, left + (passed / 1000) * perSecond);
      if (left >= 1 - SLACK) {
        left = Math.max(0, left - 1);
        return 0;
      }
      return Math.ceil(((1 - left) / perSecond) * 1000);
    },
  };
}
