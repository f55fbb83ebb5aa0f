import type { Clock } from '../model/clock';
import type { Notifier } from '../windows/notifications/notifier';
import type { Alert } from '../model/alert';
import { alertTexts, notificationsOf, type NotificationText } from '../texts/account/alerts';
import { demoTexts } from '../texts/demo';

export interface AlertNotificationOptions {
  notifier: Pick<Notifier, 'show'>;
  now: Clock['now'];
  locale(): string;
  hideAmounts(): boolean;
  isDemo(): boolean;
  /** A notification was clicked. */
  open(place: NotificationText['place']): void;
  /** No notifications for a day. */
  mute(): void;
}

/** Returns what shows new alerts as notifications of the system. */
export function alertNotifications(options: AlertNotificationOptions): (alerts: readonly Alert[]) => void {
  const { notifier, now, locale, hideAmounts, isDemo, open, mute } = options;
  return (alerts) => {
    for (const notification of notificationsOf(alerts, now(), locale(), hideAmounts())) {
      const title = isDemo() ? demoTexts.about({ text: notification.title }) : notification.title;
      const actions = [{ label: alertTexts.muteForDay, run: mute }];
      void notifier.show({ ...notification, title, actions }, () => open(notification.place));
    }
  };
}
