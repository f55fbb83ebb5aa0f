// The protections behind docs/security.md, each as the smallest change that removes it, with the test that must then fail.
// `npm run test:promises` makes each change in a copy of the tree; protections.test.ts holds this list to the code and to that page.

/**
 * @typedef {object} Protection
 * @property {string} name what the protection does
 * @property {string} file where it is
 * @property {string} find the text to change; it occurs exactly once in the file
 * @property {string} replace what stands there without the protection; the code must still compile
 * @property {{ file: string, title: string }} test the test that must fail, by its title in the code
 */

const security = (title) => ({ file: 'e2e/security.test.ts', title });
const page = (title) => ({ file: 'app/windows/page.test.ts', title });

/** @type {Protection[]} */
export const protections = [
  // Windows and their pages.
  {
    name: 'Pages have a content security policy',
    file: 'app/windows/page.ts',
    find: "`default-src 'none'`",
    replace: '`default-src *`',
    test: page('grants our own files and no connection'),
  },
  {
    name: 'Pages open no connection',
    file: 'app/windows/page.ts',
    find: "devServer === null ? `connect-src 'none'`",
    replace: 'devServer === null ? `connect-src *`',
    test: security('runs no code and fetches nothing that is not its own'),
  },
  {
    name: 'Files are served from one folder only',
    file: 'app/windows/page.ts',
    find: "|| posix.normalize(path) !== path || path.startsWith('/')",
    replace: '',
    test: page('never leaves its folder'),
  },
  {
    name: 'Developer tools are off in a package',
    file: 'app/windows/page.ts',
    find: 'devTools: !packaged',
    replace: 'devTools: true',
    test: page('confines the page'),
  },
  {
    name: 'Windows are sandboxed',
    file: 'app/windows/page.ts',
    find: 'sandbox: true',
    replace: 'sandbox: false',
    test: page('confines the page'),
  },
  {
    name: 'Permissions are denied',
    file: 'app/windows/page.electron.ts',
    find: 'own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));',
    replace: 'own.setPermissionRequestHandler((_contents, _permission, answer) => answer(true));',
    test: security('is granted no permission and no device, asked for or looked up'),
  },
  {
    name: 'Pages do not navigate',
    file: 'app/windows/page.electron.ts',
    find: "contents.on('will-navigate', (event) => event.preventDefault());\n    contents.on('will-frame-navigate', (event) => event.preventDefault());",
    replace: '',
    test: security('stays where it is: no address, link, form, refresh or new window leads away'),
  },
  {
    name: 'Pages open no windows',
    file: 'app/windows/page.electron.ts',
    find: "contents.setWindowOpenHandler(() => ({ action: 'deny' }));",
    replace: "contents.setWindowOpenHandler(() => ({ action: 'allow' }));",
    test: security('stays where it is: no address, link, form, refresh or new window leads away'),
  },
  {
    name: 'A window with an empty page is closed',
    file: 'app/windows/page.electron.ts',
    find: "if (url.startsWith('about:')) contents.close();",
    replace: 'void url;',
    test: security('gives up a window that became an empty page, and the next one is whole'),
  },
  {
    name: 'Only listed pages open in the browser',
    file: 'app/windows/external.ts',
    find: ' && addresses.has(url)',
    replace: ' && addresses.size > 0',
    test: { file: 'app/windows/external.test.ts', title: 'refuses %j' },
  },
  // Secrets in windows.
  {
    name: 'A shown secret is hidden when the window is left',
    file: 'renderer/ui/use-secret.ts',
    find: "window.addEventListener('blur', hide);",
    replace: '',
    test: {
      file: 'renderer/account/list/secrets.test.tsx',
      title: 'are hidden when %s',
    },
  },
  {
    name: 'A shown secret is hidden after a while',
    file: 'renderer/ui/use-secret.ts',
    find: 'timer.current = setTimeout(hide, shownFor);',
    replace: '',
    test: {
      file: 'renderer/account/list/secrets.test.tsx',
      title: 'are shown one at a time, and hidden after a while',
    },
  },
  {
    name: 'A secret leaves the page with its screen',
    file: 'renderer/ui/use-secret.ts',
    find: 'useLayoutEffect(() => wipe, [wipe]);',
    replace: 'useLayoutEffect(() => undefined, [wipe]);',
    test: {
      file: 'renderer/wizard/CopyOnce.test.tsx',
      title: 'is gone with the step, and with the window; then only its fingerprint is left',
    },
  },
  {
    name: 'Hidden amounts are not in the page',
    file: 'renderer/ui/privacy.tsx',
    find: 'return useMasked() ? <Dots /> : children;',
    replace: 'return useMasked() ? <><Dots /><span hidden>{children}</span></> : children;',
    test: {
      file: 'renderer/account/privacy.test.tsx',
      title: 'amounts are not in the page until somebody points at them, and gone again afterwards',
    },
  },
  // Secrets of lists.
  {
    name: 'Secrets leave main as references',
    file: 'app/account/lists/lists.ts',
    find: 'cells[id] = secrets.refOf(secret);',
    replace: 'secrets.refOf(secret);',
    test: { file: 'app/account/lists/lists.test.ts', title: 'never leave in a row: neither as a cell nor as its key' },
  },
  {
    name: 'New codes leave main as references',
    file: 'app/account/actions/actions.ts',
    find: 'made.map((text) => secrets.refOf(text))',
    replace: 'made.map((text) => { secrets.refOf(text); return text; })',
    test: { file: 'app/account/actions/actions.test.ts', title: 'hands new codes out as references' },
  },
  {
    name: 'A refusal is shown without codes and passwords',
    file: 'app/account/actions/actions.ts',
    find: 'message: withoutSecrets(problem.message, prepared)',
    replace: 'message: problem.message',
    test: { file: 'app/account/actions/actions.test.ts', title: 'lets no code or password out in the vendor’s words' },
  },
  {
    name: 'A ticket is good once',
    file: 'app/account/actions/tickets.ts',
    find: '      given.delete(ticket);\n      if (found',
    replace: '      if (found',
    test: { file: 'app/account/actions/actions.test.ts', title: 'is good once, however it ends' },
  },
  // One instance, and its socket.
  {
    name: 'A caller without the word is told nothing',
    file: 'app/instance/control.ts',
    find: 'if (said !== words.ask) {',
    replace: 'if (said === words.answer) {',
    test: {
      file: 'app/instance/control.test.ts',
      title: 'tells nothing to a caller who does not know the word, and runs nothing for it',
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
    name: 'A quit that would lose a key is asked about',
    file: 'app/windows/quit-guard.ts',
    find: 'if (!mayLeave()) {',
    replace: 'if (isAsking && !mayLeave()) {',
    test: {
      file: 'app/windows/quit-guard.test.ts',
      title: 'waits for the answer, whichever way it was started, and asks once at a time',
    },
  },
  // The clipboard.
  {
    name: 'Only a copy of ours is cleared',
    file: 'app/key/copy-once.ts',
    find: "if (!isIt(before)) return 'left-alone';",
    replace: '',
    test: {
      file: 'app/key/copy-once.test.ts',
      title: 'never clears what somebody else wrote, and never leaves the key behind',
    },
  },
  {
    name: 'A notification has no amount where amounts are hidden',
    file: 'app/texts/alerts.ts',
    find: "hidden ? 'Below the amount that you set.' : `${left}, below",
    replace: "left === '' ? 'Below the amount that you set.' : `${left}, below",
    test: { file: 'app/texts/alerts.test.ts', title: 'names no amount where amounts are hidden' },
  },
  {
    name: 'A notification has at most a line of the vendor’s text',
    file: 'app/texts/alerts.ts',
    find: 'return shortened(text, LONGEST);',
    replace: 'return text;',
    test: { file: 'app/texts/alerts.test.ts', title: 'has the vendor’s words cut to what fits' },
  },
  // The key's address, and the files.
  {
    name: 'A key that was sealed for one address is not handed out at another',
    file: 'app/key/sealing.ts',
    find: 'if (sealedFor === origin) return',
    replace: 'if (sealedFor !== null) return',
    test: {
      file: 'app/key/vault.test.ts',
      title: 'goes to no other address: %s',
    },
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
    name: 'A pasted key leaves memory by itself',
    file: 'app/key/candidate.ts',
    find: 'options.clock.after(GOOD_FOR, remove)',
    replace: 'options.clock.after(GOOD_FOR, () => undefined)',
    test: {
      file: 'app/key/candidate.test.ts',
      title: 'end by themselves, though nobody asks for the key and the clock went back',
    },
  },
  {
    name: 'Documents are not written through links',
    file: 'app/settings/profile-files.ts',
    find: "const MAY_BE_LINK = ['settings.json'];",
    replace: "const MAY_BE_LINK = ['settings.json', 'key.json', 'key.backup.json'];",
    test: {
      file: 'app/settings/plain-file.test.ts',
      title: 'is not followed for any other document: neither read nor written through',
    },
  },
  {
    name: 'The profile folder and the key’s file are closed to others',
    file: 'app/settings/secure-profile.ts',
    find: 'fs.fchmodSync(file, 0o600)',
    replace: 'fs.fchmodSync(file, 0o644)',
    test: {
      file: 'app/settings/secure-profile.test.ts',
      title: 'with the key that a restored backup left open is closed, and that is reported',
    },
  },
  {
    name: 'The keyring that runs is used on every desktop',
    file: 'app/main.electron.ts',
    find: 'await choosePasswordStore();',
    replace: 'void choosePasswordStore;',
    test: {
      file: 'e2e/linux/keyring-late.test.ts',
      title: 'uses the keyring that is there whatever the desktop is called, and waits for one that comes later',
    },
  },
  // Operations.
  {
    name: 'The API check tries reads only',
    file: 'app/account/api-check.ts',
    find: 'operationIds.filter(onlyReads)',
    replace: 'operationIds.filter((id): id is ReadOperationId => onlyReads(id) || id !== null)',
    test: { file: 'app/account/api-check.test.ts', title: 'tries each read once, one at a time, and no write' },
  },
  {
    name: 'A read is not corrected to where a write is',
    file: 'app/nineproxy/endpoints.ts',
    find: 'if (isWrite(operation)) return false;',
    replace: 'if (operation !== null) return false;',
    test: {
      file: 'app/nineproxy/endpoints.test.ts',
      title: 'never leads a read to where a write is: reads are sent by themselves, again and again',
    },
  },
  {
    name: 'Chromium reports no request to others',
    file: 'app/network-privacy/reporting.ts',
    find: "['Reporting', 'NetworkErrorLogging'] as const",
    replace: "['NoSuchFeature'] as const",
    test: {
      file: 'e2e/linux/reporting.test.ts',
      title: 'reports no request to a server that the vendor names, whether it succeeds, breaks or stalls',
    },
  },
  {
    name: 'A call answers only the windows that the contract lists for it',
    file: 'app/bridge/handle.ts',
    find: 'return allowed.includes(window) && hasOrigin',
    replace: 'return allowed.length > 0 && hasOrigin',
    test: { file: 'app/bridge/handle.test.ts', title: 'are the only ones that it answers' },
  },
  {
    name: "A window's pages have a session of their own in memory",
    file: 'app/windows/page.electron.ts',
    find: '`ninetray-${window}`',
    replace: '`persist:ninetray-${window.slice(0, 0)}`',
    test: {
      file: 'e2e/security.test.ts',
      title: 'keeps what a page stores in memory, and from the pages of other windows',
    },
  },
  {
    name: 'Redirects are not followed',
    file: 'app/nineproxy/send.electron.ts',
    find: "redirect: 'manual'",
    replace: "redirect: 'follow'",
    test: { file: 'e2e/vendor-network.test.ts', title: 'follows no redirect: the other server is not asked' },
  },
  {
    name: 'Each write has a new connection',
    file: 'app/nineproxy/fetch.electron.ts',
    find: 'await own.closeAllConnections();\n    return await sendOnce(own, request, signal);',
    replace: 'return await sendOnce(own, request, signal);',
    test: {
      file: 'e2e/vendor-network.test.ts',
      title: 'sends a write once, though its connection breaks without an answer',
    },
  },
  {
    name: 'The sessions for the vendor are in memory',
    file: 'app/nineproxy/fetch.electron.ts',
    find: 'session.fromPartition(name, { cache: false })',
    replace: 'session.fromPartition(`persist:${name}`, { cache: false })',
    test: {
      file: 'e2e/vendor-network.test.ts',
      title: 'keeps its sessions in memory, and takes and sends no cookie',
    },
  },
  {
    name: 'Requests take no cookies',
    file: 'app/nineproxy/send.electron.ts',
    find: "credentials: 'omit'",
    replace: "credentials: 'include'",
    test: {
      file: 'e2e/vendor-network.test.ts',
      title: 'keeps its sessions in memory, and takes and sends no cookie',
    },
  },
  {
    name: 'A package refuses switches',
    file: 'app/startup/startup.electron.ts',
    find: 'refusedSwitches(others, process.platform)',
    replace: 'refusedSwitches([], process.platform)',
    test: {
      file: 'e2e/linux/packaged.test.ts',
      title: 'starts with no switch that could expose the key, and names the switch',
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
      title: 'writes the secrets of its connections into no file, whatever the environment asks for',
    },
  },
  {
    name: 'A package without its sandbox asks',
    file: 'app/startup/without-sandbox.electron.ts',
    find: 'if (response !== 1) return false;',
    replace: 'if (response < 0) return false;',
    test: {
      file: 'e2e/linux/packaged.test.ts',
      title: 'without its sandbox reads no key and shows no window until the user agrees',
    },
  },
  {
    name: 'The keyring helper checks its parent',
    file: 'app/key/keyring-helper.ts',
    find: '&& program === parentProgram',
    replace: '',
    test: {
      file: 'e2e/linux/packaged.test.ts',
      title: 'decrypts nothing for a program that starts its keyring helper',
    },
  },
  {
    name: 'An AppImage is started with its sandbox',
    file: 'electron-builder.yml',
    find: '  executableArgs: []',
    replace: '  executableArgs: [--no-sandbox]',
    test: {
      file: 'build/package/app-image.test.ts',
      title: 'an AppImage is started with its sandbox, which electron-builder turns off where nothing is said',
    },
  },
  {
    name: 'A line break in a folder stays in the line of the login entry',
    file: 'app/settings/login-item.ts',
    find: '/[\\\\\\n\\r\\t]/g',
    replace: '/[\\\\]/g',
    test: {
      file: 'app/settings/login-item.test.ts',
      title: 'stays one line where a folder has a line break in its name',
    },
  },
  {
    name: 'Pages follow no redirect',
    file: 'app/windows/page.electron.ts',
    find: "contents.on('will-redirect', (event) => event.preventDefault());",
    replace: '',
    test: { file: 'e2e/security.test.ts', title: 'follows no redirect, whoever began to load the page' },
  },
  {
    name: 'Pages download nothing',
    file: 'app/windows/page.electron.ts',
    find: "own.on('will-download', (event) => event.preventDefault());",
    replace: '',
    test: { file: 'e2e/security.test.ts', title: 'downloads nothing' },
  },
  {
    name: 'No library opens a channel',
    file: 'app/settings/document.electron.ts',
    find: "ipcMain.removeAllListeners('electron-store-get-data');",
    replace: '',
    test: { file: 'e2e/security.test.ts', title: 'has one channel for calls, and no library opens another' },
  },
];
