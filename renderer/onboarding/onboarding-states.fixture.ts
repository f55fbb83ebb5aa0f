// The states first run can be in, as plain data: for the tests beside it and for the pictures.
// Made-up values only; nothing here runs in the application.
import { defaultSettings } from '../../app/model/settings';
import { noFigures, quiet } from '../ui/example-state.fixture';
import type { AppState } from '../../app/model/state/app-state';
import type { KeyCandidate } from '../../app/model/state/key-candidate';

const NOW = Date.UTC(2026, 10, 20, 9, 30);

/** No key, production, a desktop with a keyring: the very first start. */
export const firstRun: AppState = {
  source: { kind: 'production', origin: 'https://api.9proxy.com' },
  key: {
    status: 'absent',
    storage: null,
    canProtect: true,
    keyring: 'gnome_libsecret',
    fingerprint: null,
    savedAt: null,
  },
  generation: 0,
  account: { value: null, asOf: null, status: 'absent' },
  ...noFigures,
  subAccounts: {
    count: { value: null, asOf: null, status: 'absent' },
    firstPage: [],
    pinned: [],
    index: { rev: 0, loaded: 0, total: null, running: false, completeAt: null },
    switches: [],
    listRevision: 0,
    unwatched: [],
  },
  ...quiet,
  refresh: { running: false, lastAt: null, nextAt: null, reason: 'no-key' },
  online: true,
  storage: [],
  notice: { severity: 'action-needed', tone: 'info', says: { id: 'no-key' }, action: 'enter-key' },
  settings: defaultSettings,
  platform: { os: 'linux', trayShown: true, sandboxed: true, electron: '45.4.1', version: '0.1.0' },
};

/** A key that works, with the account it belongs to. */
export const withKey: AppState = {
  ...firstRun,
  key: {
    status: 'present',
    storage: 'protected',
    canProtect: true,
    keyring: 'gnome_libsecret',
    fingerprint: '7f3a-91c2',
    savedAt: NOW - 40 * 86_400_000,
  },
  generation: 1,
  account: {
    value: { id: 4711, email: 'mara@example.org', username: 'mara', emailVerified: true, twoFactor: true },
    asOf: NOW,
    status: 'fresh',
  },
  refresh: { running: false, lastAt: NOW, nextAt: NOW + 600_000, reason: 'idle' },
  notice: { severity: 'fine', tone: 'good', says: { id: 'all-well' }, action: 'none' },
};

/** As app/state/notice.ts answers them. */
const actions = {
  refused: 'replace-key',
  locked: 'unlock-keyring',
  changed: 'enter-key',
  unreadable: 'enter-key',
} as const;

function keyIs(status: keyof typeof actions, problem: NonNullable<AppState['key']['problem']>): AppState {
  return {
    ...withKey,
    key: { ...withKey.key, status, problem },
    notice: { severity: 'action-needed', tone: 'bad', says: { id: 'problem', problem }, action: actions[status] },
  };
}

const inDemo: AppState = { ...withKey, source: { kind: 'demo', origin: 'http://127.0.0.1:43117' } };

/** Every state the first screen has, by name. */
export const onboardingStates = {
  'first-run': firstRun,
  'no-keyring': { ...firstRun, key: { ...firstRun.key, canProtect: false, keyring: 'basic_text' } },
  'no-sandbox': { ...firstRun, platform: { ...firstRun.platform, sandboxed: false } },
  replace: withKey,
  refused: keyIs('refused', { kind: 'key-refused' }),
  asking: { ...withKey, key: { ...withKey.key, status: 'asking', canProtect: null } },
  locked: keyIs('locked', { kind: 'keyring-locked' }),
  changed: keyIs('changed', { kind: 'keyring-changed', was: 'kwallet6', now: 'gnome_libsecret' }),
  unreadable: keyIs('unreadable', { kind: 'key-unreadable' }),
  'other-address': keyIs('unreadable', {
    kind: 'key-for-other-address',
    was: 'https://gateway.example',
    now: 'https://api.9proxy.com',
  }),
  'unconfirmed-address': keyIs('unreadable', {
    kind: 'key-address-unconfirmed',
    address: 'https://gateway.department.subsidiary.example.co.uk',
  }),
  'from-demo': inDemo,
} satisfies Record<string, AppState>;

/** A key that answered, on a desktop with a keyring. */
export const candidate: KeyCandidate = {
  ticket: 'ticket-1',
  fingerprint: 'c04e-5b18',
  account: { id: 4711, email: 'mara@example.org', username: 'mara', emailVerified: true, twoFactor: true },
  storages: ['protected', 'session'],
  checkedAt: NOW,
};

/** A key that answered, where nothing can protect it; a long address, and gaps in what the vendor says. */
export const bareCandidate: KeyCandidate = {
  ...candidate,
  account: {
    id: 4712,
    email: 'accounts.payable+ninetray-long-alias@department.subsidiary.example.co.uk',
    username: null,
    emailVerified: null,
    twoFactor: false,
  },
  storages: ['session', 'unprotected'],
};
