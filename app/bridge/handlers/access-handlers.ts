// Calls about the local gateway and its consumers.
import { noProxyValue } from '../../model/access/no-proxy';
import { failed, ok } from '../../model/problem';
import type { SessionHost } from '../../session/host/session-host';
import type { accessCalls } from '../calls/access-calls';
import { type CallHandlers, succeeded } from '../calls/call-handlers';
import type { DesktopPorts } from './desktop-ports';

/** The handlers over the gateway of the session that is shown. */
export function accessHandlers(
  host: SessionHost,
  desktop: Pick<DesktopPorts, 'copyText'>,
): CallHandlers<typeof accessCalls> {
  const access = () => host.shown().access;
  return {
    'access.setOn': ({ on }) => access().setOn(on),
    'access.setPaused': ({ paused }) => access().setPaused(paused),
    'access.choosePort': ({ port }) => access().choosePort(port),
    'access.tryAgain': () => access().tryAgain(),
    'access.copyAddress': () => {
      const url = access().url();
      return url === null ? failed({ kind: 'not-now' }) : desktop.copyText(url);
    },
    'access.copyNoProxy': () => desktop.copyText(noProxyValue),
    'access.test': () => access().test(),
    'access.addConsumer': (choices) => access().add(choices),
    'access.changeConsumer': ({ id, choices }) => access().change(id, choices),
    'access.renewToken': ({ id }) => access().renewToken(id),
    'access.copyToken': ({ token }) => access().copyToken(token),
    'access.revoke': ({ id }) => access().revoke(id),
    'access.revokeAll': () => access().revokeAll(),
    'access.readActivity': () => ok({ lines: access().readActivity() }),
    'access.dismissSightings': () => {
      access().dismissSightings();
      return succeeded;
    },
  };
}
