// What brings a new key to the listed places alone, as the user confirmed it, and nowhere from a demo.

const moves = 'app/places/gateway/gateway-moves.ts';
const inMoves = (/** @type {string} */ title) => ({ file: 'app/places/gateway/gateway-moves.test.ts', title });

/** @type {import('../protections.mjs').Protection[]} */
export const places = [
  {
    name: 'A path gives a terminal no commands',
    file: 'app/texts/status/places-cli.ts',
    find: "text.replaceAll(/[\\p{Cc}\\u{2028}-\\u{202e}\\u{2066}-\\u{2069}]/gu, '\\u{fffd}')",
    replace: 'text',
    test: { file: 'app/cli/places-command.test.ts', title: 'gives a terminal no commands that a name could hold' },
  },
  {
    name: 'A new key goes to the places only once it is in use',
    file: 'app/places/service/place-rows.ts',
    find: "return newFingerprint !== null && (step === 'copy' || step === 'update');",
    replace: "return newFingerprint !== null && step !== 'receipt';",
    test: {
      file: 'app/places/service/places-service.test.ts',
      title: 'goes nowhere before it is in use, for another address, or automatically when it is another account’s',
    },
  },
  {
    name: 'A command that was not confirmed as it is does not run',
    file: 'app/places/push/row-steps.ts',
    find: "  const problem = ports.commands.unconfirmed(row.place);\n  if (problem !== null) return void (await record({ state: 'blocked', problem }));\n  if (row.state === 'begun'",
    replace: "  if (row.state === 'begun'",
    test: {
      file: 'app/places/service/places-service.test.ts',
      title: 'runs no command that the user did not confirm as it is, and says so',
    },
  },
  {
    name: 'A window cannot confirm commands by writing the place',
    file: 'app/places/service/places-service.ts',
    find: 'withConfirmed(place, confirmed.get(place.id))',
    replace: 'withConfirmed(place, place.confirmed ?? confirmed.get(place.id))',
    test: {
      file: 'app/places/service/places-service.test.ts',
      title:
        'takes no confirmation of commands that a window wrote into a place, and none of commands that are others by now',
    },
  },
  {
    name: 'An interrupted command that may not be repeated is not',
    file: 'app/places/push/row-steps.ts',
    find: "if (row.state === 'begun' && !way.repeatable) {",
    replace: "if (row.state === 'begun' && way.command === undefined) {",
    test: {
      file: 'app/places/service/crash.test.ts',
      title: 'ends in a state that is resumed or named exactly, whichever the moment',
    },
  },
  {
    name: 'An interrupted hook that may not be repeated is not',
    file: 'app/places/push/row-steps.ts',
    find: 'place.isHookRepeatable === true',
    replace: 'place.hook !== undefined',
    test: {
      file: 'app/places/service/crash.test.ts',
      title: 'runs a hook again only where that does no harm, and names it otherwise',
    },
  },
  {
    name: 'No act follows a line that is not in the journal',
    file: 'app/places/push/row-steps.ts',
    find: "if (!(await record({ state: 'begun', plan }))) return null;",
    replace: "void record({ state: 'begun', plan });",
    test: {
      file: 'app/places/service/places-service.test.ts',
      title: 'waits while the disk takes nothing: no act comes before its line in the journal',
    },
  },
  {
    name: 'A rehearsal writes nothing',
    file: 'app/places/rehearse/rehearsals.ts',
    find: '    const { strategy, proof, digest } = plan.value;',
    replace:
      "    await files.write(place.update, plan.value, { old: key, next: 'another' }, Buffer.alloc(0));\n    const { strategy, proof, digest } = plan.value;",
    test: {
      file: 'app/places/service/places-service.test.ts',
      title: 'says which places are ready, changes none, and is good for a day',
    },
  },
  {
    name: 'The demo changes no file outside of its folder',
    file: 'app/demo-places/files-in-folder.ts',
    find: "return isElsewhere ? failed({ kind: 'not-in-demo' }) : ok(undefined);",
    replace: 'return ok(undefined);',
    test: {
      file: 'app/demo-places/open-examples.test.ts',
      title: 'touches no file outside of its folder, whatever the way to it',
    },
  },
  {
    name: 'The demo compares a file’s folder without links',
    file: 'app/demo-places/files-in-folder.ts',
    find: 'const real = await fs.realpath(dirname(path)).catch(() => null);',
    replace: 'const real: string | null = await Promise.resolve(dirname(path));',
    test: {
      file: 'app/demo-places/open-examples.test.ts',
      title: 'touches no file outside of its folder, whatever the way to it',
    },
  },
  {
    name: 'The demo runs no commands and searches nothing',
    file: 'app/places/service/no-system.ts',
    find: 'rehearse: async (place) => (hasCommands(place) ? refused : ok(undefined)),',
    replace: 'rehearse: async () => ok(undefined),',
    test: {
      file: 'app/demo-places/open-examples.test.ts',
      title: 'runs no command, no hook and no check, and searches nothing',
    },
  },
  {
    name: 'A folder left by a demo is removed only where it is a folder',
    file: 'app/demo-places/demo-folder.ts',
    find: 'if (isOurs && stats.isDirectory())',
    replace: 'if (isOurs)',
    test: {
      file: 'app/demo-places/demo-folder.test.ts',
      title: 'removes nothing that only looks like its folder: links, files, other names',
    },
  },
  {
    name: 'The folder of a demo that runs is not removed',
    file: 'app/demo-places/demo-folder.ts',
    find: 'if (pid === undefined || isRunning(Number(pid))) continue;',
    replace: 'if (pid === undefined) continue;',
    test: {
      file: 'app/demo-places/demo-folder.test.ts',
      title: 'removes the folder of a demo that was killed, and leaves that of one that runs',
    },
  },
  {
    name: 'The demo’s script asks nobody outside of this computer',
    file: 'app/demo-places/script/loop.ts',
    find: "if (url.hostname !== '127.0.0.1') return false;",
    replace: '',
    test: {
      file: 'app/demo-places/script/loop.test.ts',
      title: 'reads its settings again for each call, and asks nobody outside of this computer whatever they say',
    },
  },
  {
    name: 'W6: a place asks the gateway’s address with its token',
    file: 'app/places/files/content/file-change.ts',
    find: 'return { old: key, next: gateway.token, address: { old: VENDOR, next: gateway.address } };',
    replace: 'return { old: key, next: gateway.token };',
    test: inMoves('gets a token and the address, with every other byte as it was; then it is restarted and checked'),
  },
  {
    name: 'W6: the token of a place that comes back ends',
    file: moves,
    find: 'if (move.revokes) this.#revoke(move);',
    replace: '',
    test: inMoves('comes back to the key and to 9Proxy’s address, and its token ends'),
  },
  {
    name: 'W6: a token that another place has is kept',
    file: moves,
    find: 'if (consumerId !== null && !isShared) gateway.revoke(consumerId);',
    replace: 'if (consumerId !== null) gateway.revoke(consumerId);',
    test: inMoves('keeps a token that another place has, or that is to stay'),
  },
  {
    name: 'W6: no token is made before the file is known to take it',
    file: moves,
    find: "const sample = wanted.kind === 'use' ? ok(SAMPLE_TOKEN) : token();",
    replace: 'const sample = token();',
    test: inMoves('makes no token where the file cannot be changed'),
  },
  {
    name: 'W6: a token that is of no use is revoked',
    file: moves,
    find: 'if (isUseless && move.isNewConsumer && move.consumerId !== null) gateway.revoke(move.consumerId);',
    replace: '',
    test: inMoves('revokes a token that did not get into the file'),
  },
  {
    name: 'W6: a move is recorded before its token is made',
    file: moves,
    find: 'const recorded = list.keepMove(place.id, move);',
    replace: 'const recorded = ok(undefined);',
    test: inMoves('is left as it was, and loses the token again, where NineTray ended before the file was written'),
  },
  {
    name: 'W6: no place moves to a gateway that does not listen',
    file: moves,
    find: "      if (update?.by !== 'file' || address === null) return failed({ kind: 'not-now' });",
    replace: "      if (update?.by !== 'file') return failed({ kind: 'not-now' });",
    test: inMoves('does not move while the gateway does not listen'),
  },
];
