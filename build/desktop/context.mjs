// What the parts of a desktop share: its folder, its environment, its log, and how they start processes.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { endAll, marked } from './processes.mjs';
import { waitFor } from './wait-for.mjs';

/** Variables of the user's desktop that would lead a program of ours there. */
const foreignVariables = ['WAYLAND_DISPLAY', 'DBUS_SESSION_BUS_ADDRESS', 'XDG_CURRENT_DESKTOP', 'XAUTHORITY'];

/** The XDG folders below `home`; all but the one for state are created. */
function ownFolders(home) {
  const folders = {
    XDG_CONFIG_HOME: path.join(home, '.config'),
    XDG_DATA_HOME: path.join(home, '.local/share'),
    XDG_CACHE_HOME: path.join(home, '.cache'),
  };
  for (const folder of Object.values(folders)) fs.mkdirSync(folder, { recursive: true });
  return { ...folders, XDG_STATE_HOME: path.join(home, '.local/state') };
}

/** The first line that `child` writes to `stream`. Throws with the end of the log if the process ends before that. */
async function firstLine(child, stream, what, logFile) {
  let text = '';
  stream.on('data', (data) => {
    text += data;
  });
  return await waitFor(what, () => {
    if (child.exitCode !== null) throw new Error(`it ended: ${fs.readFileSync(logFile, 'utf8').slice(-2000)}`);
    return text.includes('\n') ? text.split('\n')[0].trim() : null;
  });
}

/**
 * Another user, whose desktop it is. For root only.
 * @typedef {{ uid: number, gid: number, home: string }} DesktopUser
 */

/** The folders of an own home, and to whom they belong. */
function prepareHome(home, folder, user) {
  const folders = ownFolders(home);
  if (user === null) return folders;
  for (const owned of [folder, path.join(home, '.local'), ...Object.values(folders)])
    if (fs.existsSync(owned)) fs.chownSync(owned, user.uid, user.gid);
  return folders;
}

/**
 * The folder and environment of a new desktop. `home`: 'own' creates a home folder inside the desktop's folder, 'user' keeps the user's.
 * @param {'own' | 'user'} home
 * @param {DesktopUser | null} [user] whose processes they are, and whose home it has
 */
export function createContext(home, user = null) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'ninetray-desktop-'));
  const mark = randomUUID();
  const homeFolder = user?.home ?? (home === 'own' ? path.join(folder, 'home') : os.homedir());
  const identity = user === null ? [] : ['--reuid', String(user.uid), '--regid', String(user.gid), '--clear-groups'];
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, NINETRAY_DESKTOP: mark, HOME: homeFolder };
  for (const name of foreignVariables) delete env[name];
  Object.assign(env, { XDG_RUNTIME_DIR: path.join(folder, 'run'), XDG_SESSION_TYPE: 'x11', NO_AT_BRIDGE: '1' });
  fs.mkdirSync(env.XDG_RUNTIME_DIR, { mode: 0o700 });
  if (home === 'own') Object.assign(env, prepareHome(homeFolder, folder, user));
  if (user !== null) fs.chownSync(env.XDG_RUNTIME_DIR, user.uid, user.gid);
  const logFile = path.join(folder, 'desktop.log');
  const log = fs.openSync(logFile, 'a');
  const processes = () => marked(`NINETRAY_DESKTOP=${mark}`);

  return {
    folder,
    home: homeFolder,
    /** What a program needs in its environment to run on this desktop. The display and the bus add their addresses. */
    env,
    log,
    /** The end of the log. */
    logTail: () => fs.readFileSync(logFile, 'utf8').slice(-2000),
    /**
     * Starts a process that ends with us, even when we are killed. It is detached, so a Ctrl-C in our terminal doesn't reach it before the application.
     * @param {string} command
     * @param {string[]} args
     * @param {import('node:child_process').StdioOptions} stdio
     */
    start(command, args, stdio) {
      const child = spawn('setpriv', [...identity, '--pdeathsig', 'KILL', '--', command, ...args], {
        env,
        stdio,
        detached: true,
      });
      child.once('error', (error) => fs.appendFileSync(logFile, `${command}: ${error.message}\n`));
      return child;
    },
    /** The first line that a process writes to `stream`; throws if it ends before that. `what` is named when it takes too long. */
    firstLine: (child, stream, what) => firstLine(child, stream, what, logFile),
    /** The ids of all processes of this desktop. */
    processes,
    /** Ends every process of this desktop and removes its folder. */
    async close() {
      await endAll(processes);
      fs.closeSync(log);
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** @typedef {ReturnType<typeof createContext>} DesktopContext */
