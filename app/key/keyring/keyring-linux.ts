// Finds out whether the use of a Linux keyring would open a password prompt, with a few calls on the session bus.
// The calls must not unlock, create or change anything.
import { type Bus, type BusCall, busItself } from '../../session-bus/session-bus';

/**
 * `open`: answers without a prompt. `would-prompt`: locked, or not set up yet, or not running.
 * `absent`: there is no keyring service. `unknown`: it could not be determined.
 */
export type Readiness = 'open' | 'would-prompt' | 'absent' | 'unknown';

/** How `backend` (Electron's name for the keyring) stands now. Takes a few milliseconds and never prompts. */
export async function keyringReadiness(backend: string, bus: Bus): Promise<Readiness> {
  if (backend === 'gnome_libsecret') return secretServiceReadiness(bus);
  const wallet = { kwallet: 'kwalletd', kwallet5: 'kwalletd5', kwallet6: 'kwalletd6' }[backend];
  if (wallet !== undefined) return walletReadiness(bus, wallet);
  return 'absent';
}

/** https://specifications.freedesktop.org/secret-service-spec/latest/ */
async function secretServiceReadiness(bus: Bus): Promise<Readiness> {
  const destination = 'org.freedesktop.secrets';
  const ifNotRunning = await readinessIfNotRunning(bus, destination);
  if (ifNotRunning !== null) return ifNotRunning;
  const collection = await read(bus, {
    destination,
    path: '/org/freedesktop/secrets',
    interface: 'org.freedesktop.Secret.Service',
    member: 'ReadAlias',
    args: ['default'],
  });
  if (typeof collection !== 'string') return 'unknown';
  // No default collection yet: the service would ask for a password for a new one.
  if (collection === '/') return 'would-prompt';
  const isLocked = await read(bus, {
    destination,
    path: collection,
    interface: 'org.freedesktop.DBus.Properties',
    member: 'Get',
    args: ['org.freedesktop.Secret.Collection', 'Locked'],
  });
  if (typeof isLocked !== 'boolean') return 'unknown';
  return isLocked ? 'would-prompt' : 'open';
}

/** The methods are those of org.kde.KWallet, which KWallet 5 and 6 share. */
async function walletReadiness(bus: Bus, daemon: string): Promise<Readiness> {
  const destination = `org.kde.${daemon}`;
  const wallet = { destination, path: `/modules/${daemon}`, interface: 'org.kde.KWallet' };
  const ifNotRunning = await readinessIfNotRunning(bus, destination);
  if (ifNotRunning !== null) return ifNotRunning;
  const isEnabled = await read(bus, { ...wallet, member: 'isEnabled', args: [] });
  if (typeof isEnabled !== 'boolean') return 'unknown';
  if (!isEnabled) return 'absent';
  const name = await read(bus, { ...wallet, member: 'networkWallet', args: [] });
  if (typeof name !== 'string') return 'unknown';
  const isOpen = await read(bus, { ...wallet, member: 'isOpen', args: [name] });
  if (typeof isOpen !== 'boolean') return 'unknown';
  return isOpen ? 'open' : 'would-prompt';
}

/** Null when the service runs. A call to a service that does not run would start it, locked, and then it prompts. */
async function readinessIfNotRunning(bus: Bus, service: string): Promise<Readiness | null> {
  const isRunning = await read(bus, { ...busItself, member: 'NameHasOwner', args: [service] });
  if (typeof isRunning !== 'boolean') return 'unknown';
  if (isRunning) return null;
  const startable = await read(bus, { ...busItself, member: 'ListActivatableNames', args: [] });
  if (!Array.isArray(startable)) return 'unknown';
  return startable.includes(service) ? 'would-prompt' : 'absent';
}

/** The one value of the answer; null where the call failed. */
async function read(bus: Bus, call: BusCall): Promise<unknown> {
  return (await bus.call(call))?.[0] ?? null;
}
