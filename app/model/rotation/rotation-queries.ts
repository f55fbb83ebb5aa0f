// Questions about a rotation that its state alone answers.
import type { Rotation, RotationStep } from './rotation';

/** Steps in which no new key is there yet. */
const WAITING: readonly RotationStep[] = ['prepare', 'regenerate', 'receive'];

/** Whether a rotation is in progress that waits for its new key, however that comes. */
export function isWaiting(rotation: Rotation | null): rotation is Rotation {
  return rotation !== null && WAITING.includes(rotation.step);
}

/** Whether the rotation can be cancelled without a trace: nothing was revoked, as far as NineTray knows. */
export function mayAbandon(rotation: Rotation): boolean {
  return isWaiting(rotation) && rotation.oldKey.status !== 'dead' && rotation.receiving === undefined;
}

/** Whether the new key was accepted, and for the right account (or for one that the user accepted). */
export function isProved({ step, proof }: Rotation): boolean {
  return step === 'prove' && proof.answers === 'proved' && ['proved', 'waived'].includes(proof.sameAccount);
}

/** Whether the new key would be lost if NineTray stopped now: it is in memory alone, and has not left NineTray. */
export function wouldLoseKey(rotation: Rotation | null): boolean {
  return (
    rotation !== null && rotation.newFingerprint !== null && rotation.storage === 'session' && rotation.copied === null
  );
}
