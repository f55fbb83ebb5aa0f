// The Debian and Ubuntu packages that Electron and its tests need: installed where we are root, otherwise named in one
// line. Does nothing on other systems, and costs no time when nothing is missing.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { run, say } from './run.mjs';

// Each need is a list of packages, any of which will do: newer releases renamed some (the t64 names).
const needs = {
  libraries: [
    ['libnss3'],
    ['libgtk-3-0t64', 'libgtk-3-0'],
    ['libgbm1'],
    ['libasound2t64', 'libasound2'],
    ['libsecret-1-0'],
  ],
  /** Electron looks for it when it runs, and shows no notifications without. */
  notifications: [['libnotify4']],
  unzip: [['unzip']],
  /** A display, a session bus and a tray of our own, and a picture of them. */
  desktop: [
    ['xvfb'],
    ['openbox'],
    ['dbus-daemon', 'dbus'],
    ['python3-dbus'],
    ['python3-gi'],
    ['xdotool'],
    ['imagemagick'],
  ],
  /** What the end-to-end tests need beyond that: a real keyring, a real panel, windows' properties, the clipboard, a certificate authority of their own, Chinese letters, a browser of the user's. */
  tests: [
    ['gnome-keyring'],
    ['xfce4-panel'],
    ['xfconf'],
    ['x11-utils'],
    ['xclip'],
    ['openssl'],
    ['libnss3-tools'],
    ['fonts-wqy-microhei', 'fonts-noto-cjk'],
    ['chromium', 'chromium-browser'],
  ],
  /** What makes packages where electron-builder cannot download its tools, and checks them (`npm run check:package`). */
  packages: [
    ['7zip', 'p7zip-full'],
    ['rpm'],
    ['rpmlint'],
    ['squashfs-tools'],
    ['xz-utils'],
    ['zstd'],
    ['desktop-file-utils'],
    ['appstream'],
    ['lintian'],
    ['cpio'],
    ['man-db'],
  ],
  /** Draws transparent windows: the popover's shadow. */
  compositor: [['picom']],
  /** Programs that bring a key to a place, tried for real, and one that gives a file attributes. */
  places: [['attr'], ['gnupg'], ['pass'], ['cron'], ['openssh-client'], ['openssh-server']],
};

/** @typedef {keyof typeof needs} Purpose */

/** What the end-to-end tests need, and a few unit tests can use. @type {Purpose[]} */
export const purposesOfTests = ['libraries', 'notifications', 'unzip', 'desktop', 'tests', 'compositor', 'places'];

/** Those of the names that dpkg has installed. */
function installed(names) {
  const { stdout } = spawnSync('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Abbrev}\n', ...names], {
    encoding: 'utf8',
  });
  const lines = stdout.split('\n').map((line) => line.split(' '));
  return new Set(lines.filter(([, status]) => status === 'ii').map(([name]) => name));
}

/** The first of the alternatives that this release of Debian or Ubuntu has. */
function available(alternatives) {
  const known = (name) => {
    const { stdout } = spawnSync('apt-cache', ['policy', name], { encoding: 'utf8' });
    return /Candidate: (?!\(none\))\S/.test(stdout);
  };
  return alternatives.find(known) ?? alternatives.at(-1);
}

async function apt(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { code } = await run('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  if (code !== 0) throw new Error(`apt-get ${args[0]} ended with ${code}.`);
}

/** The needs of some purposes that are not met here; none on systems without dpkg. */
function missingNeeds(purposes) {
  if (process.platform !== 'linux' || !fs.existsSync('/usr/bin/dpkg-query')) return [];
  const wanted = purposes.flatMap((purpose) => needs[purpose]);
  const there = installed(wanted.flat());
  return wanted.filter((alternatives) => !alternatives.some((name) => there.has(name)));
}

function lineToPaste(missing) {
  return `sudo apt-get install --no-install-recommends ${missing.map(available).join(' ')}`;
}

async function install(missing) {
  say(`Installing system packages: ${missing.map((alternatives) => alternatives.at(-1)).join(' ')} ...`);
  await apt(['update']);
  await apt(['install', '-y', '--no-install-recommends', ...missing.map(available)]);
}

/**
 * Checks that the packages for some purposes are installed, and installs what is missing where we are root.
 * Throws with the line to paste where we are not. Does nothing on systems without dpkg.
 * @param {Purpose[]} purposes
 */
export async function ensureSystem(purposes) {
  const missing = missingNeeds(purposes);
  if (missing.length === 0) return;
  if (process.getuid() !== 0) {
    throw new Error(`Some system packages are missing. Please run:\n\n  ${lineToPaste(missing)}\n`);
  }
  await install(missing);
}

/**
 * The same for optional packages: reports what is missing, and continues. `what` names it in the message.
 * @param {Purpose[]} purposes
 * @param {string} what
 */
export async function suggestForSystem(purposes, what) {
  const missing = missingNeeds(purposes);
  if (missing.length === 0) return;
  try {
    if (process.getuid() === 0) return await install(missing);
  } catch (error) {
    say(`That did not work: ${error.message}`);
  }
  say(`${what} need more system packages: ${lineToPaste(missing)}`);
}

// `node build/system.mjs` prints what is missing for everything, for a script that may install it.
if (process.argv[1] === import.meta.filename) console.log(missingNeeds(Object.keys(needs)).map(available).join(' '));
