// Calls about the key: entering, storing and removing it.
import type { SessionHost } from '../../session/host/session-host';
import { type CallHandlers, succeeded } from '../calls/call-handlers';
import type { keyCalls } from '../calls/key-calls';
import type { DesktopPorts } from './desktop-ports';

/** The handlers over the sessions. */
export function keyHandlers(
  host: SessionHost,
  desktop: Pick<DesktopPorts, 'readClipboard'>,
): CallHandlers<typeof keyCalls> {
  const { keyEntry } = host;
  return {
    'key.check': ({ text }) => keyEntry.check(text),
    'key.checkClipboard': async () => keyEntry.check(await desktop.readClipboard()),
    'key.keep': ({ ticket, storage, consent }) => keyEntry.keep(ticket, storage, consent),
    'key.discard': ({ ticket }) => {
      keyEntry.discard(ticket);
      return succeeded;
    },
    'key.retry': async () => {
      await host.open(true);
      return succeeded;
    },
    'key.useHere': async () => {
      await host.useKeyHere();
      return succeeded;
    },
    'key.forget': () => host.forgetKey(),
  };
}
