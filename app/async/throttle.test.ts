import { describe, expect, it } from 'vitest';
import { manualClock } from '../model/clock.fixture';
import { Throttle } from './throttle';

const start = new Date(2026, 10, 29, 12).getTime();

/** A throttle of a second that counts its runs. */
function throttled() {
  const clock = manualClock(start);
  const runs: number[] = [];
  const throttle = new Throttle(1000, clock, () => runs.push(clock.now() - start));
  return { clock, runs, throttle };
}

describe('Throttle', () => {
  it('runs at once, and then once for all that is asked for within the time', async () => {
    const { clock, runs, throttle } = throttled();
    for (let times = 0; times < 5; times += 1) throttle.soon();
    expect(runs).toEqual([0]);
    await clock.advance(999);
    throttle.soon();
    expect(runs).toEqual([0]);
    await clock.advance(1);
    expect(runs).toEqual([0, 1000]);
    expect(clock.waiting()).toBe(0);
  });

  it('does with a run now what was asked for, and returns what it gives', async () => {
    const { clock, runs, throttle } = throttled();
    throttle.soon();
    throttle.soon();
    expect(throttle.now()).toBe(2);
    await clock.advance(5000);
    expect(runs).toEqual([0, 0]);
  });

  it('flushes only what was asked for, and drops what is cancelled', async () => {
    const { clock, runs, throttle } = throttled();
    throttle.flush();
    expect(runs).toEqual([]);
    throttle.soon();
    throttle.soon();
    throttle.flush();
    throttle.flush();
    expect(runs).toEqual([0, 0]);
    throttle.soon();
    throttle.cancel();
    await clock.advance(5000);
    expect(runs).toEqual([0, 0]);
  });

  it('waits no longer than usual when the clock was set back by a day', async () => {
    const { clock, runs, throttle } = throttled();
    throttle.soon();
    clock.set(start - 86_400_000);
    throttle.soon();
    await clock.advance(1000);
    expect(runs).toHaveLength(2);
  });
});
