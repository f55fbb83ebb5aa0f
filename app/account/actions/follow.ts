// What the rest of NineTray learns at once from an action that worked, so that the popover and a list say the same.
// It must not: guess what the vendor has not said; the next read brings the rest.
import type { SubAccounts } from '../sub-accounts/sub-accounts';
import type { PreparedAction } from './balances';

/** The sub-accounts as they are after `prepared` was done. */
export function follow(
  { action, input, rows }: PreparedAction,
  subAccounts: Pick<SubAccounts, 'removed' | 'setNote'>,
): void {
  const id = Number(rows[0]?.vendorKey);
  if (action === 'deleteSubAccount') subAccounts.removed(id);
  if (action === 'editSubAccount' && 'note' in input)
    subAccounts.setNote(id, typeof input['note'] === 'string' ? input['note'] || null : null);
}
