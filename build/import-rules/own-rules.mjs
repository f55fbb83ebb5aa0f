// The import rules that dependency-cruiser cannot express: their exceptions may only become fewer, and each directory
// counts as a folder of its own (in dependency-cruiser's folder rules, a folder includes all folders in it, and tests).
// @ts-check
import { stronglyConnected } from './cycles.mjs';
import { findForbidden, findNewCycles } from './exceptions.mjs';
import { fileArrows, folderArrows, isTestCode } from './imports.mjs';
import { pointsUp, reachesIntoMain } from './layers.mjs';

/** @typedef {import('./imports.mjs').Import} Import */
/** @typedef {import('./exceptions.mjs').Exceptions} Exceptions */

/** Each rule: why it exists, and what breaks it. @satisfies {Record<string, { why: string, problems: (imports: Import[], exceptions: Exceptions) => string[] }>} */
export const ownRules = {
  'no-file-cycles': {
    why: 'Two files that import each other, types included, can only be understood and moved together.',
    problems: (imports, exceptions) => findNewCycles(fileArrows(imports), exceptions),
  },
  'no-folder-cycles': {
    why: 'Folders that import each other, types included, can only be understood and moved together. Shared shapes belong in a lower folder.',
    problems: (imports, exceptions) => findNewCycles(betweenFolders(imports), exceptions),
  },
  'imports-point-down': {
    why: 'A layer imports from itself and from lower layers (build/import-rules/layers.mjs), types included.',
    problems: (imports, exceptions) => findForbidden(folderArrows(fromProduct(imports).filter(pointsUp)), exceptions),
  },
  'renderer-imports-shared-code-only': {
    why: "Of app/, the renderer imports app/model/, the contract's types and app/texts/; the rest runs in the main process.",
    problems: (imports, exceptions) => findForbidden(folderArrows(imports.filter(reachesIntoMain)), exceptions),
  },
};

/** @typedef {Record<keyof typeof ownRules, Exceptions>} KnownExceptions */

/** Tests may import upward: they build what their subject is used by. */
const fromProduct = (/** @type {Import[]} */ imports) => imports.filter(({ from }) => !isTestCode(from));

const betweenFolders = (/** @type {Import[]} */ imports) =>
  folderArrows(fromProduct(imports)).filter(({ from, to }) => from !== to);

/**
 * What breaks these rules beyond the known exceptions, and exceptions that are no longer needed.
 * @param {Import[]} imports
 * @param {KnownExceptions} exceptions
 * @returns {import('./cruise.mjs').Problem[]}
 */
export function checkImports(imports, exceptions) {
  const known = new Map(Object.entries(exceptions));
  return Object.entries(ownRules).flatMap(([rule, { problems }]) =>
    problems(imports, known.get(rule) ?? {}).map((text) => ({ rule, text })),
  );
}

/**
 * The groups of files and of folders that reach each other in cycles, whether or not they are known exceptions.
 * @param {Import[]} imports
 */
export const cyclicGroups = (imports) => ({
  files: stronglyConnected(imports),
  folders: stronglyConnected(betweenFolders(imports)),
});
