// The applications that are compared: a bare one, NineTray, and optionally other applications and other builds of
// NineTray; how each is started and ended.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { endAll, tree } from '../build/desktop/processes.mjs';
import { waitFor } from '../build/desktop/wait-for.mjs';
import { root } from '../build/paths.mjs';
import { buildName } from './options.mjs';
import { now } from './screen.mjs';

const floor = path.join(import.meta.dirname, 'floor');

/**
 * `kept`: NineTray that keeps its popover's window ready. Only its first opening is measured.
 * @typedef {'bare' | 'peer' | 'ninetray' | 'kept'} Kind
 */

/**
 * `executable`: of a packaged application, which brings its own Electron; null: `folder` runs on the one that is shared.
 * `hasRatio`: the table shows how many times the first application's figures are its own.
 * @typedef {object} Application
 * @property {string} id
 * @property {string} title
 * @property {Kind} kind
 * @property {boolean} hasRatio
 * @property {string} folder
 * @property {string | null} executable
 * @property {Record<string, string>} env
 */

/**
 * @param {string} origin of the demo's server, which NineTray reads from
 * @param {string} built the folder of the build that is measured
 * @param {Pick<import('./options.mjs').Options, 'against' | 'peers'>} others folders with another build each
 * (`package.json` and `out/`), and other applications
 * @returns {Application[]} the base of all ratios first
 */
export function applications(origin, built, { against, peers }) {
  const ninetray = { kind: 'ninetray', hasRatio: true, executable: null, env: { NINETRAY_API_URL: origin } };
  return [
    { id: 'bare', title: 'bare', kind: 'bare', hasRatio: false, folder: floor, executable: null, env: {} },
    ...peers.map(peerApplication),
    ...against.map((folder) => {
      const title = buildName(folder);
      return { ...ninetray, id: title, title, folder: path.resolve(folder) };
    }),
    { ...ninetray, id: 'ninetray', title: 'NineTray', folder: built },
  ];
}

/**
 * A second NineTray, with a profile of its own: its popover's window is always kept ready.
 * @param {Application} ninetray
 * @returns {Application}
 */
export function keptReady(ninetray) {
  return { ...ninetray, id: `${ninetray.id}-kept`, kind: 'kept' };
}

/**
 * Another application. Throws when its path is nothing that can be started.
 * @param {import('./options.mjs').Peer} peer
 * @returns {Application}
 */
export function peerApplication({ name, path: given }) {
  const peer = { id: name, title: name, kind: 'peer', hasRatio: true, env: {} };
  const there = path.resolve(given);
  const found = fs.statSync(there, { throwIfNoEntry: false });
  if (found === undefined) throw new Error(`--peer ${name}: there is no ${there}.`);
  if (found.isDirectory() && !fs.existsSync(path.join(there, 'package.json'))) {
    throw new Error(`--peer ${name}: ${there} has no package.json. A packaged application is given by its executable.`);
  }
  if (found.isDirectory() || there.endsWith('.asar')) return { ...peer, folder: there, executable: null };
  return { ...peer, folder: path.dirname(there), executable: there };
}

/**
 * A copy of the build in a folder of its own, so that a build meanwhile does not change what is measured.
 * @param {string} folder is made
 */
export function copyBuild(folder) {
  for (const part of ['package.json', 'out/main', 'out/preload', 'out/renderer', 'out/icons'])
    fs.cpSync(path.join(root, part), path.join(folder, part), { recursive: true });
  return folder;
}

/**
 * A copy of an Electron: memory shared with other programs that run the same files would be counted in part only.
 * @param {{ path: string, dist: string }} electron
 * @param {string} folder is made
 * @returns {string} the executable
 */
export function copyElectron({ path: executable, dist }, folder) {
  fs.cpSync(dist, folder, { recursive: true });
  return path.join(folder, path.relative(dist, executable));
}

/**
 * A made-up account's server in a process of its own, whose figures stand still.
 * @param {readonly string[]} [args] more arguments of app/demo/testing/options.ts
 * @returns {Promise<{ origin: string, key: string, stop: () => void }>}
 */
export async function startServer(args = []) {
  const file = path.join(root, 'out/testing/demo.js');
  const child = spawn(process.execPath, [file, '--still', '--with-parent', ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [line] = await once(createInterface(child.stdout), 'line');
  return { ...JSON.parse(line), stop: () => child.stdin.end() };
}

/**
 * Rejects when the process cannot be started, or ends.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<never>}
 */
export async function endsEarly(child) {
  const [code, signal] = await once(child, 'exit');
  throw new Error(`It ended with ${code ?? signal}, and without a tray item.`);
}

/**
 * What runs the applications on one desktop. Each has a profile of its own, kept from one start to the next.
 * @param {import('../build/desktop/desktop.mjs').Desktop} desktop
 * @param {string} electron
 */
export function runner(desktop, electron) {
  const sandbox = process.getuid() === 0 ? ['--no-sandbox'] : [];
  const profile = ({ id }) => path.join(desktop.folder, 'profiles', id);
  const begin = (application, args, stdio) => {
    const { executable, folder, env } = application;
    const switches = [...sandbox, `--user-data-dir=${profile(application)}`];
    return spawn(executable ?? electron, [...switches, ...(executable === null ? [folder] : []), ...args], {
      env: { ...desktop.env, ...env },
      stdio,
      detached: true,
    });
  };

  return {
    /**
     * Gives NineTray a key to read with, kept without a keyring, so that every start is a real one. Unless that is what
     * is measured, it keeps no popover ready, as it would for one that is opened so often.
     */
    async keepKey(application, key) {
      fs.mkdirSync(profile(application), { recursive: true });
      const settings = { popoverReady: application.kind === 'kept' ? 'always' : 'never' };
      fs.writeFileSync(path.join(profile(application), 'settings.json'), JSON.stringify(settings));
      const child = begin(application, ['--set-key', '--storage=unprotected'], ['pipe', 'ignore', 'ignore']);
      child.stdin.end(key);
      const code = await waitFor('the key to be kept', () => child.exitCode);
      if (code !== 0) throw new Error(`--set-key ended with ${code}.`);
    },
    /**
     * Starts an application and waits for its tray item.
     * @returns {Promise<{ pid: number, tray: number, end: () => Promise<void> }>} `tray`: ms from spawn to the item at the watcher
     */
    async start(application) {
      fs.mkdirSync(profile(application), { recursive: true });
      const spawned = now();
      const child = begin(application, [], 'ignore');
      const end = async () => {
        if (child.pid !== undefined) await endAll(() => tree(child.pid), 5000);
      };
      try {
        const { item } = await Promise.race([desktop.tray.item(), endsEarly(child)]);
        return { pid: child.pid, tray: (await desktop.tray.registeredAt(item)) - spawned, end };
      } catch (error) {
        await end();
        throw new Error(`${application.id}: ${error.message}`, { cause: error });
      }
    },
  };
}
