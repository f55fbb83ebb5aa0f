// What the forms of actions hold at first. Must not draw them.
import { describe, expect, it } from 'vitest';
import { initialOf } from './initial';

describe('the form of a sub-user', () => {
  const cells = { username: 'anna', password: 'ref-1', status: 'enabled', note: null };

  it('shows no limit as an empty field, and never the password', () => {
    const row = { key: '1', cells: { ...cells, trafficCap: -1, ipCap: -1 } };
    expect(initialOf('editSubUser', row)).toEqual({
      username: 'anna',
      password: undefined,
      status: 'enabled',
      enabled: true,
      note: null,
      trafficCap: undefined,
      ipCap: undefined,
    });
  });

  it('shows a limit, be it none at all', () => {
    const row = { key: '1', cells: { ...cells, trafficCap: 5e9, ipCap: 0 } };
    expect(initialOf('editSubUser', row)).toMatchObject({ trafficCap: 5e9, ipCap: 0 });
  });
});

describe('the form of a sub-account', () => {
  it('shows an amount that was never set as an empty field, and one that was set though it is off', () => {
    const cells = { topUpIps: 'on', topUpIpsBelow: 50, topUpIpsBy: 70, topUpTraffic: 'off', topUpTrafficBelow: 0 };
    expect(initialOf('editSubAccount', { key: '1', cells: { ...cells, topUpTrafficBy: 2e9 } })).toMatchObject({
      topUpIps: true,
      topUpIpsBelow: 50,
      topUpIpsBy: 70,
      topUpTraffic: false,
      topUpTrafficBelow: undefined,
      topUpTrafficBy: 2e9,
    });
  });
});
