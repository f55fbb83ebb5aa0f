import { describe, expect, it } from 'vitest';
import { exampleNow as now, exampleRow, exampleState } from '../model/state/app-state.fixture';
import type { AppState } from '../model/state/app-state';
import { defaultSettings } from '../model/settings';
import { menuTemplate, sameMenu } from './menu-template';
import { trayMark, trayModel } from './tray-model';

const minute = 60_000;
const model = (state: AppState, at = now, platform: 'linux' | 'darwin' = 'linux') =>
  trayModel(state, platform, at, 'en-GB', true);
const key = exampleState().key;
const low = { ...exampleState().ips, value: { total: 20, plans: [] } };
const hidden = { ...defaultSettings, hideAmounts: true };
const refused = exampleState({
  key: { ...key, status: 'refused' },
  notice: { tone: 'bad', says: { id: 'problem', problem: { kind: 'key-refused' } }, action: 'replace-key' },
});

/** Every text of the menu, in order. */
function texts(state: AppState, at = now): string[] {
  return model(state, at).menu.flatMap((item) => {
    if (item.kind === 'separator') return [];
    return item.kind === 'fact' ? [item.label, ...item.more] : [item.label];
  });
}
const actions = (state: AppState) =>
  model(state).menu.flatMap((item) =>
    item.kind === 'action' ? [`${item.action.type}${item.enabled ? '' : ' (off)'}`] : [],
  );
const checks = (state: AppState) => model(state).menu.filter((item) => item.kind === 'check');

describe('the icon', () => {
  it.each<[string, Partial<AppState>]>([
    ['normal', {}],
    ['low', { ips: low }],
    ['refused', { key: { ...key, status: 'refused' }, ips: low }],
    ['no-key', { key: { ...key, status: 'absent' }, ips: low }],
    ['no-key', { key: { ...key, status: 'locked' } }],
    ['no-key', { key: { ...key, status: 'changed' } }],
    ['no-key', { key: { ...key, status: 'unreadable' } }],
    ['stale', { key: { ...key, status: 'asking' } }],
    ['stale', { online: false }],
    ['stale', { wallet: { value: { amount: 30 }, asOf: 1, status: 'stale' } }],
    ['stale', { traffic: { value: null, asOf: null, status: 'absent', problem: { kind: 'timed-out' } } }],
    ['normal', { traffic: { value: null, asOf: null, status: 'absent', problem: { kind: 'not-offered' } } }],
    ['low', { ips: low, online: false }],
  ])('is %s', (mark, change) => {
    expect(trayMark(exampleState(change))).toBe(mark);
    expect(model(exampleState(change)).icon).toBe(`${mark}-dark`);
  });
});

describe('the words of 9Proxy', () => {
  const lastMessage = 'Card declined: $24.00 due';
  const { autoRenew } = exampleState();
  const renew = autoRenew.value;
  const problem = { kind: 'rejected', message: 'Only $24.00 left' } as const;
  const failed = (settings: AppState['settings']): AppState[] => [
    exampleState({
      settings,
      autoRenew: renew === null ? autoRenew : { ...autoRenew, value: { ...renew, lastOutcome: 'failed', lastMessage } },
      notice: { tone: 'warning', says: { id: 'renew-failed', message: lastMessage }, action: 'open-dashboard' },
    }),
    exampleState({
      settings,
      notice: { tone: 'bad', says: { id: 'problem', problem }, action: 'retry' },
      wallet: { value: null, asOf: null, status: 'absent', problem },
    }),
  ];
  it('are in the menu, and nowhere in the tray where amounts are hidden, as they may name one', () => {
    const shown = (settings: AppState['settings']) =>
      failed(settings).map((state) => [...texts(state), model(state).tooltip].join('\n'));
    for (const text of shown(defaultSettings)) expect(text).toContain('24.00');
    for (const text of shown(hidden)) expect(text).not.toContain('24.00');
  });
});

