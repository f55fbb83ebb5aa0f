// Calls about the API check, corrected endpoints, the recorded history and alerts.
import { ok } from '../../model/problem';
import type { AccountServices } from '../../session/account-services';
import { type CallHandlers, succeeded } from '../calls/call-handlers';
import type { insightCalls } from '../calls/insight-calls';
import type { DesktopPorts } from './desktop-ports';

/** The handlers over the services of the session that is shown. */
export function insightHandlers(
  services: () => AccountServices,
  desktop: Pick<DesktopPorts, 'saveApiCheck' | 'testNotification'>,
): CallHandlers<typeof insightCalls> {
  return {
    'apiCheck.run': () => {
      // Its progress is in the state; the call does not wait for its end.
      void services().apiCheck.run();
      return succeeded;
    },
    'apiCheck.cancel': () => {
      services().apiCheck.cancel();
      return succeeded;
    },
    'apiCheck.save': () => desktop.saveApiCheck(),
    'endpoints.correct': ({ operation, method, path }) => services().correctEndpoint(operation, { method, path }),
    'history.read': ({ what, days }) => ok(services().readHistory(what, days)),
    'alerts.test': async () => ok({ shown: await desktop.testNotification() }),
  };
}
