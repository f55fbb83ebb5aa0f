import { expect, it } from 'vitest';
import { manualClock } from '../model/clock.fixture';
import { SingleTimer } from './single-timer';

it('a single timer runs once however often it is started, and again when it is started after that', async () => {
  const clock = manualClock(0);
  const runs: number[] = [];
  const timer = new SingleTimer(clock, () => runs.push(clock.now()));
  for (let times = 0; times < 5; times += 1) timer.start(1000);
  expect(clock.waiting()).toBe(1);
  await clock.advance(5000);
  expect(runs).toEqual([1000]);
  timer.start(1000);
  await clock.advance(1000);
  expect(runs).toEqual([1000, 6000]);
  timer.start(1000);
  timer.cancel();
  timer.cancel();
  await clock.advance(5000);
  expect(runs).toEqual([1000, 6000]);
});
