// What can happen to a rotation: the user's decisions, and what was read, stored or destroyed. Keys are named by fingerprints; an event
// carries no secret.
import type { HoldFigures } from '../../model/access/access-view';
import type { Problem } from '../../model/problem';
import type { KeyStorage } from '../../model/key-storage';
import type { Rotation, RotationEntry } from '../../model/rotation/rotation';
import type { Place } from '../../model/places/place';

export type Whose = { id: number; name: string };
export type Outcome = 'accepted' | 'refused' | 'unknown';
export type Why = Rotation['sentToDashboard'][number]['why'];

export type RotationEvent =
  | {
      type: 'begin';
      id: string;
      entry: RotationEntry;
      origin: string;
      account: Whose | null;
      /** The key in use when it begins; null when there is none. `refusedAt`: when that was first seen (ms); null: not known. */
      oldKey: { fingerprint: string; storage: KeyStorage; refused: boolean; refusedAt: number | null } | null;
      places: Place[];
    }
  | { type: 'next' }
  /** One step back, while no new key has come. */
  | { type: 'back' }
  | { type: 'dashboard'; why: Why }
  /** The page did not open: that was no visit. */
  | { type: 'dashboard-failed' }
  /** The old key was read while the new one is waited for; `watched` counts towards the 60. */
  | { type: 'old-read'; fingerprint: string; outcome: Outcome; watched: boolean }
  /** A key is about to be put on disk. */
  | { type: 'receiving'; fingerprint: string }
  | { type: 'received'; fingerprint: string; storage: KeyStorage; clipboardCleared: boolean | null }
  | { type: 'not-received'; fingerprint: string }
  | { type: 'new-read'; fingerprint: string; answer: { account: Whose } | { problem: Problem } }
  | { type: 'accept-account' }
  /** The new key has taken the old one's place in the vault. */
  | { type: 'in-use'; fingerprint: string }
  | { type: 'discard' }
  /** The new key was only in memory, and is not any more. */
  | { type: 'key-gone' }
  | { type: 'old-checked'; fingerprint: string; outcome: Outcome; problem?: Problem }
  /** The old key's text is not here: nothing can be proved with it. */
  | { type: 'old-gone' }
  | { type: 'old-destroyed' }
  | { type: 'prove-now' }
  /** What waited at the gateway for the new key of the rotation with this id, so far. */
  | { type: 'held'; id: string; held: HoldFigures }
  | { type: 'copied'; how: 'clipboard' | 'file' | 'not-needed' }
  | { type: 'places'; places: Place[] }
  | { type: 'tick'; placeIds: readonly string[]; ticked: boolean }
  | { type: 'finish' }
  | { type: 'abandon' }
  /** Ended from another address than its own, where nothing can be done for it. */
  | { type: 'leave' };
