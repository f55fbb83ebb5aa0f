// The import rules of docs/architecture.md. Each has a comment that says what it protects.
/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'electron-only-in-electron-files',
      comment:
        'A file that imports electron ends in .electron.ts, so that every other file in app/ runs in plain Node.',
      severity: 'error',
      from: { path: '^app/', pathNot: '\\.electron\\.ts$' },
      to: { path: '^(electron|electron-store|electron-log)(/|$)|node_modules/(electron|electron-store|electron-log)/' },
    },
    {
      name: 'renderer-takes-types-and-texts-only',
      comment:
        'The renderer imports types from the contract, the catalogue of texts and the descriptions of areas; nothing else of app/.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^app/', pathNot: '^app/(bridge/contract\\.ts|texts/|areas/)' },
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
      comment: 'The catalogue is words and Intl: it runs in main and in windows alike.',
      severity: 'error',
      from: { path: '^app/texts/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^app/texts/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'areas-are-descriptions',
      comment: 'Lists, actions and forms as data: they run in main and in the account window alike.',
      severity: 'error',
      from: { path: '^app/areas/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^app/areas/|node_modules/zod/|^zod$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'areas-only-in-the-account-window',
      comment: 'The other windows are quick because they carry no zod.',
      severity: 'error',
      from: { path: '^renderer/(?!account/)', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^app/areas/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'app-knows-no-renderer',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: '^renderer/' },
    },
    {
      name: 'demo-stands-alone',
      comment: 'The simulated vendor must not learn from the client what the client expects.',
      severity: 'error',
      from: { path: '^app/demo/', pathNot: '\\.(electron|test)\\.ts$' },
      to: { path: '^app/(?!demo/)' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
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