describe('the tooltip', () => {
  it('says name, figures and age', () => {
    expect(model(exampleState(), now + 2 * minute).tooltip).toBe('NineTray\n1,200 IPs · 5 GB · $42.50\nRead 2 min ago');
  });
  it('the tray shows what needs the user', () => {
    expect(model(refused).tooltip.split('\n')).toContain('9Proxy refuses the key');
  });
  it('names the demo, hides amounts, and fits', () => {
    const demo = exampleState({ source: { kind: 'demo', origin: 'http://127.0.0.1:1' }, settings: hidden });
    expect(model(demo).tooltip).toBe('NineTray (demo)\n•••• IPs · •••• · ••••\nRead just now');
    const long = exampleState({
      notice: {
        tone: 'info',
        says: { id: 'package-expires', name: 'x'.repeat(300), at: now + minute },
        action: 'none',
      },
    });
    expect(model(long).tooltip.length).toBeLessThanOrEqual(127);
  });
  it('has at most four lines, and only its name when nothing is known', () => {
    expect(model(refused).tooltip.split('\n').length).toBeLessThanOrEqual(4);
    const unknown = { value: null, asOf: null, status: 'absent' } as const;
    expect(model(exampleState({ ips: unknown, traffic: unknown, wallet: unknown })).tooltip).toBe('NineTray');
  });
  it('speaks for the oldest of its figures', () => {
    const old = exampleState({ wallet: { value: { amount: 1 }, asOf: now - 3 * 60 * minute, status: 'fresh' } });
    expect(model(old).tooltip).toContain('Read 3 h ago');
  });
});

describe('the title', () => {
  const titled = (trayTitle: 'none' | 'ips' | 'traffic' | 'wallet', hideAmounts = false) =>
    model(exampleState({ settings: { ...defaultSettings, trayTitle, hideAmounts } }), now, 'darwin').title;
  it('is the chosen figure', () => {
    expect([titled('none'), titled('ips'), titled('traffic'), titled('wallet')]).toEqual([
      '',
      '1,200',
      '5 GB',
      '$42.50',
    ]);
  });
  it('is hidden with the amounts, and on other platforms', () => {
    expect(titled('ips', true)).toBe('');
    expect(model(exampleState({ settings: { ...defaultSettings, trayTitle: 'ips' } })).title).toBe('');
  });
});

