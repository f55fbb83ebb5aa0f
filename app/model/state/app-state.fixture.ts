// One plausible state for tests: an account with a key, four fresh figures and three sub-accounts.
import { emptyState } from '../../state/initial-state';
import { defaultSettings } from '../settings';
import type { AppState, SubAccount } from './app-state';
import type { Figure } from '../figures/figure';
import type { FigureId } from '../figures/figures';

/** The moment at which the example was read (ms). */
export const exampleNow = Date.UTC(2026, 10, 22, 12);

/** A figure that was just read. */
export function fresh<T>(value: T, asOf = exampleNow): Figure<T> {
  return { value, asOf, status: 'fresh' };
}

/** A sub-account named after its id, enabled by default. */
export function exampleRow(id: number, overrides: Partial<SubAccount> = {}): SubAccount {
  return {
    id,
    username: `user${id}`,
    note: null,
    ips: 10,
    traffic: 1_000_000,
    enabled: true,
    createdAt: exampleNow - 1_000_000 + id,
    ...overrides,
  };
}

/** A state in which all is well, with `overrides` in place of its parts. */
export function exampleState(overrides: Partial<AppState> = {}): AppState {
  const platform: AppState['platform'] = {
    os: 'linux',
    trayShown: true,
    sandboxed: true,
    electron: '45.4.1',
    version: '0.1.0',
  };
  const key: AppState['key'] = {
    status: 'present',
    storage: 'protected',
    canProtect: true,
    keyring: 'gnome_libsecret',
    fingerprint: 'ab12cd34',
    savedAt: exampleNow - 86_400_000,
  };
  // Of every figure: a new one does not compile without its example.
  const figures: Pick<AppState, FigureId> = {
    ips: fresh({ total: 1200, plans: [{ planId: 1, amount: 1200 }] }),
    traffic: fresh({
      total: 5_000_000_000,
      packages: [{ id: 1, name: '5 GB', left: 5_000_000_000, original: 5_000_000_000, expiresAt: null }],
    }),
    wallet: fresh({ amount: 42.5 }),
    autoRenew: fresh({
      on: true,
      packageName: '100 IPs',
      price: 9,
      whenIps: 20,
      whenTraffic: null,
      nextAt: null,
      lastAt: null,
      lastOutcome: 'success',
      lastMessage: null,
    }),
  };
  const empty = emptyState(defaultSettings, { kind: 'production', origin: 'https://api.example' }, platform, key);
  return {
    ...empty,
    generation: 1,
    account: fresh({ id: 7, email: 'a@example.org', username: 'anna', emailVerified: true, twoFactor: true }),
    ...figures,
    subAccounts: {
      ...empty.subAccounts,
      count: fresh(3),
      firstPage: [exampleRow(3), exampleRow(2), exampleRow(1, { enabled: false })],
    },
    refresh: { running: false, lastAt: exampleNow, nextAt: null, reason: 'idle' },
    notice: { severity: 'fine', tone: 'good', says: { id: 'all-well' }, action: 'none' },
    ...overrides,
  };
}
