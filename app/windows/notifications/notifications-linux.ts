// Whether the Linux desktop answers where notifications are shown, checked before Electron asks: Electron waits for
// each answer with the whole application (100 s were seen at a desktop that hung). A desktop that is still starting is
// waited for here instead.
import type { Connect } from '../../session-bus/watch-value';
import type { Ability } from './notifier';

/** How long a desktop may take (ms); the bus starts the notification service when it is needed. */
export const patience = 20_000;

/** What the service on the session bus can do; `none` when there is none, or it does not answer in time. Never rejects. */
export async function linuxAbility(connect: Connect): Promise<Ability> {
  const bus = await connect({ onSignal: () => undefined, onClosed: () => undefined });
  if (bus === null) return 'none';
  // A connection that is closed has no answer, which ends the call.
  const late = setTimeout(() => bus.close(), patience);
  const answer = await bus.call({
    destination: 'org.freedesktop.Notifications',
    path: '/org/freedesktop/Notifications',
    interface: 'org.freedesktop.Notifications',
    member: 'GetCapabilities',
    args: [],
  });
  clearTimeout(late);
  bus.close();
  if (answer === null) return 'none';
  const [capabilities] = answer;
  return Array.isArray(capabilities) && capabilities.includes('actions') ? 'actions' : 'plain';
}
