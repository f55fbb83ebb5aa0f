// `npm start`: checks that what is needed is there, then runs the application, with every argument after `--` handed to
// it. It must print nothing on stdout where the application answers there (`--status`, `--set-key`): scripts read it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from './build.mjs';
import { openDesktop } from './desktop/desktop.mjs';
import { endAll, tree } from './desktop/processes.mjs';
import { picture, visibleWindows } from './desktop/screen.mjs';
import { menuText } from './desktop/tray.mjs';
import { waitFor } from './desktop/wait-for.mjs';
import { findElectron } from './electron/find-electron.mjs';
import { root } from './paths.mjs';
import { passOn } from './stderr-filter.mjs';
import { say } from './run.mjs';
import { ensureSystem, suggestForSystem } from './system.mjs';

const args = process.argv.slice(2);
const verbose = Boolean(process.env.NINETRAY_VERBOSE);
const linux = process.platform === 'linux';
/** Ways to use the application that show no window. */
const windowless =
  ['run', 'key', 'access', 'gateway', 'places'].includes(args[0]) ||
  args.some((arg) => ['--status', '--set-key', '--help', '--version'].includes(arg));
const hasDisplay = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const ownDesktop = linux && !windowless && !hasDisplay;

function switches() {
  const list = [];
  if (linux && process.getuid() === 0) list.push('--no-sandbox');
  if (linux && windowless) list.push('--ozone-platform=headless');
  if (ownDesktop) list.push('--disable-gpu');
  return list;
}

/** A picture of the popover; a click on the icon opens it where the application did not, again where it was too early. */
async function takePicture(desktop, pid, file) {
  let patience = Date.now() + 3000;
  const window = await waitFor('the popover', async () => {
    const seen = (await visibleWindows(desktop.env, pid)).find(({ width }) => width > 200);
    if (seen === undefined && Date.now() > patience) {
      patience = Date.now() + 3000;
      await desktop.tray.activate();
    }
    return seen;
  });
  await wait(700); // animations have ended by then
  await picture(desktop.env, file, window.id);
}

/** Prints what the tray shows, again whenever it changes, until the application ends; the menu only when it says new things. */
async function showTray(desktop, child) {
  const file = path.join(root, 'out', 'popover.png');
  let shown = '';
  let shape = '';
  while (child.exitCode === null && child.signalCode === null) {
    const tooltip = await desktop.tray.tooltip();
    if (tooltip !== shown) {
      shown = tooltip;
      console.log(`\nThe tray shows: ${tooltip}`);
      const menu = menuText(await desktop.tray.menu(), '  ');
      const words = menu.replaceAll(/\d[\d.,:]*/g, '#');
      if (words !== shape) console.log(`\n${menu}`);
      shape = words;
      await takePicture(desktop, child.pid, file);
      console.log(`\nThe popover's picture: ${file}\nCtrl-C ends it.`);
    }
    await wait(2000);
  }
}

async function endNow(child) {
  if (linux) await endAll(() => tree(child.pid), 0);
  else child.kill('SIGKILL');
}

function outcome(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(signal === null ? code : 1));
  });
}

async function start() {
  await ensureSystem(ownDesktop ? ['libraries', 'desktop'] : ['libraries']);
  // A virtual desktop has no user to notify.
  if (hasDisplay && !windowless) await suggestForSystem(['notifications'], 'Notifications');
  const electron = await findElectron();
  await build();
  const desktop = ownDesktop ? await openDesktop({ home: 'user' }) : null;
  if (desktop) say(`There is no display here, so NineTray runs on one of its own (${desktop.env.DISPLAY}).`);
  const child = spawn(electron.path, [...switches(), root, ...args], {
    cwd: process.cwd(),
    env: desktop?.env ?? process.env,
    stdio: ['inherit', 'inherit', verbose ? 'inherit' : 'pipe'],
    // In a group of its own, so that a signal reaches it once, from here: two at once make Chromium abort.
    detached: process.platform !== 'win32',
  });
  if (child.stderr) passOn(child.stderr);
  // One Ctrl-C can arrive several times (from the terminal, and from npm); only a later one is a second request.
  let asked = 0;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (asked === 0) child.kill(signal);
      else if (Date.now() - asked > 1000) void endNow(child);
      asked ||= Date.now();
    });
  }
  try {
    const ended = outcome(child);
    if (desktop) {
      const shown = showTray(desktop, child).catch((error) => {
        if (child.exitCode === null && asked === 0) say(`The tray could not be read: ${error.message}`);
      });
      await Promise.race([ended, shown]);
    }
    const code = await ended;
    return asked > 0 ? 0 : code;
  } finally {
    await desktop?.close();
  }
}

/** `run … -- COMMAND`: the ninetray command asks for a token through this file, and becomes the command in this terminal. */
async function runCommand() {
  // It would print among what the command prints.
  await build();
  const child = spawn('/bin/sh', [path.join(root, 'build/package/bin/ninetray'), ...args], { stdio: 'inherit' });
  // A Ctrl-C reaches the command from the terminal itself; what was sent to this process alone is passed on.
  process.on('SIGINT', () => undefined);
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  const [code, signal] = await once(child, 'exit');
  if (signal === null) return code;
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
  return 1;
}

try {
  if (process.platform !== 'win32' && args[0] === 'run' && args.includes('--')) process.exit(await runCommand());
  // Whatever still watches the tray can stop.
  process.exit(await start());
} catch (error) {
  say(error.message);
  process.exit(1);
}
