// The states settings can be in, as plain data: for the tests beside it and for the pictures.
// Made-up values only; nothing here runs in the application.
import type { AppState } from '../../app/model/state/app-state';
import { places, receipts, stateAt } from '../wizard/wizard-states.fixture';
import { picturedAt } from '../popover/popover-states.fixture';
import { newerKnown } from '../ui/example-state.fixture';
import { firstRun, onboardingStates, withKey } from '../onboarding/onboarding-states.fixture';

function withSettings(settings: Partial<AppState['settings']>): AppState {
  return { ...withKey, settings: { ...withKey.settings, ...settings } };
}

const unusable = (setting: 'address' | 'proxy'): AppState['notice'] => ({
  severity: 'action-needed',
  tone: 'bad',
  says: { id: 'problem', problem: { kind: 'setting-unusable', setting } },
  action: 'open-settings',
});

const checking = withSettings({ updateCheck: 'on' });

/** Every state of the settings, by name. */
export const settingsStates = {
  normal: withKey,
  'no-key': firstRun,
  refused: onboardingStates.refused,
  locked: onboardingStates.locked,
  demo: onboardingStates['from-demo'],
  session: { ...withKey, key: { ...withKey.key, storage: 'session', canProtect: false } },
  unprotected: { ...withKey, key: { ...withKey.key, storage: 'unprotected', canProtect: false } },
  custom: withSettings({
    address: { kind: 'custom', url: 'https://gateway.department.subsidiary.example.co.uk/9proxy' },
    proxy: { mode: 'given', url: 'socks5://127.0.0.1:1080' },
    pace: 'quick',
    theme: 'dark',
    hideAmounts: true,
    startAtLogin: true,
    lowAt: { ips: 12_500, traffic: 2_500_000_000, wallet: 7.5 },
  }),
  mac: { ...withKey, platform: { ...withKey.platform, os: 'darwin' }, key: { ...withKey.key, keyring: 'keychain' } },
  'mac-approval': {
    ...withSettings({ startAtLogin: true }),
    platform: { ...withKey.platform, os: 'darwin', loginNeedsApproval: true },
  },
  muted: withSettings({ alerts: { ...withKey.settings.alerts, mutedUntil: picturedAt + 20 * 3_600_000 } }),
  shortcut: withSettings({ openShortcut: 'Control+Alt+N' }),
  'shortcut-taken': {
    ...withSettings({ openShortcut: 'Control+Alt+Shift+PageDown', trayIcon: 'dark' }),
    platform: { ...withKey.platform, shortcutProblem: 'taken' },
  },
  'shortcut-not-allowed': {
    ...withSettings({ openShortcut: 'Super+Space' }),
    platform: { ...withKey.platform, shortcutProblem: 'not-allowed' },
  },
  rotated: { ...withKey, rotation: { ...withKey.rotation, places, receipts } },
  'under-way': { ...withKey, rotation: { ...withKey.rotation, places, current: stateAt('prove').rotation.current } },
  'unusable-address': { ...withSettings({ address: { kind: 'custom', url: '' } }), notice: unusable('address') },
  'unusable-proxy': {
    ...withSettings({ proxy: { mode: 'given', url: '' } }),
    notice: unusable('proxy'),
    storage: [
      { kind: 'edit-set-aside', store: 'settings', copy: 'settings.corrupt-2026-11-22T12-00-00-000Z.json' },
      { kind: 'profile-exposed', why: 'not-yours' },
    ],
  },
  'update-newer': { ...checking, updates: newerKnown },
  'update-skipped': {
    ...checking,
    updates: { ...newerKnown, newer: { ...newerKnown.newer, isSkipped: true }, isOfSystem: true },
  },
  'update-none': { ...checking, updates: { ...newerKnown, newer: null } },
  'update-failed': { ...checking, updates: { ...newerKnown, newer: null, failure: 'bad-signature' } },
  troubled: {
    ...withKey,
    storage: [{ kind: 'disk-full' }, { kind: 'store-recovered', store: 'settings' }],
    platform: { ...withKey.platform, trayShown: false },
  },
} satisfies Record<string, AppState>;
