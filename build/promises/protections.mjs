// The protections behind docs/security.md, each as the smallest change that removes it, with the test that must then fail.
// `npm run test:promises` makes each change in a copy of the tree; protections.test.ts holds this list to the code and to that page.

/**
 * @typedef {object} Protection
 * @property {string} name what is removed, in a few words
 * @property {string} file where it is
 * @property {string} find the text to change; it occurs exactly once in the file
 * @property {string} replace what stands there without the protection; the code must still compile
 * @property {{ file: string, title: string }} test the test that must fail, by its title in the code
 */

/** @type {Protection[]} */
export const protections = [
  {
    name: 'Pages have a content security policy',
    file: 'app/windows/page.ts',
    find: "`default-src 'none'`",
    replace: '`default-src *`',
    test: { file: 'app/windows/page.test.ts', title: 'grants our own files and no connection' },
  },
];
