// The texts of keys in memory, by the vendor address that they are for. They must not leave main.
import type { KeyStorage } from '../model/key-storage';

export interface KeyInMemory {
  text: string;
  storage: KeyStorage;
  fingerprint: string;
  /** When it was stored (ms since 1970). */
  savedAt: number;
}

export class KeysInMemory {
  /** The key in use at each address. */
  readonly inUse = new Map<string, KeyInMemory>();
  /** A rotation's new key that is not in use yet. */
  readonly received = new Map<string, KeyInMemory>();
  readonly #previous = new Map<string, KeyInMemory[]>();

  /** The text of the key with this fingerprint; null when it is not in memory. */
  textOf(address: string, fingerprint: string): string | null {
    const all = [this.inUse.get(address), this.received.get(address), ...(this.#previous.get(address) ?? [])];
    return all.find((key) => key?.fingerprint === fingerprint)?.text ?? null;
  }

  /** Holds a key that was in use. */
  addPrevious(address: string, key: KeyInMemory): void {
    this.#previous.set(address, [...(this.#previous.get(address) ?? []), key]);
  }

  removePrevious(address: string, fingerprint: string): void {
    const others = (this.#previous.get(address) ?? []).filter((key) => key.fingerprint !== fingerprint);
    this.#previous.set(address, others);
  }

  /** Removes all keys of this address. */
  remove(address: string): void {
    for (const keys of [this.inUse, this.received, this.#previous]) keys.delete(address);
  }
}
