// An ordinary window with one page of ours (the wizard, the account): made when it is wanted and gone when it is closed. It holds no
// state that matters: closing or killing it loses nothing.
import { BrowserWindow, type Session } from 'electron';
import { destroySoon } from './destroy.electron';
import { pageOrigin, pagePreferences } from './page';

export interface PageWindowOptions {
  /** The page, below our origin: `wizard/wizard.html`. */
  page: string;
  /** Absolute path of the built preload. */
  preload: string;
  packaged: boolean;
  /** The session of the window's page, asked for when a window is made. */
  session: () => Session;
  /** What is behind the page until it paints, by theme: `#rrggbb`. */
  background: () => string;
  /** The content's size to open with (px). */
  size: () => { width: number; height: number };
  least: { width: number; height: number };
  /** A person made it so large. */
  onResized?: (size: { width: number; height: number }) => void;
  onShown?: () => void;
  /** It was closed or minimised. */
  onHidden?: () => void;
}

export interface PageWindow {
  show: () => void;
  close: () => void;
  /** To the page, if there is one; a page that is made later starts with a snapshot. */
  send: (channel: string, message: unknown) => void;
  owns: (contents: Electron.WebContents) => boolean;
  /** Keeps the window out of screenshots and recordings, where the system can (not on Linux). */
  protect: (on: boolean) => void;
  /** The window, for a dialog of the system's over it. */
  window: () => BrowserWindow | null;
  /** In a moment, without asking the page: for a quit. */
  destroy: () => void;
}

const RESIZED_AFTER = 400;

/** Makes nothing yet: the first `show` makes the window. */
export function createPageWindow(options: PageWindowOptions): PageWindow {
  let window: BrowserWindow | null = null;
  let protect = false;
  let painted = false;
  let resizing: NodeJS.Timeout | undefined;
  /** What was sent before the page could hear; the last message of a channel is the one that counts. */
  const unheard = new Map<string, unknown>();

  function make(): BrowserWindow {
    const made = new BrowserWindow({
      ...options.size(),
      minWidth: options.least.width,
      minHeight: options.least.height,
      useContentSize: true,
      show: false,
      title: 'NineTray',
      autoHideMenuBar: true,
      fullscreenable: false,
      backgroundColor: options.background(),
      webPreferences: { ...pagePreferences(options.preload, options.packaged), session: options.session() },
    });
    made.setContentProtection(protect);
    painted = false;
    made.once('ready-to-show', () => {
      painted = true;
      for (const [channel, message] of unheard) made.webContents.send(channel, message);
      unheard.clear();
      made.show();
      options.onShown?.();
    });
    made.on('resize', () => {
      // Once per gesture, and not for each of its pixels.
      clearTimeout(resizing);
      if (made.isVisible() && !made.isMaximized()) resizing = setTimeout(() => resized(made), RESIZED_AFTER);
    });
    // Nobody looks at a window that is minimised.
    made.on('minimize', () => options.onHidden?.());
    made.on('restore', () => options.onShown?.());
    made.on('closed', () => {
      clearTimeout(resizing);
      unheard.clear();
      if (window === made) window = null;
      options.onHidden?.();
    });
    made.webContents.on('render-process-gone', () => made.destroy());
    // Fails only when the window is closed before the page is there; then there is nobody to tell.
    void made.loadURL(`${pageOrigin}/${options.page}`).catch(() => undefined);
    return made;
  }

  function resized(made: BrowserWindow): void {
    if (made.isDestroyed()) return;
    const [width = 0, height = 0] = made.getContentSize();
    options.onResized?.({ width, height });
  }

  return {
    show() {
      if (window === null) window = make();
      else {
        if (window.isMinimized()) window.restore();
        window.show();
        window.focus();
      }
    },
    close: () => window?.close(),
    send(channel, message) {
      if (painted) window?.webContents.send(channel, message);
      else if (window !== null) unheard.set(channel, message);
    },
    owns: (contents) => window !== null && window.webContents === contents,
    protect(on) {
      protect = on;
      window?.setContentProtection(on);
    },
    window: () => window,
    destroy: () => destroySoon(window),
  };
}
