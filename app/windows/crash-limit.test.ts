import { expect, it } from 'vitest';
import { createCrashLimit } from './crash-limit';

it('gives up at the fourth crash within a minute', () => {
  let now = 1_000_000;
  const limit = createCrashLimit(() => now);
  const outcomes = [0, 1, 2, 3].map(() => {
    now += 10_000;
    return limit.crashed();
  });
  expect(outcomes).toEqual(['reopen', 'reopen', 'reopen', 'give-up']);
});

it('reopens the window again a minute after the crashes', () => {
  let now = 1_000_000;
  const limit = createCrashLimit(() => now);
  for (let crash = 0; crash < 4; crash += 1) limit.crashed();
  now += 60_000;
  expect(limit.crashed()).toBe('reopen');
});

it('does not count crashes whose time is far ahead, after the clock was set back', () => {
  let now = 10_000_000;
  const limit = createCrashLimit(() => now);
  for (let crash = 0; crash < 4; crash += 1) limit.crashed();
  now = 1_000_000;
  expect(limit.crashed()).toBe('reopen');
});
