// Auto renew from incomplete answers.
import { describe, expect, it } from 'vitest';
import { readAutoRenew } from './wallet';

describe('auto renew', () => {
  it('is unknown, not off, when nothing known is in the answer', () => {
    expect(readAutoRenew({})).toBeNull();
    expect(readAutoRenew({ enabled: true, status: 7 })).toBeNull();
    expect(readAutoRenew('none')).toBeNull();
  });

  it('of an account that has set up none has no field, and is no failure', () => {
    for (const none of [null, []]) {
      const renew = readAutoRenew(none);
      expect(renew).not.toBeNull();
      expect(Object.values(renew ?? { on: true }).every((value) => value === null)).toBe(true);
    }
  });

  it('reads moments, amounts and the last outcome', () => {
    expect(
      readAutoRenew({
        status: 0,
        price: '9.90',
        when_traffic: '1000000000',
        next_at: 0,
        last_at: 1.7e9,
        last_status: '1',
      }),
    ).toEqual({
      on: false,
      packageName: null,
      price: 9.9,
      whenIps: null,
      whenTraffic: 1e9,
      nextAt: null,
      lastAt: 1.7e12,
      lastOutcome: 'success',
      lastMessage: null,
    });
    expect(readAutoRenew({ last_status: 0 })?.lastOutcome).toBe('pending');
    expect(readAutoRenew({ status: 1, last_status: 9 })?.lastOutcome).toBeNull();
  });
});
