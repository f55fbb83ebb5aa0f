import { assert, constantFrom, property, shuffledSubarray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleAccess } from '../model/access/access.fixture';
import type { Alert } from '../model/alert';
import type { BulkJob } from '../model/bulk/bulk';
import { severities } from '../model/severity';
import type { Problem } from '../model/problem';
import { absent, afterAnswer, outdated } from '../model/figures/figure';
import { lowFigures, noticeOf, withNotice } from './notice';
import type { AppState, AutoRenew, KeyState, Notice } from '../model/state/app-state';
import type { Figure } from '../model/figures/figure';
import { forEachFigure, mapFigures } from '../model/figures/figures';
import { appStateSchema } from '../model/state/app-state';
import { exampleNow as now, exampleState, fresh } from '../model/state/app-state.fixture';

const HOUR = 3_600_000;
const notice = (overrides: Partial<AppState>) => {
  const found = noticeOf(exampleState(overrides), now);
  expect(appStateSchema.shape.notice.parse(found)).toEqual(found);
  return found;
};
const key = (status: KeyState['status'], problem?: Problem): KeyState => ({
  ...exampleState().key,
  status,
  ...(problem === undefined ? {} : { problem }),
});
const broken = <T>(figure: Figure<T>, problem: Problem) => afterAnswer(figure, { ok: false, problem }, now);
const { ips, traffic, wallet, autoRenew, subAccounts, account } = exampleState();
const allBroken = (problem: Problem): Partial<AppState> => ({
  ...mapFigures(exampleState(), (figure) => broken(figure, problem)),
  subAccounts: { ...subAccounts, count: broken(subAccounts.count, problem) },
});
const says = (problem: Problem): Notice['says'] => ({ id: 'problem', problem });

const renewFailed = fresh({ ...autoRenew.value!, lastOutcome: 'failed' as const, lastMessage: 'Card declined' });
const lowIps = fresh({ total: 10, plans: [] });
const expiring = fresh({
  total: 5_000_000_000,
  packages: [
    { id: 1, name: 'Later', left: 4_000_000_000, original: null, expiresAt: now + 40 * HOUR },
    { id: 2, name: 'Sooner', left: 1_000_000_000, original: null, expiresAt: now + 30 * HOUR },
    { id: 3, name: 'Used up', left: 0, original: null, expiresAt: now + HOUR },
    { id: 4, name: 'Gone', left: 1, original: null, expiresAt: now - HOUR },
    { id: 5, name: 'Ages', left: 1, original: null, expiresAt: now + 49 * HOUR },
  ],
});
const unusual: Alert = {
  id: 'unusual',
  since: now,
  about: { kind: 'unusual-use', what: 'ips', perDay: 900, usual: 100 },
};
const unusableProxy = { ...exampleState().settings, proxy: { mode: 'given', url: 'nowhere' } } as const;
const uncounted = (problem: Problem) => ({ ...subAccounts, count: broken(subAccounts.count, problem) });
const rank = ({ severity }: Notice) => severities.indexOf(severity);

/** The state's part of an emergency stop that is over and has switched so many off. */
function stopped(toRestore: number, more: Partial<BulkJob> = {}): AppState['bulk'] {
  const counts = { waiting: 0, changed: toRestore, same: 0, refused: 0, unknown: 0, undone: 0 };
  const job = {
    id: 'p',
    change: { does: 'disable' },
    phase: 'done',
    startedAt: now,
    total: toRestore,
    counts,
  } as const;
  return { ...exampleState().bulk, panic: { ...job, toRestore, ...more } };
}
const noTwoFactor = fresh({ ...account.value!, twoFactor: false });

