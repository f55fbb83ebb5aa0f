import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActionId } from '../../model/actions/actions';
import type { Cell } from '../../model/lists/list-description';
import type { KnownRow } from '../lists/known-rows';
import { exampleNow, exampleState, fresh } from '../../model/state/app-state.fixture';
import { balanceChanges, type Figures, unaffordable } from './balances';

const row = (cells: Record<string, Cell>): KnownRow => ({ key: '1', vendorKey: '1', cells });
const does = (action: ActionId, input: Record<string, unknown>, rows: KnownRow[] = []) => ({ action, input, rows });
const figures = (overrides: Partial<Figures> = {}): Figures => exampleState(overrides);
const asOf = exampleNow;

describe('balanceChanges', () => {
  it.each([
    ['codes for IPs', does('makeIpCodes', { ips: 10, codes: 5 }), [{ what: 'ips', before: 1200, after: 1150, asOf }]],
    [
      'codes for traffic',
      does('makeTrafficCodes', { packageId: 1, traffic: 1e9, codes: 3 }),
      [{ what: 'traffic', before: 5e9, after: 2e9, asOf }],
    ],
    [
      'a sub-account with IPs and traffic',
      does('createSubAccount', { ips: 200, traffic: 1e9, packageId: 1 }),
      [
        { what: 'ips', before: 1200, after: 1000, asOf },
        { what: 'traffic', before: 5e9, after: 4e9, asOf },
      ],
    ],
    ['a sub-account with nothing', does('createSubAccount', { ips: 0 }), []],
    [
      'auto renew on, whose cost is not known',
      does('setAutoRenew', { on: true }),
      [
        { what: 'ips', before: 1200, after: null, asOf },
        { what: 'wallet', before: 42.5, after: null, asOf },
      ],
    ],
    ['auto renew off', does('setAutoRenew', { on: false }), []],
    [
      'a deleted sub-account',
      does('deleteSubAccount', {}, [row({ ips: 30, traffic: 2e9 })]),
      [
        { what: 'ips', before: 1200, after: 1230, asOf },
        { what: 'traffic', before: 5e9, after: 7e9, asOf },
      ],
    ],
    [
      'a deleted sub-account without traffic, whose IPs are not known',
      does('deleteSubAccount', {}, [row({ ips: null, traffic: 0 })]),
      [{ what: 'ips', before: 1200, after: null, asOf }],
    ],
    [
      'revoked codes',
      does('revokeCodes', {}, [row({ gives: 'ips', ips: 5 }), row({ gives: 'ips', ips: 7 })]),
      [{ what: 'ips', before: 1200, after: 1212, asOf }],
    ],
    [
      'revoked codes of both kinds, one of an unknown amount',
      does('revokeCodes', {}, [row({ gives: 'ips', ips: null }), row({ gives: 'traffic', traffic: 1e9 })]),
      [
        { what: 'ips', before: 1200, after: null, asOf },
        { what: 'traffic', before: 5e9, after: 6e9, asOf },
      ],
    ],
    [
      'redeemed codes, whose worth the vendor alone knows',
      does('redeemCodes', { codes: ['A'] }),
      [
        { what: 'ips', before: 1200, after: null, asOf },
        { what: 'traffic', before: 5e9, after: null, asOf },
      ],
    ],
    ['a sub-user', does('createSubUser', { ipCap: 5 }), []],
  ])('%s', (_what, prepared, changes) => {
    expect(balanceChanges(prepared, figures())).toEqual(changes);
  });

  it('does not know a balance after the action where it is not known before', () => {
    const nothing = figures({ ips: { value: null, asOf: null, status: 'absent' } });
    expect(balanceChanges(does('makeIpCodes', { ips: 1, codes: 1 }), nothing)).toEqual([
      { what: 'ips', before: null, after: null, asOf: null },
    ]);
  });

  it('has no rounding errors of decimal fractions', () => {
    const state = figures({ ips: fresh({ total: 0.3, plans: [] }) });
    expect(balanceChanges(does('makeIpCodes', { ips: 0.1, codes: 1 }), state)[0]?.after).toBe(0.2);
  });

  it('always has the balance before less what is spent, in whole units', () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.nat(500), fc.nat(1e9), (ips, codes, total) => {
        const state = figures({ ips: fresh({ total, plans: [] }) });
        expect(balanceChanges(does('makeIpCodes', { ips, codes }), state)[0]?.after).toBe(total - ips * codes);
      }),
    );
  });
});

describe('unaffordable', () => {
  it.each([
    [does('makeIpCodes', { ips: 240, codes: 5 }), null],
    [does('makeIpCodes', { ips: 241, codes: 5 }), 'ips'],
    [does('makeTrafficCodes', { packageId: 1, traffic: 1e9, codes: 5 }), null],
    [does('makeTrafficCodes', { packageId: 1, traffic: 1e9, codes: 6 }), 'traffic'],
    [does('makeTrafficCodes', { packageId: 2, traffic: 1e9, codes: 1 }), 'packageId'],
    [does('createSubAccount', { ips: 1201 }), 'ips'],
    [does('createSubAccount', { ips: 1, traffic: 6e9 }), 'traffic'],
    [does('createSubAccount', {}), null],
    [does('redeemCodes', { codes: ['A'] }), null],
  ])('%j', (prepared, field) => {
    expect(unaffordable(prepared, figures(), exampleNow)).toBe(field);
  });

  it('names what one package does not have, though all packages together would suffice', () => {
    const state = figures({
      traffic: fresh({
        total: 5e9,
        packages: [
          { id: 1, name: 'A', left: 1e9, original: null, expiresAt: null },
          { id: 2, name: 'B', left: 4e9, original: null, expiresAt: null },
        ],
      }),
    });
    expect(unaffordable(does('makeTrafficCodes', { packageId: 1, traffic: 2e9, codes: 1 }), state, exampleNow)).toBe(
      'traffic',
    );
    expect(
      unaffordable(does('makeTrafficCodes', { packageId: 2, traffic: 2e9, codes: 1 }), state, exampleNow),
    ).toBeNull();
  });

  it('names a package that has expired', () => {
    const expired = { id: 1, name: 'A', left: 1e9, original: null, expiresAt: exampleNow };
    const other = { ...expired, id: 2, expiresAt: exampleNow + 1 };
    const state = figures({ traffic: fresh({ total: 1e9, packages: [expired, other] }) });
    const from = (packageId: number) => does('makeTrafficCodes', { packageId, traffic: 1e9, codes: 1 });
    expect(unaffordable(from(1), state, exampleNow)).toBe('packageId');
    expect(unaffordable(from(2), state, exampleNow)).toBeNull();
  });

  it('names nothing by a figure that is old or missing: the vendor decides', () => {
    const prepared = does('makeIpCodes', { ips: 5000, codes: 1 });
    for (const status of ['stale', 'failed', 'absent'] as const) {
      const ips = { ...exampleState().ips, status };
      expect(unaffordable(prepared, figures({ ips }), exampleNow)).toBeNull();
    }
  });

  it('never names auto renew, whose cost is not known', () => {
    const state = figures({ wallet: fresh({ amount: 0 }), ips: fresh({ total: 0, plans: [] }) });
    expect(unaffordable(does('setAutoRenew', { on: true }), state, exampleNow)).toBeNull();
  });
});
