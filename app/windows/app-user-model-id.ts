// The name by which Windows groups NineTray's notifications, its tray icon and its taskbar buttons. For Windows only.

/** As in electron-builder.yml: the installer gives it to the shortcut that Windows looks for. */
export const installedId = 'io.github.ninetray';

/** The AppUserModelID. An application that is not packaged has no shortcut, and goes by its program as Electron advises. */
export function appUserModelId(isPackaged: boolean, program: string): string {
  return isPackaged ? installedId : program;
}
