import { type Clock, longTimers } from '../model/clock';

/** The system's clock and timers. */
export const systemClock: Clock = {
  now: Date.now,
  after: longTimers((ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  }),
};
