import { describe, expect, it } from 'vitest';
import { createTimeLimit } from './time-limit';

describe('the time limit', () => {
  it('is ten seconds at first', () => {
    expect(createTimeLimit().current()).toBe(10_000);
  });

  it('grows with each read that took too long, to thirty seconds', () => {
    const limit = createTimeLimit();
    const seen = [1, 2, 3, 4].map(() => {
      limit.timedOut(limit.current());
      return limit.current();
    });
    expect(seen).toEqual([20_000, 30_000, 30_000, 30_000]);
  });

  it('grows once for requests that ran out together', () => {
    const limit = createTimeLimit();
    limit.timedOut(10_000);
    limit.timedOut(10_000);
    expect(limit.current()).toBe(20_000);
  });

  it('stays while answers are slow, and is the usual one again after a quick answer', () => {
    const limit = createTimeLimit();
    limit.timedOut(10_000);
    limit.answered(11_000);
    expect(limit.current()).toBe(20_000);
    limit.answered(900);
    expect(limit.current()).toBe(10_000);
  });
});
