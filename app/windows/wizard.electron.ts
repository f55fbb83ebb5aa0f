// The wizard's window: an ordinary one, made when it is wanted and gone when it is closed. It holds no state that matters: closing or
// killing it loses nothing.
import { BrowserWindow } from 'electron';
import { pageOrigin, pagePreferences } from './page';

export interface WizardOptions {
  /** The page, below our origin: `wizard/wizard.html`. */
  page: string;
  /** Absolute path of the built preload. */
  preload: string;
  packaged: boolean;
  /** What is behind the page until it paints, by theme: `#rrggbb`. */
  background: () => string;
}

export interface Wizard {
  show: () => void;
  close: () => void;
  /** To the page, if there is one; a page that is made later starts with a snapshot. */
  send: (channel: string, message: unknown) => void;
  owns: (contents: Electron.WebContents) => boolean;
  /** Keeps the window out of screenshots and recordings, where the system can (not on Linux). */
  protect: (on: boolean) => void;
  /** The window, for a dialog of the system's over it. */
  window: () => BrowserWindow | null;
  destroy: () => void;
}

/** Makes nothing yet: the first `show` makes the window. */
export function createWizard(options: WizardOptions): Wizard {
  let window: BrowserWindow | null = null;
  let protect = false;

  function make(): BrowserWindow {
    const made = new BrowserWindow({
      width: 760,
      height: 660,
      minWidth: 560,
      minHeight: 480,
      useContentSize: true,
      show: false,
      title: 'NineTray',
      autoHideMenuBar: true,
      fullscreenable: false,
      backgroundColor: options.background(),
      webPreferences: pagePreferences(options.preload, options.packaged),
    });
    made.setContentProtection(protect);
    made.once('ready-to-show', () => made.show());
    made.on('closed', () => {
      if (window === made) window = null;
    });
    made.webContents.on('render-process-gone', () => made.destroy());
    // Fails only when the window is closed before the page is there; then there is nobody to tell.
    void made.loadURL(`${pageOrigin}/${options.page}`).catch(() => undefined);
    return made;
  }

  return {
    show() {
      if (window === null) window = make();
      else {
        window.show();
        window.focus();
      }
    },
    close: () => window?.close(),
    send: (channel, message) => window?.webContents.send(channel, message),
    owns: (contents) => window !== null && window.webContents === contents,
    protect(on) {
      protect = on;
      window?.setContentProtection(on);
    },
    window: () => window,
    destroy: () => window?.destroy(),
  };
}
