// The tray application: session, tray, popover and bridge, wired together. Loaded when the tray is already up. Decides nothing.
import { builtPath } from './process/build-paths.electron';
import { app, nativeTheme, net, powerMonitor, type Rectangle, screen, session as electronSession } from 'electron';
import type { AppState } from './model/app-state';
import type { AreaId } from './model/areas';
import { listenToCalls } from './bridge/bridge.electron';
import type { Push, PushName } from './bridge/contract';
import { createHandlers } from './bridge/handlers';
import type { DemoSize } from './cli/arguments';
import { endsWithin, runCommand } from './cli/commands';
import type { ControlReply, ControlRequest } from './instance/control';
import { clearAtEnd } from './key/clipboard/clear-at-end.electron';
import { copyText, readClipboardText } from './key/clipboard/clipboard.electron';
import { chooseFile, saveKeyToChosenFile, saveToChosenFile } from './key/key-file.electron';
import { wouldLoseKey } from './key/rotation/rotation-queries';
import { protectsScreen } from './key/screen-protection';
import { isOnThisComputer } from './settings/address';
import { freeRequests } from './electron-33/free-requests.electron';
import { clock, openCopyOnce, openSessionHost } from './session/session.electron';
import type { TrayAction } from './tray/menu-model';
import { watchTrayHost } from './tray/host-linux';
import { isXfce, panelIsDark, type TrayPlatform } from './tray/icon';
import { watchXfcePanel } from './tray/panel-linux';
import { isSystemDark } from './tray/system-theme.electron';
import { notificationsOf, type NotificationText, testNotification } from './texts/alerts';
import { listWords } from './texts/lists';
import { apiCheckFileWords, apiCheckText } from './texts/api-check';
import { fileDate } from './texts/file-date';
import { keyFileWords, listFileWords, receiptFileWords } from './texts/save';
import { trayModel } from './tray/tray-model';
import { type Bus, type BusOptions, busPath, connectBus } from './session-bus/session-bus';
import type { TrayHandle } from './tray/tray.electron';
import { openExternal, openKeyPage } from './windows/external.electron';
import { pageOrigin } from './windows/page';
import { confinePages, denyAll, openPageSession } from './windows/page.electron';
import { popoverMode } from './windows/popover-mode';
import { watchFile } from './settings/watch-file';
import { openNotifier } from './windows/notify.electron';
import { createPointer } from './windows/pointer-linux';
import { createPopover } from './windows/popover.electron';
import { createPageWindow } from './windows/page-window.electron';
import { guardQuit } from './windows/quit-guard.electron';

export interface DesktopOptions {
  tray: TrayHandle;
  platform: TrayPlatform;
  demo: DemoSize | null;
  /** Started with the session: no window of its own accord. */
  hidden: boolean;
  /** What second starts said before this was loaded. */
  earlyStarts: readonly unknown[];
  /** Whether later starts can find this one. */
  isReachable: boolean;
}

/** How often Electron is asked whether there is a network (ms); it has no event for it. */
const ONLINE_EVERY = 20_000;
/** How long a panel that is there takes to show a new icon, at most (ms). */
const HOST_PATIENCE = 1500;
/** How often the ages in the tooltip are renewed (ms). */
const AGES_EVERY = 60_000;

/** How long a terminal command waits for the figures and, right after the start, for the keyring (ms). */
const COMMAND_LIMITS = { read: 13_000, keyring: 4000 };

