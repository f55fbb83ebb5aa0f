import { describe, expect, it } from 'vitest';
import { readSubAccount } from './sub-accounts';

describe('the automatic top-up of a sub-account', () => {
  const topUpOf = (setting: object | undefined) => {
    const read = readSubAccount({ id: 4, username: 'berlin-4', setting });
    return [read?.topUpIps, read?.topUpTraffic];
  };

  it('is read with its amounts where it is on', () => {
    const setting = {
      auto_add_ips: 1,
      auto_add_when_number_ips: 50,
      number_ips_auto_add: 100,
      auto_add_traffic: 1,
      amount_traffic_auto_add: 5e9,
    };
    expect(topUpOf(setting)).toEqual([
      { below: 50, by: 100 },
      { below: null, by: 5e9 },
    ]);
  });

  it('is off, or not known', () => {
    expect(topUpOf({ auto_add_ips: 0, auto_add_traffic: 'what' })).toEqual([null, undefined]);
    expect(topUpOf(undefined)).toEqual([undefined, undefined]);
  });
});
