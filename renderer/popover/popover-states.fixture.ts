// The states the popover can be in, as plain data: for the tests beside it and for the pictures.
// Made-up values only; nothing here runs in the application.
import { exampleAccess } from '../../app/model/access/access.fixture';
import { defaultSettings } from '../../app/model/settings';
import { newerKnown, noFigures, quiet } from '../ui/example-state.fixture';
import type { Problem } from '../../app/model/problem';
import type { Figure } from '../../app/model/figures/figure';
import type { AppState, SubAccount, SubAccountSwitch } from '../../app/model/state/app-state';
import type { BulkJob } from '../../app/model/bulk/bulk';
import { mapFigures } from '../../app/model/figures/figures';

/** The moment at which the pictures are taken. */
export const picturedAt = Date.UTC(2026, 10, 22, 12, 0);

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const gigabyte = 1_000_000_000;
const email = 'lena.okafor@example.com';

function fresh<T>(value: T, age = 20 * second): Figure<T> {
  return { value, asOf: picturedAt - age, status: 'fresh' };
}

const nothing = { value: null, asOf: null, status: 'absent' } as const;

/** A made-up but repeatable variation between 0 and 1. */
function wobble(step: number): number {
  const x = Math.sin(step * 12.9898) * 43_758.5453;
  return x - Math.floor(x);
}

type Trend = AppState['trends']['ips'];

/** A week of one value being used up and bought again, ending at `last`. */
function used(last: number, most: number, every = 19, whole = true): Trend {
  const points = 48;
  return Array.from({ length: points }, (_, index) => {
    const left = points - 1 - index;
    const cycle = (left % every) / every;
    const value = last + (most - last) * cycle * (0.85 + 0.15 * wobble(index));
    return [picturedAt - (left * 7 * day) / points, left === 0 ? last : whole ? Math.round(value) : value];
  });
}

/** On and off, as auto renew is switched. */
function switched(values: readonly number[]): Trend {
  return values.map((value, index) => [picturedAt - (values.length - 1 - index) * day, value]);
}

const names = ['berlin', 'scraper-eu', 'ads-check', 'lisbon', 'qa-mobile', 'price-watch', 'tokyo', 'seo-rank'];
const notes = ['Shop monitoring', null, 'Client: Nordwind', null, 'Nightly run', 'Shared with Ada', null, null];

/** Runs out in so many days, a third more or less. */
function runsOut(
  days: number,
  because: 'used' | 'expired',
  confidence: 'low' | 'medium' | 'high',
  spread = 0.3,
): AppState['forecasts']['ips'] {
  const likely = picturedAt + days * day;
  const earliest = Math.round(likely - days * day * spread);
  const latest = Math.round(likely + days * day * spread);
  return { says: 'runs-out', earliest, likely, latest, perDay: 122, confidence, because };
}

function subAccount(id: number): SubAccount {
  const turn = id % names.length;
  return {
    id,
    username: `${names[turn] ?? 'sub'}-${String(id).padStart(2, '0')}`,
    note: notes[turn] ?? null,
    ips: Math.round(wobble(id) * 900),
    traffic: Math.round(wobble(id + 7) * 80) * 100_000_000,
    enabled: id % 5 !== 3,
    createdAt: picturedAt - id * hour,
    topUpIps: id % 3 === 0 ? { below: 50, by: 100 } : null,
    topUpTraffic: null,
  };
}

const firstPage = Array.from({ length: 20 }, (_, index) => subAccount(24 - index));
const pinned = [subAccount(24), subAccount(9)];

