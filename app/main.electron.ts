// The composition root. First the tray, which needs almost nothing; then, loaded while it already shows, everything
// else.
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { builtPath } from './process/build-paths.electron';
import { app, type Rectangle } from 'electron';
import { type Command, readArguments } from './cli/arguments';
import { choosePasswordStore } from './key/keyring/password-store.electron';
import { disableReporting } from './network-privacy/reporting.electron';
import { disableSpellChecker } from './network-privacy/spell-checker.electron';
import { profileProblem, useTemporaryProfile } from './instance/missed-profile.electron';
import type { StartData } from './startup/second-start.electron';
import type { StartProblem } from './model/start-problem';
import { betterTempFolder } from './instance/temp-folder';
import { hasSandbox } from './process/sandbox.electron';
import { judgeStart } from './startup/startup.electron';
import { cannotStartText } from './texts/start';
import { startupTexts } from './texts/startup';
import type { TrayAction } from './tray/menu-model';
import { trayIcon, type TrayPlatform } from './tray/icon';
import { nothingReported, panelIsDark } from './tray/panel-brightness';
import { isSystemDark } from './tray/system-theme.electron';
import { createTray } from './tray/tray.electron';
import { appUserModelId } from './windows/app-user-model-id';
import { setMenuAndShortcuts } from './windows/menu-and-shortcuts.electron';
import { registerPageScheme } from './windows/page/page.electron';

/** What the tray's clicks lead to, once it is loaded. */
interface Clicks {
  activate(bounds: Rectangle | null): void;
  hover(): void;
  act(action: TrayAction): void;
}

disableReporting();
disableSpellChecker();

const tempFolder = process.platform === 'win32' ? null : betterTempFolder(process.env['TMPDIR']);
if (tempFolder !== null) process.env['TMPDIR'] = tempFolder;

// In development the first bare word is the application's folder; what follows it is ours.
const from = app.isPackaged ? 1 : process.argv.findIndex((argument, i) => i > 0 && !argument.startsWith('-')) + 1;
const own = process.argv.slice(from);

const start = judgeStart(own);
// Electron holds `ready` back until this module has ended, and the switch counts only before it.
await choosePasswordStore();
if (start === 'keyring-helper') {
  void import('./electron-33/keyring-helper.electron').then(({ runKeyringHelper }) => runKeyringHelper());
} else if (start === 'application') {
  const command = readArguments(own);
  const problem = profileProblem();
  if (problem !== null && usesProfile(command)) refuseStart(problem, command.kind === 'desktop');
  else if (command.kind === 'desktop') startDesktop(command);
  else {
    // Chromium ends without a folder, and without a word.
    if (problem !== null) useTemporaryProfile();
    void startTerminal(command);
  }
}

function usesProfile({ kind }: Command): boolean {
  return kind !== 'help' && kind !== 'version' && kind !== 'wrong';
}

function refuseStart(problem: StartProblem, isDesktop: boolean): void {
  if (isDesktop) {
    useTemporaryProfile();
    void import('./startup/second-start.electron').then(({ refuse }) => refuse(problem));
    return;
  }
  // At once: without a display there is no `ready` to wait for.
  process.stderr.write(`${cannotStartText(problem)}\n`);
  app.exit(1);
}

function startDesktop(command: Extract<Command, { kind: 'desktop' }>): void {
  if (process.platform === 'win32') app.setAppUserModelId(appUserModelId(app.isPackaged, process.execPath));
  registerPageScheme();
  setMenuAndShortcuts(process.platform);
  const data: StartData = { demo: command.demo !== null, id: randomUUID() };
  const lock = () => app.requestSingleInstanceLock({ ...data });
  // Another one is asked first, where there is or was one.
  if (!existsSync(join(app.getPath('userData'), 'running.json')) && lock()) {
    runOnlyStart(command);
    return;
  }
  void import('./startup/second-start.electron').then(async ({ isOnlyStart }) => {
    if (await isOnlyStart(data, lock)) runOnlyStart(command);
  });
}

