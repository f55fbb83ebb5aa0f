// The import rules of docs/architecture.md that need no exceptions; build/import-rules/own-rules.mjs has the others, and
// `npm run check` runs both. build/import-rules.test.ts breaks each of them.
const { testCode } = require('./build/import-rules/test-code.cjs');

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'electron-only-in-electron-files',
      comment:
        'A file that imports electron ends in .electron.ts, so that every other file in app/ runs in plain Node.',
      severity: 'error',
      from: { path: '^app/', pathNot: '\\.electron\\.ts$' },
      to: { path: '^(electron|electron-log)(/|$)|node_modules/(electron|electron-log)/' },
    },
    {
      name: 'renderer-contract-types-only',
      comment: 'The contract is zod; a renderer that ran it would load it for nothing.',
      severity: 'error',
      from: { path: '^renderer/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^app/bridge/contract\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'texts-run-nothing',
      comment: 'The catalogue is words, Intl and the width of characters: it runs in main and in windows alike.',
      severity: 'error',
      from: { path: '^app/texts/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^app/texts/|node_modules/(string-width|wrap-ansi)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'the-model-takes-zod-only',
      comment: 'Shared shapes lie below everything else: what they imported, everything would import.',
      severity: 'error',
      from: { path: '^app/model/', pathNot: '\\.(test|fixture)\\.ts$' },
      to: { pathNot: '^app/model/|node_modules/zod/|^zod$' },
    },
    {
      name: 'zod-only-in-the-account-window',
      comment: 'The other windows are quick because they carry no zod.',
      severity: 'error',
      from: { path: '^renderer/(?!account/)', pathNot: '\\.(test|fixture)\\.tsx?$' },
      to: { path: '^app/model/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'app-knows-no-renderer',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: '^renderer/' },
    },
    {
      name: 'what-needs-no-window-knows-none',
      comment:
        'The session and what it wires run with no window open, and in a terminal command: of windows, tray and bridge they take types.',
      severity: 'error',
      from: {
        path: '^app/(session|account|local-app|key|model|nineproxy|settings|state)/',
        pathNot: '\\.(test|fixture)\\.ts$',
      },
      to: {
        path: '^app/(tray|windows|bridge|cli)/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'the-session-is-above-its-parts',
      comment: 'A part is told what it needs; one that knew the session could reach everything.',
      severity: 'error',
      from: { path: '^app/(account|local-app|key|model|nineproxy|settings|state|tray|windows)/' },
      to: { path: '^app/(session/|desktop[./]|main\\.)', pathNot: '\\.fixture\\.ts$' },
    },
    {
      name: 'documents-know-no-noun',
      comment: 'Settings and documents lie below everything but the shared shapes.',
      severity: 'error',
      from: { path: '^app/settings/', pathNot: '\\.test\\.ts$' },
      to: { path: '^app/(?!settings/|model/)' },
    },
    {
      name: 'the-session-bus-knows-no-noun',
      comment: 'A socket and its messages: tray, key and notifications ask it, each for its own.',
      severity: 'error',
      from: { path: '^app/session-bus/' },
      to: { path: '^app/(?!session-bus/)' },
    },
    {
      name: 'async-imports-nothing-of-the-project',
      comment: 'Every floor runs its tasks through it.',
      severity: 'error',
      from: { path: '^app/async/', pathNot: testCode },
      to: { path: '^(app/(?!async/)|renderer/)' },
    },
    {
      name: 'examples-do-not-ship',
      comment:
        'Fixtures, example states and stand-ins for main are for tests and pictures: made-up figures must never be shown.',
      severity: 'error',
      from: { path: '^(app|renderer)/', pathNot: testCode },
      to: { path: testCode },
    },
    {
      name: 'the-kit-knows-no-window',
      severity: 'error',
      from: { path: '^renderer/ui/' },
      to: { path: '^renderer/(?!ui/)' },
    },
    {
      name: 'the-popover-carries-itself-alone',
      comment: 'It is what opens at a click: views of other windows are loaded when they are wanted.',
      severity: 'error',
      from: { path: '^renderer/popover/' },
      to: { path: '^renderer/(?!popover/|ui/)', dynamic: false },
    },
    {
      name: 'the-account-window-stays-by-itself',
      comment: 'It is the large one: another window that took a part of it would load its lists and charts.',
      severity: 'error',
      from: { path: '^renderer/(?!account/)' },
      to: { path: '^renderer/account/' },
    },
    {
      name: 'demo-stands-alone',
      comment:
        'The simulated vendor must not learn from the client what the client expects. Words and formats of its pages are the catalogue’s.',
      severity: 'error',
      from: { path: '^app/demo/', pathNot: '\\.(electron|test)\\.ts$' },
      to: { path: '^app/(?!demo/|texts/)' },
    },
    {
      name: 'no-barrels',
      comment: 'No index.ts that re-exports.',
      severity: 'error',
      from: {},
      to: { path: '^(app|renderer)/.*/index\\.tsx?$' },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'openapi\\.generated\\.ts|\\.module\\.css|\\?raw|\\.css$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
