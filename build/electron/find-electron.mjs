// Finds the Electron to run, and says which one it is: an override, the pinned package's own download, or the fallback.
import fs from 'node:fs';
import path from 'node:path';
import { say } from '../run.mjs';
import { ensureSystem } from '../system.mjs';
import { fallbackDist, fallbackExists, fallbackVersion } from './fallback.mjs';
import { downloadPinned, failedLately, pinnedExecutable, pinnedVersion } from './pinned.mjs';

const executableNames = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
};

function overridden(dist) {
  const executable = path.join(dist, executableNames[process.platform] ?? 'electron');
  if (!fs.existsSync(executable))
    throw new Error(`ELECTRON_OVERRIDE_DIST_PATH is ${dist}, but there is no ${executable}`);
  const file = path.join(dist, 'version');
  const version = fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim().replace(/^v/, '') : 'unknown';
  return { path: executable, dist, version, kind: 'override' };
}

/** The dist folder that holds an executable: three levels up inside a macOS bundle. */
function distOf(executable) {
  return process.platform === 'darwin' ? path.resolve(executable, '../../../..') : path.dirname(executable);
}

function pinned(executable) {
  return { path: executable, dist: distOf(executable), version: pinnedVersion, kind: 'pinned' };
}

async function find() {
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (dist) return overridden(path.resolve(dist));
  const there = pinnedExecutable();
  if (there !== null) return pinned(there);
  const retry = !(fallbackExists() && failedLately());
  const downloaded = retry ? await downloadPinned() : null;
  if (downloaded !== null) return pinned(downloaded);
  if (!fallbackExists()) {
    throw new Error(
      `Electron ${pinnedVersion} could not be downloaded, and there is no other source for ${process.platform}-${process.arch}. ` +
        'Check the network, or set ELECTRON_OVERRIDE_DIST_PATH to the folder of an Electron.',
    );
  }
  await ensureSystem(['unzip']);
  const folder = await fallbackDist();
  return { path: path.join(folder, 'electron'), dist: folder, version: fallbackVersion, kind: 'fallback' };
}

const sources = {
  override: 'from ELECTRON_OVERRIDE_DIST_PATH',
  pinned: 'as pinned in package.json',
  fallback: `the fallback for development and tests; releases use ${pinnedVersion}`,
};

/**
 * Finds (and where needed fetches) the Electron to run, and prints on stderr which one it is.
 * Throws with a readable message when there is none.
 * @returns {Promise<{ path: string, dist: string, version: string, kind: 'override' | 'pinned' | 'fallback' }>}
 */
export async function findElectron() {
  const found = await find();
  say(`Electron ${found.version}: ${sources[found.kind]}`);
  return found;
}
