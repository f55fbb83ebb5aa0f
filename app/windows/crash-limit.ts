/** How many crashes within the period are followed by a new window. */
const CRASHES = 3;
const PERIOD = 60_000;

/** Counts the crashes of a window, whose page must not be loaded again and again. `now`: milliseconds since 1970. */
export function createCrashLimit(now: () => number): { crashed(): 'reopen' | 'give-up' } {
  let crashes: number[] = [];
  return {
    crashed() {
      const at = now();
      // The clock may have been set back since.
      crashes = [...crashes.filter((earlier) => Math.abs(at - earlier) < PERIOD), at];
      return crashes.length <= CRASHES ? 'reopen' : 'give-up';
    },
  };
}
