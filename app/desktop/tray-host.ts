// Whether a panel on Linux shows the icon.
import type { Clock } from '../model/clock';
import { type HostWatchOptions, watchTrayHost } from '../tray/host-linux';

/** How long a panel that is there takes to show a new icon, at most (ms). */
const PATIENCE = 1500;

export interface TrayHost {
  /** Resolves when a panel shows the icon, or when a panel that is there would have shown it. */
  known: Promise<void>;
  /** The icon was clicked: a panel shows it, whether or not it has said so yet. */
  clicked(): void;
  stop(): void;
}

export interface TrayHostOptions extends HostWatchOptions {
  platform: NodeJS.Platform;
  after: Clock['after'];
}

/** Calls `onShown` when a panel shows the icon, or no longer does. On other systems there always is a place for the icon. */
export function watchForTrayHost({ platform, after, onShown, ...options }: TrayHostOptions): TrayHost {
  if (platform !== 'linux') {
    onShown(true);
    return { known: Promise.resolve(), clicked: () => undefined, stop: () => undefined };
  }
  let settle: () => void = () => undefined;
  const known = new Promise<void>((resolve) => {
    settle = resolve;
    after(PATIENCE, resolve);
  });
  const report = (shown: boolean) => {
    onShown(shown);
    if (shown) settle();
  };
  const watch = watchTrayHost({ ...options, onShown: report });
  return { known, clicked: () => report(true), stop: () => watch.stop() };
}
