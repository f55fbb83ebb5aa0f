// Which notifications are shown, what removes them, and how their text is written on each system.

export interface Told {
  title: string;
  body: string;
  /** What it is about: an older one about the same is removed. None: it is independent. */
  ids: readonly string[];
  /** Buttons, where the system has them. */
  actions?: readonly ToldAction[];
}

export interface ToldAction {
  label: string;
  run(): void;
}

export interface Notifier {
  /**
   * Shows one, unless it is removed before the system is ready. False: the system shows none. `clicked` runs when the user
   * clicks it.
   */
  show(told: Told, clicked: () => void): Promise<boolean>;
  /** Removes those that are no longer about anything in `ids`. */
  keepOnly(ids: ReadonlySet<string>): void;
  /** Removes all. */
  closeAll(): void;
}

/** One notification of the system. */
export interface SystemNotification {
  show(): void;
  close(): void;
}

/** Whether a system shows notifications, and whether they have buttons. */
export type Ability = 'none' | 'plain' | 'actions';

export interface SystemContent {
  title: string;
  body: string;
  /** The labels of its buttons. */
  actions: readonly string[];
}

export interface SystemEvents {
  clicked(): void;
  /** The user chose one of its actions. */
  acted(index: number): void;
  /** The user removed it, or it could not be shown. */
  gone(): void;
}

export interface NotifierOptions {
  platform: NodeJS.Platform;
  /** What this system can do now. Never rejects. */
  ability(): Promise<Ability>;
  make(content: SystemContent, events: SystemEvents): SystemNotification;
}

interface Standing {
  ids: readonly string[];
  /** Null until the system is ready for it. */
  notification: SystemNotification | null;
}

/** Keeps each notification until it is gone, since a garbage-collected one gets no clicks. */
export function createNotifier({ platform, ability, make }: NotifierOptions): Notifier {
  const all = new Set<Standing>();

  function take(isOver: (ids: readonly string[]) => boolean): void {
    for (const one of all) {
      if (!isOver(one.ids)) continue;
      all.delete(one);
      one.notification?.close();
    }
  }

  return {
    async show({ title, body, ids, actions = [] }, clicked) {
      take((others) => others.some((id) => ids.includes(id)));
      const one: Standing = { ids, notification: null };
      all.add(one);
      const able = await ability();
      // What it is about was over before the system was ready.
      if (!all.has(one)) return able !== 'none';
      const forget = () => all.delete(one);
      if (able === 'none') {
        forget();
        return false;
      }
      one.notification = make(
        {
          title,
          body: platform === 'linux' ? withoutMarkup(body) : body,
          actions: able === 'actions' ? actions.map(({ label }) => label) : [],
        },
        {
          acted: (index) => {
            forget();
            actions[index]?.run();
          },
          clicked: () => {
            forget();
            clicked();
          },
          gone: forget,
        },
      );
      one.notification.show();
      // On Linux a refusal is reported at once; elsewhere it is not reported here.
      return all.has(one);
    },
    keepOnly: (open) => take((ids) => ids.length > 0 && !ids.some((id) => open.has(id))),
    closeAll: () => take(() => true),
  };
}

/**
 * Linux desktops read a body as markup, with links and images, and Electron hands it on as it is: names and the vendor's words
 * must stay words. Other brackets, since not every desktop reads escapes. A lone & is left: desktops show it.
 */
function withoutMarkup(body: string): string {
  return body.replaceAll('<', '‹').replaceAll('>', '›');
}
