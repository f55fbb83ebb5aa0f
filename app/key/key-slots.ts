// The slots of key.json: one for each vendor address, with the keys that are stored for it.
import { ok, type Result } from '../model/problem';
import type { Document } from '../settings/document/document';
import { fingerprint, SALT_BYTES } from './fingerprint';
import type { KeyDocument, Slot } from './key-document';

export interface KeySlotsOptions {
  document: Pick<Document<KeyDocument>, 'read' | 'write' | 'writeAndPurge'>;
  random: (bytes: number) => Uint8Array;
}

export class KeySlots {
  readonly #options: KeySlotsOptions;
  #freshSalt: Uint8Array | null = null;

  constructor(options: KeySlotsOptions) {
    this.#options = options;
  }

  /** The fingerprints' salt: the stored one, or a new one that the first write stores. */
  salt(): Uint8Array {
    const stored = Buffer.from(this.#options.document.read().salt, 'base64');
    if (stored.length === SALT_BYTES) return stored;
    this.#freshSalt ??= this.#options.random(SALT_BYTES);
    return this.#freshSalt;
  }

  fingerprintOf(text: string): string {
    return fingerprint(text, this.salt());
  }

  read(name: string): Slot {
    return this.#options.document.read().keys[name] ?? { current: null, next: null, received: null, previous: [] };
  }

  write(name: string, next: Slot): Result<void> {
    return this.#options.document.write(this.#contentWith(name, next));
  }

  /**
   * Writes what a stored key leads to, where that makes a difference. A key that was unprotected and is no longer leaves the backup, too.
   * A failure needs no report here: the file still holds the key as `next`, and the document tries again and reports the problem.
   */
  settle(name: string, next: Slot): void {
    const { current, next: newer } = this.read(name);
    if (current === next.current && newer === next.next) return;
    const removed = [current, newer].filter((key) => key !== next.current && key !== next.next);
    const isPurge = removed.some((key) => key?.storage === 'unprotected');
    if (isPurge) this.#options.document.writeAndPurge(this.#contentWith(name, next));
    else this.write(name, next);
  }

  /** Removes from the file, its backup and all copies what `without` leaves out. On a failure nothing has changed. */
  destroy(name: string, without: (slot: Slot) => Slot): Result<void> {
    const { document } = this.#options;
    const content = document.read();
    const before = this.read(name);
    const after = without(before);
    const isSame =
      after.previous.length === before.previous.length &&
      after.received === before.received &&
      after.current === before.current &&
      after.next === before.next;
    if (isSame) return ok(undefined);
    const written = document.writeAndPurge({ ...content, keys: { ...content.keys, [name]: after } });
    if (!written.ok) document.write(content);
    return written;
  }

  /** Removes the whole slot from the file, its backup and all copies. */
  remove(name: string): Result<void> {
    const { document } = this.#options;
    const { [name]: _, ...keys } = document.read().keys;
    return document.writeAndPurge({ ...document.read(), keys });
  }

  #contentWith(name: string, slot: Slot): KeyDocument {
    const { keys } = this.#options.document.read();
    return { salt: Buffer.from(this.salt()).toString('base64'), keys: { ...keys, [name]: slot } };
  }
}
