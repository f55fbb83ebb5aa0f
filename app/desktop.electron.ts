// The tray application: session, tray, windows and bridge, wired together. Loaded when the tray is already shown.
import { app, nativeTheme, type Rectangle } from 'electron';
import { MUTED_FOR } from './account/alerts/quiet';
import { listenToCalls } from './bridge/bridge.electron';
import { createHandlers } from './bridge/handlers';
import type { DemoSize } from './cli/arguments';
import { alertNotifications } from './desktop/alert-notifications';
import { callPorts } from './desktop/call-ports.electron';
import { controlAnswers } from './desktop/control-answers';
import { connectSessionBus } from './desktop/own-session-bus';
import type { GlobalShortcut } from './desktop/global-shortcut';
import { openGlobalShortcut } from './desktop/global-shortcut.electron';
import { holdQuitForLastTasks } from './desktop/last-tasks.electron';
import { wouldQuitLoseKey } from './desktop/quit-risk';
import { startAnnouncements } from './desktop/start-announcements';
import { LateUpdates } from './desktop/late-updates';
import { reportSystemEvents } from './desktop/system-events.electron';
import { trayActions } from './desktop/tray-actions';
import { displayInTray } from './desktop/tray-display.electron';
import { watchForTrayHost } from './desktop/tray-host';
import { type DesktopWindows, openDesktopWindows } from './desktop/windows.electron';
import { windowsAtStart } from './desktop/windows-at-start';
import { freeRequests } from './electron-33/free-requests.electron';
import type { Caller, ControlReply, ControlRequest } from './instance/control';
import { currentLanguage } from './language/current-language';
import type { Language } from './language/language';
import { readSystemLanguages } from './language/system-languages.electron';
import { languagesIn, readTranslation } from './language/translations';
import { copyText } from './key/clipboard/clipboard.electron';
import { clearAtLock } from './key/clipboard/clear-at-lock.electron';
import type { SessionHost } from './session/host/session-host';
import { systemClock } from './process/system-clock';
import { openCopyOnce, openSessionHost } from './session/host/session-host.electron';
import type { RotationEntry } from './model/rotation/rotation';
import { carryOverStartAtLogin, wasOpenedAtLogin } from './settings/login-item/login-item.electron';
import { setTextLanguage } from './texts/texts';
import { builtPath } from './process/build-paths.electron';
import type { TrayPlatform } from './tray/icon';
import type { TrayAction } from './tray/menu-model';
import type { TrayHandle } from './tray/tray.electron';
import type { Notifier } from './windows/notifications/notifier';
import { openNotifier } from './windows/notifications/notify.electron';
import { pageOrigin } from './windows/page/page';
import { guardQuit } from './windows/quit-guard.electron';

export interface DesktopOptions {
  tray: TrayHandle;
  platform: TrayPlatform;
  demo: DemoSize | null;
  /** Started with the user's session: no popover opens without a click. */
  hidden: boolean;
  /** The announcements of later starts that came before this was loaded. */
  earlyStarts: readonly unknown[];
  /** Whether later starts can find this one. */
  isReachable: boolean;
}

export interface Desktop {
  /** A click on the icon. */
  activate(bounds: Rectangle | null): void;
  /** The pointer has come over the icon. */
  hover(): void;
  /** An action of the tray's menu. */
  act(action: TrayAction): void;
  /** A request of a later start. */
  answer(request: ControlRequest, caller: Caller): Promise<ControlReply>;
}

/** What the parts below are wired over. */
interface Parts {
  session: SessionHost;
  windows: DesktopWindows;
  updates: LateUpdates;
  notifier: Notifier;
  /** The language that holds now. */
  language: () => Language;
  /** Its locale, for dates and amounts: BCP 47. */
  locale: () => string;
}

/** Runs the application; returns what a click on the tray and a request of a later start lead to. */
export function runDesktop(options: DesktopOptions): Desktop {
  const { tray, platform, demo } = options;
  const hidden = options.hidden || wasOpenedAtLogin();
  const parts = openParts(options);
  const { session, windows, locale } = parts;
  const display = displayInTray({ tray, store: session.store, platform, locale });
  const shortcut = watchShortcut(parts);
  const stopEvents = reportSystemEvents(session, systemClock, () => {
    display.renew();
    void parts.updates.tick();
  });
  listenToCalls({
    handlers: createHandlers(
      session,
      callPorts({ ...parts, now: systemClock.now, recordShortcut: shortcut.setRecording }),
    ),
    origin: pageOrigin,
    windowOf: (contents) => windows.windowOf(contents),
    onViolation: (what, call, threw) => session.note('odd call', { what, call, ...threw }),
  });
  const announceStart = listenToStarts(parts, options);
  const host = watchForTrayHost({
    platform,
    after: systemClock.after,
    connect: connectSessionBus,
    pid: process.pid,
    recreate: () => tray.recreate(),
    onShown: (shown) => session.hostState.setTrayShown(shown),
  });
  guardQuit({
    wouldLose: () => wouldQuitLoseKey(session.store.read().state),
    showSubject: () => {
      windows.wizard.show();
      return windows.wizard.window();
    },
    leave: () => {
      display.stop();
      stopEvents();
      host.stop();
      shortcut.release();
      parts.notifier.closeAll();
      session.stop();
      windows.destroy();
    },
  });
  app.on('quit', freeRequests);
  watchLoginItem(session);
  const opened: Promise<unknown> = demo === null ? session.open(!hidden) : session.startDemo();
  void showFirstWindows(parts, { ...options, hidden }, Promise.all([opened, host.known]));
  return {
    activate(bounds) {
      host.clicked();
      void windows.togglePopover(bounds);
    },
    hover: () => void windows.preparePopover(),
    act: trayActions({
      isKeyRefused: () => session.store.read().state.key.status === 'refused',
      openView: (view) => void windows.openPopover(view),
      openAccount: (area, request) => windows.openAccount(area, request),
      replaceRefusedKey: () => openWizard(parts, 'refused'),
      regenerate: () => openWizard(parts, 'on-purpose'),
      refresh: () => void session.refresh(),
      switchSubAccount: (id, enabled) => void session.shown().subAccounts.switch(id, enabled),
      pauseGateway: (isPaused) => void session.shown().access.setPaused(isPaused),
      copyGatewayAddress: () => void copyText(session.shown().access.url() ?? ''),
      startDemo: () => void showDemo(parts),
      leaveDemo: () => void session.stopDemo(),
      quit: () => app.quit(),
    }),
    answer: controlAnswers({
      host: session,
      opened,
      updatesKnown: () => parts.updates.opened(),
      announceStart,
      clock: systemClock,
      locale,
    }),
  };
}

