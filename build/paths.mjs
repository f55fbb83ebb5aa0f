// Where things are: the repository, and this application's cache folder on this computer.
import os from 'node:os';
import path from 'node:path';

/** The repository's folder, absolute. */
export const root = path.resolve(import.meta.dirname, '..');

/** The folder for what can be made again (a fetched Electron), outside the repository: `$XDG_CACHE_HOME/ninetray`. */
export function cacheFolder(env = process.env) {
  const base = env.XDG_CACHE_HOME?.startsWith('/') ? env.XDG_CACHE_HOME : path.join(os.homedir(), '.cache');
  return path.join(base, 'ninetray');
}
