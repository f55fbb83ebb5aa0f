// Whether the Linux desktop answers where notifications are shown, checked before Electron asks: Electron waits for
// each answer with the whole application (100 s were seen at a desktop that hung). A desktop that is still starting is
// waited for here instead.
import type { Bus, BusOptions } from '../../session-bus/session-bus';

/** Connects to the session bus (`connectBus`); null when there is none. */
export type Connect = (hear: Pick<BusOptions, 'onSignal' | 'onClosed'>) => Promise<Bus | null>;

/** How long a desktop may take (ms); the bus starts the notification service when it is needed. */
export const patience = 20_000;

/** Resolves to false when nothing on the session bus shows notifications, or does not answer in time. Never rejects. */
export async function showsNotifications(connect: Connect): Promise<boolean> {
  const bus = await connect({ onSignal: () => undefined, onClosed: () => undefined });
  if (bus === null) return false;
  // A connection that is closed has no answer, which ends the call.
  const late = setTimeout(() => bus.close(), patience);
  const answer = await bus.call({
    destination: 'org.freedesktop.Notifications',
    path: '/org/freedesktop/Notifications',
    interface: 'org.freedesktop.Notifications',
    member: 'GetServerInformation',
    args: [],
  });
  clearTimeout(late);
  bus.close();
  return answer !== null;
}
