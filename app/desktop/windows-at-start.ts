import type { AppState } from '../model/state/app-state';

/** How the application was started, and what is known once the key was asked for and the tray had time to appear. */
export interface Start {
  isDemo: boolean;
  /** Started with the user's session: no popover opens without a click. */
  hidden: boolean;
  state: Pick<AppState, 'key' | 'platform' | 'rotation'>;
}

/** Which windows a start shows. */
export function windowsAtStart({ isDemo, hidden, state }: Start): { popover: boolean; wizard: boolean } {
  const { key, platform, rotation } = state;
  // Without a usable key the tray has nothing new to show; without a tray there is nothing else to see.
  const needsKey = key.status === 'absent' || key.status === 'unreadable';
  return {
    popover: !hidden && (isDemo || needsKey || !platform.trayShown),
    // A rotation that a quit or a crash interrupted is resumed; a receipt that was not read yet is shown.
    wizard: rotation.current !== null,
  };
}
