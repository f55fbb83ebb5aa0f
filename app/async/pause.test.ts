import { expect, it } from 'vitest';
import { manualClock } from '../model/clock.fixture';
import { pause } from './pause';

it('ends after its time, with or without a signal', async () => {
  const clock = manualClock(0);
  const ended: string[] = [];
  void pause(clock, 1000).then(() => ended.push('alone'));
  void pause(clock, 2000, new AbortController().signal).then(() => ended.push('with a signal'));
  await clock.advance(999);
  expect(ended).toEqual([]);
  await clock.advance(1);
  expect(ended).toEqual(['alone']);
  await clock.advance(1000);
  expect(ended).toEqual(['alone', 'with a signal']);
});

it('ends at once when its signal aborts, or has aborted before, and leaves no timer', async () => {
  const clock = manualClock(0);
  const stop = new AbortController();
  const pausing = pause(clock, 60_000, stop.signal);
  expect(clock.waiting()).toBe(1);
  stop.abort();
  await pausing;
  await pause(clock, 60_000, stop.signal);
  expect(clock.waiting()).toBe(0);
});
