// The notifications that the application hands to the system, recorded in its place: not every system that runs the tests has any.
// Must not replace more than showing and closing.
import type { RunningApp } from './running-app';

export interface Shown {
  title: string;
  body: string;
  /** Not taken away again. */
  open: boolean;
}

export interface Notifications {
  /** All that were shown since, in order. */
  shown(): Promise<Shown[]>;
  /** A click on the last one. */
  clickLast(): Promise<void>;
}

interface Recorded extends Shown {
  click(): void;
}

/** Records from now on what `app` shows. */
export async function recordNotifications({ electron }: RunningApp): Promise<Notifications> {
  await electron.evaluate(({ Notification }) => {
    const all: (Recorded & { of: unknown })[] = [];
    Object.assign(globalThis, { shownNotifications: all });
    Notification.isSupported = () => true;
    Notification.prototype.show = function show() {
      all.push({ of: this, title: this.title, body: this.body, open: true, click: () => this.emit('click') });
    };
    Notification.prototype.close = function close() {
      for (const one of all) if (one.of === this) one.open = false;
    };
  });
  return {
    shown: () =>
      electron.evaluate(() =>
        (globalThis as unknown as { shownNotifications: Recorded[] }).shownNotifications.map(
          ({ title, body, open }) => ({
            title,
            body,
            open,
          }),
        ),
      ),
    clickLast: () =>
      electron.evaluate(() => {
        (globalThis as unknown as { shownNotifications: Recorded[] }).shownNotifications.at(-1)?.click();
      }),
  };
}
