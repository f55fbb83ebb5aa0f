// What keeps the keys at their addresses in a regeneration, and knows which of them works.

/** @type {import('../protections.mjs').Protection[]} */
export const rotation = [
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
    name: 'A pasted key is not taken for a regeneration at another address',
    file: 'app/session/account-parts.ts',
    find: 'return isOver || !this.#isHere(current) ? null : current;',
    replace: 'return isOver ? null : current;',
    test: { file: 'app/session/elsewhere.test.ts', title: 'a key that is pasted here is kept for here' },
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
    name: 'The log of a regeneration names no key',
    file: 'app/key/rotation/journal.ts',
    find: "this.#options.log('rotation', { event: event.type,",
    replace: "this.#options.log('rotation', { event: this.#options.vault.text(),",
    test: {
      file: 'e2e/linux/canary-wizard.test.ts',
      title: 'a key that is pasted and never shown is in no window and in no trace of the wizard',
    },
  },
];