describe('the menu', () => {
  const full = exampleState({
    traffic: {
      value: {
        total: 5_000_000_000,
        packages: [
          { id: 1, name: 'Big', left: 5_000_000_000, original: 50_000_000_000, expiresAt: now + 3 * 24 * 60 * minute },
        ],
      },
      asOf: now - 90 * minute,
      status: 'failed',
      problem: { kind: 'timed-out' },
    },
    storage: [{ kind: 'disk-full' }],
    refresh: { running: false, lastAt: now, nextAt: now + 10 * minute, reason: 'on-battery' },
  });

  it('holds every fact', () => {
    const said = texts(full).join('\n');
    for (const fact of [
      'All is well',
      'IP balance: 1,200',
      'Plan 1: 1,200',
      'Low below 50',
      /^Traffic: 5 GB \(as of \d\d:\d\d\)$/m,
      /^Big: 5 GB of 50 GB, expires \d+ Nov \(in 3 days\)$/m,
      '9Proxy did not answer in time',
      'Wallet: $42.50',
      'Auto renew: on',
      'As 9Proxy reports it (unconfirmed)',
      'Package: 100 IPs',
      'Price: $9.00',
      'IP threshold: 20',
      'Last: succeeded',
      'Sub-accounts: 3',
      'Account: a@example.org',
      'E-mail verified',
      'Two-factor sign-in on',
      /^Next refresh: \d\d:\d\d \(slower on battery\)$/m,
      'The disk is full',
    ])
      expect(said).toMatch(fact instanceof RegExp ? fact : new RegExp(`^${fact.replace(/[$.()]/g, '\\$&')}$`, 'm'));
  });

  it('tells what was never read from what is not offered', () => {
    const state = exampleState({
      wallet: { value: null, asOf: null, status: 'absent' },
      autoRenew: { value: null, asOf: null, status: 'absent', problem: { kind: 'not-offered' } },
    });
    expect(texts(state)).toEqual(expect.arrayContaining(['Wallet: not read yet', 'Auto renew: not offered']));
  });

  it('hides every amount, in details too', () => {
    const subAccounts = { ...full.subAccounts, pinned: [exampleRow(1)] };
    const state = exampleState({ ...full, settings: hidden, subAccounts });
    const said = texts(state).join('\n');
    expect(said).toContain('IP balance: ••••');
    expect(said).not.toMatch(/1,200|42\.50|5 GB|\$9|10 IPs|Sub-accounts: 3/);
  });

  it('is no wider than its lines need, whatever the account names things', () => {
    const name = 'x'.repeat(300);
    const { account, traffic, subAccounts } = exampleState();
    const packages = [{ id: 1, name, left: 4, original: 5, expiresAt: null }];
    const state = exampleState({
      account: { ...account, value: { ...account.value!, email: name } },
      traffic: { ...traffic, value: { total: 4, packages } },
      subAccounts: { ...subAccounts, pinned: [exampleRow(1, { username: name })] },
    });
    expect(texts(state).filter((text) => text.length > 90)).toEqual([]);
    expect(texts(state).some((text) => text.startsWith('xxx') && text.includes('IPs'))).toBe(true);
    expect(menuTemplate([{ kind: 'fact', label: name, more: [name] }], () => undefined)).toMatchObject([
      { label: `${'x'.repeat(89)}…`, submenu: [{ label: `${'x'.repeat(89)}…` }] },
    ]);
  });

  it('names a package that has no name, each day once, and a balance below zero', () => {
    const { traffic, ips } = exampleState();
    const packages = [{ id: 1, name: '', left: 4, original: null, expiresAt: new Date(2027, 4, 7, 12).getTime() }];
    const state = exampleState({
      ips: { ...ips, value: { total: -5, plans: [] } },
      traffic: { ...traffic, value: { total: 4, packages } },
    });
    expect(texts(state)).toContain('IP balance: -5');
    expect(texts(state)).toContain('Unnamed package: 4 B, expires 7 May 2027');
    expect(trayMark(state)).toBe('low');
  });

  it('stays equal while time goes by and nothing happens', () => {
    for (const later of [1000, minute, 9 * minute])
      expect(sameMenu(model(full).menu, model(full, now + later).menu)).toBe(true);
    const changed = exampleState({ ...full, ips: low });
    expect(sameMenu(model(full).menu, model(changed).menu)).toBe(false);
  });

  it('offers what can be done', () => {
    expect(actions(exampleState())).toEqual(['panic', 'refresh', 'open', 'account', 'settings', 'quit']);
    expect(actions(refused)).toEqual([
      'panic (off)',
      'enter-key',
      'refresh (off)',
      'open',
      'account',
      'settings',
      'quit',
    ]);
    const { refresh } = exampleState();
    const limited = exampleState({ refresh: { ...refresh, reason: 'rate-limited', nextAt: now + minute } });
    expect(actions(limited)).toContain('refresh (off)');
    expect(texts(refused)).toContain('Enter the new key…');
    expect(texts(refused)).toContain('9Proxy refuses the key');
    expect(actions(exampleState({ source: { kind: 'demo', origin: 'http://127.0.0.1:1' } }))).toContain('leave-demo');
    expect(texts(exampleState({ key: { ...key, status: 'absent' } }))).toContain('Enter a key…');
  });
});

