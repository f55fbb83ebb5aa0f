// What reads of a rotation's two keys show: whether 9Proxy still accepts the old one, and whether it accepts the new one, for which account.
// Pure; due-tasks.ts decides when a key is read or destroyed.
import type { OldKeyCheck, Rotation } from '../../model/rotation/rotation';
import { isProved } from '../../model/rotation/rotation-queries';
import type { Outcome, RotationEvent, Whose } from './event';

type Of<T extends RotationEvent['type']> = Extract<RotationEvent, { type: T }>;

/** Two refusals that are less than this apart (ms) are one: they may have met the same passing trouble. */
export const CONFIRM_AFTER = 5000;

/** While the new key is waited for: a read of the old one at `now` (ms). A confirmed refusal leads to the next step. */
export function oldRead(rotation: Rotation, event: Of<'old-read'>, now: number): Rotation {
  if (rotation.oldFingerprint !== event.fingerprint) return rotation;
  const watched = rotation.oldKey.watched + (event.watched ? 1 : 0);
  const oldKey = { ...afterOldRead(rotation, event.outcome, now), watched };
  const isEnd = event.outcome === 'refused' && oldKey.status === 'dead' && rotation.step === 'regenerate';
  return { ...rotation, step: isEnd ? 'receive' : rotation.step, oldKey };
}

function afterOldRead({ oldKey }: Rotation, outcome: Outcome, now: number): Rotation['oldKey'] {
  const { refusedOnceAt = now, ...rest } = oldKey;
  switch (outcome) {
    case 'accepted':
      // A refusal before it was not the end.
      return { ...rest, status: 'alive', lastAcceptedAt: now, diedAt: null };
    case 'refused': {
      if (oldKey.status === 'dead') return oldKey;
      // A refusal in the future is from before the clock was set back.
      const since = Math.min(refusedOnceAt, now);
      if (now - since < CONFIRM_AFTER) return { ...rest, refusedOnceAt: since };
      return { ...rest, status: 'dead', diedAt: oldKey.diedAt ?? since };
    }
    case 'unknown':
      return oldKey;
    default:
      return outcome satisfies never;
  }
}

/** Once the new key is here: a check of the old one at `now` (ms), and whether that proves it dead. The same object where no check was due. */
export function oldChecked(rotation: Rotation, event: Of<'old-checked'>, now: number): Rotation {
  const { oldKey, proof } = rotation;
  const due = rotation.newFingerprint !== null && oldKey.destroyedAt === null && proof.oldDead !== 'waived';
  if (!due || rotation.oldFingerprint !== event.fingerprint) return rotation;
  const { outcome, problem } = event;
  const check: OldKeyCheck = { at: now, outcome, ...(problem === undefined ? {} : { problem }) };
  // Hours without a network are one line, not hundreds.
  const replaced = outcome === 'unknown' && oldKey.checks.at(-1)?.outcome === 'unknown';
  const checks = [...(replaced ? oldKey.checks.slice(0, -1) : oldKey.checks), check];
  const { diedAt } = oldKey;
  const after = afterOldRead(rotation, outcome, now);
  const isProvedDead = after.status === 'dead' ? 'proved' : proof.oldDead;
  const dead = { accepted: 'failed', refused: isProvedDead, unknown: proof.oldDead } as const;
  return {
    ...rotation,
    // If the clock was set back since, the key came now: the other checks count from then.
    receivedAt: rotation.receivedAt === null ? null : Math.min(rotation.receivedAt, now),
    // The outage began with the first refusal, even if a cache of the vendor's still accepts the key now and then.
    oldKey: { ...after, diedAt: diedAt ?? after.diedAt, checks },
    proof: { ...proof, oldDead: dead[outcome] },
  };
}

/** The old key's text is not here any more: nothing can be proved with it after `now` (ms). */
export function oldGone(rotation: Rotation, now: number): Rotation {
  const { proof, oldKey } = rotation;
  if (proof.oldDead === 'waived' || oldKey.destroyedAt !== null) return rotation;
  if (proof.oldDead === 'proved') return { ...rotation, oldKey: { ...oldKey, destroyedAt: now } };
  return { ...rotation, proof: { ...proof, oldDead: 'waived' } };
}

/** Nothing is known of the new key; what is known of the old one stays. */
export function freshProof({ proof: { oldDead } }: Rotation): Rotation['proof'] {
  return { answers: 'open', sameAccount: 'open', oldDead, at: null, otherAccount: null };
}

/**
 * A read with the new key at `now` (ms). As for the old key, one refusal proves nothing (9Proxy may not know a key everywhere in the
 * moment it is made): only a second one, at least `CONFIRM_AFTER` later, is a failure, since a failure sends users to make another key.
 */
export function newRead(rotation: Rotation, { fingerprint, answer }: Of<'new-read'>, now: number): Rotation {
  if (rotation.step !== 'prove' || rotation.newFingerprint !== fingerprint || isProved(rotation)) return rotation;
  const { waitingFor: _, refusedOnceAt, ...proof } = rotation.proof;
  if ('account' in answer) {
    const compared = compare(rotation, answer.account);
    return {
      ...rotation,
      account: rotation.account ?? answer.account,
      proof: { ...proof, ...compared, answers: 'proved', at: proof.at ?? now },
    };
  }
  if (answer.problem.kind !== 'key-refused') {
    return { ...rotation, proof: { ...rotation.proof, waitingFor: answer.problem } };
  }
  // A refusal in the future was noted before the clock was set back.
  const since = Math.min(refusedOnceAt ?? now, now);
  const isConfirmed = proof.answers === 'failed' || now - since >= CONFIRM_AFTER;
  return {
    ...rotation,
    proof: isConfirmed ? { ...proof, answers: 'failed' } : { ...proof, answers: 'open', refusedOnceAt: since },
  };
}

/** The user asks for another try. It starts over after a failure; a refusal that waits for its confirmation still counts. */
export function proveNow(rotation: Rotation): Rotation {
  if (rotation.step !== 'prove' || isProved(rotation)) return rotation;
  const { refusedOnceAt } = rotation.proof;
  return { ...rotation, proof: { ...freshProof(rotation), ...(refusedOnceAt === undefined ? {} : { refusedOnceAt }) } };
}

function compare(rotation: Rotation, found: Whose): Pick<Rotation['proof'], 'sameAccount' | 'otherAccount'> {
  if (rotation.account === null) return { sameAccount: 'waived', otherAccount: null };
  if (rotation.account.id === found.id) return { sameAccount: 'proved', otherAccount: null };
  return { sameAccount: 'failed', otherAccount: found };
}
