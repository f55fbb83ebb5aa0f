// The popover's window: made, shown, hidden, forgotten. What a click means and where the window goes is decided in
// app/windows/toggle.ts and placement.ts. It holds no state that matters: closing or killing it loses nothing.
import { BrowserWindow, type Rectangle, screen, type Session } from 'electron';
import { destroySoon } from './destroy.electron';
import type { PopoverMode } from './popover-mode';
import { pageOrigin, pagePreferences } from './page';
import { placePopover } from './placement';
import { afterTrayClick } from './toggle';

export interface PopoverOptions {
  /** The page, below our origin: `popover/popover.html`. */
  page: string;
  /** Absolute path of the built preload. */
  preload: string;
  packaged: boolean;
  /** The session of the window's page, asked for when a window is made. */
  session: () => Session;
  /** `beside-icon`: frameless, on top, hides when it loses the focus. `window`: an ordinary small window with a frame. */
  manner: () => PopoverMode;
  /** The size to open with, as last remembered. */
  size: () => { width: number; height: number };
  /** What is behind the page until it paints, by theme: `#rrggbb`. */
  background: () => string;
  onResized: (size: { width: number; height: number }) => void;
  onShown: () => void;
  onHidden: () => void;
}

export interface Popover {
  /** A click on the icon: shows or hides. */
  toggle: (trayBounds: Rectangle | null) => void;
  show: (trayBounds?: Rectangle | null) => void;
  hide: () => void;
  /**
   * Makes the window without showing it, for a click whose place is still being asked for. It is forgotten after a minute.
   */
  prepare: () => void;
  /** To the page, if there is one, as soon as it listens; a page that is made later starts with a snapshot. */
  send: (channel: string, message: unknown) => void;
  isVisible: () => boolean;
  /** Whether a frame belongs to the window. */
  owns: (contents: Electron.WebContents) => boolean;
  /** In a moment, without asking the page: for a quit. */
  destroy: () => void;
}

/** How long a hidden window is kept: long enough for a second look, short enough that its 50 MB are free while nobody looks. */
const forgetAfter = 3 * 60_000;
const preparedFor = 60_000;
/** A page that crashes again and again must not be made again and again. */
const crashesPerMinute = 3;

/** Makes nothing yet: the first `show` makes the window. */
export function createPopover(options: PopoverOptions): Popover {
  let window: BrowserWindow | null = null;
  let madeAs: PopoverMode = 'beside-icon';
  let painted = false;
  let shown = false;
  let wantedAt: Rectangle | null | undefined;
  /** What was sent before the page could hear; the last message of a channel is the one that counts. */
  const unheard = new Map<string, unknown>();
  let blurredAt: number | null = null;
  let placed = { width: 0, height: 0 };
  let forgetting: NodeJS.Timeout | undefined;
  let resizing: NodeJS.Timeout | undefined;
  let crashes: number[] = [];

  function make(): BrowserWindow {
    madeAs = options.manner();
    const besideIcon = madeAs === 'beside-icon';
    const made = new BrowserWindow({
      ...options.size(),
      show: false,
      useContentSize: true,
      minWidth: 320,
      minHeight: 400,
      title: 'NineTray',
      frame: !besideIcon,
      alwaysOnTop: besideIcon,
      // Does nothing on Linux (Electron 33 to 45), where panels list the popover while it is open.
      skipTaskbar: besideIcon,
      minimizable: !besideIcon,
      maximizable: false,
      fullscreenable: false,
      autoHideMenuBar: true,
      backgroundColor: options.background(),
      webPreferences: { ...pagePreferences(options.preload, options.packaged), session: options.session() },
    });
    painted = false;
    made.once('ready-to-show', () => {
      painted = true;
      for (const [channel, message] of unheard) made.webContents.send(channel, message);
      unheard.clear();
      if (wantedAt !== undefined) reveal(made, wantedAt);
    });
    if (besideIcon) made.on('blur', () => blurred(made));
    made.on('show', () => {
      shown = true;
      options.onShown();
    });
    made.on('hide', hidden);
    made.on('resize', () => resized(made));
    made.on('closed', () => {
      if (window === made) forget();
    });
    made.webContents.on('render-process-gone', () => crashed(made));
    // Fails only when the window is closed before the page is there; then there is nobody to tell.
    void made.loadURL(`${pageOrigin}/${options.page}`).catch(() => undefined);
    return made;
  }

  function reveal(made: BrowserWindow, trayBounds: Rectangle | null): void {
    wantedAt = undefined;
    if (madeAs === 'beside-icon') {
      const place = placePopover({
        trayBounds,
        cursor: screen.getCursorScreenPoint(),
        displays: screen.getAllDisplays(),
        size: options.size(),
      });
      placed = place;
      made.setBounds(place);
    }
    made.show();
    made.focus();
  }

  function show(trayBounds: Rectangle | null = null): void {
    // A panel that came or went since makes another window of it; one that is open stays as it is.
    if (window !== null && !window.isVisible() && madeAs !== options.manner()) window.destroy();
    wantedAt = trayBounds;
    window ??= make();
    clearTimeout(forgetting);
    if (painted) reveal(window, trayBounds);
  }

  function hide(): void {
    wantedAt = undefined;
    window?.hide();
  }

  function forgetIn(delay: number): void {
    clearTimeout(forgetting);
    forgetting = setTimeout(() => window?.destroy(), delay);
  }

  function hidden(): void {
    forgetIn(forgetAfter);
    shown = false;
    options.onHidden();
  }

  function blurred(made: BrowserWindow): void {
    // Hiding takes the focus as well, and says so a second time.
    if (!made.isVisible() || made.webContents.isDevToolsFocused()) return;
    blurredAt = Date.now();
    hide();
  }

  function resized(made: BrowserWindow): void {
    const [width = 0, height = 0] = made.getContentSize();
    // What placement or a small display did is not the person's wish.
    if (!made.isVisible() || (width === placed.width && height === placed.height)) return;
    placed = { width, height };
    // Once per gesture, and not for each of its pixels.
    clearTimeout(resizing);
    resizing = setTimeout(() => options.onResized({ width, height }), 400);
  }

  function forget(): void {
    clearTimeout(forgetting);
    window = null;
    painted = false;
    unheard.clear();
    if (shown) options.onHidden();
    shown = false;
  }

  function crashed(made: BrowserWindow): void {
    if (made.isDestroyed()) return;
    const wanted = made.isVisible() || wantedAt !== undefined;
    const now = Date.now();
    crashes = [...crashes.filter((at) => Math.abs(now - at) < 60_000), now];
    made.destroy();
    if (wanted && crashes.length <= crashesPerMinute) show();
  }

  return {
    toggle(trayBounds) {
      const visible = window?.isVisible() ?? false;
      const todo = afterTrayClick({ visible, blurredAt }, Date.now());
      if (todo === 'show') show(trayBounds);
      if (todo === 'hide') hide();
    },
    show,
    hide,
    prepare() {
      if (window !== null) return;
      window = make();
      forgetIn(preparedFor);
    },
    send(channel, message) {
      if (painted) window?.webContents.send(channel, message);
      else if (window !== null) unheard.set(channel, message);
    },
    isVisible: () => window?.isVisible() ?? false,
    owns: (contents) => window !== null && window.webContents === contents,
    destroy: () => destroySoon(window),
  };
}
