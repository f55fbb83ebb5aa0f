// What keeps files of others, and the key in them, safe when a new key is written.

/** @type {import('../protections.mjs').Protection[]} */
export const placeFiles = [
  {
    name: 'A file is written only while it is byte for byte as it was planned',
    file: 'app/places/files/write-file-update.ts',
    find: 'if (!isPlanned || digestOf(content, options) !== plan.digest)',
    replace: 'if (!isPlanned)',
    test: {
      file: 'app/places/files/file-kept.test.ts',
      title: 'of a file that was edited since it was planned changes nothing (%s)',
    },
  },
  {
    name: 'The key inside a longer text stays',
    file: 'app/places/files/content/neighbours.ts',
    find: 'if (isAlone) at.push(from);',
    replace: 'if (isAlone || text !== "") at.push(from);',
    test: {
      file: 'app/places/files/file-bytes.test.ts',
      title: 'replaces the key in plain text and no other byte, whatever is around it',
    },
  },
  {
    name: 'Templates, logs and copies are never written',
    file: 'app/places/files/open-file.ts',
    find: 'if (never !== null) throw blocked(never);',
    replace: '',
    test: {
      file: 'app/places/files/refusals.test.ts',
      title: 'refuses templates, logs, histories, copies and what belongs to Git',
    },
  },
  {
    name: 'A FIFO is never opened',
    file: 'app/places/files/open-file.ts',
    find: 'check(before, access);',
    replace: '',
    test: { file: 'app/places/files/refusals.test.ts', title: 'never opens a FIFO' },
  },
  {
    name: 'A link out of its folder is not followed',
    file: 'app/places/files/open-file.ts',
    find: "throw blocked('link');",
    replace: 'return target;',
    test: {
      file: 'app/places/files/refusals.test.ts',
      title: 'follows a link within its folder, and none that leads out of it',
    },
  },
  {
    name: 'A link that takes the place of a file is not followed',
    file: 'app/places/files/open-file.ts',
    find: '(fs.constants.O_NOFOLLOW ?? 0) |',
    replace: '',
    test: {
      file: 'app/places/files/refusals.test.ts',
      title: 'opens no link that took the name of a file just before it is opened',
    },
  },
  {
    name: 'What somebody wrote after a kill is not overwritten',
    file: 'app/places/files/mend-file-update.ts',
    find: '|| !isMixture(content, before, after)',
    replace: '',
    test: { file: 'app/places/files/killed-writes.test.ts', title: 'is left as it is where %s' },
  },
  {
    name: 'Nothing is left beside a file whose write was killed',
    file: 'app/places/files/mend-file-update.ts',
    find: 'await removeDraft(path, plan);',
    replace: '',
    test: {
      file: 'app/places/files/killed-writes.test.ts',
      title: 'at any step of a %s leaves a file that is old, new or mended',
    },
  },
  {
    name: 'The copy of a file that is rewritten is encrypted',
    file: 'app/places/files/sealed-copy.ts',
    find: 'sealed.value, {',
    replace: 'content, {',
    test: {
      file: 'app/places/files/killed-writes.test.ts',
      title: 'can be planned and updated again once it is as before',
    },
  },
  {
    name: 'A plan has no key in it',
    file: 'app/places/files/content/compare-parsed.ts',
    find: "(name.includes(change.old) || name.includes(change.next) ? '•••' : name)",
    replace: 'name',
    test: {
      file: 'app/places/files/refusals.test.ts',
      title: 'has no key and no text of the file in a plan, even where a name contains the key',
    },
  },
  {
    name: 'The copy of a file is not encrypted with a public constant',
    file: 'app/key/keyring/seal-bytes.ts',
    find: 'return isProtected(sealed, platform) ? ok(sealed)',
    replace: 'return sealed.length > 0 ? ok(sealed)',
    test: {
      file: 'app/key/keyring/seal-bytes.test.ts',
      title: 'bytes are not encrypted with the constant that Chromium uses without a keyring',
    },
  },
];
