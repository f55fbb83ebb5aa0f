// What keeps a key at its address, in memory and on disk.

/** @type {import('../protections.mjs').Protection[]} */
export const key = [
  {
    name: 'Only a copy of ours is cleared',
    file: 'app/key/clipboard/clear-clipboard.ts',
    find: "if (!isIt(before)) return 'left-alone';",
    replace: '',
    test: {
      file: 'app/key/clipboard/secret-clipboard.test.ts',
      title: 'never clears what another application wrote, and never leaves the key behind',
    },
  },
  {
    name: 'A key that was sealed for one address is not handed out at another',
    file: 'app/key/key-encryption.ts',
    find: 'if (sealedFor === origin) return',
    replace: 'if (sealedFor !== null) return',
    test: { file: 'app/key/vault.test.ts', title: 'goes to no other address: %s' },
  },
  {
    name: 'A key without an address needs the user’s word outside production',
    file: 'app/key/vault.ts',
    find: 'origin === production || confirmed.has(origin)',
    replace: "origin !== '' || confirmed.has(origin)",
    test: {
      file: 'app/key/vault.test.ts',
      title: 'a key that was stored without its address goes to another address only once the user has confirmed it',
    },
  },
  {
    name: 'A pasted key leaves memory on its own',
    file: 'app/key/candidate.ts',
    find: 'options.clock.after(GOOD_FOR, remove)',
    replace: 'options.clock.after(GOOD_FOR, () => undefined)',
    test: {
      file: 'app/key/candidate.test.ts',
      title: 'expire on their own, even if the key is never asked for and the clock was set back',
    },
  },
  {
    name: 'The keyring that runs is used on every desktop',
    file: 'app/main.electron.ts',
    find: 'await choosePasswordStore();',
    replace: 'void choosePasswordStore;',
    test: {
      file: 'e2e/linux/keyring-late.test.ts',
      title:
        'NineTray uses the keyring that is there, whatever the desktop is called, and waits for one that comes later',
    },
  },
  {
    name: 'The keyring helper checks its parent',
    file: 'app/electron-33/keyring-helper-switch.ts',
    find: '&& program === parentProgram',
    replace: '',
    test: {
      file: 'e2e/linux/packaged.test.ts',
      title: 'the keyring helper decrypts nothing for a program that starts it',
    },
  },
  {
    name: 'The application on this computer is not asked while it is off',
    file: 'app/session/host/session-host.ts',
    find: 'readLocalToday(on ? port : null, signal)',
    replace: 'readLocalToday(on || port > 0 ? port : null, signal)',
    test: {
      file: 'app/session/account-services.test.ts',
      title: 'asks the application on this computer only while that is switched on',
    },
  },
  {
    name: 'A copy is known again however the system ends its lines',
    file: 'app/key/clipboard/copied-texts.ts',
    find: 'update(withPlainEnds(text), ',
    replace: 'update(text, ',
    test: {
      file: 'app/key/clipboard/secret-clipboard.test.ts',
      title: 'copies several secrets, one a line, though Windows ends lines its own way',
    },
  },
  {
    name: 'The keyring helper serves on Linux alone',
    file: 'app/electron-33/keyring-helper-switch.ts',
    find: "return platform === 'linux' && blocking",
    replace: 'return platform.length > 0 && blocking',
    test: { file: 'app/electron-33/keyring-helper-switch.test.ts', title: 'does not serve when %s' },
  },
  {
    name: 'Plasma’s keyring is left to Chromium',
    file: 'app/key/keyring/password-store.ts',
    find: 'if (isPlasma(environment)) return null;',
    replace: 'if (isPlasma({})) return null;',
    test: {
      file: 'app/key/keyring/password-store.test.ts',
      title: 'is left to Chromium on Plasma, which has services of both kinds',
    },
  },
  {
    name: 'Looking for a keyring starts none',
    file: 'app/key/keyring/password-store.ts',
    find: "member: 'ListActivatableNames'",
    replace: "member: 'StartServiceByName'",
    test: { file: 'app/key/keyring/password-store.test.ts', title: 'reads the names and starts nothing' },
  },
  {
    name: 'Stored without protection means nowhere else',
    file: 'app/key/store-key.ts',
    find: "key?.storage === 'unprotected' && key.fingerprint === fingerprint ? null : key",
    replace: "key?.storage === 'unprotected' && key.fingerprint === '' ? null : key",
    test: {
      file: 'app/key/vault.test.ts',
      title: 'for this session, where it was unprotected: it is in memory only then; another key stays',
    },
  },
  {
    name: 'A key that becomes protected leaves the backup',
    file: 'app/key/key-slots.ts',
    find: 'if (isPurge) this.#options.document.writeAndPurge(',
    replace: 'if (isPurge) this.#options.document.write(',
    test: {
      file: 'app/key/vault.test.ts',
      title: 'protected, where it was unprotected: no file has it unprotected any more, not even a backup',
    },
  },
  {
    name: 'A key that is removed leaves the backup and copies',
    file: 'app/key/key-slots.ts',
    find: 'return document.writeAndPurge({ ...document.read(), keys });',
    replace: 'return document.write({ ...document.read(), keys });',
    test: { file: 'app/key/vault.test.ts', title: 'leaves nothing of it, in memory or in any file' },
  },
  {
    name: 'The vault has a place for each address',
    file: 'app/key/vault.ts',
    find: 'text: () => memory.inUse.get(slot())?.text ?? null,',
    replace: 'text: () => [...memory.inUse.values()][0]?.text ?? null,',
    test: { file: 'app/key/vault.test.ts', title: 'never takes the key of one address for another' },
  },
  {
    name: 'Settings that cannot be used block every request',
    file: 'app/session/key-in-use.ts',
    find: 'const isBlocked = this.#ports.source.blockedBy() !== null;',
    replace: 'const isBlocked = false;',
    test: {
      file: 'app/session/host/session-host.test.ts',
      title: 'by their %s ask nobody from the start, keep no key, and say what to do',
    },
  },
  {
    name: 'Settings that become unusable block every request',
    file: 'app/session/key-in-use.ts',
    find: 'const isBlocked = this.#ports.source.blockedBy() !== null;',
    replace: 'const isBlocked = false;',
    test: {
      file: 'app/session/host/session-host.test.ts',
      title: 'an unusable address in settings.json stops all requests until it is corrected',
    },
  },
  {
    name: 'A key that was checked at another address is not stored',
    file: 'app/session/key-entry.ts',
    find: 'candidate === null || address !== checkedAt',
    replace: 'candidate === null',
    also: [
      {
        file: 'app/session/settings-changes.ts',
        find: 'if (address() !== addressBefore) options.addressChanged();',
        replace: 'void addressBefore;',
      },
    ],
    test: {
      file: 'app/session/host/session-host.test.ts',
      title: 'void a key that was checked at the address before: %s',
    },
  },
  {
    name: 'A key that was stored for the address before is not used',
    file: 'app/session/key-entry.ts',
    find: 'if (address !== account.address()) {',
    replace: "if (address === '') {",
    test: {
      file: 'app/session/host/session-host.test.ts',
      title: 'do not get a key that was on its way into the keyring for the address before',
    },
  },
  {
    name: 'A key is unprotected by consent only',
    file: 'app/session/key-entry.ts',
    find: "if (storage === 'unprotected' && !consent) return",
    replace: "if (storage === 'unprotected' && consent === null) return",
    test: { file: 'app/session/host/session-host.test.ts', title: 'wants a consent for no protection' },
  },
  {
    name: 'A place in key.json that is renamed gets no key',
    file: 'app/key/key-encryption.ts',
    find: 'if (sealedFor === origin) return',
    replace: 'if (sealedFor !== null) return',
    test: {
      file: 'e2e/rotation-elsewhere.test.ts',
      title: 'a key whose entry in key.json was renamed to another address is not sent',
    },
  },
  {
    name: 'The search for keys knows each disguise',
    file: 'e2e/harness/canary.ts',
    find: "      ['reversed', Buffer.from(text.split('').toReversed().join(''))],\n",
    replace: '',
    test: { file: 'e2e/canary.test.ts', title: 'the search finds a key in any encoding, and a piece of one' },
  },
  {
    name: 'The log names no key',
    file: 'app/session/key-entry.ts',
    find: "log('key kept', { storage });",
    replace: "log('key kept', { storage, key: candidate.text });",
    test: {
      file: 'e2e/linux/canary.test.ts',
      title: 'no key leaves a trace in files, output, windows or processes, in any flow',
    },
  },
  {
    name: 'A key that is removed leaves no file behind',
    file: 'app/key/key-slots.ts',
    find: 'return document.writeAndPurge({ ...document.read(), keys });',
    replace: 'return document.write({ ...document.read(), keys });',
    test: {
      file: 'e2e/linux/canary.test.ts',
      title: 'an unprotected key is written, with consent, to its own file only, and removing the key deletes it',
    },
  },
  {
    name: 'A ciphertext that protects nothing is refused',
    file: 'app/key/key-encryption.ts',
    find: "if (!isProtected(bytes, this.#platform)) return failed({ kind: 'keyring-absent' });",
    replace:
      "if (bytes.length === 0 && !isProtected(bytes, this.#platform)) return failed({ kind: 'keyring-absent' });",
    test: { file: 'app/key/vault.test.ts', title: 'never does less than asked: when %s, the older key stays' },
  },
];
