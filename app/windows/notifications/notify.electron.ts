// Notifications of the system; notifier.ts decides which.
import { Notification } from 'electron';
import { actionIndex } from '../../electron-33/notification-action';
import { busPath, connectBus } from '../../session-bus/session-bus';
import type { Connect } from '../../session-bus/watch-value';
import { linuxAbility } from './notifications-linux';
import { createNotifier, type Notifier } from './notifier';

/** The notifications of this system. */
export function openNotifier(): Notifier {
  const path = busPath(process.env);
  const connect: Connect = async (hear) =>
    path === null ? null : connectBus({ path, uid: process.getuid?.() ?? 0, ...hear });
  return createNotifier({
    platform: process.platform,
    async ability() {
      if (!Notification.isSupported()) return 'none';
      return process.platform === 'linux' ? linuxAbility(connect) : 'actions';
    },
    make: ({ title, body, actions }, { clicked, acted, gone }) => {
      const notification = new Notification({
        title,
        body,
        actions: actions.map((text) => ({ type: 'button', text })),
      });
      notification.on('click', clicked);
      notification.on('action', (details, index) => acted(actionIndex(details, index)));
      notification.on('close', gone);
      notification.on('failed', gone);
      return notification;
    },
  });
}
