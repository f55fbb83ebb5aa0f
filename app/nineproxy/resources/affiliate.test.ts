// The totals of the affiliate side from incomplete answers.
import { describe, expect, it } from 'vitest';
import { readAffiliateStats } from './affiliate';

const none = {
  registeredUsers: null,
  today: null,
  total: null,
  valid: null,
  withdrawn: null,
  available: null,
  level: null,
};

describe('affiliate totals', () => {
  it('are unknown, not nothing, when nothing known is in the answer', () => {
    expect([{}, { users: 7, current_level: {} }, 'none'].map(readAffiliateStats)).toEqual([null, null, null]);
  });

  it('are 0 where the account has none yet', () => {
    const zero = { registeredUsers: 0, today: 0, total: 0, valid: 0, withdrawn: 0, available: 0, level: null };
    expect([null, []].map(readAffiliateStats)).toEqual([zero, zero]);
  });

  it('include what is available where both of its parts are reported, without rounding errors', () => {
    expect(readAffiliateStats({ total_commission_valid: '0.3', withdrawn_amount: 0.1 })).toEqual({
      ...none,
      valid: 0.3,
      withdrawn: 0.1,
      available: 0.2,
    });
    expect(readAffiliateStats({ total_commission_valid: 5 })).toEqual({ ...none, valid: 5 });
    expect(readAffiliateStats({ current_level: { title: 'Gold', rate: 0.1 } })).toEqual({
      ...none,
      level: { number: null, title: 'Gold', rate: 10 },
    });
  });
});
