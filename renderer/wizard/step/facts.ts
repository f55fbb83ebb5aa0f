// What the wizard's screens read off a rotation. Pure; knows no words and no looks.
import type { Rotation, RotationStep } from '../../../app/model/rotation/rotation';

export const steps: readonly RotationStep[] = [
  'prepare',
  'regenerate',
  'receive',
  'prove',
  'copy',
  'update',
  'receipt',
];

/** Before, at, or after the step where the rotation is. */
export function standing(step: RotationStep, current: RotationStep): 'done' | 'now' | 'to-come' {
  const distance = steps.indexOf(step) - steps.indexOf(current);
  return distance < 0 ? 'done' : distance === 0 ? 'now' : 'to-come';
}

/** What happened in this step stays so: the old key is dead, the new key was shown for the last time. */
export function isFinal(step: RotationStep, rotation: Rotation): boolean {
  if (step === 'regenerate') return rotation.oldKey.status === 'dead' || rotation.receivedAt !== null;
  if (step === 'copy') return standing('copy', rotation.step) === 'done';
  return false;
}

/** It was begun for another address than `origin`, which the settings name. A receipt needs no address. */
export function isElsewhere(rotation: Rotation, origin: string): boolean {
  return rotation.finishedAt === null && rotation.origin !== undefined && rotation.origin !== origin;
}

/** Nothing was revoked as far as anybody knows. */
export function canAbandon(rotation: Rotation): boolean {
  const waiting: readonly RotationStep[] = ['prepare', 'regenerate', 'receive'];
  return waiting.includes(rotation.step) && rotation.oldKey.status !== 'dead';
}

/** The old key was tried against the new one, and was still taken. */
export function stillAcceptedAt(rotation: Rotation): number | null {
  if (rotation.receivedAt === null || rotation.proof.oldDead === 'proved' || rotation.proof.oldDead === 'waived') {
    return null;
  }
  return rotation.oldKey.checks.findLast(({ outcome }) => outcome === 'accepted')?.at ?? null;
}

/** The most reads of the old key while the dashboard is waited for. */
export const mostWatched = 60;
