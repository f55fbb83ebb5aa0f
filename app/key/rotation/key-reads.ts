// Reads with the two keys of a rotation: whether the new one answers, and for whom; whether the old one is refused.
// It must not: decide when to read (due.ts), or let the text of a key out.
import { createRateLimitWait } from '../../nineproxy/transport/rate-limit-wait';
import type { Problem } from '../../model/problem';
import type { Outcome, RotationEvent, Whose } from './event';
import type { RotationPorts } from './ports';
import type { Rotation } from '../../model/rotation';

export interface KeyReads {
  /** The old key, while the new one is waited for. */
  watchOld(rotation: Rotation): Promise<void>;
  /** The old key, once the new one is here. */
  checkOld(rotation: Rotation): Promise<void>;
  proveNew(rotation: Rotation): Promise<void>;
  /** Until when the vendor asked for silence (ms); 0: it never did. */
  silentUntil(): number;
}

export interface KeyReadsOptions extends Pick<RotationPorts, 'vault' | 'readAccount' | 'clock'> {
  /** Takes what a read told into the rotation `id`. */
  take(event: RotationEvent, id: string): Promise<unknown>;
  /** It is about the vendor's address that is meant now. */
  isHere(rotation: Rotation): boolean;
}

/** Reads with the keys in this vault. */
export function createKeyReads({ vault, readAccount, clock, take, isHere }: KeyReadsOptions): KeyReads {
  const rateLimit = createRateLimitWait(clock.now);

  /** Whose account is it? */
  async function read(text: string): Promise<{ account: Whose } | { problem: Problem }> {
    const answer = await readAccount(text);
    if (answer.ok) {
      const { id, username, email } = answer.value;
      return { account: { id, name: username ?? email ?? '' } };
    }
    const why = answer.problem;
    if (why.kind === 'rate-limited') rateLimit.extend(why.until);
    return { problem: why };
  }

  async function readOld(
    rotation: Rotation,
    event: (fingerprint: string, outcome: Outcome, why?: Problem) => RotationEvent,
  ): Promise<void> {
    const { id, oldFingerprint } = rotation;
    if (oldFingerprint === null) return;
    const text = await vault.textOf(oldFingerprint);
    if (!text.ok) {
      const isGone = text.problem.kind === 'key-missing' || text.problem.kind === 'key-unreadable';
      await take(isGone ? { type: 'old-gone' } : event(oldFingerprint, 'unknown', text.problem), id);
      return;
    }
    // The keyring may have taken its time: a key is read at its own address only.
    if (!isHere(rotation)) return;
    const answer = await read(text.value);
    if ('account' in answer) await take(event(oldFingerprint, 'accepted'), id);
    else if (answer.problem.kind === 'key-refused') await take(event(oldFingerprint, 'refused'), id);
    else await take(event(oldFingerprint, 'unknown', answer.problem), id);
  }

  return {
    watchOld: (rotation) =>
      readOld(rotation, (fingerprint, outcome) => ({ type: 'old-read', fingerprint, outcome, watched: true })),
    checkOld: (rotation) =>
      readOld(rotation, (fingerprint, outcome, why) => ({
        type: 'old-checked',
        fingerprint,
        outcome,
        ...(why === undefined ? {} : { problem: why }),
      })),
    async proveNew(rotation) {
      const { id, newFingerprint } = rotation;
      if (newFingerprint === null) return;
      const text = await vault.textOf(newFingerprint);
      if (!text.ok && text.problem.kind === 'key-missing') {
        await take({ type: 'key-gone' }, id);
        return;
      }
      if (!isHere(rotation)) return;
      const answer = text.ok ? await read(text.value) : { problem: text.problem };
      await take({ type: 'new-read', fingerprint: newFingerprint, answer }, id);
    },
    silentUntil: () => rateLimit.until() ?? 0,
  };
}
