// The windows of the application: what each shows, and what the session learns from them.
import { join } from 'node:path';
import { app, nativeTheme, type Rectangle, screen, session as electronSession, type WebContents } from 'electron';
import type { Push } from '../bridge/contract';
import type { AreaRequest } from '../model/lists/area-request';
import type { AreaId } from '../model/lists/areas';
import type { Clock } from '../model/clock';
import type { PopoverView } from '../model/popover-view';
import type { WindowName } from '../model/window-name';
import { protectsScreen } from '../key/screen-protection';
import type { Language } from '../language/language';
import { builtPath } from '../process/build-paths.electron';
import type { SessionHost } from '../session/host/session-host';
import type { TrayPlatform } from '../tray/icon';
import type { Screen } from '../windows/placement';
import { windowIconFile } from '../windows/page/window-icon';
import { confinePages, denyAll, openPageSession } from '../windows/page/page.electron';
import { createPageWindow, type PageWindow } from '../windows/page/page-window.electron';
import { Popover } from '../windows/popover/popover';
import { popoverAnchor } from '../windows/popover/popover-anchor';
import { popoverEdge, popoverMode } from '../windows/popover/popover-mode';
import { makePopoverWindow } from '../windows/popover/popover-window.electron';
import { createXServer } from '../windows/popover/x-server';
import { openPopoverReadiness, type PopoverReadiness } from './popover-readiness.electron';

export interface DesktopWindowsOptions {
  session: SessionHost;
  clock: Clock;
  platform: TrayPlatform;
  /** The language of pages that are loaded now. */
  language: () => Language;
  /** The words of that language, as JSON; null: English. */
  words: () => string | null;
  /** The icon's bounds, where the system reports them. */
  iconBounds(): Rectangle | null;
}

export interface DesktopWindows {
  wizard: PageWindow;
  account: PageWindow;
  hidePopover(): void;
  /** Shows the popover, at a view or as it is. */
  openPopover(view?: PopoverView): Promise<void>;
  /** A click on the icon: shows or hides the popover. */
  togglePopover(iconBounds: Rectangle | null): Promise<void>;
  /** The pointer is over the icon, and a click may follow: makes the popover's window. */
  preparePopover(): Promise<void>;
  /** Shows the account window, at an area or as it is. */
  openAccount(area: AreaId | null, request?: AreaRequest): void;
  /** Recreates the account window, at the language's setting, if its page has another language than is set. */
  renewAccount(): void;
  /** The window that shows these contents; null: none of them. */
  windowOf(contents: WebContents): WindowName | null;
  destroy(): void;
}

/** When the popover's session is made and the X server asked (ms after the start): the tray is up, and the first click waits for neither. */
const POPOVER_SESSION_AFTER = 500;
/** When the popover's window is made for a user who opens it often (ms after the start): nothing else starts then. */
const POPOVER_READY_AFTER = 5000;

// --window of renderer/ui/tokens.css.
const BACKGROUND = { dark: '#1a1a1d', light: '#f4f4f6' };

/** Makes the windows, none of which is shown yet, and keeps their state up to date. */
export function openDesktopWindows(options: DesktopWindowsOptions): DesktopWindows {
  const { session } = options;
  confinePages();
  denyAll(electronSession.defaultSession);
  const pages = pageOptions(options);
  const around = openSurroundings(options.platform);
  const isAnyVisible = () => popover.isVisible() || account.window()?.isMinimized() === false;
  const readiness = openPopoverReadiness(session, options.clock);
  const popover = createPopover(options, pages, around, readiness, {
    onShowing: () => popover.send('ninetray:state', session.store.read()),
    onShown: () => session.setVisible(true),
    onHidden: () => {
      readiness.opened();
      popover.send('ninetray:hidden', {} satisfies Push<'hidden'>);
      session.setListVisible(false);
      session.setVisible(isAnyVisible());
    },
  });
  const wizard = createPageWindow({
    ...pages.window('wizard'),
    size: () => ({ width: 760, height: 660 }),
    least: { width: 560, height: 480 },
    screen: currentScreen,
    after: options.clock.after,
  });
  const account: PageWindow = createPageWindow({
    ...pages.window('account'),
    size: () => session.store.read().state.settings.accountWindow,
    least: { width: 640, height: 480 },
    screen: currentScreen,
    after: options.clock.after,
    onResized: (size) => void session.settingsChanges.change({ accountWindow: size }),
    onShown: () => session.setVisible(true),
    onHidden: () => session.setVisible(isAnyVisible()),
  });
  account.onClosed(() => session.shown().services.bulk.cancelPreview());
  let popoverLanguage = options.language();
  let accountLanguage = options.language();
  session.store.subscribe((snapshot) => {
    if (popoverLanguage !== options.language()) popover.renew();
    popoverLanguage = options.language();
    // A hidden popover gets the newest state when it is shown.
    if (popover.isVisible()) popover.send('ninetray:state', snapshot);
    wizard.send('ninetray:state', snapshot);
    account.send('ninetray:state', snapshot);
    wizard.protect(protectsScreen(snapshot.state.rotation.current, false));
  });
  const cancelPreparing = options.clock.after(POPOVER_SESSION_AFTER, () => {
    pages.window('popover').session();
    void around.update();
  });
  const cancelReady = options.clock.after(POPOVER_READY_AFTER, () => popover.keepReady());
  const stopReadiness = readiness.onChanged(() => popover.keepReady());
  const showArea = (area: AreaId | null, request?: AreaRequest) => {
    if (area !== null) account.send('ninetray:area', { area, ...request } satisfies Push<'area'>);
  };
  return {
    wizard,
    account,
    hidePopover: () => popover.hide(),
    async openPopover(view) {
      await around.update();
      // The window is made while the pointer's place is asked for.
      popover.prepare();
      popover.show(await around.anchor(options.iconBounds()));
      if (view !== undefined) popover.send('ninetray:view', { view } satisfies Push<'view'>);
    },
    async togglePopover(iconBounds) {
      await around.update();
      popover.prepare();
      popover.toggle(await around.anchor(iconBounds ?? options.iconBounds()));
    },
    async preparePopover() {
      if (!readiness.isPreparedOnHover()) return;
      await around.update();
      popover.prepare();
    },
    openAccount(area, request) {
      if (account.window() === null) accountLanguage = options.language();
      account.show();
      showArea(area, request);
    },
    renewAccount() {
      if (accountLanguage === options.language()) return;
      accountLanguage = options.language();
      account.renew();
      showArea('settings', { section: 'appearance' });
    },
    windowOf: (contents) => ownerOf(contents, { popover, wizard, account }),
    destroy() {
      cancelPreparing();
      cancelReady();
      stopReadiness();
      around.close();
      popover.destroy();
      wizard.destroy();
      account.destroy();
    },
  };
}