describe('noticeOf', () => {
  it('says that all is well when it is', () => {
    expect(notice({})).toEqual({ severity: 'fine', tone: 'good', says: { id: 'all-well' }, action: 'none' });
  });

  it.each<[string, KeyState, Notice]>([
    [
      'waits for the keyring',
      key('asking'),
      { severity: 'fine', tone: 'info', says: { id: 'waiting-for-keyring' }, action: 'none' },
    ],
    [
      'asks for a key',
      key('absent'),
      { severity: 'action-needed', tone: 'info', says: { id: 'no-key' }, action: 'enter-key' },
    ],
    [
      'says that the key is refused',
      key('refused'),
      { severity: 'action-needed', tone: 'bad', says: says({ kind: 'key-refused' }), action: 'replace-key' },
    ],
    [
      'says that the keyring is locked',
      key('locked'),
      { severity: 'action-needed', tone: 'bad', says: says({ kind: 'keyring-locked' }), action: 'unlock-keyring' },
    ],
    [
      'says how the keyring changed',
      key('changed', { kind: 'keyring-changed', was: 'kwallet', now: 'basic_text' }),
      {
        severity: 'action-needed',
        tone: 'bad',
        says: says({ kind: 'keyring-changed', was: 'kwallet', now: 'basic_text' }),
        action: 'enter-key',
      },
    ],
    [
      'says that the kept key cannot be read',
      key('unreadable'),
      { severity: 'action-needed', tone: 'bad', says: says({ kind: 'key-unreadable' }), action: 'enter-key' },
    ],
  ])('%s', (_, state, expected) => {
    expect(notice({ key: state })).toEqual(expected);
    // The key comes before everything: without it nothing else can improve.
    expect(notice({ key: state, online: false, ...allBroken({ kind: 'timed-out' }) })).toEqual(expected);
  });

  it('says that the network is gone, before what failed because of it', () => {
    const expected: Notice = {
      severity: 'attention',
      tone: 'warning',
      says: says({ kind: 'unreachable', why: 'offline' }),
      action: 'retry',
    };
    expect(notice({ online: false })).toEqual(expected);
    expect(notice({ online: false, ...allBroken({ kind: 'timed-out' }) })).toEqual(expected);
  });

  it.each<[Problem, Notice['action']]>([
    [{ kind: 'timed-out' }, 'retry'],
    [{ kind: 'server-trouble', status: 502 }, 'retry'],
    [{ kind: 'unreachable', why: 'name' }, 'retry'],
    [{ kind: 'unreachable', why: 'proxy' }, 'open-settings'],
    [{ kind: 'unreachable', why: 'certificate' }, 'open-settings'],
    [{ kind: 'insecure-address' }, 'open-settings'],
    [{ kind: 'redirected' }, 'open-settings'],
    [{ kind: 'redirect-loop' }, 'open-settings'],
    [{ kind: 'not-offered' }, 'retry'],
  ])('says that nothing could be read: %j, %s', (problem, action) => {
    // What ends without the user can wait; only a setting that is wrong stays so until the user acts.
    const severity =
      action === 'open-settings'
        ? ({ severity: 'action-needed', tone: 'bad' } as const)
        : ({ severity: 'attention', tone: 'warning' } as const);
    expect(notice(allBroken(problem))).toEqual({ ...severity, says: says(problem), action });
  });

  it('a request of 9Proxy to slow down offers nothing to do, as it ends without the user', () => {
    const slower: Problem = { kind: 'rate-limited', until: now + HOUR };
    expect(notice(allBroken(slower))).toEqual({
      severity: 'attention',
      tone: 'warning',
      says: says(slower),
      action: 'none',
    });
  });

  it('waits for the first read', () => {
    const nothing = {
      ...forEachFigure(() => absent<never>()),
      subAccounts: { ...subAccounts, count: absent<never>() },
    };
    expect(notice(nothing)).toEqual({ severity: 'fine', tone: 'info', says: { id: 'first-read' }, action: 'none' });
  });

  it('names the figures that could not be read, though not those that are not offered', () => {
    const partly = {
      wallet: broken(wallet, { kind: 'timed-out' }),
      autoRenew: broken(autoRenew, { kind: 'not-offered' }),
      subAccounts: { ...subAccounts, count: broken(subAccounts.count, { kind: 'redirected' }) },
    };
    // Of several problems the one that needs the user is shown.
    expect(notice(partly)).toEqual({
      severity: 'action-needed',
      tone: 'bad',
      says: { id: 'partly', problem: { kind: 'redirected' }, figures: ['wallet', 'subAccounts'] },
      action: 'open-settings',
    });
    expect(notice({ wallet: partly.wallet, autoRenew: partly.autoRenew })).toEqual({
      severity: 'attention',
      tone: 'warning',
      says: { id: 'partly', problem: { kind: 'timed-out' }, figures: ['wallet'] },
      action: 'retry',
    });
  });

  it('is at ease when all that fails is not offered', () => {
    expect(notice({ autoRenew: broken(absent(), { kind: 'not-offered' }) }).says).toEqual({ id: 'all-well' });
  });

  it('says how old the oldest stale figure is', () => {
    const stale = {
      ips: outdated(fresh(ips.value!, now - HOUR)),
      wallet: outdated(fresh(wallet.value!, now - 2 * HOUR)),
    };
    expect(notice(stale)).toEqual({
      severity: 'attention',
      tone: 'warning',
      says: { id: 'stale', asOf: now - 2 * HOUR },
      action: 'retry',
    });
  });

  it('is still reading, and not old, while the figures are those of the last start', () => {
    const ofLastStart = { wallet: outdated(wallet), refresh: { ...exampleState().refresh, lastAt: null } };
    expect(notice(ofLastStart).says).toEqual({ id: 'first-read' });
  });

  it('says that auto renew failed, with the reason', () => {
    expect(notice({ autoRenew: renewFailed })).toEqual({
      severity: 'attention',
      tone: 'warning',
      says: { id: 'renew-failed', message: 'Card declined' },
      action: 'open-dashboard',
    });
  });

  it('says what is low, the first of them first', () => {
    expect(notice({ ips: lowIps, wallet: fresh({ amount: 1 }) })).toEqual({
      severity: 'attention',
      tone: 'warning',
      says: { id: 'low', what: 'ips', figures: ['ips', 'wallet'] },
      action: 'open-dashboard',
    });
  });

  it('says which package with something in it expires first within two days', () => {
    expect(notice({ traffic: expiring })).toEqual({
      severity: 'attention',
      tone: 'warning',
      says: { id: 'package-expires', name: 'Sooner', at: now + 30 * HOUR },
      action: 'none',
    });
  });

  it('says that two-factor authentication is off, but not where it is unknown', () => {
    expect(notice({ account: noTwoFactor })).toEqual({
      severity: 'fine',
      tone: 'info',
      says: { id: 'two-factor-off' },
      action: 'open-dashboard',
    });
    expect(notice({ account: fresh({ ...account.value!, twoFactor: null }) }).says.id).toBe('all-well');
  });

  it('says the most severe thing of all that is true', () => {
    const worsening: [Partial<AppState>, Notice['says']['id'], Notice['severity']][] = [
      [{ account: noTwoFactor }, 'two-factor-off', 'fine'],
      [{ storage: [{ kind: 'disk-full' }] }, 'storage', 'attention'],
      [{ alerts: [unusual] }, 'alert', 'attention'],
      [{ traffic: expiring }, 'package-expires', 'attention'],
      [{ ips: lowIps }, 'low', 'attention'],
      [{ autoRenew: renewFailed }, 'renew-failed', 'attention'],
      [{ wallet: outdated(wallet) }, 'stale', 'attention'],
      [{ subAccounts: uncounted({ kind: 'timed-out' }) }, 'partly', 'attention'],
      [{ online: false }, 'problem', 'attention'],
      [{ subAccounts: uncounted({ kind: 'redirected' }) }, 'partly', 'action-needed'],
      [{ key: key('absent') }, 'no-key', 'action-needed'],
      [{ settings: unusableProxy }, 'problem', 'action-needed'],
      [{ bulk: stopped(211) }, 'emergency-stop', 'stopped'],
    ];
    let overrides: Partial<AppState> = {};
    for (const [more, id, severity] of worsening) {
      overrides = { ...overrides, ...more };
      expect(notice(overrides)).toMatchObject({ severity, says: { id } });
    }
  });

  it('says that the gateway cannot listen, and leads there, once though there is an alert of it, too', () => {
    const problem = { kind: 'port-busy', port: 19_090, why: 'taken' } as const;
    const access = exampleAccess({ status: 'failed', problem });
    const about = { kind: 'gateway-down', port: 19_090, why: 'taken', program: null } as const;
    const expected = { severity: 'action-needed', tone: 'bad', says: says(problem), action: 'open-access' };
    expect(notice({ access })).toEqual(expected);
    expect(notice({ access, alerts: [{ id: 'gateway-down', since: now, about }] })).toEqual(expected);
    expect(notice({ access: exampleAccess({ status: 'starting' }) }).says.id).toBe('all-well');
  });

  it('leads to the gateway where the only alert is about it, and to the alerts where there are more', () => {
    const about = { kind: 'gateway-key-seen', key: 'old', program: 'python3' } as const;
    const seen: Alert = { id: 'gateway-key-seen:old:python3', since: now, about };
    expect(notice({ alerts: [seen] })).toMatchObject({
      severity: 'attention',
      says: { id: 'alert', about, more: 0 },
      action: 'open-access',
    });
    expect(notice({ alerts: [seen, unusual] })).toMatchObject({ says: { more: 1 }, action: 'open-alerts' });
  });

  it('is never calmer when something is added', () => {
    const additions: Partial<AppState>[] = [
      { account: noTwoFactor },
      { storage: [{ kind: 'disk-full' }] },
      { alerts: [unusual] },
      { alerts: [{ id: 'key-refused', since: now, about: { kind: 'key-refused' } }, unusual] },
      { traffic: expiring },
      { ips: lowIps },
      { autoRenew: renewFailed },
      { wallet: outdated(wallet) },
      { wallet: broken(wallet, { kind: 'timed-out' }) },
      { subAccounts: uncounted({ kind: 'redirected' }) },
      { online: false },
      { key: key('refused') },
      { settings: unusableProxy },
      { access: exampleAccess({ status: 'failed', problem: { kind: 'port-busy', port: 19_090, why: 'taken' } }) },
      { bulk: stopped(211) },
    ];
    assert(
      property(shuffledSubarray(additions), constantFrom(...additions), (some, more) => {
        const before: Partial<AppState> = Object.assign({}, ...some);
        expect(rank(notice({ ...before, ...more }))).toBeGreaterThanOrEqual(rank(notice(before)));
      }),
    );
  });

  it.each<[BulkJob['phase'], Partial<BulkJob>, object | null]>([
    ['gathering', { toRestore: 0 }, { severity: 'stopped', says: { stop: { phase: 'stopping' } } }],
    ['running', {}, { severity: 'stopped', says: { stop: { phase: 'stopping' } } }],
    ['done', {}, { severity: 'stopped', says: { stop: { phase: 'stopped', count: 211, isPartial: false } } }],
    ['done', { stillOn: 2 }, { severity: 'stopped', says: { stop: { phase: 'stopped', isPartial: true } } }],
    ['interrupted', {}, { severity: 'stopped', says: { stop: { phase: 'stopped', isPartial: true } } }],
    ['cancelled', {}, { severity: 'stopped', says: { stop: { phase: 'stopped', isPartial: true } } }],
    ['interrupted', { back: true }, { severity: 'stopped', says: { stop: { phase: 'stopped', isPartial: false } } }],
    ['undoing', {}, { severity: 'stopped', says: { stop: { phase: 'restoring' } } }],
    ['running', { back: true }, { severity: 'stopped', says: { stop: { phase: 'restoring' } } }],
    ['interrupted', { toRestore: 0 }, { severity: 'action-needed', says: { stop: { phase: 'incomplete' } } }],
    ['done', { toRestore: 0, mayBeOn: 1 }, { severity: 'action-needed', says: { stop: { phase: 'incomplete' } } }],
    ['cancelled', { toRestore: 0 }, null],
    ['done', { toRestore: 0 }, null],
    ['undone', {}, null],
  ])('says what an emergency stop that is %s with %j has left behind', (phase, more, expected) => {
    const nothing = { severity: 'fine', says: { id: 'all-well' } };
    expect(notice({ bulk: stopped(211, { phase, ...more }) })).toMatchObject(expected ?? nothing);
  });
});