const normal: AppState = {
  source: { kind: 'production', origin: 'https://api.9proxy.com' },
  key: {
    status: 'present',
    storage: 'protected',
    canProtect: true,
    keyring: 'gnome_libsecret',
    fingerprint: '7c1e-44a0',
    savedAt: picturedAt - 40 * day,
  },
  generation: 1,
  account: fresh({ id: 4471, email, username: 'lena.okafor', emailVerified: true, twoFactor: true }),
  ...noFigures,
  ips: fresh({
    total: 1_284,
    plans: [
      { planId: 3, amount: 900 },
      { planId: 7, amount: 384 },
    ],
  }),
  traffic: fresh({
    total: 42_700_000_000,
    packages: [
      {
        id: 1,
        name: 'Residential 50 GB',
        left: 31.2 * gigabyte,
        original: 50 * gigabyte,
        expiresAt: picturedAt + 12 * day,
      },
      {
        id: 2,
        name: 'Residential 20 GB',
        left: 11.5 * gigabyte,
        original: 20 * gigabyte,
        expiresAt: picturedAt + 41 * day,
      },
    ],
  }),
  wallet: fresh({ amount: 86.4 }),
  autoRenew: fresh({
    on: true,
    packageName: '1,000 IPs',
    price: 24,
    whenIps: 100,
    whenTraffic: null,
    nextAt: picturedAt + 10 * day,
    lastAt: picturedAt - 6 * day,
    lastOutcome: 'success',
    lastMessage: null,
  }),
  subAccounts: {
    count: fresh(24),
    firstPage,
    pinned,
    index: { rev: 1, loaded: 20, total: 24, running: false, completeAt: null },
    switches: [],
    listRevision: 0,
    unwatched: [],
  },
  trends: {
    ...noFigures.trends,
    ips: used(1_284, 2_100),
    traffic: used(42_700_000_000, 70 * gigabyte, 40),
    wallet: used(86.4, 160, 31, false),
    autoRenew: switched([1, 1, 0, 1, 1, 1, 1]),
  },
  ...quiet,
  forecasts: {
    ips: runsOut(30, 'used', 'high'),
    traffic: runsOut(24, 'used', 'high'),
    wallet: runsOut(45, 'used', 'medium'),
  },
  refresh: { running: false, lastAt: picturedAt - 20 * second, nextAt: picturedAt + 10 * second, reason: 'looking' },
  online: true,
  storage: [],
  notice: { severity: 'fine', tone: 'good', says: { id: 'all-well' }, action: 'none' },
  settings: { ...defaultSettings, pinned: { '4471': [24, 9] } },
  platform: { os: 'linux', trayShown: true, sandboxed: true, electron: '45.4.1', version: '0.1.0' },
};

/** The figures as they are some time later, when nothing was read since. */
function aged(
  state: AppState,
  age: number,
  status: 'stale' | 'failed',
  problem?: Figure<unknown>['problem'],
): AppState {
  const old = <T>(figure: Figure<T>): Figure<T> => ({
    ...figure,
    asOf: picturedAt - age,
    status,
    ...(problem === undefined ? {} : { problem }),
  });
  return {
    ...state,
    account: old(state.account),
    ...mapFigures(state, old),
    subAccounts: { ...state.subAccounts, count: old(state.subAccounts.count) },
  };
}

function withSwitches(switches: SubAccountSwitch[]): AppState {
  return { ...normal, subAccounts: { ...normal.subAccounts, switches } };
}

function keyTrouble(key: Partial<AppState['key']>, notice: AppState['notice']): AppState {
  return { ...aged(normal, 3 * hour, 'stale'), key: { ...normal.key, ...key }, notice };
}

/** It has switched 211 sub-accounts off. */
const emergencyStop: BulkJob = {
  id: 'p1',
  change: { does: 'disable' },
  phase: 'done',
  startedAt: picturedAt - hour,
  total: 250,
  counts: { waiting: 0, changed: 211, same: 39, refused: 0, unknown: 0, undone: 0 },
  toRestore: 211,
};

const noData: AppState = {
  ...normal,
  account: nothing,
  ...noFigures,
  subAccounts: {
    count: nothing,
    firstPage: [],
    pinned: [],
    index: { rev: 0, loaded: 0, total: null, running: false, completeAt: null },
    switches: [],
    listRevision: 0,
    unwatched: [],
  },
  refresh: { running: true, lastAt: null, nextAt: null, reason: 'looking' },
  notice: { severity: 'fine', tone: 'info', says: { id: 'first-read' }, action: 'none' },
};

const low: AppState = {
  ...normal,
  ips: fresh({ total: 12, plans: [{ planId: 3, amount: 12 }] }),
  wallet: fresh({ amount: 3.15 }),
  trends: { ...normal.trends, ips: used(12, 1_000, 60), wallet: used(3.15, 90, 60, false) },
  forecasts: { ...normal.forecasts, ips: runsOut(0.2, 'used', 'high'), wallet: runsOut(1, 'used', 'high') },
  notice: {
    severity: 'attention',
    tone: 'warning',
    says: { id: 'low', what: 'ips', figures: ['ips', 'wallet'] },
    action: 'open-dashboard',
  },
};

