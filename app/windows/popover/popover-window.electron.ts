// The popover's window on the screen; app/windows/popover/popover.ts decides when it is shown.
import { BrowserWindow, type Session } from 'electron';
import { destroySoon } from '../destroy.electron';
import { pageOrigin, pagePreferences } from '../page/page';
import { marginOf, popoverSize, windowBounds, windowSize } from './popover-margin';
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
  /** A window is shown, or was resized, whose outermost pixels, so many at each edge, are its shadow. */
  onShadow: (handle: Buffer, margin: number) => void;
}

/** The radius of --radius-window in renderer/ui/tokens.css. */
const RADIUS = 10;

/** Makes the window, hidden, and loads its page. */
export function makePopoverWindow(
  options: PopoverWindowOptions,
  { mode, size, least: leastSize, edge }: PopoverLook,
  events: PopoverWindowEvents,
): PopoverWindow {
  const isBesideIcon = mode === 'beside-icon';
  const hasShadow = edge === 'shadow';
  const margin = marginOf(edge);
  const least = windowSize(leastSize, margin);
  const window = new BrowserWindow({
    ...windowSize(size, margin),
    show: false,
    useContentSize: true,
    minWidth: least.width,
    minHeight: least.height,
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
    transparent: hasShadow,
    backgroundColor: hasShadow ? '#00000000' : options.background(),
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
  // Chromium removes what was declared before the window is shown (seen on Electron 33), so it is repeated.
  const declareShadow = () => {
    if (hasShadow) options.onShadow(window.getNativeWindowHandle(), margin);
  };
  window.on('show', declareShadow);
  window.on('resize', () => {
    round();
    declareShadow();
    const [width = 0, height = 0] = window.getContentSize();
    events.onResized(popoverSize({ width, height }, margin));
  });
  window.on('closed', events.onClosed);
  webContents.on('render-process-gone', () => {
    if (!window.isDestroyed()) events.onCrashed();
  });
  // Fails only when the window is closed before the page has loaded; then nothing is left to do.
  void window.loadURL(`${pageOrigin}/${options.page}?edge=${edge}`).catch(() => undefined);
  return {
    isVisible: () => window.isVisible(),
    setBounds: (bounds) => window.setBounds(windowBounds(bounds, margin)),
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
