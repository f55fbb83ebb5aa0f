// What keeps a key or a token that a terminal command, or another start, hands over.

/** @type {import('../protections.mjs').Protection[]} */
export const terminal = [
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
];