describe('pinned sub-accounts', () => {
  const { subAccounts } = exampleState();
  const pinned = [exampleRow(1), exampleRow(2, { enabled: false, ips: null, traffic: null })];
  const flipping = (flip: AppState['subAccounts']['switches'][number]) =>
    exampleState({ subAccounts: { ...subAccounts, pinned, switches: [flip] } });

  it('are switches that say what the account has', () => {
    expect(checks(exampleState({ subAccounts: { ...subAccounts, pinned } }))).toMatchObject([
      {
        label: 'user1 (10 IPs, 1 MB)',
        checked: true,
        enabled: true,
        action: { type: 'switch', id: 1, enabled: false },
      },
      { label: 'user2', checked: false, enabled: true, action: { type: 'switch', id: 2, enabled: true } },
    ]);
  });
  it('show what is wanted while it is pending, and can be flipped back', () => {
    const state = flipping({ id: 2, username: 'user2', wanted: true, phase: 'pending', at: now });
    expect(checks(state)[1]).toMatchObject({
      label: 'user2: switching on…',
      checked: true,
      action: { type: 'switch', id: 2, enabled: false },
    });
  });
  it('say when it did not work', () => {
    const problem = { kind: 'timed-out' } as const;
    const state = flipping({ id: 1, username: 'user1', wanted: false, phase: 'rolled-back', at: now, problem });
    expect(checks(state)[0]).toMatchObject({
      label: 'user1: not switched (9Proxy did not answer in time)',
      checked: true,
    });
  });
  it('cannot be flipped without a key', () => {
    const state = exampleState({ key: { ...key, status: 'refused' }, subAccounts: { ...subAccounts, pinned } });
    expect(checks(state).every((item) => !item.enabled)).toBe(true);
  });
  it('are explained where there is none', () => {
    expect(texts(exampleState())).toContain('Pin sub-accounts to switch them here');
  });
});

describe('the panic', () => {
  const counts = { waiting: 0, changed: 1234, same: 0, refused: 0, unknown: 0, undone: 0 };
  const during = (phase: NonNullable<AppState['bulk']['panic']>['phase']) =>
    exampleState({
      bulk: {
        bulk: null,
        panic: { id: 'p', change: { does: 'disable' }, phase, startedAt: now, total: 1234, counts, toRestore: 1234 },
        previewing: null,
      },
    });

  it('asks in the account window, never in the menu alone', () => {
    const item = model(exampleState()).menu.find((one) => one.kind === 'action' && one.action.type === 'panic');
    expect(item).toMatchObject({ label: 'Disable all sub-accounts…', action: { type: 'panic' } });
  });
  it.each([
    ['running', 'All sub-accounts are being disabled…'],
    ['done', 'Sub-accounts are disabled (1,234). Restore…'],
    ['interrupted', 'Sub-accounts are disabled (1,234). Restore…'],
    ['undoing', 'Sub-accounts are being enabled again…'],
    ['undone', 'Disable all sub-accounts…'],
  ] as const)('says how it is while it is %s', (phase, label) => {
    expect(texts(during(phase))).toContain(label);
  });
  it('that disabled nothing is not there to be restored', () => {
    const over = during('done');
    const { panic } = over.bulk;
    if (panic === null) throw new Error('no panic');
    const empty = { ...panic, counts: { ...counts, changed: 0 }, toRestore: 0 };
    const lines = texts(exampleState({ bulk: { ...over.bulk, panic: empty } }));
    expect(lines).toContain('Disable all sub-accounts…');
    expect(lines.join()).not.toContain('(0)');
    const untold = { ...panic, unknownBefore: 1234, toRestore: 0 };
    expect(texts(exampleState({ bulk: { ...over.bulk, panic: untold } }))).toContain('Disable all sub-accounts…');
    const unsure = { ...panic, counts: { ...counts, changed: 0, unknown: 2 }, toRestore: 2 };
    expect(texts(exampleState({ bulk: { ...over.bulk, panic: unsure } }))).toContain(
      'Sub-accounts are disabled (2). Restore…',
    );
  });
  it('is not offered where there are no sub-accounts', () => {
    const { subAccounts } = exampleState();
    const none = exampleState({ subAccounts: { ...subAccounts, count: { ...subAccounts.count, value: 0 } } });
    expect(actions(none)).not.toContain('panic');
  });
});