function runOnlyStart({ demo, hidden }: Extract<Command, { kind: 'desktop' }>): void {
  // Before anything is loaded: a second start, or a click, that comes early must not be lost.
  const earlyStarts: unknown[] = [];
  const heardEarly = (_event: unknown, _argv: unknown, _folder: unknown, data: unknown) => earlyStarts.push(data);
  app.on('second-instance', heardEarly);
  let clicks: Clicks | null = null;
  let earlyClick: Rectangle | null | undefined;
  // A tray application lives without a window.
  app.on('window-all-closed', () => undefined);
  if (process.platform === 'darwin') app.dock?.hide();
  void app.whenReady().then(async () => {
    if (!hasSandbox()) {
      const { isAgreedOrAsk } = await import('./startup/without-sandbox.electron');
      if (!(await isAgreedOrAsk())) {
        app.exit(0);
        return;
      }
    }
    const platform: TrayPlatform =
      process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux';
    const dark = panelIsDark({
      platform,
      desktop: process.env['XDG_CURRENT_DESKTOP'],
      // Settings are not read yet.
      chosen: 'automatic',
      reported: nothingReported,
      systemDark: isSystemDark(),
    });
    const tray = createTray({
      platform,
      iconsDir: builtPath('icons'),
      firstIcon: trayIcon('waiting', platform, dark),
      onActivate: (bounds) => {
        if (clicks === null) earlyClick = bounds;
        else clicks.activate(bounds);
      },
      onHover: () => clicks?.hover(),
      onAction: (action) => clicks?.act(action),
    });
    // Before the first schema is made.
    await import('./model/zod-without-eval');
    const [{ runDesktop }, { openControl }] = await Promise.all([
      import('./desktop.electron'),
      import('./instance/control.electron'),
    ]);
    // Before the profile is read: a command that writes to it checks for this one afterwards.
    let desktop: ReturnType<typeof runDesktop> | null = null;
    let started: () => void = () => undefined;
    const running = new Promise<void>((resolve) => (started = resolve));
    const isReachable = await openControl(async (request, caller) => {
      await running;
      if (desktop === null) throw new Error('not started');
      return desktop.answer(request, caller);
    });
    app.off('second-instance', heardEarly);
    desktop = runDesktop({ tray, platform, demo, hidden, earlyStarts, isReachable });
    started();
    clicks = desktop;
    if (earlyClick !== undefined) clicks.activate(earlyClick);
  });
}

async function startTerminal(command: Exclude<Command, { kind: 'desktop' }>): Promise<void> {
  if (process.platform === 'linux' && !hasDisplay() && !app.commandLine.hasSwitch('ozone-platform')) {
    // Chromium wants a display even where no window is shown, and takes this switch from the command line only.
    const again = [...process.argv.slice(1), '--ozone-platform=headless'];
    app.exit(spawnSync(process.execPath, again, { stdio: 'inherit' }).status ?? 1);
    return;
  }
  // Nothing is drawn, so no graphics driver need be asked, nor complain.
  app.disableHardwareAcceleration();
  if (process.platform === 'darwin') app.setActivationPolicy('prohibited');
  const needsKey = command.kind === 'set-key' || (command.kind === 'status' && command.demo === null);
  if (needsKey && !hasSandbox()) {
    const { isAgreed } = await import('./startup/without-sandbox.electron');
    if (!isAgreed()) {
      process.stderr.write(`${startupTexts.noSandboxInTerminal}\n`);
      app.exit(2);
      return;
    }
  }
  const { runTerminal } = await import('./cli/terminal.electron');
  await runTerminal(command);
}

function hasDisplay(): boolean {
  return Boolean(process.env['DISPLAY']) || Boolean(process.env['WAYLAND_DISPLAY']);
}
