// Whether a rotation belongs to the vendor's address that is in use now: a key is for the address that it was made at.
// Pure.
import type { Rotation } from './rotation';

/**
 * Whether `rotation` was started for another address than `origin` (scheme and host; empty where no safe one is set). One of a journal
 * that names no address is about whichever is meant.
 */
export function isForOtherOrigin(rotation: Pick<Rotation, 'origin'>, origin: string): boolean {
  return rotation.origin !== undefined && rotation.origin !== origin;
}
