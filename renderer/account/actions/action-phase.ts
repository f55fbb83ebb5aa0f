// The steps of one action, from its form to its outcome.
import type { CallOutput } from '../../../app/bridge/contract';
import type { ActionId } from '../../../app/model/actions/actions';
import type { BalanceChange } from '../../../app/model/figures/balance-change';
import type { Problem } from '../../../app/model/problem';

export type Input = Readonly<Record<string, unknown>>;

/** `refused`: there is no form to go back to. `unknown`: it may have happened. */
export type Phase =
  | { at: 'form'; problem: Problem | null }
  | { at: 'preparing'; input: Input }
  | { at: 'review'; input: Input; ticket: string; balances: readonly BalanceChange[] }
  | { at: 'running'; input: Input }
  | ({ at: 'done'; input: Input } & CallOutput<'actions.run'>)
  | { at: 'refused'; input: Input; problem: Problem }
  | { at: 'unknown'; input: Input };

/** Whether it may have happened: no answer came, or an internal server error, which does not show how far the request got. */
export function mayHaveWorked(phase: Phase): boolean {
  return phase.at === 'unknown' || ('problem' in phase && phase.problem?.kind === 'server-trouble');
}

/** Whether the action creates share codes. */
export function isMaking(action: ActionId): boolean {
  return action === 'makeIpCodes' || action === 'makeTrafficCodes';
}

/** Whether the dialog stays open when the action is done: it shows new codes, a new password, or fields that 9Proxy did not accept. */
export function staysOpen(phase: Phase, action: ActionId): boolean {
  return isMaking(action) || (phase.at === 'done' && (phase.created !== undefined || phase.notTaken.length > 0));
}
