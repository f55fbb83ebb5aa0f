// What the popover says of newer versions, and when not to think of them at all. Pure.
import { emergencyStopOf } from '../model/bulk/emergency-stop';
import type { AppState } from '../model/state/app-state';
import type { UpdateLine } from '../model/updates';

/** The state with the popover's line about updates; the same object where that is as it was. */
export function withUpdateLine(state: AppState): AppState {
  const updateLine = updateLineOf(state);
  return updateLine === state.updateLine ? state : { ...state, updateLine };
}

/** The demo is not the user's own NineTray: it asks nothing. */
function updateLineOf(state: AppState): UpdateLine {
  const { updates, settings, source } = state;
  if (source.kind === 'demo' || isBusy(state)) return 'none';
  if (settings.updateCheck === 'ask') return updates.isQuestionDue ? 'question' : 'none';
  return settings.updateCheck === 'on' && updates.newer !== null && !updates.newer.isSkipped ? 'newer' : 'none';
}

const runs: ReadonlySet<string> = new Set(['gathering', 'running', 'undoing']);

/** A rotation, an emergency stop or a job on many sub-accounts is under way: nothing may disturb the user or the network. */
export function isBusy({ rotation, bulk }: Pick<AppState, 'rotation' | 'bulk'>): boolean {
  const isRotating = rotation.current !== null && rotation.current.finishedAt === null;
  const hasJob = [bulk.bulk, bulk.panic].some((job) => job !== null && runs.has(job.phase));
  return isRotating || hasJob || emergencyStopOf(bulk.panic) !== null;
}
