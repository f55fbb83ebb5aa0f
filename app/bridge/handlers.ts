// What each call of the contract does: asks the host of sessions or the session that is shown, or one of the few things
// that only the desktop can do. handlers/ has the calls by subject.
import type { SessionHost } from '../session/host/session-host';
import type { Handlers } from './dispatch';
import { accessHandlers } from './handlers/access-handlers';
import { actionHandlers } from './handlers/action-handlers';
import { applicationHandlers } from './handlers/application-handlers';
import { bulkHandlers } from './handlers/bulk-handlers';
import type { DesktopPorts } from './handlers/desktop-ports';
import { insightHandlers } from './handlers/insight-handlers';
import { keyHandlers } from './handlers/key-handlers';
import { listHandlers } from './handlers/list-handlers';
import { placesHandlers } from './handlers/places-handlers';
import { rotationHandlers } from './handlers/rotation-handlers';
import { subAccountHandlers } from './handlers/sub-account-handlers';

/** The handlers of all calls. Each asks the session that is shown when it is called. */
export function createHandlers(host: SessionHost, desktop: DesktopPorts): Handlers {
  const services = () => host.shown().services;
  return {
    ...applicationHandlers(host, desktop),
    ...keyHandlers(host, desktop),
    ...subAccountHandlers(host, desktop),
    ...rotationHandlers(host, desktop),
    ...placesHandlers(host, desktop),
    ...listHandlers(services, desktop),
    ...actionHandlers(services),
    ...bulkHandlers(services),
    ...insightHandlers(services, desktop),
    ...accessHandlers(host, desktop),
  };
}
