// The Electron that package.json pins: its own download, tried in bounded time, with failures remembered for a day.
import fs from 'node:fs';
import path from 'node:path';
import { cacheFolder, root } from '../paths.mjs';
import { packageVersion, run, say } from '../run.mjs';

const day = 24 * 60 * 60 * 1000;
const probeLimit = 6000;
const downloadLimit = 15 * 60 * 1000;
const folder = path.join(root, 'node_modules', 'electron');

export const pinnedVersion = packageVersion('electron');

/** The downloaded Electron's executable, or null where it was not downloaded, or is of another version. */
export function pinnedExecutable() {
  const read = (file) => {
    const full = path.join(folder, file);
    return fs.existsSync(full) ? fs.readFileSync(full, 'utf8').trim() : '';
  };
  if (read('dist/version').replace(/^v/, '') !== pinnedVersion) return null;
  const executable = path.join(folder, 'dist', read('path.txt'));
  return read('path.txt') !== '' && fs.existsSync(executable) ? executable : null;
}

function memoryFile() {
  return path.join(cacheFolder(), 'electron', `download-${pinnedVersion}-failed`);
}

/** Whether the download failed less than a day ago, so that it is not tried again at every start. */
export function failedLately(now = Date.now()) {
  const file = memoryFile();
  return fs.existsSync(file) && now - fs.statSync(file).mtimeMs < day;
}

/** Whether the download's host answers at all. A proxy or a mirror is left to the downloader, which knows them. */
async function hostAnswers(env) {
  const special = Object.keys(env).some((name) => /^(https?|all)_proxy$|electron_mirror$/i.test(name) && env[name]);
  if (special) return true;
  try {
    await fetch('https://github.com/electron/electron/releases', {
      method: 'HEAD',
      redirect: 'manual',
      signal: AbortSignal.timeout(probeLimit),
    });
    return true;
  } catch {
    return false;
  }
}

/**
 * Downloads the pinned Electron as its package does (which also uses its own cache, without a network).
 * @returns {Promise<string | null>} the executable, or null; a failure is remembered for a day
 */
export async function downloadPinned(env = process.env) {
  const limit = (await hostAnswers(env)) ? downloadLimit : probeLimit;
  say(`Downloading Electron ${pinnedVersion} ...`);
  await run(process.execPath, [path.join(folder, 'install.js')], { limit });
  const executable = pinnedExecutable();
  const file = memoryFile();
  if (executable !== null) {
    fs.rmSync(file, { force: true });
    return executable;
  }
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, '');
  say(`Electron's download host is out of reach from here (tried again after a day, or when you delete ${file}).`);
  return null;
}
