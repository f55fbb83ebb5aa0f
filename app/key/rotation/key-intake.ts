// Brings the new key from what the user pasted into the vault. The journal announces each half, so that a crash between them is repaired.
// A key that the user pasted is never destroyed unless the journal says that it was discarded.
import type { KeyStorage } from '../../model/key-storage';
import { failed, ok, type Result } from '../../model/problem';
import type { Rotation } from '../../model/rotation/rotation';
import { sameText } from '../clipboard/same-text';
import type { RotationJournalWriter } from './journal';
import type { RotationPorts } from './ports';
import { isWaiting } from '../../model/rotation/rotation-queries';

export type KeyIntakePorts = Pick<RotationPorts, 'vault' | 'copyOnce' | 'readKeyText'>;

export class KeyIntake {
  readonly #ports: KeyIntakePorts;
  readonly #journal: RotationJournalWriter;
  #isUnderWay = false;

  constructor(ports: KeyIntakePorts, journal: RotationJournalWriter) {
    this.#ports = ports;
    this.#journal = journal;
  }

  /** Whether a key is being stored right now, so that journal and vault do not agree yet. */
  get isUnderWay(): boolean {
    return this.#isUnderWay;
  }

  /** Reads the key in `pasted` and stores it. Ok when it is on disk and journalled. `storage` as in `RotationService.receive`. */
  async receive(pasted: string, storage?: KeyStorage): Promise<Result<void>> {
    const key = this.#ports.readKeyText(pasted);
    if (!key.ok) return key;
    const rotation = this.#journal.current();
    if (!isWaiting(rotation) || !this.#journal.isHere(rotation) || this.#isUnderWay) return failed({ kind: 'not-now' });
    this.#isUnderWay = true;
    try {
      return await this.#store(key.value, rotation, storage);
    } finally {
      this.#isUnderWay = false;
    }
  }

  /**
   * Repairs what a crash left between vault and journal: a key that came, one that did not come, one that was discarded.
   * True when a key has come.
   */
  async settle({ id, receiving, discarded }: Rotation): Promise<boolean> {
    const held = this.#ports.vault.received();
    if (held !== null && held.fingerprint === discarded && receiving?.fingerprint !== discarded) {
      await this.#journal.destroyReceived(discarded);
      return false;
    }
    if (receiving !== undefined && held?.fingerprint !== receiving.fingerprint) {
      await this.#journal.record({ type: 'not-received', fingerprint: receiving.fingerprint }, id);
      return false;
    }
    if (held === null) return false;
    if (receiving === undefined) {
      // The journal was lost, or is an older copy. The user pasted this key, so it is taken.
      const recorded = await this.#journal.record({ type: 'receiving', fingerprint: held.fingerprint }, id);
      if (!recorded.ok) return false;
    }
    return (await this.#arrive(held.fingerprint)).ok;
  }

  async #store(key: string, rotation: Rotation, chosen?: KeyStorage): Promise<Result<void>> {
    const { vault } = this.#ports;
    if (rotation.oldFingerprint !== null) {
      const old = await vault.textOf(rotation.oldFingerprint);
      if (old.ok && sameText(old.value, key)) return failed({ kind: 'key-is-the-old-one' });
    }
    const fingerprint = vault.fingerprintOf(key);
    const storage = chosen ?? rotation.storage ?? vault.inUse()?.storage ?? (await vault.storageForNew());
    // The keyring may have taken its time: a key is stored for its own address only.
    if (!this.#journal.isHere(rotation)) return failed({ kind: 'not-now' });
    const announced = await this.#journal.record({ type: 'receiving', fingerprint });
    if (!announced.ok) return announced;
    const isHere = this.#journal.isHere(rotation);
    const stored = isHere ? await vault.receive(key, storage) : failed({ kind: 'not-now' });
    if (!stored.ok) {
      await this.#journal.record({ type: 'not-received', fingerprint });
      return stored;
    }
    return this.#arrive(fingerprint);
  }

  /** A received key is in the vault: removes it from the clipboard that brought it, and journals that it was received. */
  async #arrive(fingerprint: string): Promise<Result<void>> {
    const { vault, copyOnce } = this.#ports;
    const held = vault.received();
    if (held === null || held.fingerprint !== fingerprint) return failed({ kind: 'key-missing' });
    const text = await vault.textOf(fingerprint);
    const clipboardCleared = text.ok ? await copyOnce.clearIfHolds(text.value) : null;
    const recorded = await this.#journal.record({
      type: 'received',
      fingerprint,
      storage: held.storage,
      clipboardCleared,
    });
    return recorded.ok ? ok(undefined) : recorded;
  }
}
