// What keeps the key, and files of others, safe while places that use the key are searched for.

/** @type {import('../protections.mjs').Protection[]} */
export const places = [
  {
    name: 'The keys are overwritten in a file before it becomes text',
    file: 'app/places/scan/classify/describe-file.ts',
    find: 'for (const match of matches) mask(content, match);',
    replace: '',
    test: {
      file: 'app/places/scan/classify/reader-path.test.ts',
      title: 'leaves nothing of the key in the content',
    },
  },
  {
    name: 'A path with the key in it is reported without the key',
    file: 'app/places/scan/findings.ts',
    find: 'return this.#options.withoutKeys(path).slice(0, LONGEST_PATH);',
    replace: 'return path.slice(0, LONGEST_PATH);',
    test: {
      file: 'app/places/scan/scan-service.test.ts',
      title:
        'finds files in a chosen folder from a thread of its own, and publishes neither a key nor a text of a file',
    },
  },
  {
    name: 'A search overwrites its copies of the key',
    file: 'app/places/scan/scan-service.ts',
    find: '    wipePatterns(scan.patterns);\n    void scan.worker.terminate();',
    replace: '    void scan.worker.terminate();',
    test: {
      file: 'app/places/scan/scan-service.test.ts',
      title: 'overwrites its copies of the key at the end, however it ends',
    },
  },
  {
    name: 'What a search read is overwritten',
    file: 'app/places/scan/files/read-file.ts',
    find: 'this.content.fill(0, 0, this.#used);',
    replace: '',
    test: {
      file: 'app/places/scan/files/walk.test.ts',
      title: 'keeps nothing of what it read once it is wiped',
    },
  },
  {
    name: 'A search opens regular files alone',
    file: 'app/places/scan/files/walk.ts',
    find: '} else if (entry.isFile()) visitFile(at, device, visitor);',
    replace: '} else if (!entry.isSymbolicLink()) visitFile(at, device, visitor);',
    test: { file: 'app/places/scan/files/walk.test.ts', title: 'follows no link, and opens no FIFO' },
  },
  {
    name: 'A search follows no link that took the place of a file',
    file: 'app/places/scan/files/read-file.ts',
    find: 'fs.constants.O_RDONLY | (fs.constants.O_NOFOLLOW ?? 0) |',
    replace: 'fs.constants.O_RDONLY |',
    test: {
      file: 'app/places/scan/files/walk.test.ts',
      title: 'waits for no writer where a FIFO took the place of a file, and follows no link that did',
    },
  },
  {
    name: 'A search runs no program that a repository names',
    file: 'app/places/scan/classify/git-state.ts',
    find: "'core.fsmonitor=false'",
    replace: "'core.pager=cat'",
    test: { file: 'app/places/scan/classify/git-state.test.ts', title: 'runs no program that a repository names' },
  },
  {
    name: 'A search does nothing that was not asked for',
    file: 'app/places/scan/scan-job.ts',
    find: 'if (request.quick) this.#searchQuickly();',
    replace: 'this.#searchQuickly();',
    test: { file: 'app/places/scan/scan-job.test.ts', title: 'searches nothing that was not asked for' },
  },
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
    name: 'A search from a terminal ends with its caller',
    file: 'app/cli/places-command.ts',
    find: "caller.gone.addEventListener('abort', cancel, { once: true });",
    replace: '',
    test: { file: 'app/cli/places-command.test.ts', title: 'ends with who asked for it' },
  },
  {
    name: 'A path gives a terminal no commands',
    file: 'app/texts/status/places-cli.ts',
    find: "text.replaceAll(/[\\p{Cc}\\u{2028}-\\u{202e}\\u{2066}-\\u{2069}]/gu, '\\u{fffd}')",
    replace: 'text',
    test: { file: 'app/cli/places-command.test.ts', title: 'gives a terminal no commands that a name could hold' },
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
    name: 'A new key goes to the places only once it is in use',
    file: 'app/places/service/place-rows.ts',
    find: "return newFingerprint !== null && (step === 'copy' || step === 'update');",
    replace: "return newFingerprint !== null && step !== 'receipt';",
    test: {
      file: 'app/places/service/places-service.test.ts',
      title: 'goes nowhere before it is in use, for another address, or by itself when it is another account’s',
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
    name: 'The copy of a file is not encrypted with a public constant',
    file: 'app/key/keyring/seal-bytes.ts',
    find: 'return isProtected(sealed, platform) ? ok(sealed)',
    replace: 'return sealed.length > 0 ? ok(sealed)',
    test: {
      file: 'app/key/keyring/seal-bytes.test.ts',
      title: 'bytes are not encrypted with the constant that Chromium uses without a keyring',
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
];
