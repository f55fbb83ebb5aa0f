import { describe, expect, it } from 'vitest';
import { exampleAccess } from '../model/access/access.fixture';
import { exampleNow as now, exampleRow, exampleState } from '../model/state/app-state.fixture';
import { figureIds, forEachFigure } from '../model/figures/figures';
import type { AppState } from '../model/state/app-state';
import type { BulkJob } from '../model/bulk/bulk';
import { defaultSettings } from '../model/settings';
import { withNotice } from '../state/notice';
import { problemText } from '../texts/problems/problems';
import { noticeText } from '../texts/status/notice';
import { trayTexts } from '../texts/status/tray';
import { menuTemplate, sameMenu } from './menu-template';
import { trayModel } from './tray-model';

const minute = 60_000;
const model = (state: AppState, at = now, platform: 'linux' | 'darwin' = 'linux') =>
  trayModel(state, platform, at, 'en-GB', true);
/** With the notice that follows from it, as a session has it. */
const noticed = (change: Partial<AppState>) => withNotice(exampleState(change), now);
const demoSource = { kind: 'demo', origin: 'http://127.0.0.1:1' } as const;
const key = exampleState().key;
const stale = { value: { amount: 30 }, asOf: now - 90 * minute, status: 'stale' } as const;
const low = { ...exampleState().ips, value: { total: 20, plans: [] } };
const hidden = { ...defaultSettings, hideAmounts: true };
const refused = exampleState({
  key: { ...key, status: 'refused' },
  notice: {
    severity: 'action-needed',
    tone: 'bad',
    says: { id: 'problem', problem: { kind: 'key-refused' } },
    action: 'replace-key',
  },
});

/** Every text of the menu, in order. */
function texts(state: AppState, at = now): string[] {
  return model(state, at).menu.flatMap((item) => {
    return item.kind === 'separator' ? [] : [item.label];
  });
}
const actions = (state: AppState) =>
  model(state).menu.flatMap((item) =>
    item.kind === 'action' ? [`${item.action.type}${item.enabled ? '' : ' (off)'}`] : [],
  );
const checks = (state: AppState) => model(state).menu.filter((item) => item.kind === 'check');

describe('the icon', () => {
  it.each<[string, Partial<AppState>]>([
    ['fine', {}],
    ['fine', { traffic: { value: null, asOf: null, status: 'absent', problem: { kind: 'not-offered' } } }],
    ['attention', { ips: low }],
    ['attention', { online: false }],
    ['attention', { wallet: { value: { amount: 30 }, asOf: 1, status: 'stale' } }],
    ['attention', { traffic: { value: null, asOf: null, status: 'absent', problem: { kind: 'timed-out' } } }],
    ['attention', { ips: low, online: false }],
    ['action-needed', { key: { ...key, status: 'refused' }, ips: low }],
    ['action-needed', { key: { ...key, status: 'absent' }, ips: low }],
    ['action-needed', { key: { ...key, status: 'locked' } }],
    ['action-needed', { key: { ...key, status: 'changed' } }],
    ['action-needed', { key: { ...key, status: 'unreadable' } }],
    ['waiting', { key: { ...key, status: 'asking' } }],
    ['waiting', { refresh: { running: true, lastAt: null, nextAt: null, reason: null }, wallet: stale }],
    ['stopped', { bulk: emergencyStop('done'), key: { ...key, status: 'refused' } }],
    ['stopped', { bulk: emergencyStop('running') }],
    ['fine', { bulk: emergencyStop('undone') }],
  ])('is %s', (mark, change) => {
    expect(model(noticed(change)).icon).toBe(`${mark}-dark`);
  });

  it('is no calmer than the first line of the menu and the tooltip', () => {
    for (const change of [{ ips: low }, { online: false }, { bulk: emergencyStop('done') }]) {
      const state = noticed(change);
      const { text } = noticeText(state.notice, now, 'en-GB', false);
      expect(model(state).icon).not.toBe('fine-dark');
      expect(texts(state)[0]).toBe(text);
      expect(model(state).tooltip.split('\n')).toContain(text);
    }
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
      notice: {
        severity: 'attention',
        tone: 'warning',
        says: { id: 'renew-failed', message: lastMessage },
        action: 'open-dashboard',
      },
    }),
    exampleState({
      settings,
      notice: { severity: 'action-needed', tone: 'bad', says: { id: 'problem', problem }, action: 'retry' },
      wallet: { value: null, asOf: null, status: 'absent', problem },
    }),
  ];
  it('are nowhere in the tray where amounts are hidden, as they may name one', () => {
    for (const state of failed(hidden))
      expect([...texts(state), model(state).tooltip].join('\n')).not.toContain('24.00');
  });
});

