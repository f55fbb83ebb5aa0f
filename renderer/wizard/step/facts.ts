// What the wizard's screens derive from a rotation. Pure.
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

/** It was started for another address than `origin`, which the settings name. A receipt needs no address. */
export function isElsewhere(rotation: Rotation, origin: string): boolean {
  return rotation.finishedAt === null && rotation.origin !== undefined && rotation.origin !== origin;
}

/** A place still has the old key, or 9Proxy may still accept it. */
export function hasOpenWork({ places, proof }: Rotation): boolean {
  return places.some(({ tickedAt }) => tickedAt === null) || proof.oldDead === 'open' || proof.oldDead === 'failed';
}

/** Nothing was revoked, as far as is known. */
export function canAbandon(rotation: Rotation): boolean {
  const waiting: readonly RotationStep[] = ['prepare', 'regenerate', 'receive'];
  return waiting.includes(rotation.step) && rotation.oldKey.status !== 'dead';
}

/** No new key has come; and the preparation is over once the dashboard was opened. */
export function canGoBack({ step, sentToDashboard, receiving }: Rotation): boolean {
  if (receiving !== undefined) return false;
  return step === 'receive' || (step === 'regenerate' && sentToDashboard.length === 0);
}

/** What the first step still asks for before it is left, in the order of the page. */
export type Missing = 'points' | 'form' | 'places';

interface Preparation {
  /** Each point that only the user can know is ticked. */
  isPointsTicked: boolean;
  /** A place is being written down, and not saved. */
  isFormOpen: boolean;
  placesCount: number;
  isNowhereElse: boolean;
}

/** What is missing before the first step may be left. */
export function missingBefore({ isPointsTicked, isFormOpen, placesCount, isNowhereElse }: Preparation): Missing[] {
  const missing: Missing[] = [];
  if (!isPointsTicked) missing.push('points');
  if (isFormOpen) missing.push('form');
  else if (placesCount === 0 && !isNowhereElse) missing.push('places');
  return missing;
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
