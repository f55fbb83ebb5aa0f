// What is shown of a switch: in its row, and once it is over. Pure.
import type { SubAccountSwitch } from '../../../app/model/state/app-state';
import type { SubAccountRow } from '../../../app/model/state/sub-account-row';

/** Whether it is on: what is wanted shows at once; after a rollback what the vendor says. `outcome`: what became of it, if it was flipped. */
export function isShownOn(row: Pick<SubAccountRow, 'enabled'>, outcome: SubAccountSwitch | undefined): boolean {
  return outcome === undefined || outcome.phase === 'rolled-back' ? row.enabled === true : outcome.wanted;
}

/** How long an undo is offered (ms). The switch in the row does the same at any time. */
const undoOffered = 30_000;

/** Whether to undo it is offered at `now` (ms). */
export function offersUndo({ phase, at }: Pick<SubAccountSwitch, 'phase' | 'at'>, now: number): boolean {
  return phase === 'done' && now - at < undoOffered;
}
