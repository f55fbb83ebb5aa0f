// How long 9Proxy asked not to be asked again. A computer's clock may be wrong when the limit is met and right a moment later,
// so the end moves with a clock that is set back, and is never further away than the longest wait.

/** A limit lasts no longer than this (ms), whatever the answer says: a wrong date must not stop NineTray for years. */
export const LONGEST_RATE_LIMIT = 24 * 3_600_000;
/** How long to wait where the answer does not say (ms). */
export const UNSTATED_RATE_LIMIT = 60_000;

export interface RateLimitWait {
  /** Waits until then (ms since 1970; null: not stated). A wait that ends later stays. */
  extend(until: number | null): void;
  clear(): void;
  /** When requests are allowed again (ms since 1970), or null: now. */
  until(): number | null;
}

/** No wait yet. `now` in ms since 1970. */
export function createRateLimitWait(now: () => number): RateLimitWait {
  let end: number | null = null;
  let checkedAt = now();

  function until(): number | null {
    const moment = now();
    // The clock was set back since the last check: what was left then is left now.
    if (end !== null && moment < checkedAt) end -= checkedAt - moment;
    checkedAt = moment;
    if (end !== null && end <= moment) end = null;
    return end;
  }

  return {
    extend(wanted) {
      const moment = now();
      const next = Math.min(wanted ?? moment + UNSTATED_RATE_LIMIT, moment + LONGEST_RATE_LIMIT);
      end = Math.max(until() ?? 0, next);
    },
    clear() {
      end = null;
    },
    until,
  };
}