/** Opens the session and the windows over it. */
function openParts({ tray, platform, demo }: DesktopOptions): Parts {
  const copyOnce = openCopyOnce();
  const notifier = openNotifier();
  const locale = () => language().locale;
  const session: SessionHost = openSessionHost({
    demoSize: demo ?? 250,
    copyOnce,
    tell: alertNotifications({
      notifier,
      now: systemClock.now,
      locale,
      hideAmounts: () => session.store.read().state.settings.hideAmounts,
      isDemo: () => session.store.read().state.source.kind === 'demo',
      mute: () => muteNotifications(session),
      open: (place) => (place === 'wizard' ? openWizard(parts, 'refused') : windows.openAccount(place)),
    }),
  });
  const folder = builtPath('texts');
  let words: string | null = null;
  const language = currentLanguage({
    languages: languagesIn(folder),
    system: readSystemLanguages(),
    setting: () => session.store.read().state.settings.language,
    onChosen: (chosen) => {
      const translation = readTranslation(folder, chosen.language);
      words = translation?.json ?? null;
      setTextLanguage(chosen.locale, translation?.words);
      session.setDemoLanguage({ ...chosen, words: translation?.words ?? {} });
    },
  });
  clearAtLock(copyOnce);
  holdQuitForLastTasks(copyOnce);
  applyTheme(session);
  carryOverLoginItem(session);
  const windows = openDesktopWindows({
    session,
    clock: systemClock,
    platform,
    language,
    words: () => words,
    iconBounds: () => tray.bounds(),
  });
  const startedAt = systemClock.now();
  const updates = new LateUpdates(async () => {
    const { openUpdates } = await import('./updates/open-updates.electron');
    return openUpdates({ session, clock: systemClock, startedAt, canWrite: true });
  });
  session.store.subscribe(({ state }) => {
    updates.stateChanged();
    applyTheme(session);
    notifier.keepOnly(new Set(state.alerts.map(({ id }) => id)));
  });
  const parts = { session, windows, updates, notifier, language, locale };
  return parts;
}

/** The shortcut of the settings opens and hides the popover. */
function watchShortcut({ session, windows }: Parts): GlobalShortcut {
  const shortcut = openGlobalShortcut({
    onPressed: () => void windows.togglePopover(null),
    report: (problem) => session.hostState.setShortcutProblem(problem),
  });
  const apply = () => shortcut.set(session.store.read().state.settings.openShortcut);
  apply();
  session.store.subscribe(apply);
  windows.account.onClosed(() => shortcut.setRecording(false));
  return shortcut;
}

/** The login item names the program that runs now; its approval may change in the system's settings, beside our windows. */
function watchLoginItem(session: SessionHost): void {
  session.settingsChanges.renewLoginItem();
  session.hostState.checkLoginItem();
  if (process.platform === 'darwin') app.on('browser-window-focus', () => session.hostState.checkLoginItem());
}

function applyTheme({ store }: SessionHost): void {
  const { theme } = store.read().state.settings;
  if (nativeTheme.themeSource !== theme) nativeTheme.themeSource = theme;
}

function carryOverLoginItem(session: SessionHost): void {
  const carried = carryOverStartAtLogin(session.store.read().state.settings.startAtLogin);
  if (!carried.ok) session.note('start at login not carried over', { problem: carried.problem.kind });
  else if (carried.value !== null) session.note('start at login carried over', { entry: carried.value });
}

function muteNotifications({ store, settingsChanges }: SessionHost): void {
  const { alerts } = store.read().state.settings;
  void settingsChanges.change({ alerts: { ...alerts, mutedUntil: systemClock.now() + MUTED_FOR } });
}

function openWizard({ session, windows }: Parts, entry: RotationEntry): void {
  void session.shown().rotation.begin(entry);
  windows.wizard.show();
}

/** Shows the popover for each later start. Returns what takes an announcement of one. */
function listenToStarts({ session, windows }: Parts, { earlyStarts, isReachable }: DesktopOptions) {
  const announceStart = startAnnouncements((start) => {
    if (start.demo) void session.startDemo();
    void windows.openPopover();
  });
  app.on('second-instance', (_event, _argv, _folder, announcement) => announceStart(announcement));
  for (const announcement of earlyStarts) announceStart(announcement);
  if (!isReachable) session.note('not reachable for later starts', {});
  return announceStart;
}

async function showDemo({ session, windows }: Parts): Promise<void> {
  await session.startDemo();
  await windows.openPopover('home');
}

async function showFirstWindows(
  { session, windows }: Parts,
  { demo, hidden }: DesktopOptions,
  ready: Promise<unknown>,
): Promise<void> {
  await ready;
  const first = windowsAtStart({ isDemo: demo !== null, hidden, state: session.store.read().state });
  if (first.popover) void windows.openPopover();
  if (first.wizard) windows.wizard.show();
}
