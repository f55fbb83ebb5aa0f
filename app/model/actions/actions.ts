// What can be done to the account: each action with the form it needs, the rows it is done to, and whether it needs a
// deliberate second step. The same for main, which checks and does it, and the account window, which asks for it. Pure.
import type { z } from 'zod';
import { accessActions } from './access-actions';
import type { ActionDescription } from './action-description';
import { billingActions } from './billing-actions';
import { codeActions } from './code-actions';
import { connectionActions } from './connection-actions';
import { subAccountActions } from './sub-account-actions';

/** All actions by id. */
export const actions = {
  ...subAccountActions,
  ...accessActions,
  ...connectionActions,
  ...codeActions,
  ...billingActions,
} as const satisfies Record<string, ActionDescription>;

export type ActionId = keyof typeof actions;

/** The value of an action's checked form. */
export type ActionInput<A extends ActionId> = z.infer<(typeof actions)[A]['form']>;

/**
 * Why it needs a deliberate second step with this input. An edit that changes what a sub-account holds moves IPs or traffic between it and
 * the main account.
 */
export function deliberateOf(id: ActionId, input: Readonly<Record<string, unknown>>): ActionDescription['deliberate'] {
  if (id === 'editSubAccount' && ('ips' in input || 'traffic' in input)) return 'spends';
  return actionOf(id).deliberate;
}

/** All actions, for a schema or a walk over them. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of an object literal are exactly its type's
export const actionIds = Object.keys(actions) as [ActionId, ...ActionId[]];

/** An action's description, in the one type that all of them have. */
export function actionOf(id: ActionId): ActionDescription {
  return actions[id];
}