const muchData: AppState = {
  ...normal,
  ips: fresh({
    total: 12_804_331,
    plans: Array.from({ length: 26 }, (_, index) => ({
      planId: index + 1,
      amount: Math.round(wobble(index) * 900_000),
    })),
  }),
  traffic: fresh({
    total: 9_871_000_000_000,
    packages: Array.from({ length: 31 }, (_, index) => ({
      id: index + 1,
      name: `Residential ${(index + 1) * 50} GB`,
      left: Math.round(wobble(index) * (index + 1) * 50) * gigabyte,
      original: (index + 1) * 50 * gigabyte,
      expiresAt: index % 4 === 3 ? null : picturedAt + (index - 1) * 3 * day,
    })),
  }),
  wallet: fresh({ amount: 184_220.75 }),
  subAccounts: {
    ...normal.subAccounts,
    count: fresh(50_000),
    firstPage: Array.from({ length: 50 }, (_, index) => subAccount(50_000 - index)),
    index: { rev: 123, loaded: 12_300, total: 50_000, running: true, completeAt: null },
  },
};

const long = 'extraordinarily-long-sub-account-username-of-the-marketing-department-in-rotterdam';

const longNames: AppState = {
  ...normal,
  source: { kind: 'custom', origin: 'https://gateway.internal.long-company-name.example:8443' },
  key: { ...normal.key, storage: 'session', canProtect: false },
  account: fresh({
    id: 4471,
    email: 'a.very.long.address.for.proxies.and.more@subdomain.long-company-name.example',
    username: 'the-account-with-the-longest-username-anybody-ever-chose',
    emailVerified: true,
    twoFactor: true,
  }),
  autoRenew: fresh({
    on: true,
    packageName: 'Residential rotating proxies, business, 10,000 IPs, all countries',
    price: 1_249.99,
    whenIps: null,
    whenTraffic: 5 * gigabyte,
    nextAt: picturedAt + 3 * day,
    lastAt: picturedAt - 27 * day,
    lastOutcome: 'success',
    lastMessage: null,
  }),
  subAccounts: {
    ...normal.subAccounts,
    firstPage: firstPage.map((row) => ({
      ...row,
      username: `${row.id}-${long}`,
      note: 'A note as long as people write them when nobody stops them in time',
    })),
    pinned: [],
  },
};

const notOffered: AppState = {
  ...normal,
  autoRenew: { value: null, asOf: null, status: 'absent', problem: { kind: 'not-offered' } },
  trends: { ...normal.trends, autoRenew: [] },
};

const partlyFailed: AppState = {
  ...notOffered,
  traffic: {
    ...normal.traffic,
    asOf: picturedAt - 11 * minute,
    status: 'failed',
    problem: { kind: 'server-trouble', status: 502 },
  },
  notice: {
    severity: 'attention',
    tone: 'warning',
    says: { id: 'partly', problem: { kind: 'server-trouble', status: 502 }, figures: ['traffic'] },
    action: 'retry',
  },
};

const at = (age: number) => picturedAt - age;

const renewFailed: AppState = {
  ...normal,
  autoRenew: fresh({
    on: true,
    packageName: '1,000 IPs',
    price: 24,
    whenIps: 100,
    whenTraffic: null,
    nextAt: null,
    lastAt: picturedAt - 2 * hour,
    lastOutcome: 'failed',
    lastMessage: 'Insufficient balance',
  }),
  notice: {
    severity: 'attention',
    tone: 'warning',
    says: { id: 'renew-failed', message: 'Insufficient balance' },
    action: 'open-dashboard',
  },
};

/** Every state by name. */
const forOtherAddress: Problem = {
  kind: 'key-for-other-address',
  was: 'https://gateway.example',
  now: 'https://api.9proxy.com',
};

const portTaken = { kind: 'port-busy', port: 19_090, why: 'taken', program: 'nginx' } as const;