type Owners = Record<WindowName, { owns(contents: WebContents): boolean }>;

function ownerOf(contents: WebContents, { popover, wizard, account }: Owners): WindowName | null {
  if (popover.owns(contents)) return 'popover';
  if (wizard.owns(contents)) return 'wizard';
  return account.owns(contents) ? 'account' : null;
}

const currentScreen = (): Screen => ({ cursor: screen.getCursorScreenPoint(), displays: screen.getAllDisplays() });

/** What the windows' pages have in common. */
function pageOptions({ session, platform, language, words }: DesktopWindowsOptions) {
  const icon = windowIconFile(platform);
  const devServer = app.isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null);
  const snapshot = () => JSON.stringify(session.store.read());
  const server = { folder: builtPath('renderer'), snapshot, language, words, devServer };
  return {
    window: (name: WindowName) => ({
      page: `${name}/${name}.html`,
      preload: builtPath('preload/preload.cjs'),
      packaged: app.isPackaged,
      icon: icon === null ? null : builtPath(join('icons', icon)),
      background: () => (nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light),
      session: () => openPageSession(name, server),
    }),
  };
}

/** What the popover depends on of the desktop. On Linux the X server knows it. */
function openSurroundings(platform: TrayPlatform) {
  const xServer = platform === 'linux' ? createXServer(process.env['DISPLAY']) : null;
  const scaleFactor = () => screen.getPrimaryDisplay().scaleFactor;
  let hasCompositor = false;
  return {
    /** Asks whether a compositor runs, before a window is made or shown. */
    async update() {
      if (xServer !== null) hasCompositor = await xServer.hasCompositor();
    },
    edge: () => popoverEdge(platform, hasCompositor),
    /** What the popover is beside; null: not known. */
    anchor: (icon: Rectangle | null) =>
      popoverAnchor({ icon, pointer: async () => (await xServer?.pointer()) ?? null, scaleFactor }),
    declareShadow: (handle: Buffer, margin: number) =>
      void xServer?.declareShadow(handle, Math.round(margin * scaleFactor())),
    close: () => xServer?.close(),
  };
}

function createPopover(
  { session, clock, platform }: DesktopWindowsOptions,
  pages: ReturnType<typeof pageOptions>,
  around: ReturnType<typeof openSurroundings>,
  readiness: PopoverReadiness,
  events: { onShowing(): void; onShown(): void; onHidden(): void },
): Popover {
  const size = () => session.store.read().state.settings.popover;
  return new Popover({
    ...events,
    clock,
    size,
    makeWindow: (look, windowEvents) =>
      makePopoverWindow({ ...pages.window('popover'), onShadow: around.declareShadow }, look, windowEvents),
    edge: around.edge,
    mode: () =>
      popoverMode({
        platform,
        trayShown: session.store.read().state.platform.trayShown,
        sessionType: process.env['XDG_SESSION_TYPE'],
        waylandDisplay: process.env['WAYLAND_DISPLAY'],
      }),
    screen: currentScreen,
    readiness: readiness.now,
    onResized: (changed) => void session.settingsChanges.change({ popover: changed }),
  });
}
