// The account's key: in memory, and on disk only as the system's ciphertext (or unprotected, with the user's consent).
// The vault never weakens the protection without the user’s consent, and never deletes a ciphertext unless the user wants the key removed.
import { AbortGroup, Sequencer } from '../async/sequencer';
import type { KeyState } from '../model/state/app-state';
import type { KeyStorage } from '../model/key-storage';
import type { Result } from '../model/problem';
import { KeyEncryption, type Protection } from './key-encryption';
import { KeySlots, type KeySlotsOptions } from './key-slots';
import { KeyStatus } from './key-status';
import type { Keyring } from './keyring/keyring';
import { KeysInMemory } from './keys-in-memory';
import { openKey, type Opened } from './open-key';
import { type KeyReference, RotationKeys } from './rotation-keys';
import { storeKey } from './store-key';
import type { VaultParts } from './vault-parts';

/** The part of the vault that rotations use; keys are named by their fingerprints. */
export interface RotationVault {
  fingerprintOf(text: string): string;
  /** The key in use; null when there is none. */
  inUse(): KeyReference | null;
  /** The key that a rotation received and that is not in use yet. */
  received(): KeyReference | null;
  /** How a key can be stored here when nothing says how: protected where the keyring protects, else for the session. */
  storageForNew(): Promise<KeyStorage>;
  /** Stores a received key beside the one in use, on disk (unless `session`) and read back. On a failure nothing has changed. */
  receive(text: string, storage: KeyStorage): Promise<Result<void>>;
  /** The text of a key that is in use, received or a previous one. key-missing when there is none with this fingerprint. */
  textOf(fingerprint: string): Promise<Result<string>>;
  /** Makes the received key the one in use; the one before is stored as a previous one. Ok as well when it already is in use. */
  promote(fingerprint: string): Promise<Result<void>>;
  /** Destroys the received key for good. Ok when there is none. */
  discardReceived(): Promise<Result<void>>;
  /** Destroys a previous key for good, never the one in use. Ok when there is none. */
  destroyPrevious(fingerprint: string): Promise<Result<void>>;
}

export interface Vault extends RotationVault {
  /** The key's state for AppState; without its text. `asking` until `open()` was answered for the first time. */
  describe(): KeyState;
  /** The key, or null when there is none in memory. Never let it out of main. */
  text(): string | null;
  /**
   * Reads the stored key. With `asked` (the user wants it now) the system may show its password prompt, and this waits for it as long as it
   * takes, or until `stopAsking`; without, a locked keyring answers `locked` at once. Can be repeated.
   * A key that an older version stored without its address is handed out for production, and elsewhere once the user has
   * `confirmed` the address.
   */
  open(options?: { asked: boolean; confirmed?: boolean }): Promise<Opened>;
  /** Whether the system's keyring really protects what is encrypted with it. `asked` as in `open`. */
  canProtect(options?: { asked: boolean }): Promise<Protection>;
  /**
   * Stores a key, in place of the one before. `protected` fails with keyring-absent or keyring-locked rather than do less;
   * `unprotected` needs the user's consent; `session` writes nothing, and removes the same key from the disk where it was unprotected.
   * On a failure nothing has changed.
   */
  keep(text: string, storage: KeyStorage): Promise<Result<KeyState>>;
  /** Removes the key from memory, the file, its backup and all copies. Fails with a problem of the disk; memory is empty even then. */
  forget(): Promise<Result<void>>;
  /** Stops waiting for a prompt: what waits answers `locked`. */
  stopAsking(): void;
  /** Calls `listener` after each change of `describe()`. Returns what ends that. */
  subscribe(listener: (state: KeyState) => void): () => void;
}

export interface VaultOptions extends KeySlotsOptions {
  /**
   * Names the wanted key: the origin of the vendor's address. A key that was stored for one address is never used for another,
   * since the owner of the other address would get it.
   */
  slot: () => string;
  /** The slot whose keys are taken though their origin is not sealed in: the only address that most users ever had. */
  production: string;
  keyring: Keyring;
  platform: NodeJS.Platform;
  /** Milliseconds since 1970. */
  now: () => number;
}

/** The vault over key.json and the system's keyring. Its operations run one after the other. */
export function createVault({ document, random, slot, production, keyring, platform, now }: VaultOptions): Vault {
  const sequencer = new Sequencer();
  const readings = new AbortGroup();
  const writings = new AbortGroup();
  // Addresses that the user has confirmed for the keys that are stored there without one.
  const confirmed = new Set<string>();
  const slots = new KeySlots({ document, random });
  const memory = new KeysInMemory();
  const status = new KeyStatus();
  const encryption = new KeyEncryption({ keyring, platform, salt: () => slots.salt() });
  const parts: VaultParts = {
    slots,
    memory,
    status,
    encryption,
    backend: () => keyring.backend(),
    acceptsUnbound: (origin) => origin === production || confirmed.has(origin),
    now,
  };
  const rotation = new RotationKeys(parts);

  /** Address and signal are those of the moment of the call: the address may be another one by the time a prompt is answered. */
  function inTurn<T>(group: AbortGroup, task: (address: string, signal: AbortSignal) => Promise<T> | T): Promise<T> {
    const address = slot();
    const { signal } = group;
    return sequencer.queue(async () => task(address, signal));
  }

  return {
    describe: () => status.state,
    text: () => memory.inUse.get(slot())?.text ?? null,
    fingerprintOf: (text) => slots.fingerprintOf(text),
    open({ asked, confirmed: isConfirmed = false } = { asked: false }) {
      if (isConfirmed) confirmed.add(slot());
      return inTurn(readings, (address, signal) => openKey(parts, address, asked, signal));
    },
    canProtect: ({ asked } = { asked: false }) =>
      inTurn(readings, async (_, signal) => {
        const protection = await encryption.canProtect(asked, signal);
        status.setProtection({ canProtect: protection.canProtect, keyring: protection.keyring });
        return protection;
      }),
    keep(text, storage) {
      // An unanswered prompt must not hold up a user who enters the key.
      readings.abort();
      return inTurn(writings, (origin, signal) => storeKey(parts, { origin, text }, storage, signal));
    },
    forget() {
      readings.abort();
      writings.abort();
      return inTurn(writings, (address) => {
        memory.remove(address);
        status.setAbsent();
        return slots.remove(address);
      });
    },
    inUse: () => rotation.inUse(slot()),
    received: () => rotation.received(slot()),
    storageForNew: () =>
      inTurn(readings, async (_, signal) =>
        (await encryption.canProtect(true, signal)).canProtect === true ? 'protected' : 'session',
      ),
    receive(text, storage) {
      readings.abort();
      return inTurn(writings, (address, signal) => rotation.receive(address, text, storage, signal));
    },
    textOf: (print) => inTurn(readings, (address, signal) => rotation.textOf(address, print, signal)),
    promote: (print) => inTurn(writings, (address, signal) => rotation.promote(address, print, signal)),
    discardReceived: () => inTurn(writings, (address) => rotation.discardReceived(address)),
    destroyPrevious: (print) => inTurn(writings, (address) => rotation.destroyPrevious(address, print)),
    stopAsking() {
      readings.abort();
      writings.abort();
    },
    subscribe: (listener) => status.subscribe(listener),
  };
}
