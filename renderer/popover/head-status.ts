// Whether the head's check mark says all there is to say. Pure.
import type { AppState } from '../../app/model/state/app-state';

/** Whether a warning stands below the head that the notice does not speak of. */
function hasWarnings({ storage, platform }: AppState): boolean {
  return storage.length > 0 || !platform.sandboxed;
}

/** All is good, so that the head says it in place of a line of its own. The demo's line has the way out of it, and stays. */
export function isGoodInHead(state: AppState): boolean {
  return state.notice.says.id === 'all-well' && state.source.kind !== 'demo' && !hasWarnings(state);
}
