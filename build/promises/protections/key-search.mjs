// What keeps the key, and files of others, safe while places that use the key are searched for.

/** @type {import('../protections.mjs').Protection[]} */
export const keySearch = [
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
    name: 'A search from a terminal ends with its caller',
    file: 'app/cli/places-command.ts',
    find: "caller.gone.addEventListener('abort', cancel, { once: true });",
    replace: '',
    test: { file: 'app/cli/places-command.test.ts', title: 'ends with who asked for it' },
  },
];
