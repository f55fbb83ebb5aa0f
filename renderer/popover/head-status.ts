// Whether the head's check mark says all there is to say. Pure.
import type { AppState } from '../../app/model/state/app-state';

/** Whether there is a warning below the head that is not in the notice. */
function hasWarnings({ storage, platform }: AppState): boolean {
  return storage.length > 0 || !platform.sandboxed;
}

/** All is good, so that the head says it instead of a line of its own. The demo's line has the button that leaves it, and stays. */
export function isGoodInHead(state: AppState): boolean {
  return state.notice.says.id === 'all-well' && state.source.kind !== 'demo' && !hasWarnings(state);
}
