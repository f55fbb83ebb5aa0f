// What a quit in the middle of a rotation would cost. Pure.
// It must not: ask anybody, or stop a quit.
import type { Rotation } from '../../model/rotation';

/** Whether the new key would be lost if NineTray stopped now: it is in memory alone, and has not left NineTray. */
export function wouldLoseKey(rotation: Rotation | null): boolean {
  return (
    rotation !== null && rotation.newFingerprint !== null && rotation.storage === 'session' && rotation.copied === null
  );
}
