// Calls about lists: reading and saving them, and the secrets in them.
import type { AccountServices } from '../../session/account-services';
import { type CallHandlers, succeeded } from '../calls/call-handlers';
import type { listCalls } from '../calls/list-calls';
import type { DesktopPorts } from './desktop-ports';

/** The handlers over the services of the session that is shown. */
export function listHandlers(
  services: () => AccountServices,
  desktop: Pick<DesktopPorts, 'chooseListFile'>,
): CallHandlers<typeof listCalls> {
  return {
    'lists.read': ({ list, ...query }) => services().lists.read(list, query),
    'lists.save': ({ list, ...query }) => services().saver.save(list, query, () => desktop.chooseListFile(list)),
    'lists.cancelSave': () => {
      services().saver.cancel();
      return succeeded;
    },
    'secret.reveal': ({ ref }) => services().reveal(ref),
    'secret.copy': ({ refs }) => services().copySecrets(refs),
  };
}
