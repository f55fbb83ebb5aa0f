// The environment of a program that NineTray runs for a place: the user's own, without what belongs to NineTray and
// without any variable that holds a secret.
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { GATEWAY_TOKEN } from './command-output';

/** Set by Electron, Chromium, AppImage, npm or the desktop for NineTray itself; the last two would open a browser's debugger or load code. */
const OURS =
  /^(ELECTRON_|NINETRAY_|CHROME_|npm_|APPDIR$|APPIMAGE$|ARGV0$|OWD$|INIT_CWD$|DESKTOP_STARTUP_ID$|XDG_ACTIVATION_TOKEN$|NODE_OPTIONS$|NODE_CHANNEL_FD$)/;

/** Where programs are that a desktop's own PATH often lacks: macOS starts applications with /usr/bin:/bin:/usr/sbin:/sbin. */
function usualFolders(platform: NodeJS.Platform, home: string): string[] {
  if (platform === 'win32') return [];
  const own = [join(home, '.local/bin'), '/usr/local/bin'];
  return platform === 'darwin' ? ['/opt/homebrew/bin', ...own] : [...own, '/snap/bin'];
}

/** A list of folders without those inside a mounted AppImage, which other programs must not load libraries from. */
function withoutAppImage(value: string, appDir: string | undefined): string {
  if (appDir === undefined || appDir === '') return value;
  return value
    .split(delimiter)
    .filter((folder) => folder !== appDir && !folder.startsWith(`${appDir}/`))
    .join(delimiter);
}

/** The folders of PATH that programs are looked for in. Relative ones don't count: they depend on the folder a command runs in. */
export function programFolders(path: string): string[] {
  const isFull = (folder: string) => /^(\/|[A-Za-z]:[\\/]|\\\\)/.test(folder);
  return [...new Set(path.split(delimiter).filter(isFull))];
}

/** Whether a text has a token of NineTray's gateway. */
function hasToken(text: string): boolean {
  return text.search(GATEWAY_TOKEN) !== -1;
}

/** A variable by name; Windows writes some names in other letters (Path). */
function named(env: NodeJS.ProcessEnv, name: string): string {
  return Object.entries(env).find(([key]) => key.toUpperCase() === name)?.[1] ?? '';
}

/**
 * The environment for a program, from the one NineTray was started with (`env`). `secrets`: texts that no variable's value may contain;
 * such a variable is left out. PATH has the usual folders of the system too.
 */
export function commandEnvironment(
  env: NodeJS.ProcessEnv,
  secrets: readonly string[],
  platform: NodeJS.Platform = process.platform,
): Record<string, string> {
  const own: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) {
    if (value === undefined || OURS.test(name) || name.toUpperCase() === 'PATH') continue;
    if (secrets.some((secret) => secret !== '' && value.includes(secret)) || hasToken(value)) continue;
    const kept = withoutAppImage(value, env['APPDIR']);
    if (kept !== '' || value === '') own[name] = kept;
  }
  const home = named(env, 'HOME') || homedir();
  const folders = programFolders(withoutAppImage(named(env, 'PATH'), env['APPDIR']));
  const isSecret = (folder: string) => secrets.some((secret) => secret !== '' && folder.includes(secret));
  const path = [...new Set([...folders, ...usualFolders(platform, home)])].filter((folder) => !isSecret(folder));
  // Colours are noise in an output that is shown as text.
  return { ...own, PATH: path.join(delimiter), NO_COLOR: '1' };
}
