// The vault's part for rotations: the new key beside the one in use, its promotion, and the keys that it replaced.
import type { KeyStorage } from '../model/key-storage';
import { failed, ok, type Result } from '../model/problem';
import type { Slot, StoredKey } from './key-document';
import { openOptions, putInUse, type VaultParts } from './vault-parts';

/** A key named by its fingerprint, without its text. */
export interface KeyReference {
  fingerprint: string;
  storage: KeyStorage;
}

/** Each call is about the keys of one address. Calls that change something must not run at the same time. */
export class RotationKeys {
  readonly #parts: VaultParts;

  constructor(parts: VaultParts) {
    this.#parts = parts;
  }

  inUse(address: string): KeyReference | null {
    const { current, next } = this.#parts.slots.read(address);
    return reference(this.#parts.memory.inUse.get(address) ?? next ?? current);
  }

  received(address: string): KeyReference | null {
    return reference(this.#parts.memory.received.get(address) ?? this.#parts.slots.read(address).received);
  }

  /** Stores a received key beside the one in use, on disk (unless `session`) and read back. On a failure nothing has changed. */
  async receive(address: string, text: string, storage: KeyStorage, signal: AbortSignal): Promise<Result<void>> {
    const { memory, slots, encryption, now } = this.#parts;
    const key = { text, origin: address, savedAt: now() };
    if (storage !== 'session') {
      const before = slots.read(address);
      const write = (received: StoredKey) => slots.write(address, { ...slots.read(address), received });
      const stored =
        storage === 'unprotected' ? write(encryption.unprotected(key)) : await encryption.seal(key, signal, write);
      if (!stored.ok) {
        if (slots.read(address).received !== before.received) slots.write(address, before);
        return stored;
      }
    }
    const { savedAt } = key;
    memory.received.set(address, { text, storage, fingerprint: slots.fingerprintOf(text), savedAt });
    return ok(undefined);
  }

  /** The text of a key that is in use, received or a previous one. key-missing when there is none with this fingerprint. */
  async textOf(address: string, fingerprint: string, signal: AbortSignal): Promise<Result<string>> {
    const { memory, slots, encryption } = this.#parts;
    const text = memory.textOf(address, fingerprint);
    if (text !== null) return ok(text);
    const { current, next, received, previous } = slots.read(address);
    const stored = [next, current, received, ...previous].find((key) => key?.fingerprint === fingerprint);
    if (stored === undefined || stored === null) return failed({ kind: 'key-missing' });
    // The user asked for no prompt: a key that needs one waits until the keyring was opened for another reason.
    const opened = await encryption.open(stored, openOptions(this.#parts, address, false, signal));
    if (!('text' in opened)) return failed(opened.problem);
    if (opened.shouldReseal) await this.#reseal(address, stored, opened.text, signal);
    return ok(opened.text);
  }

  /** Makes the received key the one in use; the one before is stored as a previous one. Ok as well when it already is in use. */
  async promote(address: string, fingerprint: string, signal: AbortSignal): Promise<Result<void>> {
    const { memory, slots, now } = this.#parts;
    const received = this.received(address);
    if (received?.fingerprint !== fingerprint) {
      return this.inUse(address)?.fingerprint === fingerprint ? ok(undefined) : failed({ kind: 'key-missing' });
    }
    const text = await this.textOf(address, fingerprint, signal);
    if (!text.ok) return text;
    const before = slots.read(address);
    const written = slots.write(address, promoted(before, fingerprint));
    if (!written.ok) {
      // On disk nothing was promoted; in memory neither.
      slots.write(address, before);
      return written;
    }
    const old = memory.inUse.get(address);
    if (old !== undefined && old.fingerprint !== fingerprint) memory.addPrevious(address, old);
    const savedAt = memory.received.get(address)?.savedAt ?? before.received?.savedAt ?? now();
    memory.received.delete(address);
    putInUse(this.#parts, address, { ...received, text: text.value, savedAt });
    return ok(undefined);
  }

  /** Destroys the received key for good. Ok when there is none. */
  discardReceived(address: string): Result<void> {
    this.#parts.memory.received.delete(address);
    return this.#parts.slots.destroy(address, (slot) => ({ ...slot, received: null }));
  }

  /** Destroys a previous key for good, never the one in use. Ok when there is none. */
  destroyPrevious(address: string, fingerprint: string): Result<void> {
    this.#parts.memory.removePrevious(address, fingerprint);
    return this.#parts.slots.destroy(address, (slot) => ({
      ...slot,
      previous: slot.previous.filter((key) => key.fingerprint !== fingerprint),
    }));
  }

  /** Encrypts a stored key again, in its place. Where that fails, it stays as it is. */
  async #reseal(address: string, stored: StoredKey, text: string, signal: AbortSignal): Promise<void> {
    const { slots, encryption } = this.#parts;
    const key = { text, origin: address, savedAt: stored.savedAt };
    const replace = (from: StoredKey, to: StoredKey) => slots.write(address, replaced(slots.read(address), from, to));
    if (stored.storage === 'unprotected') {
      replace(stored, encryption.unprotected(key));
      return;
    }
    let written: StoredKey | null = null;
    const sealed = await encryption.seal(key, signal, (next) => {
      written = next;
      return replace(stored, next);
    });
    if (!sealed.ok && written !== null) replace(written, stored);
  }
}

function reference(key: KeyReference | null): KeyReference | null {
  return key === null ? null : { fingerprint: key.fingerprint, storage: key.storage };
}

/** The slot with its received key in use; what was in use before is among the previous keys. */
function promoted({ current, next, received, previous }: Slot, fingerprint: string): Slot {
  const isOther = (key: StoredKey | null): key is StoredKey => key !== null && key.fingerprint !== fingerprint;
  return {
    current: received?.fingerprint === fingerprint ? received : null,
    next: null,
    received: null,
    previous: [...previous, ...[current, next].filter(isOther)],
  };
}

function replaced({ current, next, received, previous }: Slot, from: StoredKey, to: StoredKey): Slot {
  const swap = <T extends StoredKey | null>(key: T) => (key === from ? to : key);
  return { current: swap(current), next: swap(next), received: swap(received), previous: previous.map(swap) };
}
