// What broke the import rules when they were introduced, still to be removed. Each list may only become shorter: `npm run check`
// fails for an import that is not listed, and for an entry that is no longer needed.
// Each entry is an arrow to remove and the number of imports behind it. Without the arrows under the first two rules there
// would be no cycle; which arrow of a cycle is listed follows the layers that the code is to have.
// @ts-check

/** @type {import('./own-rules.mjs').KnownExceptions} */
export const knownExceptions = {
  'no-file-cycles': {},
  'no-folder-cycles': {},
  'imports-point-down': {},
  'renderer-imports-shared-code-only': {},
};
