// What the forms of actions hold at first.
import { describe, expect, it } from 'vitest';
import { initialOf, suggestedOf } from './initial-form';

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
    expect(initialOf('editSubAccount', { cells: { ...cells, topUpTrafficBy: 2e9 } })).toMatchObject({
      topUpIps: true,
      topUpIpsBelow: 50,
      topUpIpsBy: 70,
      topUpTraffic: false,
      topUpTrafficBelow: undefined,
      topUpTrafficBy: 2e9,
    });
  });
});

describe('the form of an edit', () => {
  it('holds texts as the vendor has them, not as they are shown', () => {
    const row = {
      cells: { username: 'mykhwahm', note: 'cut' },
      exact: { username: 'می\u200cخواهم', note: 'n'.repeat(800) },
    };
    expect(initialOf('editSubUser', row)).toMatchObject(row.exact);
  });

  it('a field is empty where the vendor returns no value', () => {
    expect(initialOf('editSubAccount', { cells: {} })).toMatchObject({ topUpIps: undefined, topUpTraffic: undefined });
    expect(initialOf('editSubUser', { cells: { status: null } })).toMatchObject({ enabled: undefined });
    expect(initialOf('editConnection', { cells: { session: null } })).toEqual({ session: null });
  });

  it('suggests the minutes of a session that is to become sticky, and never for one that is', () => {
    expect(suggestedOf('editConnection', { cells: { session: 'rotating' } })).toEqual({ sessionMinutes: 10 });
    expect(suggestedOf('editConnection', { cells: { session: 'sticky', sessionMinutes: null } })).toEqual({});
    expect(suggestedOf('editConnection', { cells: { session: 'rotating', sessionMinutes: 30 } })).toEqual({});
    expect(suggestedOf('editSubUser', { cells: {} })).toEqual({});
  });
});
