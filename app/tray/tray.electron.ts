// The icon in the panel: shows what app/tray/tray-model.ts returns, and reports what was clicked. It imports nothing
// that is not needed to show it: the icon is up before the rest of the application is loaded.
import { join } from 'node:path';
import { Menu, nativeImage, type Rectangle, screen, Tray } from 'electron';
import type { TrayAction, TrayMenuItem } from './menu-model';
import { type TrayIcon, trayIconFile, type TrayPlatform } from './icon';
import { menuTemplate, sameMenu } from './menu-template';
import type { TrayModel } from './tray-model';

export interface TrayOptions {
  platform: TrayPlatform;
  /** The folder that build/icons/make-icons.mjs filled (`out/icons`). */
  iconsDir: string;
  /** Shown at once, before there is a state. */
  firstIcon: TrayIcon;
  /** A click on the icon. The bounds are null where the system does not report them (Linux). */
  onActivate: (bounds: Rectangle | null) => void;
  /** The pointer has come over the icon, where the system reports it (not on Linux). */
  onHover: () => void;
  onAction: (action: TrayAction) => void;
}

export interface TrayHandle {
  show: (model: TrayModel) => void;
  /** Makes the icon again; a panel that started after us never sees the old one. */
  recreate: () => void;
  bounds: () => Rectangle | null;
  destroy: () => void;
}

/** Puts the icon into the panel. Call after `ready`. */
export function createTray({ platform, iconsDir, firstIcon, onActivate, onHover, onAction }: TrayOptions): TrayHandle {
  let icon = firstIcon;
  let tooltip = 'NineTray';
  let title = '';
  let menu: TrayMenuItem[] = [];
  let tray = make();

  function make(): Tray {
    const made = new Tray(image(icon));
    made.setToolTip(tooltip);
    if (platform === 'darwin') made.setTitle(title, { fontType: 'monospacedDigit' });
    if (menu.length > 0 && platform === 'linux') made.setContextMenu(electronMenu());
    made.on('click', () => onActivate(boundsOf(made)));
    if (platform !== 'linux') made.on('mouse-enter', onHover);
    // On Windows and macOS a menu that is set would open on the left button as well, or swallow the click.
    if (platform !== 'linux') made.on('right-click', () => made.popUpContextMenu(electronMenu()));
    return made;
  }

  function electronMenu(): Menu {
    return Menu.buildFromTemplate(menuTemplate(menu, act));
  }

  function act(action: TrayAction): void {
    onAction(action);
    // A click has ticked the item already, whatever its outcome; only a menu that is set again shows the real state.
    if (action.type === 'switch' && platform === 'linux') setImmediate(() => tray.setContextMenu(electronMenu()));
  }

  function image(name: TrayIcon): Electron.NativeImage {
    const scale = platform === 'linux' ? screen.getPrimaryDisplay().scaleFactor : 1;
    const loaded = nativeImage.createFromPath(join(iconsDir, trayIconFile(name, platform, scale)));
    loaded.setTemplateImage(platform === 'darwin');
    return loaded;
  }

  return {
    show(model) {
      if (model.icon !== icon) tray.setImage(image(model.icon));
      if (model.tooltip !== tooltip) tray.setToolTip(model.tooltip);
      if (model.title !== title && platform === 'darwin') tray.setTitle(model.title, { fontType: 'monospacedDigit' });
      const newMenu = !sameMenu(model.menu, menu);
      ({ icon, tooltip, title, menu } = model);
      if (newMenu && platform === 'linux') tray.setContextMenu(electronMenu());
    },
    recreate() {
      tray.destroy();
      tray = make();
    },
    bounds: () => boundsOf(tray),
    destroy: () => tray.destroy(),
  };
}

function boundsOf(tray: Tray): Rectangle | null {
  const bounds = tray.getBounds();
  return bounds.width > 0 && bounds.height > 0 ? bounds : null;
}
