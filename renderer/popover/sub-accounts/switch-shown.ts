// What the switch of a row shows. Pure.
import type { SubAccountSwitch } from '../../../app/model/state/app-state';
import type { SubAccountRow } from '../../../app/model/state/sub-account-row';

/** Whether it is on: what is wanted shows at once; after a rollback what the vendor says. `outcome`: what became of it, if it was flipped. */
export function isShownOn(row: Pick<SubAccountRow, 'enabled'>, outcome: SubAccountSwitch | undefined): boolean {
  return outcome === undefined || outcome.phase === 'rolled-back' ? row.enabled === true : outcome.wanted;
}
