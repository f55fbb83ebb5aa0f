// The composition root. First the tray, which needs almost nothing; then, loaded while it already shows, everything else.
// Decides nothing.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { app } from 'electron';
import { type Command, readArguments } from './cli/arguments';
import { createTray } from './tray/tray.electron';
import { registerScheme } from './windows/scheme.electron';

// In development the first bare word is the application's folder; what follows it is ours.
const from = app.isPackaged ? 1 : process.argv.findIndex((argument, i) => i > 0 && !argument.startsWith('-')) + 1;
const command = readArguments(process.argv.slice(from));

if (command.kind === 'desktop') startDesktop(command.demo);
else void startTerminal(command);

function startDesktop(demo: boolean): void {
  if (!app.requestSingleInstanceLock({ show: true, demo })) {
    // The one that runs shows its window.
    app.exit(0);
    return;
  }
  registerScheme();
  // Before anything is loaded: a second start that comes early must not be lost.
  const early: unknown[] = [];
  const heardEarly = (_event: unknown, _argv: unknown, _folder: unknown, data: unknown) => early.push(data);
  app.on('second-instance', heardEarly);
  // A tray application lives without a window.
  app.on('window-all-closed', () => undefined);
  if (process.platform === 'darwin') app.dock?.hide();
  void app.whenReady().then(async () => {
    const tray = createTray({ iconsDir: join(import.meta.dirname, '../icons'), platform: process.platform });
    const { runDesktop } = await import('./desktop.electron');
    app.off('second-instance', heardEarly);
    await runDesktop({ tray, demo, early });
  });
}

async function startTerminal(asked: Exclude<Command, { kind: 'desktop' }>): Promise<void> {
  if (process.platform === 'linux' && !hasDisplay() && !app.commandLine.hasSwitch('ozone-platform')) {
    // Chromium wants a display even where no window is shown, and takes this switch from the command line only.
    const { status } = spawnSync(process.execPath, [...process.argv.slice(1), '--ozone-platform=headless'], {
      stdio: 'inherit',
    });
    app.exit(status ?? 1);
    return;
  }
  if (process.platform === 'darwin') app.setActivationPolicy('prohibited');
  const { runTerminal } = await import('./cli/terminal.electron');
  await runTerminal(asked);
}

function hasDisplay(): boolean {
  return Boolean(process.env['DISPLAY']) || Boolean(process.env['WAYLAND_DISPLAY']);
}
