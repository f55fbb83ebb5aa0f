// What a package starts with, and how it ends.

/** @type {import('../protections.mjs').Protection[]} */
export const start = [
  {
    name: 'A quit that would lose a key is asked about',
    file: 'app/windows/quit-guard.ts',
    find: 'if (!mayLeave()) {',
    replace: 'if (isAsking && !mayLeave()) {',
    test: {
      file: 'app/windows/quit-guard.test.ts',
      title: 'waits for the answer, whichever way it was started, and asks once at a time',
    },
  },
  {
    name: 'A package refuses switches',
    file: 'app/startup/startup.electron.ts',
    find: 'refusedSwitches(others, process.platform)',
    replace: 'refusedSwitches([], process.platform)',
    test: {
      file: 'e2e/linux/packaged.test.ts',
      title: 'the package does not start with a switch that could expose the key, and names the switch',
    },
  },
  {
    name: 'Only listed values of --enable-features are accepted',
    file: 'app/startup/switches.ts',
    find: "return value.split(',').every((part) => accepted.includes(part));",
    replace: "return value.split(',').some((part) => accepted.includes(part));",
    test: { file: 'app/startup/switches.test.ts', title: 'do not include %s' },
  },
  {
    name: 'SSLKEYLOGFILE is removed',
    file: 'app/startup/environment.ts',
    find: "new Set(['SSLKEYLOGFILE', 'CHROME_LOG_FILE'])",
    replace: "new Set(['CHROME_LOG_FILE'])",
    test: {
      file: 'e2e/linux/packaged.test.ts',
      title: 'the package writes no TLS secrets to a file, whatever the environment requests',
    },
  },
  {
    name: 'A package without its sandbox asks',
    file: 'app/startup/without-sandbox.electron.ts',
    find: 'if (response !== 1) return false;',
    replace: 'if (response < 0) return false;',
    test: {
      file: 'e2e/linux/packaged.test.ts',
      title: 'without its sandbox the package reads no key and shows no window until the user agrees',
    },
  },
  {
    name: 'A missing sandbox is shown',
    file: 'renderer/ui/NoSandboxBanner.tsx',
    find: 'if (sandboxed) return null;',
    replace: "if (sandboxed || className !== '') return null;",
    test: {
      file: 'e2e/linux/sandbox.test.ts',
      title:
        'without the sandbox, both windows and --status say so to a user who agreed, and one who did not gets nothing',
    },
  },
  {
    name: 'An AppImage is started with its sandbox',
    file: 'electron-builder.yml',
    find: '  executableArgs: []',
    replace: '  executableArgs: [--no-sandbox]',
    test: {
      file: 'build/package/app-image.test.ts',
      title: 'an AppImage is started with its sandbox, which electron-builder turns off by default',
    },
  },
  {
    name: 'Electron’s and Node’s variables are removed',
    file: 'app/startup/environment.ts',
    find: ' || (/^(ELECTRON|NODE)_/.test(upper) && !KEPT.has(upper))',
    replace: " || (/^(ELECTRON|NODE)_/.test(upper) && KEPT.has(''))",
    test: {
      file: 'app/startup/environment.test.ts',
      title: 'removes the variables that write secrets into files, log, trust more certificates or load code',
    },
  },
  {
    name: 'Electron is pinned exactly',
    file: 'package.json',
    find: '"electron": "',
    replace: '"electron": "^',
    test: { file: 'build/docs.test.ts', title: 'names the Electron that package.json pins, exactly' },
  },
  {
    name: 'Every quit that would lose a key asks',
    file: 'app/windows/quit-guard.ts',
    find: 'if (!mayLeave()) {',
    replace: 'if (isAsking && !mayLeave()) {',
    test: {
      file: 'e2e/linux/quit.test.ts',
      title: 'a quit asks about an unsaved key however it is started, and loses the key only when the user agrees',
    },
  },
  {
    name: 'The end of the session is not held up',
    file: 'app/windows/quit-guard.electron.ts',
    find: 'process.on(signal, guard.terminate)',
    replace: 'process.on(signal, guard.interrupt)',
    test: { file: 'e2e/linux/quit.test.ts', title: 'NineTray does not delay the end of the user’s session' },
  },
  {
    name: 'A package takes no debugger',
    file: 'electron-builder.yml',
    find: 'enableNodeCliInspectArguments: false',
    replace: 'enableNodeCliInspectArguments: true',
    test: {
      file: 'e2e/linux/packaged.test.ts',
      title: 'the package refuses a debugger, Node mode, and code that is not its own',
    },
  },
];