describe('withNotice', () => {
  it('changes the notice alone, and nothing where it is the same', () => {
    const state = exampleState({ online: false });
    const shown = withNotice(state, now);
    expect(shown).toEqual({ ...state, notice: noticeOf(state, now) });
    expect(withNotice(shown, now)).toBe(shown);
  });
});

describe('lowFigures', () => {
  const low = (overrides: Partial<AppState>) => lowFigures(exampleState(overrides));
  const renewing = (on: boolean | null, price: number | null) => fresh({ ...autoRenew.value!, on, price });

  it('counts what is below its mark, and not what is at it', () => {
    expect(low({ ips: fresh({ total: 49, plans: [] }) })).toEqual(['ips']);
    expect(low({ ips: fresh({ total: 50, plans: [] }) })).toEqual([]);
    const { packages } = traffic.value!;
    expect(low({ traffic: fresh({ total: 999_999_999, packages }) })).toEqual(['traffic']);
    expect(low({ traffic: fresh({ total: 1_000_000_000, packages }) })).toEqual([]);
  });

  it('counts a zero only where there once was more', () => {
    const empty = { ips: fresh({ total: 0, plans: [] }), traffic: fresh({ total: 0, packages: [] }) };
    const { trends } = exampleState();
    expect(low(empty)).toEqual([]);
    expect(low({ ...empty, trends: { ...trends, ips: [[1, 0]], traffic: [[1, 0]] } })).toEqual([]);
    expect(low({ ...empty, trends: { ...trends, ips: [[1, 5]] } })).toEqual(['ips']);
    expect(low({ ...empty, trends: { ...trends, traffic: [[1, 5]] } })).toEqual(['traffic']);
    expect(low({ ...empty, traffic: fresh({ total: 0, packages: traffic.value!.packages }) })).toEqual(['traffic']);
  });

  it('counts the wallet by its threshold, whatever 9Proxy reports about auto renew', () => {
    const { trends } = exampleState();
    for (const renew of [renewing(true, 900), renewing(true, null), renewing(false, 1), absent<AutoRenew>()]) {
      expect(low({ wallet: fresh({ amount: 4 }), autoRenew: renew })).toEqual(['wallet']);
      expect(low({ wallet: fresh({ amount: -3 }), autoRenew: renew })).toEqual(['wallet']);
      expect(low({ wallet: fresh({ amount: 8 }), autoRenew: renew })).toEqual([]);
      expect(low({ wallet: fresh({ amount: 0 }), autoRenew: renew })).toEqual([]);
    }
    expect(low({ wallet: fresh({ amount: 0 }), trends: { ...trends, wallet: [[1, 5]] } })).toEqual(['wallet']);
  });

  it('counts nothing that is not known', () => {
    expect(low({ ips: absent(), traffic: absent(), wallet: absent() })).toEqual([]);
  });
});

it('the notice is not "all good" while an alert is open that has no other reason', () => {
  const about = { kind: 'unusual-use', what: 'ips', perDay: 900, usual: 100 } as const;
  const alerts = [1, 2, 3].map((each) => ({ id: `a${each}`, since: now, about }));
  expect(noticeOf(exampleState({ alerts }), now)).toEqual({
    severity: 'attention',
    tone: 'warning',
    says: { id: 'alert', about, more: 2 },
    action: 'open-alerts',
  });
  const low = exampleState({ alerts, ips: fresh({ total: 3, plans: [] }) });
  expect(noticeOf(low, now).says.id).toBe('low');
});
