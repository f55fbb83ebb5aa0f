// Keeps the tray up to date with the state, the theme and the panel.
import { nativeTheme } from 'electron';
import type { ReadableStore } from '../state/published-store';
import { watchColorScheme } from '../tray/color-scheme-linux';
import type { TrayPlatform } from '../tray/icon';
import { isXfce, nothingReported, panelIsDark } from '../tray/panel-brightness';
import { watchXfcePanel } from '../tray/panel-linux';
import { isSystemDark } from '../tray/system-theme.electron';
import type { TrayHandle } from '../tray/tray.electron';
import { trayModel } from '../tray/tray-model';
import { connectSessionBus } from './own-session-bus';

export interface TrayDisplayOptions {
  tray: TrayHandle;
  store: ReadableStore;
  platform: TrayPlatform;
  locale(): string;
}

export interface TrayDisplay {
  /** Shows the state as of now: the ages in the tooltip grow. */
  renew(): void;
  stop(): void;
}

/** Shows the state in the tray from now on. */
export function displayInTray({ tray, store, platform, locale }: TrayDisplayOptions): TrayDisplay {
  const desktop = process.env['XDG_CURRENT_DESKTOP'];
  let reported = nothingReported;
  const show = () => {
    const { state } = store.read();
    const { trayIcon: chosen } = state.settings;
    const dark = panelIsDark({ platform, desktop, chosen, reported, systemDark: isSystemDark() });
    tray.show(trayModel(state, platform, Date.now(), locale(), dark));
  };
  show();
  const unsubscribe = store.subscribe(show);
  nativeTheme.on('updated', show);
  const report = (what: keyof typeof reported) => (isDark: boolean | null) => {
    reported = { ...reported, [what]: isDark };
    show();
  };
  const stopWatching = [
    ...(platform === 'linux' ? [watchColorScheme(connectSessionBus, report('colorScheme'))] : []),
    ...(isXfce(platform, desktop) ? [watchXfcePanel(connectSessionBus, report('panel'))] : []),
  ];
  return {
    renew: show,
    stop() {
      unsubscribe();
      nativeTheme.off('updated', show);
      for (const stop of stopWatching) stop();
    },
  };
}
