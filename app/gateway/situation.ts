// Whether the gateway may send, has to wait for a new key, or refuses: a pure function of what is known.
import type { AppState } from '../model/state/app-state';
import type { Rotation } from '../model/rotation/rotation';
import { isForOtherOrigin } from '../model/rotation/rotation-origin';
import type { Situation } from './gateway';

type Known = Pick<AppState, 'source' | 'key' | 'generation' | 'rotation'>;

interface OwnFacts {
  isPaused: boolean;
  /** The origin that the consumers are for; null: any. */
  origin: string | null;
  hasKey: boolean;
  /** The generation of a key that 9Proxy refused to a consumer, where it is not yet known whether it is dead. */
  suspect: number | null;
}

/** What the gateway may do now. */
export function situationOf(state: Known, { isPaused, origin, hasKey, suspect }: OwnFacts): Situation {
  if (isPaused) return 'paused';
  if (origin !== null && origin !== state.source.origin) return 'elsewhere';
  const isRefused = state.key.status === 'refused';
  const rotation = dyingIn(state);
  if (rotation !== null) {
    const { status, refusedOnceAt } = rotation.oldKey;
    const isDead = status === 'dead' || refusedOnceAt !== undefined;
    if (isDead || isRefused || suspect === state.generation) return 'holding';
  }
  if (!hasKey) return 'no-key';
  return isRefused ? 'key-refused' : 'sending';
}

/** The rotation that is past its first step and in which the key in use still is the old one; null where there is none. */
export function dyingIn({ source, key, rotation: { current } }: Known): Rotation | null {
  if (current === null || current.finishedAt !== null || current.step === 'prepare') return null;
  if (isForOtherOrigin(current, source.origin)) return null;
  return current.oldFingerprint !== null && current.oldFingerprint === key.fingerprint ? current : null;
}
