// The application menu, which only macOS has, and the shortcuts of our windows. Electron's default menu offers reload and developer
// tools, and quits at Ctrl+Q.
import { app, BrowserWindow, Menu, type WebContents } from 'electron';
import { type Shortcut, shortcutOf } from './shortcuts';

/** Electron's zoom levels, each a fifth more than the one before; within 50 to 300 percent. */
const ZOOM = { step: 0.5, least: -3.5, most: 6 };

/** Before `ready`: later Electron has made its own menu. */
export function setMenuAndShortcuts(platform: NodeJS.Platform): void {
  Menu.setApplicationMenu(
    platform === 'darwin'
      ? Menu.buildFromTemplate([
          { role: 'appMenu' },
          { role: 'editMenu' },
          { role: 'window', submenu: [{ role: 'minimize' }, { role: 'zoom' }, { role: 'close' }] },
        ])
      : null,
  );
  app.on('web-contents-created', (_created, contents) => {
    contents.on('before-input-event', (event, input) => {
      const shortcut = shortcutOf(input, platform);
      if (shortcut === null) return;
      event.preventDefault();
      runShortcut(shortcut, contents);
    });
  });
}

function runShortcut(shortcut: Shortcut, contents: WebContents): void {
  switch (shortcut) {
    case 'zoom-in':
      contents.setZoomLevel(Math.min(ZOOM.most, contents.getZoomLevel() + ZOOM.step));
      return;
    case 'zoom-out':
      contents.setZoomLevel(Math.max(ZOOM.least, contents.getZoomLevel() - ZOOM.step));
      return;
    case 'zoom-reset':
      contents.setZoomLevel(0);
      return;
    case 'close':
      BrowserWindow.fromWebContents(contents)?.close();
      return;
    case 'quit':
      app.quit();
      return;
    default:
      shortcut satisfies never;
  }
}
