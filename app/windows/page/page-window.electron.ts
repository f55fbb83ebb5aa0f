// An ordinary window with one page of ours (the wizard, the account): made when it is first shown, and gone when it is closed. It holds no
// state that matters: closing or killing it loses nothing.
import { BrowserWindow, type Session } from 'electron';
import type { Clock } from '../../model/clock';
import { destroySoon } from '../destroy.electron';
import { fittingSize, type Screen } from '../placement';
import { pageOrigin, pagePreferences } from './page';
import { createPageMessages } from './page-messages';
import { createResizeReports } from './resize-reports';

export interface PageWindowOptions {
  /** The page, below our origin: `wizard/wizard.html`. */
  page: string;
  /** Absolute path of the built preload. */
  preload: string;
  packaged: boolean;
  /** Absolute path of the window's icon; null: the application's own (macOS). */
  icon: string | null;
  /** The session of the window's page, asked for when a window is made. */
  session: () => Session;
  /** What is behind the page until it paints, by theme: `#rrggbb`. */
  background: () => string;
  /** The content's size to open with (px). */
  size: () => { width: number; height: number };
  /** The least that its content may be made; less on a display that is smaller. */
  least: { width: number; height: number };
  screen: () => Screen;
  after: Clock['after'];
  /** The user gave the window this size. */
  onResized?: (size: { width: number; height: number }) => void;
  onShown?: () => void;
  /** It was closed or minimised. */
  onHidden?: () => void;
}

export interface PageWindow {
  show: () => void;
  close: () => void;
  /** Recreates the window in the same place, for another page. Does nothing if there is none. */
  renew: () => void;
  /** To the page, if there is one; a page that is made later starts with a snapshot. */
  send: (channel: string, message: unknown) => void;
  owns: (contents: Electron.WebContents) => boolean;
  /** From now on `run` is called when the window was closed. */
  onClosed: (run: () => void) => void;
  /** Keeps the window out of screenshots and recordings, where the system can (not on Linux). */
  protect: (on: boolean) => void;
  /** The window, for a dialog of the system's over it. */
  window: () => BrowserWindow | null;
  /** In a moment, without asking the page: for a quit. */
  destroy: () => void;
}

/** Makes nothing yet: the first `show` makes the window. */
export function createPageWindow(options: PageWindowOptions): PageWindow {
  let window: BrowserWindow | null = null;
  let isProtected = false;
  const closed: (() => void)[] = [];
  const messages = createPageMessages((channel, message) => window?.webContents.send(channel, message));
  const resizes = createResizeReports(options.after, (size) => options.onResized?.(size));

  function make(): BrowserWindow {
    const screen = options.screen();
    const least = fittingSize(options.least, screen);
    const made = new BrowserWindow({
      // The system does not make a window smaller, whose buttons would be outside.
      ...fittingSize(options.size(), screen),
      minWidth: least.width,
      minHeight: least.height,
      useContentSize: true,
      show: false,
      title: 'NineTray',
      ...(options.icon === null ? {} : { icon: options.icon }),
      autoHideMenuBar: true,
      fullscreenable: false,
      backgroundColor: options.background(),
      webPreferences: { ...pagePreferences(options.preload, options.packaged), session: options.session() },
    });
    made.setContentProtection(isProtected);
    messages.reset();
    made.once('ready-to-show', () => {
      messages.loaded();
      made.show();
      options.onShown?.();
    });
    made.on('resize', () => {
      const [width = 0, height = 0] = made.getContentSize();
      if (made.isVisible() && !made.isMaximized()) resizes.resized({ width, height });
    });
    // A minimised window is not visible to the user.
    made.on('minimize', () => options.onHidden?.());
    made.on('restore', () => options.onShown?.());
    made.on('closed', () => {
      // It was recreated: another one is in its place.
      if (window !== made) return;
      resizes.cancel();
      messages.reset();
      window = null;
      options.onHidden?.();
      for (const run of closed) run();
    });
    made.webContents.on('render-process-gone', () => made.destroy());
    // Fails only when the window is closed before the page has loaded; then nothing is left to do.
    void made.loadURL(`${pageOrigin}/${options.page}`).catch(() => undefined);
    return made;
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
    renew() {
      if (window === null) return;
      const old = window;
      resizes.cancel();
      window = make();
      window.setContentBounds(old.getContentBounds());
      destroySoon(old);
    },
    send(channel, message) {
      if (window !== null) messages.send(channel, message);
    },
    owns: (contents) => window !== null && window.webContents === contents,
    onClosed: (run) => void closed.push(run),
    protect(on) {
      isProtected = on;
      window?.setContentProtection(on);
    },
    window: () => window,
    destroy: () => destroySoon(window),
  };
}
