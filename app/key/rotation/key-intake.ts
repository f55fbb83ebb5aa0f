// The new key's way in: from what was pasted to the vault, each half announced in the journal; and what a crash between them left.
// It must not: ask the network, or throw a key away that somebody pasted, unless the journal says that it was discarded.
import { failed, ok, type Problem, type Result } from '../../model/problem';
import { sameText } from '../clipboard/clipboard';
import type { KeyStorage } from '../../model/key-storage';
import type { RotationEvent } from './event';
import { isWaiting } from './reducer';
import type { RotationPorts } from './ports';
import type { Rotation } from '../../model/rotation';

export interface KeyIntake {
  /** `RotationKeeper.receive` without what follows it. */
  receive(pasted: string, storage?: KeyStorage): Promise<Result<void>>;
  /** A key is on its way in: what the vault holds is not settled yet. */
  isUnderWay(): boolean;
  /** Makes an end of what a crash left between the vault and the journal: a key that came, one that did not, one that was thrown away. */
  settle(rotation: Rotation): Promise<void>;
  /** Destroys the received key, if it is this one. Where that fails, `settle` tries again. */
  destroy(fingerprint: string): Promise<Result<void>>;
}

export interface KeyIntakeOptions extends Pick<RotationPorts, 'vault' | 'copyOnce' | 'readKeyText'> {
  current(): Rotation | null;
  /** It is about the vendor's address that is meant now. */
  isHere(rotation: Rotation): boolean;
  /** Takes a step of the rotation `id` (without: the one under way), once it is journalled. */
  take(event: RotationEvent, id?: string): Promise<Result<unknown>>;
  /** A new key is here, and journalled. */
  arrived(): void;
  failed(problem: Problem): void;
}

/** The way into this vault. */
export function createKeyIntake(options: KeyIntakeOptions): KeyIntake {
  const { vault, copyOnce, current, isHere, take } = options;
  let isUnderWay = false;

  async function destroy(fingerprint: string): Promise<Result<void>> {
    if (vault.received()?.fingerprint !== fingerprint) return ok(undefined);
    const destroyed = await vault.discardReceived();
    if (!destroyed.ok) options.failed(destroyed.problem);
    return destroyed;
  }

  /** A received key is in the vault: takes it off the clipboard that brought it, and journals that it is here. */
  async function arrive(fingerprint: string): Promise<Result<void>> {
    const held = vault.received();
    if (held === null || held.fingerprint !== fingerprint) return failed({ kind: 'key-missing' });
    const text = await vault.textOf(fingerprint);
    const clipboardCleared = text.ok ? await copyOnce.clearIfHolds(text.value) : null;
    const taken = await take({ type: 'received', fingerprint, storage: held.storage, clipboardCleared });
    if (!taken.ok) return taken;
    options.arrived();
    return ok(undefined);
  }

  async function takeIn(key: string, rotation: Rotation, chosen?: KeyStorage): Promise<Result<void>> {
    if (rotation.oldFingerprint !== null) {
      const old = await vault.textOf(rotation.oldFingerprint);
      if (old.ok && sameText(old.value, key)) return failed({ kind: 'key-is-the-old-one' });
    }
    const fingerprint = vault.fingerprintOf(key);
    const storage = chosen ?? rotation.storage ?? vault.inUse()?.storage ?? (await vault.storageForNew());
    // The keyring may have taken its time: a key is kept for its own address only.
    if (!isHere(rotation)) return failed({ kind: 'not-now' });
    const journalled = await take({ type: 'receiving', fingerprint });
    if (!journalled.ok) return journalled;
    const kept = isHere(rotation) ? await vault.receive(key, storage) : failed({ kind: 'not-now' });
    if (!kept.ok) {
      await take({ type: 'not-received', fingerprint });
      return kept;
    }
    return arrive(fingerprint);
  }

  return {
    destroy,
    isUnderWay: () => isUnderWay,
    async receive(pasted, chosen) {
      const key = options.readKeyText(pasted);
      if (!key.ok) return key;
      const rotation = current();
      if (!isWaiting(rotation) || !isHere(rotation) || isUnderWay) return failed({ kind: 'not-now' });
      isUnderWay = true;
      try {
        return await takeIn(key.value, rotation, chosen);
      } finally {
        isUnderWay = false;
      }
    },
    async settle({ id, receiving, discarded }) {
      const held = vault.received();
      if (held !== null && held.fingerprint === discarded && receiving?.fingerprint !== discarded) {
        await destroy(discarded);
        return;
      }
      if (receiving !== undefined && held?.fingerprint !== receiving.fingerprint) {
        await take({ type: 'not-received', fingerprint: receiving.fingerprint }, id);
        return;
      }
      if (held === null) return;
      if (receiving === undefined) {
        // The journal knows nothing of it (it was lost, or is an older copy): a key that somebody pasted is never thrown away.
        const taken = await take({ type: 'receiving', fingerprint: held.fingerprint }, id);
        if (!taken.ok) return;
      }
      await arrive(held.fingerprint);
    },
  };
}
