// How long an answer may take. Slow proxies need more than the usual ten seconds, so the limit follows the times that
// were measured.

/** The limit at first, in ms. */
export const usualTimeLimit = 10_000;
const step = 10_000;
const longestTimeLimit = 30_000;

export interface TimeLimit {
  /** The limit of a request that begins now, in ms. */
  current(): number;
  /** A read had no answer within `limit` ms: the next request may take longer, up to 30 s. */
  timedOut(limit: number): void;
  /** A whole answer came after `ms`. Back to the usual limit when it needed less than half of that. */
  answered(ms: number): void;
}

/** A limit that starts as usual. */
export function createTimeLimit(): TimeLimit {
  let current = usualTimeLimit;
  return {
    current: () => current,
    timedOut(limit) {
      // Two requests that ran under the same limit raise it once.
      current = Math.max(current, Math.min(limit + step, longestTimeLimit));
    },
    answered(ms) {
      if (ms < usualTimeLimit / 2) current = usualTimeLimit;
    },
  };
}
