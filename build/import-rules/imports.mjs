// The imports between our own files, out of what dependency-cruiser read. Type-only and dynamic imports count.
// @ts-check
import path from 'node:path';
import { testCode } from './test-code.cjs';

/** @typedef {{ from: string, to: string }} Import from one file to another, as paths from the repository's folder */
/** @typedef {Import & { imports: Import[] }} Arrow from one file or folder to another, with the imports behind it */

const isOurs = (/** @type {string} */ file) => /^(app|renderer)\//.test(file);
const testCodePattern = new RegExp(testCode);

/** Whether a file is a test, a fixture or an example: it may import upward, and never ships. */
export const isTestCode = (/** @type {string} */ file) => testCodePattern.test(file);

/** How an arrow is written in reports and in the list of exceptions. */
export const arrowName = (/** @type {Import} */ { from, to }) => `${from} → ${to}`;

/**
 * Each import between two files of app/ and renderer/ once, however often the one file names the other.
 * @param {{ modules: { source: string, dependencies: { resolved: string }[] }[] }} cruise dependency-cruiser's result
 * @returns {Import[]}
 */
export function ownImports({ modules }) {
  return modules
    .filter(({ source }) => isOurs(source))
    .flatMap(({ source, dependencies }) =>
      [...new Set(dependencies.map(({ resolved }) => resolved))]
        .filter(isOurs)
        .map((resolved) => ({ from: source, to: resolved })),
    );
}

/**
 * One arrow for each pair of files.
 * @param {Import[]} imports
 * @returns {Arrow[]}
 */
export const fileArrows = (imports) => imports.map((one) => ({ ...one, imports: [one] }));

/**
 * One arrow for each pair of folders. Every directory is a folder of its own: app/key/rotation is not a part of app/key.
 * @param {Import[]} imports
 * @returns {Arrow[]}
 */
export function folderArrows(imports) {
  /** @type {Map<string, Arrow>} */
  const arrows = new Map();
  for (const one of imports) {
    const folders = { from: path.posix.dirname(one.from), to: path.posix.dirname(one.to) };
    const arrow = arrows.get(arrowName(folders)) ?? { ...folders, imports: [] };
    arrow.imports.push(one);
    arrows.set(arrowName(folders), arrow);
  }
  return [...arrows.values()];
}
