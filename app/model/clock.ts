/** The time and its timers, as a port: tests have a clock of their own (clock.fixture.ts). */
export interface Clock {
  /** Milliseconds since 1970. */
  now: () => number;
  /** Runs `run` after `ms`, however long that is; returns what cancels it. */
  after: (ms: number, run: () => void) => () => void;
}

/** The longest timer that Node and browsers keep (ms); a longer one fires at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** Timers of any length over `setTimer`, which starts one of at most 2^31 - 1 ms and returns what cancels it. */
export function longTimers(setTimer: Clock['after']): Clock['after'] {
  return (ms, run) => {
    let cancel = (): void => undefined;
    const wait = (left: number) => {
      cancel = setTimer(Math.min(left, LONGEST_TIMER), () =>
        left > LONGEST_TIMER ? wait(left - LONGEST_TIMER) : run(),
      );
    };
    wait(ms);
    return () => cancel();
  };
}
