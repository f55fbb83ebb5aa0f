// `npm start`: sees to what is needed, then runs the application, with every argument after `--` handed to it.
// Must print nothing of its own on stdout where the application answers there (`--status`, `--set-key`).
import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from './build.mjs';
import { openDesktop } from './desktop/desktop.mjs';
import { endAll, tree } from './desktop/processes.mjs';
import { picture, visibleWindows } from './desktop/screen.mjs';
import { menuText } from './desktop/tray.mjs';
import { until } from './desktop/until.mjs';
import { findElectron } from './electron/find-electron.mjs';
import { root } from './folders.mjs';
import { passOn } from './noise.mjs';
import { say } from './run.mjs';
import { ensureSystem } from './system.mjs';

const args = process.argv.slice(2);
const verbose = Boolean(process.env.NINETRAY_VERBOSE);
const linux = process.platform === 'linux';
/** Ways to use the application that show no window. */
const windowless = args.some((arg) => ['--status', '--set-key', '--help', '--version'].includes(arg));
const hasDisplay = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const ownDesktop = linux && !windowless && !hasDisplay;

function switches() {
  const list = [];
  if (linux && process.getuid() === 0) list.push('--no-sandbox');
  if (linux && windowless) list.push('--ozone-platform=headless');
  if (ownDesktop) list.push('--disable-gpu');
  return list;
}

/** A picture of the popover once it no longer changes; opens the popover when the application did not. */
async function takePicture(desktop, pid, file) {
  const popover = async () => (await visibleWindows(desktop.env, pid)).find(({ width }) => width > 200);
  const window = await until('a window', popover, 2000).catch(async () => {
    await desktop.tray.activate();
    return await until('the popover', popover);
  });
  await wait(700); // the picture is for a person: what fades in has come by then
  await picture(desktop.env, file, window.id);
}

/** Prints what the tray shows, again whenever it changes, until the application ends. */
async function showTray(desktop, child) {
  const file = path.join(root, 'out', 'popover.png');
  let shown = '';
  while (child.exitCode === null && child.signalCode === null) {
    const tooltip = await desktop.tray.tooltip();
    if (tooltip !== shown) {
      shown = tooltip;
      console.log(`\nThe tray shows: ${tooltip}\n\n${menuText(await desktop.tray.menu(), '  ')}\n`);
      await takePicture(desktop, child.pid, file);
      console.log(`The popover's picture: ${file}\nCtrl-C ends it.`);
    }
    await wait(2000);
  }
}

function outcome(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(signal === null ? code : 1));
  });
}

async function start() {
  await ensureSystem(ownDesktop ? ['libraries', 'desktop'] : ['libraries']);
  const electron = await findElectron();
  await build();
  const desktop = ownDesktop ? await openDesktop({ home: 'person' }) : null;
  if (desktop) say(`There is no display here, so NineTray runs on one of its own (${desktop.env.DISPLAY}).`);
  const child = spawn(electron.path, [...switches(), root, ...args], {
    cwd: process.cwd(),
    env: desktop?.env ?? process.env,
    stdio: ['inherit', 'inherit', verbose ? 'inherit' : 'pipe'],
  });
  if (child.stderr) passOn(child.stderr);
  let asked = 0;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      asked += 1;
      if (asked === 1) child.kill(signal);
      else if (linux) void endAll(() => tree(child.pid), 0);
      else child.kill('SIGKILL');
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

try {
  process.exitCode = await start();
} catch (error) {
  say(error.message);
  process.exitCode = 1;
}
