// Updates the known sub-accounts after an action that worked, so that the popover and the list show the same. Only what the vendor confirmed;
// the next read brings the rest.
import type { SubAccounts } from '../sub-accounts/sub-accounts';
import type { PreparedAction } from './balances';

/** Updates `subAccounts` after `prepared` worked. */
export function follow(
  { action, input, rows }: PreparedAction,
  subAccounts: Pick<SubAccounts, 'removed' | 'setNote' | 'balancesChanged'>,
): void {
  const id = Number(rows[0]?.vendorKey);
  if (action === 'deleteSubAccount') subAccounts.removed(id);
  if (action !== 'editSubAccount') return;
  if ('ips' in input || 'traffic' in input) subAccounts.balancesChanged(id);
  if ('note' in input) subAccounts.setNote(id, typeof input['note'] === 'string' ? input['note'] || null : null);
}
