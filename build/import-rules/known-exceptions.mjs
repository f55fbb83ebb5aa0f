// What broke the import rules when they were introduced, still to be removed. Each list may only become shorter: `npm run check`
// fails for an import that is not listed, and for an entry that is no longer needed.
// Each entry is an arrow to remove and the number of imports behind it. Without the arrows under the first two rules there
// would be no cycle; which arrow of a cycle is listed follows the layers that the code is to have.
// @ts-check

/** @type {import('./own-rules.mjs').KnownExceptions} */
export const knownExceptions = {
  'no-file-cycles': {
    'app/bridge/contract.ts → app/bridge/api.ts': 1,
    'app/key/vault.ts → app/key/rotation/ports.ts': 1,
  },
  'no-folder-cycles': {
    'app/account → app/account/alerts': 1,
    'app/account → app/account/bulk': 1,
    'app/account → app/account/forecast': 2,
    'app/account → app/key/rotation': 1,
    'app/account/actions → app/bridge': 2,
    'app/areas → app/nineproxy': 2,
    'app/demo → app/demo/dashboard': 5,
    'app/demo → app/demo/operations': 2,
    'app/instance → app/cli': 1,
    'app/instance → app/windows': 1,
    'app/key → app': 1,
    'app/key → app/key/rotation': 4,
    'app/nineproxy → app/account': 4,
    'app/nineproxy → app/bridge': 2,
    'app/session → app': 2,
    'app/session → app/bridge': 1,
    'app/session → app/startup': 1,
    'app/texts → app/bridge': 7,
    'app/texts → app/cli': 1,
    'app/texts → app/instance': 1,
    'app/texts → app/key/rotation': 1,
    'app/windows → app': 1,
    'renderer/account → renderer/account/areas': 1,
    'renderer/account/alerts → renderer/account/areas': 1,
    'renderer/account/api-check → renderer/account/areas': 1,
  },
  'imports-point-down': {
    'app/account/actions → app/bridge': 2,
    'app/nineproxy → app/bridge': 2,
    'app/session → app/bridge': 1,
  },
  'renderer-imports-shared-code-only': {
    'renderer/account → app/areas': 2,
    'renderer/account/actions → app/areas': 15,
    'renderer/account/actions → app/settings': 1,
    'renderer/account/areas → app/areas': 6,
    'renderer/account/bulk → app/areas': 3,
    'renderer/account/form → app/areas': 6,
    'renderer/account/form → app/settings': 1,
    'renderer/account/list → app/areas': 17,
  },
};
