// Keeps the tray up to date with the state, the theme and the panel.
import { nativeTheme } from 'electron';
import type { ReadableStore } from '../state/published-store';
import { isXfce, panelIsDark, type TrayPlatform } from '../tray/icon';
import { watchXfcePanel } from '../tray/panel-linux';
import { isSystemDark } from '../tray/system-theme.electron';
import type { TrayHandle } from '../tray/tray.electron';
import { trayModel } from '../tray/tray-model';
import { connectSessionBus } from './own-session-bus';

/** How often the ages in the tooltip are renewed (ms). */
const AGES_EVERY = 60_000;

export interface TrayDisplayOptions {
  tray: TrayHandle;
  store: ReadableStore;
  platform: TrayPlatform;
  locale(): string;
}

/** Shows the state in the tray from now on. Returns what stops it. */
export function displayInTray({ tray, store, platform, locale }: TrayDisplayOptions): () => void {
  const desktop = process.env['XDG_CURRENT_DESKTOP'];
  let ownPanelDark: boolean | null = null;
  const show = () => {
    const dark = ownPanelDark ?? panelIsDark(platform, desktop, isSystemDark());
    tray.show(trayModel(store.read().state, platform, Date.now(), locale(), dark));
  };
  show();
  const unsubscribe = store.subscribe(show);
  nativeTheme.on('updated', show);
  const ages = setInterval(show, AGES_EVERY);
  const unwatchPanel = isXfce(platform, desktop)
    ? watchXfcePanel(connectSessionBus, (isDark) => {
        ownPanelDark = isDark;
        show();
      })
    : () => undefined;
  return () => {
    unsubscribe();
    clearInterval(ages);
    unwatchPanel();
  };
}
