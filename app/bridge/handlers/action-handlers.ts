// Calls about actions on the account, and the affiliate totals that go with them.
import type { AccountServices } from '../../session/account-services';
import type { actionCalls } from '../calls/action-calls';
import type { CallHandlers } from '../calls/call-handlers';

/** The handlers over the services of the session that is shown. */
export function actionHandlers(services: () => AccountServices): CallHandlers<typeof actionCalls> {
  return {
    'actions.prepare': (asked) => services().actions.prepare(asked),
    'actions.run': ({ ticket }) => services().actions.run(ticket),
    'affiliate.read': () => services().readAffiliate(),
  };
}
