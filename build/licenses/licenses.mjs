// The licences of the libraries in the bundles, as the bundler found them: with their texts, for the application and
// for its packages. Which are allowed, and what is wrong with a list.
import fs from 'node:fs';
import path from 'node:path';

/** @typedef {{ name: string, version: string, license: string | null, text: string | null }} Licensed */

/** SPDX ids that a bundled library may have: they ask for their text to be kept, and nothing else of NineTray. */
export const allowedLicenses = ['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause'];

/** What a bundle's own list is called in its folder (electron.vite.config.ts), until `collectLicenses` has read it. */
export const bundleList = 'licenses.json';

/** Read by hand where package.json names no SPDX id: of this version alone, so that an update is read again. */
const readByHand = { 'x11@4.2.2': 'MIT' };

/**
 * The lists of several bundles as one, each library once, in the order of names and versions.
 * @param {{ name: string, version: string, identifier?: string, text?: string }[][]} lists
 * @returns {Licensed[]}
 */
export function mergeLicenses(lists) {
  const all = new Map();
  for (const { name, version, identifier, text } of lists.flat()) {
    const id = `${name}@${version}`;
    all.set(id, { name, version, license: identifier ?? readByHand[id] ?? null, text: text ?? null });
  }
  return [...all.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, licensed]) => licensed);
}

/**
 * What is wrong with a list, one line each: a library without a text, or under a licence that is not allowed.
 * @param {Licensed[]} licenses
 */
export function licenseProblems(licenses) {
  return licenses.flatMap(({ name, version, license, text }) => [
    ...(allowedLicenses.includes(license ?? '')
      ? []
      : [
          `${name}@${version} has the license ${license ?? 'unknown'}, which is not one of ${allowedLicenses.join(', ')}`,
        ]),
    ...(text === null || text.trim() === '' ? [`${name}@${version} has no license text`] : []),
  ]);
}

/**
 * The list to be read without NineTray.
 * @param {Licensed[]} licenses
 */
export function licensesText(licenses) {
  const line = '-'.repeat(80);
  const parts = licenses.map(({ name, version, license, text }) =>
    [line, `${name} ${version} (${license})`, line, '', text, ''].join('\n'),
  );
  return `NineTray contains these libraries, under these licenses.\n\n${parts.join('\n')}`;
}

/**
 * Writes `licenses.json` and `licenses.txt` into the folder of the build, from the lists of its bundles, which it removes.
 * @param {string} output the folder of the build
 * @param {string[]} bundles the folders in it
 */
export function collectLicenses(output, bundles) {
  const files = bundles.map((bundle) => path.join(output, bundle, bundleList));
  const licenses = mergeLicenses(files.map((file) => JSON.parse(fs.readFileSync(file, 'utf8'))));
  fs.writeFileSync(path.join(output, 'licenses.json'), JSON.stringify(licenses));
  fs.writeFileSync(path.join(output, 'licenses.txt'), licensesText(licenses));
  for (const file of files) fs.rmSync(file);
}