/** Runs the application; returns what a click on the tray and a request of a later start lead to. */
export function runDesktop({ tray, platform, demo, hidden, earlyStarts, isReachable }: DesktopOptions): {
  activate(bounds: Rectangle | null): void;
  act(action: TrayAction): void;
  answer(request: ControlRequest): Promise<ControlReply>;
} {
  const copyOnce = openCopyOnce();
  const notifier = openNotifier();
  const session = openSessionHost({
    demoSize: demo ?? 250,
    copyOnce,
    tell: (alerts) => {
      const { hideAmounts } = store.read().state.settings;
      for (const told of notificationsOf(alerts, Date.now(), locale, hideAmounts))
        void notifier.show(told, () => openPlace(told.place));
    },
  });
  clearAtEnd(copyOnce);
  const { store } = session;
  // The page's own (navigator.language). What the system prefers may be "C", which Intl refuses.
  const locale = app.getLocale();
  const applyTheme = ({ settings }: AppState) => {
    if (nativeTheme.themeSource !== settings.theme) nativeTheme.themeSource = settings.theme;
  };
  applyTheme(store.read().state);

  confinePages();
  denyAll(electronSession.defaultSession);
  const devServer = app.isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null);
  const pageServer = { folder: builtPath('renderer'), snapshot: () => JSON.stringify(store.read()), devServer };

  // --window of renderer/ui/tokens.css.
  const background = () => (nativeTheme.shouldUseDarkColors ? '#1a1a1d' : '#f4f4f6');
  const pages = { preload: builtPath('preload/preload.cjs'), packaged: app.isPackaged, background };
  const popover = createPopover({
    ...pages,
    page: 'popover/popover.html',
    session: () => openPageSession('popover', pageServer),
    manner: () =>
      popoverMode({
        platform,
        trayShown: store.read().state.platform.trayShown,
        sessionType: process.env['XDG_SESSION_TYPE'],
        waylandDisplay: process.env['WAYLAND_DISPLAY'],
      }),
    size: () => store.read().state.settings.popover,
    onResized: (size) => void session.settingsChanges.change({ popover: size }),
    onShown: () => {
      send('state', store.read());
      session.setVisible(true);
    },
    onHidden: () => {
      session.setListVisible(false);
      session.setVisible(accountWindow.window()?.isMinimized() === false);
    },
  });
  const wizard = createPageWindow({
    ...pages,
    page: 'wizard/wizard.html',
    session: () => openPageSession('wizard', pageServer),
    size: () => ({ width: 760, height: 660 }),
    least: { width: 560, height: 480 },
  });
  const accountWindow = createPageWindow({
    ...pages,
    page: 'account/account.html',
    session: () => openPageSession('account', pageServer),
    size: () => store.read().state.settings.accountWindow,
    least: { width: 640, height: 480 },
    onResized: (size) => void session.settingsChanges.change({ accountWindow: size }),
    onShown: () => session.setVisible(true),
    onHidden: () => {
      session.setVisible(popover.isVisible());
      // Minimised, it still waits for what is read.
      if (accountWindow.window() === null) session.shown().services.bulk.cancelPreview();
    },
  });
  const openAccount = (area: AreaId | null) => {
    accountWindow.show();
    if (area !== null) accountWindow.send('ninetray:area', { area });
  };
  const openPlace = (place: NotificationText['place']) => {
    if (place === 'wizard') getGoingAgain();
    else openAccount(place);
  };
  const getGoingAgain = () => {
    void session.shown().rotation.begin('refused');
    wizard.show();
  };
  function send<N extends PushName>(name: N, message: Push<N>): void {
    popover.send(`ninetray:${name}`, message);
  }

  const pointer = platform === 'linux' ? createPointer(process.env['DISPLAY']) : null;
  /** The icon's bounds; on Linux, where they are not told, those of the pointer that has just clicked it. */
  const anchor = async (): Promise<Rectangle | null> => {
    const bounds = tray.bounds();
    if (bounds !== null) return bounds;
    const place = (await pointer?.read()) ?? null;
    if (place === null) return null;
    const { scaleFactor } = screen.getPrimaryDisplay();
    return { x: Math.round(place.x / scaleFactor), y: Math.round(place.y / scaleFactor), width: 1, height: 1 };
  };
  // The window is made while the pointer's place is asked for.
  const openPopover = async () => {
    popover.prepare();
    popover.show(await anchor());
  };
  const openView = async (view: Push<'view'>['view']) => {
    await openPopover();
    send('view', { view });
  };
  const togglePopover = async (bounds: Rectangle | null) => {
    popover.prepare();
    popover.toggle(bounds ?? (await anchor()));
  };

  let ownPanelDark: boolean | null = null;
  const showTray = () => {
    const dark = ownPanelDark ?? panelIsDark(platform, process.env['XDG_CURRENT_DESKTOP'], isSystemDark());
    tray.show(trayModel(store.read().state, platform, Date.now(), locale, dark));
  };
  showTray();
  store.subscribe((snapshot) => {
    applyTheme(snapshot.state);
    showTray();
    // A hidden window gets the newest state when it is shown.
    if (popover.isVisible()) send('state', snapshot);
    wizard.send('ninetray:state', snapshot);
    accountWindow.send('ninetray:state', snapshot);
    wizard.protect(protectsScreen(snapshot.state.rotation.current, false));
    notifier.keepOnly(new Set(snapshot.state.alerts.map(({ id }) => id)));
  });
  nativeTheme.on('updated', showTray);
  const unwatchPanel = isXfce(platform, process.env['XDG_CURRENT_DESKTOP'])
    ? watchXfcePanel(connectSessionBus, (isDark) => {
        ownPanelDark = isDark;
        showTray();
      })
    : () => undefined;
  const ages = setInterval(showTray, AGES_EVERY);

  const watchNetwork = () => {
    const { origin } = store.read().state.source;
    session.setOnline(isOnThisComputer(origin) || net.isOnline());
  };
  watchNetwork();
  const network = setInterval(watchNetwork, ONLINE_EVERY);
  const power = () => session.setPower({ onBattery: powerMonitor.isOnBatteryPower(), metered: false });
  powerMonitor.on('on-battery', power);
  powerMonitor.on('on-ac', power);
  powerMonitor.on('resume', () => session.woke());

  const later = (ms: number, run: () => void) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  };
  const unwatch = watchFile(
    app.getPath('userData'),
    'settings.json',
    later,
    () => void session.settingsChanges.reread(),
  );

  listenToCalls({
    handlers: createHandlers(session, {
      readClipboard: readClipboardText,
      openPage: openExternal,
      hideWindow: () => popover.hide(),
      openDashboard: () => openKeyPage(session.demoDashboard()),
      openAccount,
      openPopover: (view) => void openView(view),
      copyText,
      chooseListFile: (list) =>
        chooseFile(accountWindow.window(), listFileWords(listWords(list).title, fileDate(Date.now()))),
      saveApiCheck: () => {
        const text = apiCheckText(store.read().state.apiCheck, Date.now(), locale);
        return saveToChosenFile(accountWindow.window(), apiCheckFileWords(fileDate(Date.now())), text);
      },
      testNotification: () => notifier.show({ ...testNotification, ids: [] }, () => openAccount('alerts')),
      showWizard: () => wizard.show(),
      closeWizard: () => wizard.close(),
      saveKey: (text) => saveKeyToChosenFile(wizard.window(), keyFileWords, text),
      saveReceipt: (finishedOn, text) => saveToChosenFile(wizard.window(), receiptFileWords(finishedOn), text),
      locale: () => locale,
      quit: () => app.quit(),
    }),
    origin: pageOrigin,
    windowOf(contents) {
      if (popover.owns(contents)) return 'popover';
      if (wizard.owns(contents)) return 'wizard';
      return accountWindow.owns(contents) ? 'account' : null;
    },
    onViolation: (what, call) => session.note('odd call', { what, call }),
  });

  const act = (action: TrayAction) => {
    switch (action.type) {
      case 'open':
        void openView('home');
        return;
      case 'account':
        openAccount(null);
        return;
      case 'settings':
        void openView('settings');
        return;
      case 'enter-key':
        // A refused key has a way of its own; without one, the first key is asked for.
        if (store.read().state.key.status === 'refused') {
          getGoingAgain();
        } else void openView('key');
        return;
      case 'panic':
        accountWindow.show();
        accountWindow.send('ninetray:area', { area: 'subAccounts', ask: 'panic' } satisfies Push<'area'>);
        return;
      case 'refresh':
        void session.refresh();
        return;
      case 'switch':
        session.shown().subAccounts.switch(action.id, action.enabled);
        return;
      case 'leave-demo':
        void session.stopDemo();
        return;
      case 'quit':
        app.quit();
        return;
      default:
        action satisfies never;
    }
  };

  const starts = new Set<unknown>();
  const show = ({ id, demo: withDemo }: { id: unknown; demo: unknown }) => {
    // A start is announced by Chromium's lock, by our own socket, or by both.
    if (starts.has(id)) return;
    starts.add(id);
    if (withDemo === true) void session.startDemo();
    void openPopover();
  };
  const heardStart = (data: unknown) =>
    show({ id: Symbol('unnamed'), demo: null, ...(typeof data === 'object' ? data : null) });
  app.on('second-instance', (_event, _argv, _folder, data) => heardStart(data));
  for (const data of earlyStarts) heardStart(data);
  if (!isReachable) session.note('not reachable for later starts', {});

  guardQuit({
    wouldLose: () => {
      const { rotation, source } = store.read().state;
      return source.kind !== 'demo' && wouldLoseKey(rotation.current);
    },
    beforeAsking: () => wizard.show(),
    leave: () => {
      clearInterval(ages);
      clearInterval(network);
      unwatch();
      unwatchPanel();
      host?.stop();
      pointer?.close();
      notifier.closeAll();
      session.stop();
      popover.destroy();
      wizard.destroy();
      accountWindow.destroy();
    },
  });
  app.on('quit', freeRequests);

  // Elsewhere there always is a place for the icon.
  const host = platform === 'linux' ? watchHost(tray, (shown) => session.setTrayShown(shown)) : null;
  if (host === null) session.setTrayShown(true);
  const opened: Promise<unknown> = demo === null ? session.open(!hidden) : session.startDemo();
  const begin = async () => {
    await opened;
    await host?.known;
    const { key, platform: place } = store.read().state;
    // Without a key that can be used the tray has nothing new to show; without a tray there is nothing else to see.
    const needsUser = key.status === 'absent' || key.status === 'unreadable';
    const somethingToShow = demo !== null || needsUser || !place.trayShown;
    if (!hidden && somethingToShow) void openPopover();
    // A rotation that a quit or a crash interrupted goes on where it was; a receipt that nobody has read is shown.
    if (store.read().state.rotation.current !== null) wizard.show();
  };
  void begin();
  return {
    activate: (bounds) => void togglePopover(bounds),
    act,
    async answer(request) {
      if (request.command === 'show') {
        show(request);
        return { exitCode: 0, out: '', json: '', problem: '' };
      }
      await endsWithin(COMMAND_LIMITS.keyring, opened, clock);
      return runCommand(request, {
        host: session,
        stays: true,
        clock,
        readLimit: COMMAND_LIMITS.read,
        isDemoWanted: false,
        locale,
      });
    },
  };
}

async function connectSessionBus(hear: Pick<BusOptions, 'onSignal' | 'onClosed'>): Promise<Bus | null> {
  const path = busPath(process.env);
  return path === null ? null : connectBus({ path, uid: process.getuid?.() ?? 0, ...hear });
}

/** Looks for a panel that shows the icon. `known` resolves when one does, or when a panel that is there would have shown it. */
function watchHost(tray: TrayHandle, onShown: (shown: boolean) => void): { known: Promise<void>; stop(): void } {
  let settle: () => void = () => undefined;
  const known = new Promise<void>((resolve) => {
    settle = resolve;
    setTimeout(resolve, HOST_PATIENCE);
  });
  const watch = watchTrayHost({
    connect: connectSessionBus,
    pid: process.pid,
    recreate: () => tray.recreate(),
    onShown: (shown) => {
      onShown(shown);
      if (shown) settle();
    },
  });
  return { known, stop: () => watch.stop() };
}
