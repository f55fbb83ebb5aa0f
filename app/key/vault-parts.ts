// What the vault's operations work on.
import type { KeyEncryption, OpenOptions } from './key-encryption';
import type { KeySlots } from './key-slots';
import type { KeyStatus } from './key-status';
import type { KeyInMemory, KeysInMemory } from './keys-in-memory';

export interface VaultParts {
  slots: KeySlots;
  memory: KeysInMemory;
  status: KeyStatus;
  encryption: KeyEncryption;
  /** The keyring's own name. */
  backend: () => string;
  /** Whether a key that was stored without its address is handed out at this address. */
  acceptsUnbound: (address: string) => boolean;
  /** Milliseconds since 1970. */
  now: () => number;
}

/** Makes this the key in use at its address, in memory and in the state. */
export function putInUse({ memory, status, backend }: VaultParts, address: string, key: KeyInMemory): void {
  const { text, storage, fingerprint, savedAt } = key;
  memory.inUse.set(address, { text, storage, fingerprint, savedAt });
  status.change({ status: 'present', storage, keyring: backend(), fingerprint, savedAt });
}

/** How a key is opened that is wanted for this address. `asked`: the user wants it now, so the system may show its prompt. */
export function openOptions(parts: VaultParts, address: string, asked: boolean, signal: AbortSignal): OpenOptions {
  return { origin: address, acceptsUnbound: parts.acceptsUnbound(address), asked, signal };
}
