// A clock for tests that stands still until a test advances it, and a way to let promises settle meanwhile.

import type { Clock } from './clock';

export interface ManualClock extends Clock {
  /** Advances by `ms`, runs what is due in its order, and lets what that starts settle. */
  advance(ms: number): Promise<void>;
  /** Sets the clock to `moment`, back or forward, without running anything. */
  set(moment: number): void;
  /** How many timers wait. */
  waiting(): number;
}

/** A clock that shows `start` (ms). */
export function manualClock(start: number): ManualClock {
  let now = start;
  let timers: { at: number; run: () => void }[] = [];
  return {
    now: () => now,
    after(ms, run) {
      const timer = { at: now + ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    async advance(ms) {
      const until = now + ms;
      await settled();
      for (let fired = 0; ; fired += 1) {
        if (fired > 10_000) throw new Error('timers that set each other do not end');
        const next = timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
        if (next === undefined) break;
        timers = timers.filter((other) => other !== next);
        now = Math.max(now, next.at);
        next.run();
        await settled();
      }
      now = until;
    },
    set(moment) {
      now = moment;
    },
    waiting: () => timers.length,
  };
}

/** Lets all promises that can settle without a timer settle. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
}
