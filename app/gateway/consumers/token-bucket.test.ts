import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTokenBucket } from './token-bucket';

describe('a rate limit', () => {
  it('lets as many through at once as it holds, and says when there is one again', () => {
    const bucket = createTokenBucket(5, 3);
    expect([bucket.take(0), bucket.take(0), bucket.take(0)]).toEqual([0, 0, 0]);
    expect(bucket.take(0)).toBe(200);
    expect(bucket.take(150)).toBe(50);
    expect(bucket.take(200)).toBe(0);
    expect(bucket.take(200)).toBe(200);
  });

  it('holds no more after a long pause', () => {
    const bucket = createTokenBucket(5, 2);
    bucket.take(0);
    expect([1, 2, 3].map(() => bucket.take(3_600_000))).toEqual([0, 0, 200]);
  });

  it('gives nothing for a clock that is set back, and counts on from there', () => {
    const bucket = createTokenBucket(1, 1);
    expect(bucket.take(10_000)).toBe(0);
    expect(bucket.take(0)).toBe(1000);
    expect(bucket.take(1000)).toBe(0);
  });

  it('never lets more through than it holds and gets back, and lets one through when it said that it would', () => {
    const options = { rate: fc.integer({ min: 1, max: 50 }), burst: fc.integer({ min: 1, max: 100 }) };
    const pauses = fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 200 });
    fc.assert(
      fc.property(fc.record(options), pauses, ({ rate, burst }, all) => {
        const bucket = createTokenBucket(rate, burst);
        let now = 0;
        for (const [at, pause] of all.entries()) {
          now += pause;
          const wait = bucket.take(now);
          now += wait;
          // After the time that it says there is one.
          expect(wait === 0 ? 0 : bucket.take(now)).toBe(0);
          expect(at + 1).toBeLessThanOrEqual(burst + (now / 1000) * rate + 1e-6);
        }
      }),
      // 0.92 and what comes back in 2 ms are a little less than one.
      { examples: [[{ rate: 40, burst: 1 }, [0, 2]]] },
    );
  });
});