export const popoverStates: Record<string, AppState> = {
  normal,
  low,
  'no-data': noData,
  'much-data': muchData,
  'long-names': longNames,
  'new-account': {
    ...normal,
    ips: fresh({ total: 0, plans: [] }),
    traffic: fresh({ total: 0, packages: [] }),
    wallet: fresh({ amount: 0 }),
    autoRenew: fresh({
      on: null,
      packageName: null,
      price: null,
      whenIps: null,
      whenTraffic: null,
      nextAt: null,
      lastAt: null,
      lastOutcome: null,
      lastMessage: null,
    }),
    trends: noFigures.trends,
    forecasts: quiet.forecasts,
    subAccounts: {
      ...noData.subAccounts,
      count: fresh(0),
      index: { ...noData.subAccounts.index, total: 0 },
    },
  },
  'blocked-on-the-way': {
    ...aged(normal, 4 * minute, 'failed', { kind: 'blocked-on-the-way' }),
    notice: {
      severity: 'attention',
      tone: 'warning',
      says: { id: 'problem', problem: { kind: 'blocked-on-the-way' } },
      action: 'retry',
    },
  },
  'no-sub-accounts': {
    ...normal,
    subAccounts: {
      ...noData.subAccounts,
      count: fresh(0),
      index: { ...noData.subAccounts.index, total: 0 },
    },
  },
  refreshing: { ...normal, refresh: { ...normal.refresh, running: true } },
  refused: keyTrouble(
    { status: 'refused', problem: { kind: 'key-refused' } },
    {
      severity: 'action-needed',
      tone: 'bad',
      says: { id: 'problem', problem: { kind: 'key-refused' } },
      action: 'replace-key',
    },
  ),
  stale: {
    ...aged(normal, 5 * hour, 'stale'),
    notice: { severity: 'attention', tone: 'warning', says: { id: 'stale', asOf: at(5 * hour) }, action: 'retry' },
  },
  offline: {
    ...aged(normal, 26 * minute, 'failed', { kind: 'unreachable', why: 'offline' }),
    online: false,
    notice: {
      severity: 'attention',
      tone: 'warning',
      says: { id: 'problem', problem: { kind: 'unreachable', why: 'offline' } },
      action: 'retry',
    },
  },
  'not-offered': notOffered,
  'partly-failed': partlyFailed,
  'rate-limited': {
    ...aged(normal, 4 * minute, 'failed', { kind: 'rate-limited', until: picturedAt + 3 * minute }),
    notice: {
      severity: 'attention',
      tone: 'warning',
      says: { id: 'problem', problem: { kind: 'rate-limited', until: picturedAt + 3 * minute } },
      action: 'none',
    },
    refresh: { ...normal.refresh, reason: 'rate-limited', nextAt: picturedAt + 3 * minute },
  },
  'setting-unusable': {
    ...aged(normal, 26 * minute, 'stale'),
    notice: {
      severity: 'action-needed',
      tone: 'bad',
      says: { id: 'problem', problem: { kind: 'setting-unusable', setting: 'proxy' } },
      action: 'open-settings',
    },
    storage: [{ kind: 'edit-set-aside', store: 'settings', copy: 'settings.corrupt-2026-11-22T12-00-00-000Z.json' }],
    refresh: { ...normal.refresh, reason: 'settings', nextAt: null },
  },
  'renew-failed': renewFailed,
  'switch-pending': withSwitches([
    { id: 23, username: subAccount(23).username, wanted: true, phase: 'pending', at: at(second) },
  ]),
  'switch-rolled-back': withSwitches([
    {
      id: 22,
      username: subAccount(22).username,
      wanted: false,
      phase: 'rolled-back',
      at: at(2 * second),
      problem: { kind: 'rejected', message: 'Sub-account is locked' },
    },
  ]),
  'undo-offered': withSwitches([
    { id: 24, username: subAccount(24).username, wanted: false, phase: 'done', at: at(3 * second) },
    { id: 21, username: subAccount(21).username, wanted: false, phase: 'done', at: at(5 * second) },
    { id: 20, username: subAccount(20).username, wanted: false, phase: 'pending', at: at(second) },
  ]),
  forecast: {
    ...normal,
    forecasts: {
      ips: runsOut(9, 'used', 'high'),
      traffic: runsOut(12, 'expired', 'high', 0),
      wallet: runsOut(31, 'used', 'medium'),
    },
  },
  'no-forecast': { ...normal, forecasts: quiet.forecasts },
  'first-day': {
    ...normal,
    forecasts: quiet.forecasts,
    trends: {
      ...noFigures.trends,
      ips: [
        [picturedAt - 9 * hour, 1_402],
        [picturedAt - 4 * hour, 1_338],
        [picturedAt, 1_284],
      ],
      wallet: [[picturedAt - 2 * hour, 86.4]],
    },
  },
  private: { ...normal, settings: { ...normal.settings, hideAmounts: true } },
  'private-renew-failed': { ...renewFailed, settings: { ...normal.settings, hideAmounts: true } },
  'keyring-asking': keyTrouble(
    { status: 'asking' },
    { severity: 'fine', tone: 'info', says: { id: 'waiting-for-keyring' }, action: 'none' },
  ),
  'keyring-locked': keyTrouble(
    { status: 'locked', problem: { kind: 'keyring-locked' } },
    {
      severity: 'action-needed',
      tone: 'bad',
      says: { id: 'problem', problem: { kind: 'keyring-locked' } },
      action: 'unlock-keyring',
    },
  ),
  'keyring-changed': keyTrouble(
    { status: 'changed', problem: { kind: 'keyring-changed', was: 'gnome_libsecret', now: 'kwallet6' } },
    {
      severity: 'action-needed',
      tone: 'bad',
      says: { id: 'problem', problem: { kind: 'keyring-changed', was: 'gnome_libsecret', now: 'kwallet6' } },
      action: 'enter-key',
    },
  ),
  'two-factor-off': {
    ...normal,
    account: fresh({ id: 4471, email, username: 'lena.okafor', emailVerified: true, twoFactor: false }),
    notice: { severity: 'fine', tone: 'info', says: { id: 'two-factor-off' }, action: 'open-dashboard' },
  },
  sandbox: { ...normal, source: { kind: 'sandbox', origin: 'https://sandbox.9proxy.com' } },
  demo: {
    ...normal,
    source: { kind: 'demo', origin: 'http://127.0.0.1:43121' },
    account: fresh({ id: 1, email: 'demo@ninetray.invalid', username: 'demo', emailVerified: true, twoFactor: true }),
  },
  'gateway-port-taken': {
    ...normal,
    access: exampleAccess({ status: 'failed', addresses: [], socket: null, problem: portTaken }),
    notice: {
      severity: 'action-needed',
      tone: 'bad',
      says: { id: 'problem', problem: portTaken },
      action: 'open-access',
    },
  },
  'emergency-stop': {
    ...normal,
    bulk: { ...normal.bulk, panic: emergencyStop },
    notice: {
      severity: 'stopped',
      tone: 'bad',
      says: { id: 'emergency-stop', stop: { phase: 'stopped', count: emergencyStop.toRestore, isPartial: false } },
      action: 'open-emergency-stop',
    },
  },
  unprotected: { ...normal, key: { ...normal.key, storage: 'unprotected', canProtect: false, keyring: 'basic_text' } },
  'no-sandbox': { ...normal, platform: { ...normal.platform, sandboxed: false } },
  'profile-exposed': { ...normal, storage: [{ kind: 'profile-exposed', why: 'closed' }] },
  'profile-open': { ...normal, storage: [{ kind: 'profile-exposed', why: 'open' }] },
  'edit-unreadable': { ...normal, storage: [{ kind: 'edit-unreadable', store: 'settings' }] },
  'rows-unread': {
    ...normal,
    subAccounts: {
      ...normal.subAccounts,
      index: { ...normal.subAccounts.index, loaded: 22, unread: 2, completeAt: picturedAt },
    },
  },
  'key-for-other-address': keyTrouble(
    { status: 'unreadable', problem: forOtherAddress },
    { severity: 'action-needed', tone: 'bad', says: { id: 'problem', problem: forOtherAddress }, action: 'enter-key' },
  ),
  'update-question': { ...normal, updateLine: 'question', updates: { ...normal.updates, isQuestionDue: true } },
  'update-newer': { ...normal, updateLine: 'newer', updates: newerKnown },
  'update-newer-of-system': { ...normal, updateLine: 'newer', updates: { ...newerKnown, isOfSystem: true } },
  'storage-problems': { ...normal, storage: [{ kind: 'disk-full' }, { kind: 'store-recovered', store: 'settings' }] },
};
