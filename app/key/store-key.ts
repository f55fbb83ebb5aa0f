// Stores the key that the user entered: protected by the keyring, unprotected, or in memory for this session.
import type { KeyState } from '../model/state/app-state';
import type { KeyStorage } from '../model/key-storage';
import { ok, type Result } from '../model/problem';
import type { StoredKey } from './key-document';
import type { KeyFor } from './key-encryption';
import { putInUse, type VaultParts } from './vault-parts';

/** Stores the key in place of the one before and puts it to use. On a failure nothing has changed. */
export async function storeKey(
  parts: VaultParts,
  { origin, text }: Omit<KeyFor, 'savedAt'>,
  storage: KeyStorage,
  signal: AbortSignal,
): Promise<Result<KeyState>> {
  const savedAt = parts.now();
  const stored =
    storage === 'session'
      ? storeForSession(parts, { origin, text })
      : await storeOnDisk(parts, { text, origin, savedAt }, storage, signal);
  if (!stored.ok) return stored;
  putInUse(parts, origin, { text, storage, fingerprint: stored.value.fingerprint, savedAt });
  return ok(parts.status.state);
}

/** Stores the key on disk, in place of the one before. */
export function storeOnDisk(
  parts: VaultParts,
  key: KeyFor,
  storage: StoredKey['storage'],
  signal: AbortSignal,
): Promise<Result<StoredKey>> {
  return storage === 'protected' ? storeProtected(parts, key, signal) : Promise.resolve(storeUnprotected(parts, key));
}

/** In memory only, so the same key must not stay on the disk for every program to read. */
function storeForSession(
  { slots }: VaultParts,
  { origin, text }: Omit<KeyFor, 'savedAt'>,
): Result<{ fingerprint: string }> {
  const fingerprint = slots.fingerprintOf(text);
  const without = (key: StoredKey | null) =>
    key?.storage === 'unprotected' && key.fingerprint === fingerprint ? null : key;
  const destroyed = slots.destroy(origin, (slot) => ({
    ...slot,
    current: without(slot.current),
    next: without(slot.next),
  }));
  return destroyed.ok ? ok({ fingerprint }) : destroyed;
}

/** Writes the new ciphertext beside the old one, reads it back, and only then removes the old one. */
async function storeProtected(parts: VaultParts, key: KeyFor, signal: AbortSignal): Promise<Result<StoredKey>> {
  const { slots, encryption } = parts;
  const before = slots.read(key.origin);
  const sealed = await encryption.seal(key, signal, (next) => slots.write(key.origin, { ...before, next }));
  slots.settle(key.origin, sealed.ok ? { ...before, current: sealed.value, next: null } : before);
  return sealed;
}

function storeUnprotected({ slots, encryption }: VaultParts, key: KeyFor): Result<StoredKey> {
  const before = slots.read(key.origin);
  const stored = encryption.unprotected(key);
  const written = slots.write(key.origin, { ...before, current: stored, next: null });
  if (written.ok) return ok(stored);
  slots.settle(key.origin, before);
  return written;
}
