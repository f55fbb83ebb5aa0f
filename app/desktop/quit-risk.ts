import { wouldLoseKey } from '../model/rotation/rotation-queries';
import type { AppState } from '../model/state/app-state';

/** Whether a quit now would lose a real key that exists nowhere else. */
export function wouldQuitLoseKey({ source, rotation }: Pick<AppState, 'source' | 'rotation'>): boolean {
  return source.kind !== 'demo' && wouldLoseKey(rotation.current);
}
