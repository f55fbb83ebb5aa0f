// Listens on Linux's session bus for a screen lock, which Electron reports on macOS and Windows only.
// It holds a connection only while a secret of NineTray's is on the clipboard.
import type { Message } from '../../session-bus/dbus-message';
import { type Bus, busItself, type BusOptions } from '../../session-bus/session-bus';
import type { SecretClipboard } from './secret-clipboard';

export interface LockOptions {
  copyOnce: Pick<SecretClipboard, 'state' | 'subscribe'>;
  /** Connects to the session bus (`connectBus`); null when there is none. */
  connect: (hear: Pick<BusOptions, 'onSignal' | 'onClosed'>) => Promise<Bus | null>;
  onLocked: () => void;
}

/** The screen savers of the desktops: the common interface (KDE, Xfce and others), and those that have one of their own. */
const screenSavers = ['freedesktop', 'gnome', 'cinnamon', 'mate', 'xfce'].map(
  (desktop) => `org.${desktop}.ScreenSaver`,
);

/** Calls `onLocked` when a screen saver starts while a copy's countdown runs. Returns what ends it. */
export function watchLock({ copyOnce, connect, onLocked }: LockOptions): () => void {
  let close: (() => void) | null = null;

  function look(): void {
    const counts = copyOnce.state().clearsAt !== null;
    if (counts && close === null) close = listen(connect, onLocked);
    else if (!counts) end();
  }

  function end(): void {
    close?.();
    close = null;
  }

  const leave = copyOnce.subscribe(look);
  look();
  return () => {
    leave();
    end();
  };
}

function listen(connect: LockOptions['connect'], onLocked: () => void): () => void {
  let bus: Bus | null = null;
  let ended = false;

  function onSignal({ interface: from, member, body }: Message): void {
    const ours = member === 'ActiveChanged' && from !== null && screenSavers.includes(from);
    if (!ended && ours && body[0] === true) onLocked();
  }

  async function start(): Promise<void> {
    const connected = await connect({ onSignal, onClosed: () => undefined });
    if (ended) connected?.close();
    if (connected === null || ended) return;
    bus = connected;
    for (const name of screenSavers) {
      const rule = `type='signal',interface='${name}',member='ActiveChanged'`;
      await connected.call({ ...busItself, member: 'AddMatch', args: [rule] });
    }
  }

  void start();
  return () => {
    ended = true;
    bus?.close();
  };
}
