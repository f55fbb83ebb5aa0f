// How large a package and what it installs may be. Electron is nearly all of it, and differs from version to version: so
// what is not Electron's has a limit of its own, and the rest a share of Electron's size.
import fs from 'node:fs';
import path from 'node:path';

/**
 * A little more than it was when this was last changed.
 *
 * `ours`: all files that are installed and not Electron's, in MB (10⁶ bytes). `installed`, and each package: how many
 * times the size of Electron as it was unpacked. What is in all packages is the same, so theirs limit how it is
 * compressed; those of the system's tools (build/package/local-tools.mjs), which compress less than a release's.
 */
export const budget = {
  ours: 3.7,
  installed: 1.015,
  packages: { deb: 0.46, rpm: 0.46, 'tar.gz': 0.43, AppImage: 0.46 },
};

/** What electron-builder calls Electron's files. */
const renamed = new Map([
  ['electron', 'ninetray'],
  ['LICENSE', 'LICENSE.electron.txt'],
]);

/**
 * A file: its path below its folder, and its size.
 * @typedef {{ name: string, bytes: number }} FileSize
 */

const total = (files) => files.reduce((sum, { bytes }) => sum + bytes, 0);
const percent = (share) => `${(100 * share).toFixed(1)} %`;

/**
 * The files that are not Electron's.
 * @param {FileSize[]} installed with names below the program's folder
 * @param {FileSize[]} electron Electron, as it was unpacked
 */
export function ownFiles(installed, electron) {
  const names = new Set(electron.map(({ name }) => renamed.get(name) ?? name));
  return installed.filter(({ name }) => !names.has(name));
}

/**
 * What is larger than it may be.
 * @param {{ installed: FileSize[], electron: FileSize[], packages: Record<string, number> }} sizes `packages`: bytes of
 * each kind
 * @returns {string[]} with the largest files that are not Electron's
 */
export function sizeProblems({ installed, electron, packages }) {
  const own = ownFiles(installed, electron).toSorted((a, b) => b.bytes - a.bytes);
  const megabytes = total(own) / 1e6;
  const largest = own.slice(0, 5).map(({ name, bytes }) => `${name} (${(bytes / 1e6).toFixed(2)})`);
  const share = total(installed) / total(electron);
  const tooLarge = Object.entries(packages)
    .map(([target, bytes]) => ({ target, share: bytes / total(electron), limit: budget.packages[target] }))
    .filter((one) => !(one.share <= one.limit));
  return [
    ...(megabytes > budget.ours
      ? [`what is not Electron's has ${megabytes.toFixed(2)} MB, more than ${budget.ours}: ${largest.join(', ')}`]
      : []),
    ...(share > budget.installed
      ? [`what is installed has ${percent(share)} of Electron's size, more than ${percent(budget.installed)}`]
      : []),
    ...tooLarge.map((one) => {
      const limit = one.limit === undefined ? 'and has no budget' : `more than ${percent(one.limit)}`;
      return `the ${one.target} has ${percent(one.share)} of Electron's size, ${limit}`;
    }),
  ];
}

/** @param {string} folder @returns {FileSize[]} links are not followed */
export function sizesBelow(folder) {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return { name: path.relative(folder, file).replaceAll(path.sep, '/'), bytes: fs.statSync(file).size };
    });
}

/** The sizes in one line, for the one who runs the check. @param {Parameters<typeof sizeProblems>[0]} sizes */
export function sizesText({ installed, electron, packages }) {
  const own = (total(ownFiles(installed, electron)) / 1e6).toFixed(2);
  const shares = Object.entries({ installed: total(installed), ...packages })
    .map(([name, bytes]) => `${name} ${percent(bytes / total(electron))}`)
    .join(', ');
  return `Not Electron's: ${own} MB. Of Electron's ${(total(electron) / 1e6).toFixed(0)} MB: ${shares}.`;
}
