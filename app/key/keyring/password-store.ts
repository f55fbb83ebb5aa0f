// Which keyring Chromium uses on Linux. On its own it decides by the desktop's name, and on a desktop that it doesn't know
// (sway, i3, none at all) it uses none, whatever runs on the session bus.
import { type Bus, busItself } from '../../session-bus/session-bus';

export type PasswordStore = 'gnome-libsecret' | 'kwallet5' | 'kwallet6';

const services: readonly [name: string, store: PasswordStore][] = [
  ['org.freedesktop.secrets', 'gnome-libsecret'],
  ['org.kde.kwalletd6', 'kwallet6'],
  ['org.kde.kwalletd5', 'kwallet5'],
];

/**
 * The store for `--password-store`; null leaves it to Chromium. `running`: names with an owner on the session bus, `startable`: those that
 * the bus can start. Plasma has both kinds of service, and Chromium knows the right KWallet there.
 */
export function passwordStoreFor(
  environment: Readonly<Record<string, string | undefined>>,
  running: readonly unknown[],
  startable: readonly unknown[],
): PasswordStore | null {
  if (isPlasma(environment)) return null;
  const found = [running, startable].flatMap((names) => services.filter(([name]) => names.includes(name)));
  // A Secret Service that the bus cannot start may still come later, such as a password manager's.
  return found[0]?.[1] ?? 'gnome-libsecret';
}

function isPlasma(environment: Readonly<Record<string, string | undefined>>): boolean {
  const desktops = (environment['XDG_CURRENT_DESKTOP'] ?? '').split(':');
  if (desktops.includes('KDE') || environment['KDE_FULL_SESSION'] !== undefined) return true;
  return /^(kde|plasma)/.test(environment['DESKTOP_SESSION'] ?? '');
}

/** Asks the bus which names it has. Starts nothing. Null when the bus does not answer. */
export async function readBusNames(bus: Bus): Promise<{ running: unknown[]; startable: unknown[] } | null> {
  const [running, startable] = await Promise.all([
    bus.call({ ...busItself, member: 'ListNames', args: [] }),
    bus.call({ ...busItself, member: 'ListActivatableNames', args: [] }),
  ]);
  if (running === null || startable === null) return null;
  return { running: listIn(running), startable: listIn(startable) };
}

function listIn([names]: unknown[]): unknown[] {
  return Array.isArray(names) ? names : [];
}
