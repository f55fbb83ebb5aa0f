// Whether a panel on Linux shows our icon, and what to do when it does not yet. Electron registers the icon once, when
// it is made: one made before the panel is there never appears, so it is made again. The policy is pure, and the
// watching needs only a socket.
import type { Message } from '../session-bus/dbus-message';
import { type Bus, busItself, type BusOptions } from '../session-bus/session-bus';

/** What was found on the bus. `host`: a panel that shows icons is there. `item`: ours is in its list. */
export interface HostSeen {
  host: boolean;
  item: boolean;
}

export interface HostPlan {
  shown: boolean;
  /** Make the icon again before looking again. */
  recreate: boolean;
  /** Check again after so many milliseconds; null: when the bus reports a change. */
  lookAgainIn: number | null;
}

/** A panel lists an icon some milliseconds after it was made; one that still has not after these tries never will. */
const patience = [400, 1000, 3000, 10_000] as const;

/**
 * What to do after a look. `looks`: how many looks in a row found a panel without our icon, this one not counted. The first of them may
 * only have been too early; after that the icon is made again, a few times, with growing pauses.
 */
export function hostPlan(seen: HostSeen, looks: number): HostPlan {
  if (!seen.host) return { shown: false, recreate: false, lookAgainIn: null };
  if (seen.item) return { shown: true, recreate: false, lookAgainIn: null };
  return { shown: false, recreate: looks > 0 && looks <= patience.length, lookAgainIn: patience[looks] ?? null };
}

export interface HostWatchOptions {
  /** Connects to the session bus (`connectBus`); null when there is none. */
  connect: (hear: Pick<BusOptions, 'onSignal' | 'onClosed'>) => Promise<Bus | null>;
  /** Whose icon to find: the process that made it. */
  pid: number;
  recreate: () => void;
  /** Called whenever it changes; it starts as false. */
  onShown: (shown: boolean) => void;
}

export interface HostWatch {
  shown: () => boolean;
  stop: () => void;
}

const watcher = 'org.kde.StatusNotifierWatcher';
const rules = [
  `type='signal',sender='org.freedesktop.DBus',interface='org.freedesktop.DBus',member='NameOwnerChanged',arg0='${watcher}'`,
  `type='signal',sender='${watcher}',interface='${watcher}',member='StatusNotifierHostRegistered'`,
];

/** Watches for as long as the session bus is there. Costs one socket, and no wake-up while no panel comes or goes. */
export function watchTrayHost({ connect, pid, recreate, onShown }: HostWatchOptions): HostWatch {
  let bus: Bus | null = null;
  let shown = false;
  let stopped = false;
  let looks = 0;
  let looking = 0;
  let again: NodeJS.Timeout | undefined;

  function say(now: boolean): void {
    if (now === shown) return;
    shown = now;
    onShown(now);
  }

  async function look(): Promise<void> {
    if (bus === null || stopped) return;
    clearTimeout(again);
    looking += 1;
    const mine = looking;
    const seen = await seenOn(bus, pid);
    // Something newer was heard while the bus was asked.
    if (mine !== looking || stopped) return;
    const plan = hostPlan(seen, looks);
    looks = seen.host && !seen.item ? looks + 1 : 0;
    if (plan.recreate) recreate();
    if (plan.lookAgainIn !== null) again = setTimeout(() => void look(), plan.lookAgainIn);
    say(plan.shown);
  }

  async function start(): Promise<void> {
    const onSignal = ({ member }: Message) => {
      if (member !== 'NameOwnerChanged' && member !== 'StatusNotifierHostRegistered') return;
      looks = 0;
      void look();
    };
    const onClosed = () => {
      bus = null;
      clearTimeout(again);
      if (!stopped) say(false);
    };
    const connected = await connect({ onSignal, onClosed });
    if (connected === null) return;
    if (stopped) return connected.close();
    bus = connected;
    for (const rule of rules) await connected.call({ ...busItself, member: 'AddMatch', args: [rule] });
    await look();
  }

  void start();
  return {
    shown: () => shown,
    stop() {
      stopped = true;
      clearTimeout(again);
      bus?.close();
    },
  };
}

async function seenOn(bus: Bus, pid: number): Promise<HostSeen> {
  const [present] = (await bus.call({ ...busItself, member: 'NameHasOwner', args: [watcher] })) ?? [];
  // Asked before anything is sent to the watcher itself, since a message to a name can start a service.
  if (present !== true) return { host: false, item: false };
  const property = (name: string) =>
    bus.call({
      destination: watcher,
      path: '/StatusNotifierWatcher',
      interface: 'org.freedesktop.DBus.Properties',
      member: 'Get',
      args: [watcher, name],
    });
  const [host] = (await property('IsStatusNotifierHostRegistered')) ?? [];
  if (host !== true) return { host: false, item: false };
  const [items] = (await property('RegisteredStatusNotifierItems')) ?? [];
  for (const item of Array.isArray(items) ? items : []) {
    // ":1.42/StatusNotifierItem", ":1.42@/StatusNotifierItem" (GNOME) or "org.kde.StatusNotifierItem-123-1", as the watcher likes it.
    const [name = ''] = String(item).split(/[/@]/);
    const [owner] = (await bus.call({ ...busItself, member: 'GetConnectionUnixProcessID', args: [name] })) ?? [];
    if (owner === pid) return { host: true, item: true };
  }
  return { host: true, item: false };
}
