import { describe, expect, it } from 'vitest';
import { absent } from '../../model/figures/figure';
import { keepLastKnown, type LastKnown, lastKnownSchema, withLastKnown } from './last-known';
import { withoutFigures } from '../../state/transitions';
import { appStateSchema } from '../../model/state/app-state';
import { exampleNow as now, exampleRow, exampleState, fresh } from '../../model/state/app-state.fixture';

const DAY = 86_400_000;
const none: LastKnown = { current: null, accounts: {} };
const state = exampleState({
  subAccounts: { ...exampleState().subAccounts, pinned: [exampleRow(9, { note: 'Berlin' })] },
});
const empty = withoutFigures(state);

/** What is kept of `from`, as it comes back from the disk. */
const kept = (from = state, before = none): LastKnown =>
  lastKnownSchema.parse(JSON.parse(JSON.stringify(keepLastKnown(before, from))));

describe('the last known figures', () => {
  it('come back as they were', () => {
    const shown = withLastKnown(empty, kept(), now);
    expect(shown.ips).toEqual(state.ips);
    expect(shown.traffic).toEqual(state.traffic);
    expect(shown.wallet).toEqual(state.wallet);
    expect(shown.autoRenew).toEqual(state.autoRenew);
    expect(shown.account).toEqual(state.account);
    expect(shown.subAccounts.count).toEqual(state.subAccounts.count);
    expect(shown.subAccounts.firstPage).toEqual(state.subAccounts.firstPage);
    expect(shown.subAccounts.pinned).toEqual(state.subAccounts.pinned);
    expect(appStateSchema.parse(shown)).toEqual(shown);
  });

  it('of a version that lacked a figure come back without it', () => {
    const stored = JSON.parse(JSON.stringify(keepLastKnown(none, state)));
    delete stored.accounts['7'].wallet;
    const shown = withLastKnown(empty, lastKnownSchema.parse(stored), now);
    expect(shown.wallet).toEqual(absent());
    expect(shown.ips).toEqual(state.ips);
  });

  it('come back with their age', () => {
    const shown = withLastKnown(empty, kept(), now + DAY);
    expect(shown.ips).toEqual({ ...state.ips, status: 'stale' });
    expect(shown.subAccounts.count).toEqual({ ...state.subAccounts.count, status: 'stale' });
  });

  it('come back without what went wrong before the last quit', () => {
    const failing = exampleState({
      ips: { ...fresh({ total: 4, plans: [] }), status: 'failed', problem: { kind: 'timed-out' } },
      wallet: { ...absent(), problem: { kind: 'not-offered' } },
    });
    const shown = withLastKnown(empty, kept(failing), now);
    expect(shown.ips).toEqual(fresh({ total: 4, plans: [] }));
    expect(shown.wallet).toEqual(absent());
  });

  it('are not shown for another address, nor when there are none', () => {
    const elsewhere = { ...empty, source: { kind: 'custom' as const, origin: 'https://other.example' } };
    expect(withLastKnown(elsewhere, kept(), now)).toBe(elsewhere);
    expect(withLastKnown(empty, none, now)).toBe(empty);
    expect(withLastKnown(empty, { ...kept(), current: null }, now)).toBe(empty);
    expect(withLastKnown(empty, { ...kept(), current: '404' }, now)).toBe(empty);
  });

  it('are not kept while the account is not known', () => {
    expect(keepLastKnown(none, exampleState({ account: absent() }))).toBeNull();
  });

  it('are kept beside those of other accounts, of which the newest is shown', () => {
    const other = exampleState({
      account: fresh({ id: 8, email: null, username: 'ben', emailVerified: null, twoFactor: null }),
      ips: fresh({ total: 5, plans: [] }),
    });
    const both = kept(other, kept());
    expect(Object.keys(both.accounts)).toEqual(['7', '8']);
    expect(both.accounts['7']).toEqual(kept().accounts['7']);
    expect(withLastKnown(empty, both, now).ips.value?.total).toBe(5);
  });

  it('hold nothing of the key', () => {
    const text = JSON.stringify(kept());
    expect(text).not.toContain(state.key.fingerprint);
    expect(text).not.toContain('key');
  });
});
