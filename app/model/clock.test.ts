import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { manualClock } from './clock.fixture';
import { longTimers } from './clock';

const longest = 2 ** 31 - 1;

/** A manual clock whose own timers fire at once when they are too long, as Node's do. */
function nodeLikeClock() {
  const clock = manualClock(0);
  return { ...clock, after: longTimers((ms, run) => clock.after(ms > longest ? 1 : ms, run)) };
}

it('fires a timer of any length at its time, and not before', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 5 * longest }), async (ms) => {
      const clock = nodeLikeClock();
      let firedAt: number | null = null;
      clock.after(ms, () => (firedAt = clock.now()));
      await clock.advance(6 * longest);
      expect(firedAt).toBe(ms);
    }),
  );
});

it('fires no timer that was cancelled, also after part of a long wait', async () => {
  const clock = nodeLikeClock();
  let fired = false;
  const cancel = clock.after(2 * longest, () => (fired = true));
  await clock.advance(longest + 1);
  cancel();
  await clock.advance(3 * longest);
  expect(fired).toBe(false);
  expect(clock.waiting()).toBe(0);
});
