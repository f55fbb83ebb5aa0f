// What keeps a key at its address, in memory, on disk and in a regeneration.

/** @type {import('../protections.mjs').Protection[]} */
export const key = [
  {
    name: 'A caller without the word is told nothing',
    file: 'app/instance/control.ts',
    find: 'if (said !== words.ask) {',
    replace: 'if (said === words.answer) {',
    test: {
      file: 'app/instance/control.test.ts',
      title: 'answers nothing to a caller without the token, and runs nothing for it',
    },
  },
  {
    name: 'A listener without the word gets no key',
    file: 'app/instance/control.ts',
    find: 'if (said !== words.answer) {',
    replace: 'if (said === words.ask) {',
    test: {
      file: 'app/instance/control.test.ts',
      title: 'hands a key only to a listener that knows the word: on Windows any user can open a pipe of that name',
    },
  },
  {
    name: 'A silent caller is cut off',
    file: 'app/instance/control.ts',
    find: 'let timer = setTimeout(() => socket.destroy(), limits.request);',
    replace: 'let timer = setTimeout(() => undefined, limits.request);',
    test: {
      file: 'app/instance/control.test.ts',
      title: 'hangs up on a caller who says nothing, and when its own answer takes too long',
    },
  },
  {
    name: 'A socket whose path does not fit is made elsewhere',
    file: 'app/instance/control-server.ts',
    find: "if (!isSocketPath(join(place, 'ninetray-XXXXXX', 's'))) return null;",
    replace: '',
    test: {
      file: 'app/instance/control-server.test.ts',
      title: 'takes another folder where a socket does not fit or none can be made',
    },
  },
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
    name: 'A command’s key goes to no other address than the one that it means',
    file: 'app/cli/commands.ts',
    find: 'if (request.origin !== origin)',
    replace: "if (request.origin === 'nowhere')",
    test: {
      file: 'app/cli/commands.test.ts',
      title: 'sends a key to no other address than the one that it was meant for',
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
    name: 'A bare word on the command line is not repeated',
    file: 'app/cli/unknown-argument.ts',
    find: "return argument.startsWith('--') ? null : { kind: 'wrong', argument: null };",
    replace: "return argument.startsWith('--') ? null : { kind: 'wrong', argument };",
    test: { file: 'app/cli/arguments.test.ts', title: 'refuses a bare word without repeating it: it may be a key' },
  },
  {
    name: 'A token is in no argument of the command that gets it',
    file: 'build/package/bin/ninetray',
    find: 'exec "$@"',
    replace: 'exec "$@" "$NINEPROXY_API_KEY"',
    test: { file: 'build/package/ninetray-command.test.ts', title: 'has the token in no argument' },
  },
  {
    name: 'A command that is run asks no proxy for the local address',
    file: 'build/package/bin/ninetray',
    find: 'local_addresses=127.0.0.1,localhost,::1',
    replace: 'local_addresses=none',
    test: {
      file: 'build/package/ninetray-command.test.ts',
      title: 'gives the command the token, the address, and no proxy for them',
    },
  },
  {
    name: 'A token of a command ends with it',
    file: 'app/cli/leases.ts',
    find: 'markOf(pid) !== mark || ',
    replace: '',
    test: { file: 'app/cli/leases.test.ts', title: 'ends when its process has ended' },
  },
  {
    name: 'No terminal command gives a token that can spend',
    file: 'app/cli/access-commands.ts',
    find: "new Set(['spend', 'everything'])",
    replace: 'new Set()',
    test: { file: 'app/cli/access-commands.test.ts', title: 'that can spend are added in the window only' },
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
    name: 'One refusal does not make a new key a refused one',
    file: 'app/key/rotation/key-reads.ts',
    find: 'now - since >= CONFIRM_AFTER',
    replace: 'now >= since',
    test: {
      file: 'app/key/rotation/state-space.test.ts',
      title: 'takes a new key for refused only after a second refusal, whatever was read before',
    },
  },
  {
    name: 'Only 9Proxy’s own refusal moves a regeneration on',
    file: 'app/key/rotation/task-scheduler.ts',
    find: "else if (answer.problem.kind === 'key-refused') await",
    replace: "else if (answer.problem.kind !== 'cancelled') await",
    test: {
      file: 'app/key/rotation/rotation-service.test.ts',
      title: 'does not move while something on the way refuses every read, and confirms a refusal once it is gone',
    },
  },
  {
    name: 'A regeneration’s log names no key',
    file: 'app/key/rotation/journal.ts',
    find: "this.#options.log('rotation', { event: event.type,",
    replace: "this.#options.log('rotation', { event: this.#options.vault.text(),",
    test: {
      file: 'app/key/rotation/rotation-service.test.ts',
      title: 'never lets the text of a key into a journal, a view or a log',
    },
  },
  {
    name: 'An old key is dead only after a second refusal',
    file: 'app/key/rotation/key-reads.ts',
    find: 'if (now - since < CONFIRM_AFTER) return',
    replace: 'if (now - since < 0) return',
    test: {
      file: 'app/key/rotation/state-space.test.ts',
      title: 'takes an old key for dead only after a second refusal, whatever was read before',
    },
  },
  {
    name: 'An old key is read at its own address only',
    file: 'app/key/rotation/task-scheduler.ts',
    find: '// The keyring may have taken its time: a key is read at its own address only.\n    if (!journal.isHere(rotation)) return;',
    replace: '',
    test: {
      file: 'app/model/rotation/rotation-origin.test.ts',
      title: 'is sent nowhere when the address changed while the keyring was asked for it',
    },
  },
  {
    name: 'A new key is read at its own address only',
    file: 'app/key/rotation/task-scheduler.ts',
    find: '    if (!journal.isHere(rotation)) return;\n    const answer = text.ok',
    replace: '    const answer = text.ok',
    test: {
      file: 'app/model/rotation/rotation-origin.test.ts',
      title: 'is sent nowhere when the address changed while the keyring was asked for it',
    },
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
    name: 'A pasted key is not taken for a regeneration at another address',
    file: 'app/session/account-parts.ts',
    find: 'return isOver || !this.#isHere(current) ? null : current;',
    replace: 'return isOver ? null : current;',
    test: { file: 'app/session/elsewhere.test.ts', title: 'a key that is pasted here is kept for here' },
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
    name: 'No new key is taken for another address',
    file: 'app/key/rotation/key-intake.ts',
    find: 'if (!isWaiting(rotation) || !this.#journal.isHere(rotation) || this.#isUnderWay) return',
    replace: 'if (!isWaiting(rotation) || this.#isUnderWay) return',
    also: [
      {
        file: 'app/key/rotation/key-intake.ts',
        find: "a key is stored for its own address only.\n    if (!this.#journal.isHere(rotation)) return failed({ kind: 'not-now' });",
        replace: 'a key is stored for its own address only.',
      },
      {
        file: 'app/key/rotation/key-intake.ts',
        find: "const stored = isHere ? await vault.receive(key, storage) : failed({ kind: 'not-now' });",
        replace: 'const stored = await vault.receive(key, storage);',
      },
    ],
    test: {
      file: 'app/model/rotation/rotation-origin.test.ts',
      title: 'takes no new key, neither for that address nor for its own',
    },
  },
  {
    name: 'The folder of the socket is its owner’s alone',
    file: 'app/instance/control-server.ts',
    find: "return fs.mkdtempSync(join(place, 'ninetray-'));",
    replace: "const made = fs.mkdtempSync(join(place, 'ninetray-'));\n    fs.chmodSync(made, 0o755);\n    return made;",
    test: { file: 'app/instance/control-server.test.ts', title: 'listens in a folder that only its owner enters' },
  },
  {
    name: 'A reply of another form is not taken',
    file: 'app/instance/control.ts',
    find: 'const reply = replySchema.safeParse(parsed);',
    replace: 'const reply = z.any().safeParse(parsed);',
    test: {
      file: 'app/instance/control.test.ts',
      title: 'takes neither a reply of another form nor one without an end',
    },
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
    name: 'The log of a regeneration names no key',
    file: 'app/key/rotation/journal.ts',
    find: "this.#options.log('rotation', { event: event.type,",
    replace: "this.#options.log('rotation', { event: this.#options.vault.text(),",
    test: {
      file: 'e2e/linux/canary-wizard.test.ts',
      title: 'a key that is pasted and never shown is in no window and in no trace of the wizard',
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
