// Calls about single sub-accounts: finding, switching and pinning them. No decisions here.
import { ok } from '../../model/problem';
import type { SessionHost } from '../../session/session-host';
import { type CallHandlers, succeeded } from '../calls/call-handlers';
import type { subAccountCalls } from '../calls/sub-account-calls';

/** The handlers over the session that is shown. */
export function subAccountHandlers(host: SessionHost): CallHandlers<typeof subAccountCalls> {
  const subAccounts = () => host.shown().subAccounts;
  return {
    'subAccounts.setVisible': ({ visible }) => {
      host.setListVisible(visible);
      return succeeded;
    },
    'subAccounts.query': (query) => ok(subAccounts().query(query)),
    'subAccounts.switch': ({ id, enabled }) => subAccounts().switch(id, enabled),
    'subAccounts.undo': ({ id }) => subAccounts().undo(id),
    'subAccounts.dismiss': ({ id }) => {
      subAccounts().dismiss(id);
      return succeeded;
    },
    'subAccounts.pin': ({ id, pinned }) => subAccounts().pin(id, pinned),
  };
}
