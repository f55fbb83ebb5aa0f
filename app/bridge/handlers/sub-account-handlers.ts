// Calls about single sub-accounts: finding, switching and pinning them.
import { failed, ok } from '../../model/problem';
import type { SessionHost } from '../../session/host/session-host';
import { type CallHandlers, succeeded } from '../calls/call-handlers';
import type { subAccountCalls } from '../calls/sub-account-calls';
import type { DesktopPorts } from './desktop-ports';

/** The handlers over the session that is shown. */
export function subAccountHandlers(
  host: SessionHost,
  desktop: Pick<DesktopPorts, 'copyText'>,
): CallHandlers<typeof subAccountCalls> {
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
    'subAccounts.copyUsername': ({ id }) => {
      const username = subAccounts().usernameOf(id);
      return username === undefined ? failed({ kind: 'bad-input', field: 'id' }) : desktop.copyText(username);
    },
    'subAccounts.useToday': ({ id }) => ok(subAccounts().useOf(id)),
    'subAccounts.find': (subAccount) => host.shown().services.lists.findSubAccount(subAccount),
    'subAccounts.countOn': () => host.shown().services.lists.countOn(),
    'subAccounts.pin': ({ id, pinned }) => subAccounts().pin(id, pinned),
  };
}
