// What reads of a rotation's new key show: whether 9Proxy accepts it, and for which account. Pure; due-tasks.ts decides when it is read.
import type { RotationEvent, Whose } from './event';
import { CONFIRM_AFTER } from './old-key';
import { isProved } from './rotation-queries';
import type { Rotation } from '../../model/rotation';

/** Nothing is known of the new key; what is known of the old one stays. */
export function freshProof({ proof: { oldDead } }: Rotation): Rotation['proof'] {
  return { answers: 'open', sameAccount: 'open', oldDead, at: null, otherAccount: null };
}

/**
 * A read with the new key at `now` (ms). As for the old key, one refusal proves nothing (9Proxy may not know a key everywhere in the
 * moment it is made): only a second one, at least `CONFIRM_AFTER` later, is a failure, since a failure sends users to make another key.
 */
export function newRead(
  rotation: Rotation,
  { fingerprint, answer }: Extract<RotationEvent, { type: 'new-read' }>,
  now: number,
): Rotation {
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
