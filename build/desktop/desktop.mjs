// A desktop of its own on Linux: X display, window manager, session bus, and by wish a tray, a panel and a keyring.
// Must not touch the desktop of the person who runs it; closing it ends every process that was started in it.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openNotifications } from './notifications.mjs';
import { endAll, marked, tree } from './processes.mjs';
import { openTray } from './tray.mjs';
import { waitFor } from './wait-for.mjs';

const services = '/usr/share/dbus-1/services';
/** What the bus may start by itself: the keyring's prompt, and the panel's settings. Never a keyring nobody asked for. */
const activatable = [
  'org.gnome.keyring.SystemPrompter.service',
  'org.gnome.keyring.PrivatePrompter.service',
  'org.xfce.Xfconf.service',
];

function busConfig(folder) {
  return `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=${folder}/bus</listen>
  <auth>EXTERNAL</auth>
  <servicedir>${folder}/services</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;
}

/**
 * Opens a desktop. `tray`: who shows items: a `watcher` of ours, a real `panel` (xfce4-panel), or `none`.
 * `notifications`: whether somebody shows notifications (`notifications` of the answer). `home`: 'own' gives it a home folder of its own, 'person' keeps the person's. `screen`: such as 1280x800.
 * `screenFile`: whether the display keeps its picture in a file (`screenFile` of the answer), for one that watches it closely.
 * @param {{ tray?: 'watcher' | 'panel' | 'none', notifications?: boolean, home?: 'own' | 'person', screen?: string, screenFile?: boolean }} [wishes]
 */
export async function openDesktop({
  tray: trayWish = 'watcher',
  notifications: notificationsWish = false,
  home: homeWish = 'own',
  screen = '1280x800',
  screenFile = false,
} = {}) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'ninetray-desktop-'));
  const mark = randomUUID();
  const home = homeWish === 'own' ? path.join(folder, 'home') : os.homedir();
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, NINETRAY_DESKTOP: mark, HOME: home };
  for (const name of ['WAYLAND_DISPLAY', 'DBUS_SESSION_BUS_ADDRESS', 'XDG_CURRENT_DESKTOP', 'XAUTHORITY'])
    delete env[name];
  Object.assign(env, { XDG_RUNTIME_DIR: path.join(folder, 'run'), XDG_SESSION_TYPE: 'x11', NO_AT_BRIDGE: '1' });
  if (homeWish === 'own') {
    env.XDG_CONFIG_HOME = path.join(home, '.config');
    env.XDG_DATA_HOME = path.join(home, '.local/share');
    env.XDG_CACHE_HOME = path.join(home, '.cache');
    env.XDG_STATE_HOME = path.join(home, '.local/state');
    for (const place of [env.XDG_CONFIG_HOME, env.XDG_DATA_HOME, env.XDG_CACHE_HOME])
      fs.mkdirSync(place, { recursive: true });
  }
  fs.mkdirSync(env.XDG_RUNTIME_DIR, { mode: 0o700 });
  const logFile = path.join(folder, 'desktop.log');
  const log = fs.openSync(logFile, 'a');
  /** @type {import('node:child_process').ChildProcess | null} */
  let keyring = null;
  let tray = null;
  /** @type {import('./notifications.mjs').Notifications | null} */
  let notifications = null;

  /** A process that ends with us even when we are killed, and that a Ctrl-C in our terminal does not reach before the application. */
  function start(command, args, stdio) {
    const child = spawn('setpriv', ['--pdeathsig', 'KILL', '--', command, ...args], { env, stdio, detached: true });
    child.once('error', (error) => fs.appendFileSync(logFile, `${command}: ${error.message}\n`));
    return child;
  }

  async function firstLine(child, stream, what) {
    let text = '';
    stream.on('data', (data) => {
      text += data;
    });
    return await waitFor(what, () => {
      if (child.exitCode !== null) throw new Error(`it ended: ${fs.readFileSync(logFile, 'utf8').slice(-2000)}`);
      return text.includes('\n') ? text.split('\n')[0].trim() : null;
    });
  }

  async function openDisplay() {
    const args = ['-displayfd', '3', '-screen', '0', `${screen}x24`, '-nolisten', 'tcp', '-noreset'];
    if (screenFile) args.push('-fbdir', folder);
    const server = start('Xvfb', args, ['ignore', 'ignore', log, 'pipe']);
    env.DISPLAY = `:${await firstLine(server, server.stdio[3], 'the X display')}`;
    const ready = path.join(folder, 'window-manager-ready');
    start('openbox', ['--sm-disable', '--startup', `touch ${ready}`], ['ignore', log, log]);
    await waitFor('the window manager', () => fs.existsSync(ready));
  }

  async function openBus() {
    fs.mkdirSync(path.join(folder, 'services'));
    for (const name of activatable) {
      const file = path.join(services, name);
      if (fs.existsSync(file)) fs.copyFileSync(file, path.join(folder, 'services', name));
    }
    const config = path.join(folder, 'bus.conf');
    fs.writeFileSync(config, busConfig(folder));
    const args = [`--config-file=${config}`, '--nofork', '--nopidfile', '--nosyslog', '--print-address=1'];
    const bus = start('dbus-daemon', args, ['ignore', 'pipe', log]);
    env.DBUS_SESSION_BUS_ADDRESS = await firstLine(bus, bus.stdout, 'the session bus');
  }

  async function openPanel() {
    fs.cpSync(path.join(import.meta.dirname, 'panel'), env.XDG_CONFIG_HOME, { recursive: true });
    start('xfce4-panel', ['--disable-wm-check'], ['ignore', log, log]);
    await waitFor('the panel', () => tray.owned('org.kde.StatusNotifierWatcher'));
  }

  async function runKeyring(password) {
    const unlock = password === null ? [] : ['--unlock'];
    const daemon = start(
      'gnome-keyring-daemon',
      ['--foreground', '--components=secrets', ...unlock],
      ['pipe', log, log],
    );
    daemon.stdin.on('error', () => {}); // a daemon that ended is told by what follows
    daemon.stdin.end(password ?? '');
    await waitFor('the keyring', () => tray.owned('org.freedesktop.secrets'));
    keyring = daemon;
  }

  async function stopKeyring() {
    if (keyring === null) return;
    const { pid } = keyring;
    keyring = null;
    await endAll(() => tree(pid));
    await waitFor('the keyring to end', async () => !(await tray.owned('org.freedesktop.secrets')));
  }

  /** Ends every process of this desktop and removes its folder. */
  async function close() {
    await tray?.close();
    await notifications?.close();
    await endAll(() => marked(`NINETRAY_DESKTOP=${mark}`));
    fs.closeSync(log);
    fs.rmSync(folder, { recursive: true, force: true });
  }

  try {
    await openDisplay();
    await openBus();
    tray = await openTray(env);
    if (trayWish === 'watcher') await tray.watch();
    if (trayWish === 'panel') await openPanel();
    if (notificationsWish) notifications = await openNotifications(env);
  } catch (error) {
    const said = fs.readFileSync(logFile, 'utf8').slice(-2000);
    await close();
    throw new Error(`${error.message}\n${said}`, { cause: error });
  }

  return {
    /** What a program needs in its environment to run on this desktop. */
    env,
    home,
    folder,
    /** The picture of the display as an X window dump, where that was wished. */
    screenFile: path.join(folder, 'Xvfb_screen0'),
    tray,
    /** What is shown to the person of this desktop; null where nobody shows it. */
    notifications,
    /**
     * The keyring of this desktop from now on. Its contents are kept from one state to the next.
     * @param {'unlocked' | 'locked' | 'absent'} state
     */
    async setKeyring(state, password = 'correct horse') {
      await stopKeyring();
      if (state === 'absent') return;
      const exists = fs.existsSync(path.join(env.XDG_DATA_HOME, 'keyrings', 'login.keyring'));
      if (state === 'unlocked' || !exists) await runKeyring(password);
      if (state === 'unlocked') return;
      if (!exists) await stopKeyring();
      await runKeyring(null);
    },
    /** Everything that runs here, by process id. */
    processes: () => marked(`NINETRAY_DESKTOP=${mark}`),
    close,
  };
}

/** @typedef {Awaited<ReturnType<typeof openDesktop>>} Desktop */
