// Notifications of the system. Keeps each until it is closed, since one that is collected is deaf to clicks.
// Must not: decide what is told, or choose words.
import { Notification } from 'electron';

export interface Told {
  title: string;
  body: string;
  /** What it speaks of: one that speaks of the same is taken away. None: it stands for itself. */
  ids: readonly string[];
}

export interface Notifier {
  /** Whether this system has notifications. */
  isPossible(): boolean;
  /** Shows one. `clicked` runs when a person clicks it. Does nothing where the system has none. */
  show(told: Told, clicked: () => void): void;
  /** Takes away those that speak of nothing in `ids` any more. */
  keepOnly(ids: ReadonlySet<string>): void;
  /** Takes all away. */
  closeAll(): void;
}

export function createNotifier(): Notifier {
  const shown = new Map<Notification, readonly string[]>();

  function take(isOver: (ids: readonly string[]) => boolean): void {
    for (const [notification, ids] of shown) {
      if (!isOver(ids)) continue;
      shown.delete(notification);
      notification.close();
    }
  }

  return {
    isPossible: () => Notification.isSupported(),
    show({ title, body, ids }, clicked) {
      if (!Notification.isSupported()) return;
      take((others) => others.some((id) => ids.includes(id)));
      const notification = new Notification({ title, body });
      const forget = () => shown.delete(notification);
      notification.on('click', () => {
        forget();
        clicked();
      });
      notification.on('close', forget);
      notification.on('failed', forget);
      shown.set(notification, ids);
      notification.show();
    },
    keepOnly: (open) => take((ids) => ids.length > 0 && !ids.some((id) => open.has(id))),
    closeAll: () => take(() => true),
  };
}
