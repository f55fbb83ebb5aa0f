// Which icon file the tray shows. Pure, and small: the first icon is shown before anything else of the application is loaded.
import type { Severity } from '../model/severity';

export type TrayPlatform = 'linux' | 'darwin' | 'win32';
/** A severity; `waiting`: nothing is known yet. */
export type TrayMark = Severity | 'waiting';

/** An icon's name: a mark for a light or a dark panel, or as a macOS template image, which the system tints. */
export type TrayIcon = `${TrayMark}-${'light' | 'dark'}` | `${TrayMark}-Template`;

/** The icon of a mark. `dark`: the panel that holds it is dark. */
export function trayIcon(mark: TrayMark, platform: TrayPlatform, dark: boolean): TrayIcon {
  if (platform === 'darwin') return `${mark}-Template`;
  return `${mark}-${dark ? 'dark' : 'light'}`;
}

/**
 * Its file below the folder of icons (drawn by build/icons/make-icons.mjs). Windows and macOS find the `@2x` beside it. On Linux the
 * panel gets one bitmap and scales it, so there we choose: 44 pixels where the display is scaled, else 22.
 */
export function trayIconFile(icon: TrayIcon, platform: TrayPlatform, scaleFactor: number): string {
  if (platform !== 'linux') return `tray/${platform}/${icon}.png`;
  return `tray/linux/${icon}-${scaleFactor > 1.25 ? 44 : 22}.png`;
}