describe('the tooltip', () => {
  it('says name, figures and age', () => {
    expect(model(exampleState(), now + 2 * minute).tooltip).toBe(
      'NineTray\n1,200 IPs · 5 GB · $42.50\nUpdated 2 min ago',
    );
  });
  it('the tray shows what needs the user', () => {
    expect(model(refused).tooltip.split('\n')).toContain(problemText({ kind: 'key-refused' }, 'en', 0).title);
  });
  it('names the demo, hides amounts, and fits', () => {
    const demo = exampleState({ source: { kind: 'demo', origin: 'http://127.0.0.1:1' }, settings: hidden });
    expect(model(demo).tooltip).toBe('Demo: NineTray\n•••• IPs · •••• · ••••\nUpdated just now');
    const long = exampleState({
      notice: {
        severity: 'fine',
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
    expect(model(old).tooltip).toContain('Updated 3 h ago');
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
  const none = { value: null, asOf: null, status: 'absent' } as const;
  const firstRun = noticed({
    key: { ...key, status: 'absent' },
    ...forEachFigure(() => none),
    subAccounts: { ...exampleState().subAccounts, count: none },
  });
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

  it('begins with how the account stands, and has each figure in one line', () => {
    expect(texts(full).slice(0, 5)).toEqual([
      'All good',
      'IP balance: 1,200',
      expect.stringMatching(/^Traffic: 5 GB \(as of \d\d:\d\d\)$/),
      'Wallet: $42.50',
      'Auto renew: on',
    ]);
    const aged = noticed({ wallet: stale });
    expect(texts(aged)[0]).toMatch(/^Last updated \S/);
    expect(texts(exampleState({ source: demoSource }))[0]).toBe('Demo: All good');
  });

  it('tells what was never read from what is not offered, and has no figures before the first key', () => {
    const state = exampleState({
      wallet: { value: null, asOf: null, status: 'absent' },
      autoRenew: { value: null, asOf: null, status: 'absent', problem: { kind: 'not-offered' } },
    });
    expect(texts(state)).toEqual(expect.arrayContaining(['Wallet: no data yet', 'Auto renew: not offered']));
    expect(texts(firstRun)).toEqual([
      'No key yet',
      'Show popover',
      'Enter a key…',
      'Start the demo',
      'Settings',
      'Quit',
    ]);
  });

  it('has at most eight lines besides the figures and the pinned rows, whatever the state', () => {
    const keys = ['asking', 'absent', 'present', 'refused', 'locked', 'changed', 'unreadable'] as const;
    for (const status of keys)
      for (const source of [demoSource, exampleState().source])
        for (const bulk of [exampleState().bulk, emergencyStop('done'), emergencyStop('running')])
          for (const access of [exampleState().access, exampleAccess(), exampleAccess({ status: 'failed' })]) {
            const storage: AppState['storage'] = [{ kind: 'disk-full' }];
            const state = noticed({ ...full, key: { ...key, status }, source, bulk, storage, access });
            expect(texts(state).length - figureIds.length).toBeLessThanOrEqual(8);
          }
  });

  it('has a line in place of the settings while the gateway is on, with what can be done about it', () => {
    expect(texts(full)).not.toContain(trayTexts.gateway.listening);
    const submenu = (access: AppState['access']) =>
      model(noticed({ ...full, access })).menu.find((item) => item.kind === 'submenu');
    const on = noticed({ ...full, access: exampleAccess() });
    expect(texts(on)).toHaveLength(texts(full).length);
    expect(actions(on)).not.toContain('settings');
    expect(actions(noticed({ access: exampleAccess(), key: { ...key, status: 'absent' } }))).toContain('settings');
    expect(submenu(exampleAccess())).toMatchObject({
      label: trayTexts.gateway.listening,
      items: [
        { action: { type: 'access' } },
        { action: { type: 'pause-gateway' }, enabled: true },
        { action: { type: 'copy-address' }, enabled: true },
      ],
    });
    expect(submenu(exampleAccess({ status: 'paused' }))).toMatchObject({
      label: trayTexts.gateway.paused,
      items: [{}, { action: { type: 'resume-gateway' } }, {}],
    });
    expect(submenu(exampleAccess({ status: 'failed' }))).toMatchObject({
      label: trayTexts.gateway.failed,
      items: [{}, { enabled: false }, { enabled: false }],
    });
    const holding = (reads: number) => exampleAccess({ holding: { reads, since: now } });
    expect(submenu(holding(4))?.label).toBe(trayTexts.gateway.holding);
    expect(submenu(holding(4))).toEqual(submenu(holding(5)));
  });

  it('hides every amount, in pinned rows too', () => {
    const subAccounts = { ...full.subAccounts, pinned: [exampleRow(1)] };
    const state = noticed({ ...full, settings: hidden, subAccounts, bulk: emergencyStop('done') });
    const said = texts(state).join('\n');
    expect(said).toContain('IP balance: ••••');
    expect(said).not.toMatch(/1,200|42\.50|5 GB|\$9|10 IPs|1,234/);
  });

  it('is no wider than its lines need, whatever the account names things', () => {
    const name = 'x'.repeat(300);
    const { subAccounts } = exampleState();
    const state = exampleState({
      subAccounts: { ...subAccounts, pinned: [exampleRow(1, { username: name })] },
    });
    expect(texts(state).filter((text) => text.length > 90)).toEqual([]);
    expect(texts(state).some((text) => text.startsWith('xxx') && text.includes('IPs'))).toBe(true);
    expect(menuTemplate([{ kind: 'fact', label: name }], () => undefined)).toMatchObject([
      { label: `${'x'.repeat(89)}…` },
    ]);
  });

  it('has a balance below zero as it is', () => {
    const { ips } = exampleState();
    expect(texts(exampleState({ ips: { ...ips, value: { total: -5, plans: [] } } }))).toContain('IP balance: -5');
  });

  it('stays equal while time goes by and nothing happens', () => {
    for (const later of [1000, minute, 9 * minute])
      expect(sameMenu(model(full).menu, model(full, now + later).menu)).toBe(true);
    const changed = exampleState({ ...full, ips: low });
    expect(sameMenu(model(full).menu, model(changed).menu)).toBe(false);
  });

  it('offers what can be done', () => {
    expect(actions(exampleState())).toEqual(['account', 'open', 'refresh', 'panic', 'regenerate', 'settings', 'quit']);
    expect(actions(refused)).toEqual([
      'account',
      'open',
      'refresh (off)',
      'panic (off)',
      'enter-key',
      'settings',
      'quit',
    ]);
    const { refresh, rotation } = exampleState();
    const limited = exampleState({ refresh: { ...refresh, reason: 'rate-limited', nextAt: now + minute } });
    expect(actions(limited)).toContain('refresh (off)');
    expect(texts(refused)).toContain('Set up a new key…');
    expect(texts(refused)).toContain(problemText({ kind: 'key-refused' }, 'en', 0).title);
    expect(texts(exampleState({ key: { ...key, status: 'locked' } }))).toContain('Enter a key…');
    const current = { id: 'r1' } as NonNullable<AppState['rotation']['current']>;
    const regenerating = exampleState({ rotation: { ...rotation, current } });
    expect(texts(regenerating)).toContain('Continue regenerating the key…');
    expect(actions(regenerating)).toContain('regenerate');
  });

  it('leads into the demo where there is no key, and out of it', () => {
    expect(actions(firstRun)).toContain('start-demo');
    expect(actions(exampleState())).not.toContain('start-demo');
    const demo = actions(exampleState({ source: demoSource }));
    expect(demo).toContain('leave-demo');
    expect(demo).not.toContain('start-demo');
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
        label: 'user1 · 10 IPs · 1 MB',
        checked: true,
        enabled: true,
        action: { type: 'switch', id: 1, enabled: false },
      },
      { label: 'user2 · – IPs · –', checked: false, enabled: true, action: { type: 'switch', id: 2, enabled: true } },
    ]);
  });
  it('show what is wanted while it is pending, and can be flipped back', () => {
    const state = flipping({ id: 2, username: 'user2', wanted: true, phase: 'pending', at: now });
    expect(checks(state)[1]).toMatchObject({
      label: 'user2 · switching on…',
      checked: true,
      action: { type: 'switch', id: 2, enabled: false },
    });
  });
  it('say when it did not work', () => {
    const problem = { kind: 'timed-out' } as const;
    const state = flipping({ id: 1, username: 'user1', wanted: false, phase: 'rolled-back', at: now, problem });
    expect(checks(state)[0]).toMatchObject({
      label: 'user1 · not switched: 9Proxy did not answer in time',
      checked: true,
    });
  });
  it('cannot be flipped without a key', () => {
    const state = exampleState({ key: { ...key, status: 'refused' }, subAccounts: { ...subAccounts, pinned } });
    expect(checks(state).every((item) => !item.enabled)).toBe(true);
  });
});

describe('the emergency stop', () => {
  const during = (phase: BulkJob['phase'], more: Partial<BulkJob> = {}) =>
    noticed({ bulk: emergencyStop(phase, more) });

  it('asks in the account window, never in the menu alone', () => {
    const item = model(exampleState()).menu.find((one) => one.kind === 'action' && one.action.type === 'panic');
    expect(item).toMatchObject({ label: 'Stop all sub-accounts…', action: { type: 'panic' } });
  });

  it.each([
    ['running', 'Stopping all sub-accounts…', 'Show the emergency stop'],
    ['done', '1,234 sub-accounts are stopped', 'Restore 1,234 sub-accounts…'],
    ['interrupted', '1,234 sub-accounts are stopped', 'Restore 1,234 sub-accounts…'],
    ['undoing', 'Restoring sub-accounts…', 'Show the restore'],
  ] as const)('is in the first line, in the tooltip and in its entry while it is %s', (phase, line, entry) => {
    const state = during(phase);
    expect(texts(state)[0]).toBe(line);
    expect(texts(state)).toContain(entry);
    expect(model(state).tooltip.split('\n')).toContain(line);
  });

  it('is over once it is restored', () => {
    expect(texts(during('undone'))).toEqual(expect.arrayContaining(['All good', 'Stop all sub-accounts…']));
  });

  it('does not rebuild an open menu while it makes progress', () => {
    expect(sameMenu(model(during('running', { toRestore: 5 })).menu, model(during('running')).menu)).toBe(true);
  });

  it('that stopped nothing is not there to be restored', () => {
    const lines = texts(during('done', { toRestore: 0 }));
    expect(lines).toContain('Stop all sub-accounts…');
    expect(lines.join()).not.toContain('Restore');
    expect(texts(during('done', { toRestore: 1 }))).toContain('Restore 1 sub-account…');
  });

  it('is not offered where there are no sub-accounts', () => {
    const { subAccounts } = exampleState();
    const none = exampleState({ subAccounts: { ...subAccounts, count: { ...subAccounts.count, value: 0 } } });
    expect(actions(none)).not.toContain('panic');
  });
});

/** The state's part of an emergency stop of 1,234 sub-accounts. */
function emergencyStop(phase: BulkJob['phase'], more: Partial<BulkJob> = {}): AppState['bulk'] {
  const counts = { waiting: 0, changed: 1234, same: 0, refused: 0, unknown: 0, undone: 0 };
  const job = { id: 'p', change: { does: 'disable' }, phase, startedAt: now, total: 1234, counts } as const;
  return { ...exampleState().bulk, panic: { ...job, toRestore: 1234, ...more } };
}
