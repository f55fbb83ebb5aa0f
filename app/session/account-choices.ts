// What the user chose for sub-accounts, by account: pins, and names behind thresholds. In the settings, or in memory.
import { renamed } from '../account/alerts/renamed';
import { ok } from '../model/problem';
import type { SettingsStore } from '../settings/settings';
import type { AccountChoices } from './ports';

/** Choices that are kept in the settings. */
export function settingsChoices(settings: Pick<SettingsStore, 'read' | 'change'>): AccountChoices {
  return {
    pins: (accountId) => settings.read().pinned[String(accountId)] ?? [],
    savePins(accountId, pinned) {
      const saved = settings.change({ pinned: { ...settings.read().pinned, [String(accountId)]: pinned } });
      return saved.ok ? ok(undefined) : saved;
    },
    followNames(accountId, rows) {
      const { alerts } = settings.read();
      const bySubAccount = renamed(alerts.bySubAccount, accountId, rows);
      if (bySubAccount !== null) settings.change({ alerts: { ...alerts, bySubAccount } });
    },
  };
}

/** Choices that are gone with the session. `before`: the pins of each account at its start. */
export function memoryChoices(before: readonly number[]): AccountChoices {
  const pinned = new Map<number, number[]>();
  return {
    pins: (accountId) => pinned.get(accountId) ?? before,
    savePins(accountId, ids) {
      pinned.set(accountId, ids);
      return ok(undefined);
    },
    followNames: () => undefined,
  };
}
