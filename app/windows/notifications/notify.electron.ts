// Notifications of the system; notifier.ts decides which.
import { Notification } from 'electron';
import { busPath, connectBus } from '../../session-bus/session-bus';
import { type Connect, showsNotifications } from './notifications-linux';
import { createNotifier, type Notifier } from './notifier';

/** The notifications of this system. */
export function openNotifier(): Notifier {
  const path = busPath(process.env);
  const connect: Connect = async (hear) =>
    path === null ? null : connectBus({ path, uid: process.getuid?.() ?? 0, ...hear });
  return createNotifier({
    platform: process.platform,
    isPossible: async () =>
      Notification.isSupported() && (process.platform !== 'linux' || (await showsNotifications(connect))),
    make: (text, { clicked, gone }) => {
      const notification = new Notification(text);
      notification.on('click', clicked);
      notification.on('close', gone);
      notification.on('failed', gone);
      return notification;
    },
  });
}
