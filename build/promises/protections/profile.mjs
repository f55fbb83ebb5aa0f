// What keeps the profile folder, the settings and the log safe.

/** @type {import('../protections.mjs').Protection[]} */
export const profile = [
  {
    name: 'Documents are not written through links',
    file: 'app/settings/files/profile-files.ts',
    find: "const MAY_BE_LINK = ['settings.json'];",
    replace: "const MAY_BE_LINK = ['settings.json', 'key.json', 'key.backup.json'];",
    test: {
      file: 'app/settings/files/plain-file.test.ts',
      title: 'is not followed for any other document: neither read nor written through',
    },
  },
  {
    name: 'The log is not written into a FIFO or through a link',
    file: 'app/log/log-file.ts',
    find: 'found !== undefined && !found.isFile()',
    replace: 'found !== undefined && found.isDirectory()',
    test: {
      file: 'app/log/log.test.ts',
      title: 'a FIFO is moved aside, since opening it could block for ever',
    },
  },
  {
    name: 'The profile folder and the key’s file are closed to others',
    file: 'app/settings/files/secure-profile.ts',
    find: 'fs.fchmodSync(file, 0o600)',
    replace: 'fs.fchmodSync(file, 0o644)',
    test: {
      file: 'app/settings/files/secure-profile.test.ts',
      title: 'with the key that a restored backup left open is closed, and that is reported',
    },
  },
  {
    name: 'A line break in a folder stays in the line of the login entry',
    file: 'app/settings/login-item/autostart-entry.ts',
    find: '/[\\\\\\n\\r\\t]/g',
    replace: '/[\\\\]/g',
    test: {
      file: 'app/settings/login-item/autostart-entry.test.ts',
      title: 'stays one line where a folder has a line break in its name',
    },
  },
  {
    name: 'The log is its owner’s alone',
    file: 'app/log/log.electron.ts',
    find: 'mode: 0o600',
    replace: 'mode: 0o644',
    test: {
      file: 'app/log/log.test.ts',
      title: 'is read by its owner alone, and says of an error where it came from, not what it says',
    },
  },
  {
    name: 'The log has nothing of what an error says',
    file: 'app/log/error-facts.ts',
    find: "    .replace(error.message, '')\n",
    replace: '',
    test: {
      file: 'app/log/log.test.ts',
      title: 'is read by its owner alone, and says of an error where it came from, not what it says',
    },
  },
  {
    name: 'Documents are their owner’s alone',
    file: 'app/settings/files/atomic-file.ts',
    find: "'wx', 0o600",
    replace: "'wx', 0o644",
    test: { file: 'app/settings/document/document.test.ts', title: 'lets no other user read its files' },
  },
  {
    name: 'A proxy that cannot be used is not replaced by none',
    file: 'app/settings/fail-closed.ts',
    find: "close('proxy', noConnection.proxy)",
    replace: "close('proxy', { mode: 'direct' })",
    test: { file: 'app/settings/fail-closed.test.ts', title: 'as a proxy with %s sends nothing to anyone' },
  },
  {
    name: 'An address that cannot be used is not replaced by the production address',
    file: 'app/settings/fail-closed.ts',
    find: "close('address', noConnection.address)",
    replace: "close('address', { kind: 'production' })",
    test: { file: 'app/settings/fail-closed.test.ts', title: 'as an address with %s is not the production address' },
  },
  {
    name: 'A backup of the settings gives no address and no proxy',
    file: 'app/settings/fail-closed.ts',
    find: 'return { ...settings, ...noConnection };',
    replace: 'return { ...noConnection, ...settings };',
    test: {
      file: 'app/settings/fail-closed.test.ts',
      title: 'is closed where the whole file cannot be read, whatever its backup says',
    },
  },
  {
    name: 'The draft of a file is opened exclusively',
    file: 'app/settings/files/atomic-file.ts',
    find: "fs.openSync(draft, 'wx', 0o600)",
    replace: "fs.openSync(draft, 'w', 0o600)",
    test: {
      file: 'app/settings/files/atomic-file.test.ts',
      title: 'writes through no link that stands at the name of its draft',
    },
  },
  {
    name: 'The draft of a file has a new name each time',
    file: 'app/settings/files/atomic-file.ts',
    find: "draftName(randomBytes(8).toString('hex'))",
    replace: "draftName(randomBytes(0).toString('hex'))",
    test: {
      file: 'app/settings/files/atomic-file.test.ts',
      title: 'uses a new name for each draft, so that two processes never share one',
    },
  },
  {
    name: 'A file takes its name after it was synced',
    file: 'app/settings/files/atomic-file.ts',
    find: '      if (isDurable) sync(file);\n',
    replace: '',
    test: {
      file: 'app/settings/files/atomic-file.test.ts',
      title: 'syncs the content before it takes the name, and the folder after',
    },
  },
  {
    name: 'Only a regular file is opened',
    file: 'app/settings/files/plain-file.ts',
    find: 'if (!before.isFile() || before.size > largest) throw notPlain();',
    replace: 'if (before.size > largest) throw notPlain();',
    test: { file: 'app/settings/files/plain-file.test.ts', title: 'is refused at once' },
  },
  {
    name: 'A document that cannot be read is not taken for none',
    file: 'app/settings/document/document-reader.ts',
    find: "replaced only after a copy was made.\n      return targetOfBrokenLink(error) === null ? { kind: 'bad' }",
    replace: 'replaced only after a copy was made.\n      return targetOfBrokenLink(error) === null ? null',
    test: { file: 'app/settings/files/plain-file.test.ts', title: 'does not stop the document %s' },
  },
  {
    name: 'The profile folder is closed to others',
    file: 'app/settings/files/secure-profile.ts',
    find: 'fs.chmodSync(folder, 0o700)',
    replace: 'fs.chmodSync(folder, 0o755)',
    test: {
      file: 'app/settings/files/secure-profile.test.ts',
      title: 'is closed when others can enter it, and that is reported: %o',
    },
  },
  {
    name: 'A profile folder of another user is not touched',
    file: 'app/settings/files/secure-profile.ts',
    find: 'if (stats.uid !== uid) return',
    replace: 'if (stats.uid < 0) return',
    test: { file: 'app/settings/files/secure-profile.test.ts', title: 'of another user is reported and not touched' },
  },
  {
    name: 'Amounts stay hidden where the setting cannot be used',
    file: 'app/settings/fail-closed.ts',
    find: "close('hideAmounts', true)",
    replace: "close('hideAmounts', false)",
    test: { file: 'app/settings/fail-closed.test.ts', title: 'closes for %s' },
  },
];
