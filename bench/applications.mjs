// The applications that are compared: two bare ones, NineTray, and optionally other builds of NineTray; how each is
// started and ended.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { endAll, tree } from '../build/desktop/processes.mjs';
import { waitFor } from '../build/desktop/wait-for.mjs';
import { root } from '../build/paths.mjs';
import { now } from './screen.mjs';

const floor = path.join(import.meta.dirname, 'floor');

/**
 * @typedef {{ id: string, title: string, isOurs: boolean, folder: string, env: Record<string, string> }} Application
 * @param {string} origin of the demo's server, which NineTray reads from
 * @param {string} built the folder of the build that is measured
 * @param {readonly string[]} against folders with another build each (`package.json` and `out/`)
 * @returns {Application[]} the base of all ratios first
 */
export function applications(origin, built, against) {
  const ninetray = { isOurs: true, env: { NINETRAY_API_URL: origin } };
  return [
    { id: 'bare', title: 'bare, no window', isOurs: false, folder: floor, env: { FLOOR: 'none' } },
    { id: 'bare-window', title: 'bare, hidden window', isOurs: false, folder: floor, env: { FLOOR: 'hidden' } },
    ...against.map((folder) => {
      const title = path.basename(folder);
      return { ...ninetray, id: title, title, folder: path.resolve(folder) };
    }),
    { ...ninetray, id: 'ninetray', title: 'NineTray', folder: built },
  ];
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
 * What runs the applications on one desktop. Each has a profile of its own, kept from one start to the next.
 * @param {import('../build/desktop/desktop.mjs').Desktop} desktop
 * @param {string} electron
 */
export function runner(desktop, electron) {
  const sandbox = process.getuid() === 0 ? ['--no-sandbox'] : [];
  const profile = ({ id }) => path.join(desktop.folder, 'profiles', id);
  const begin = (application, args, stdio) =>
    spawn(electron, [...sandbox, `--user-data-dir=${profile(application)}`, application.folder, ...args], {
      env: { ...desktop.env, ...application.env },
      stdio,
      detached: true,
    });

  return {
    /** Gives NineTray a key to read with, kept without a keyring, so that every start is a real one. */
    async keepKey(application, key) {
      fs.mkdirSync(profile(application), { recursive: true });
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
      const end = () => endAll(() => tree(child.pid), 5000);
      try {
        const { item } = await desktop.tray.item();
        return { pid: child.pid, tray: (await desktop.tray.registeredAt(item)) - spawned, end };
      } catch (error) {
        await end();
        throw error;
      }
    },
  };
}
