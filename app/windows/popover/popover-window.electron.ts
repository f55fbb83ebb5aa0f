// The popover's window on the screen; app/windows/popover/popover.ts decides when it is shown.
import { BrowserWindow, type Session } from 'electron';
import { destroySoon } from '../destroy.electron';
import { pageOrigin, pagePreferences } from '../page/page';
import type { PopoverLook, PopoverWindow, PopoverWindowEvents } from './popover';
import { roundedShape } from './rounded-shape';

export interface PopoverWindowOptions {
  /** The page, below our origin: `popover/popover.html`. */
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
}

/** The radius of --radius-window in renderer/ui/tokens.css. */
const RADIUS = 10;

/** Makes the window, hidden, and loads its page. */
export function makePopoverWindow(
  options: PopoverWindowOptions,
  { mode, size, edge }: PopoverLook,
  events: PopoverWindowEvents,
): PopoverWindow {
  const isBesideIcon = mode === 'beside-icon';
  const window = new BrowserWindow({
    ...size,
    show: false,
    useContentSize: true,
    minWidth: 320,
    minHeight: 400,
    title: 'NineTray',
    ...(options.icon === null ? {} : { icon: options.icon }),
    frame: !isBesideIcon,
    alwaysOnTop: isBesideIcon,
    // Does nothing on Linux (Electron 33 to 45), where panels list the popover while it is open.
    skipTaskbar: isBesideIcon,
    minimizable: !isBesideIcon,
    maximizable: false,
    fullscreenable: false,
    autoHideMenuBar: true,
    backgroundColor: options.background(),
    webPreferences: { ...pagePreferences(options.preload, options.packaged), session: options.session() },
  });
  const { webContents } = window;
  window.once('ready-to-show', events.onLoaded);
  window.on('blur', () => {
    if (!webContents.isDevToolsFocused()) events.onBlurred();
  });
  window.on('show', events.onShown);
  window.on('hide', events.onHidden);
  const round = () => {
    if (edge === 'line') window.setShape(roundedShape(window.getBounds(), RADIUS));
  };
  round();
  window.on('resize', () => {
    round();
    const [width = 0, height = 0] = window.getContentSize();
    events.onResized({ width, height });
  });
  window.on('closed', events.onClosed);
  webContents.on('render-process-gone', () => {
    if (!window.isDestroyed()) events.onCrashed();
  });
  // Fails only when the window is closed before the page has loaded; then nothing is left to do.
  void window.loadURL(`${pageOrigin}/${options.page}?edge=${edge}`).catch(() => undefined);
  return {
    isVisible: () => window.isVisible(),
    setBounds: (bounds) => window.setBounds(bounds),
    show() {
      window.show();
      window.focus();
    },
    hide: () => window.hide(),
    send: (channel, message) => webContents.send(channel, message),
    owns: (contents) => window.webContents === contents,
    destroy: () => window.destroy(),
    destroySoon: () => destroySoon(window),
  };
}
