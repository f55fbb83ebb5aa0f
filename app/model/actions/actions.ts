// What can be done to the account: each action with the form it needs, the rows it is done to, and whether it needs a deliberate second
// step. The same for main, which checks and does it, and the account window, which asks for it. Pure.
// It must not: hold words (app/texts/account/actions.ts), or send anything.
import { z } from 'zod';
import type { OperationId } from '../operation-id';
import {
  bytesField,
  choiceField,
  codesField,
  countField,
  countryField,
  emailField,
  ipField,
  momentField,
  packageField,
  passwordField,
  switchField,
  textField,
} from './form-fields';
import type { ListId } from '../lists/lists';

const nothing = z.object({});
/** How long a note may be is the vendor's to say. */
const note = textField({ max: 5000, lines: true }).optional();
const most = 1_000_000;

/** The vendor makes no code for less (documented). */
const leastIpsInCode = 5;

const topUp = {
  topUpIps: switchField(),
  topUpIpsBelow: countField({ min: 1, max: most, when: { field: 'topUpIps', is: true } }).optional(),
  topUpIpsBy: countField({ min: 1, max: most, when: { field: 'topUpIps', is: true } }).optional(),
  topUpTraffic: switchField(),
  topUpTrafficBelow: bytesField({ min: 1, when: { field: 'topUpTraffic', is: true } }).optional(),
  topUpTrafficBy: bytesField({ min: 1, when: { field: 'topUpTraffic', is: true } }).optional(),
};

/** Once automatic top-up is on, it needs both amounts. */
function wholeTopUp(value: {
  topUpIps: boolean;
  topUpIpsBelow?: number | undefined;
  topUpIpsBy?: number | undefined;
  topUpTraffic: boolean;
  topUpTrafficBelow?: number | undefined;
  topUpTrafficBy?: number | undefined;
}): string[] {
  const needed = [
    ...(value.topUpIps ? (['topUpIpsBelow', 'topUpIpsBy'] as const) : []),
    ...(value.topUpTraffic ? (['topUpTrafficBelow', 'topUpTrafficBy'] as const) : []),
  ];
  return needed.filter((name) => value[name] === undefined);
}

const targeting = {
  country: countryField().optional(),
  region: textField({ max: 64 }).optional(),
  city: textField({ max: 64 }).optional(),
  isp: textField({ max: 64 }).optional(),
  session: choiceField(['rotating', 'sticky']),
  sessionMinutes: countField({ min: 1, max: 1440, when: { field: 'session', is: 'sticky' } }).optional(),
};
const wholeSession = (value: { session: string; sessionMinutes?: number | undefined }) =>
  value.session === 'sticky' && value.sessionMinutes === undefined ? ['sessionMinutes'] : [];

const subUserFields = {
  username: textField({ min: 3, max: 64 }),
  trafficCap: bytesField({ min: 0 }).optional(),
  ipCap: countField({ min: -1, max: most }).optional(),
  note,
};

export interface ActionDescription {
  /** What it is done with. */
  operation: OperationId;
  /** What is asked for first; an empty object: nothing. */
  form: z.ZodObject;
  /** Fields that are needed after all, given the others; they are said to be missing. */
  missing?: (value: never) => string[];
  /** What it is done to; null: to the account. */
  on: { list: ListId; rows: 'one' | 'several' } | null;
  /** Why it needs a deliberate second step: it spends IPs, traffic or money, or cannot be undone. */
  deliberate: 'spends' | 'final' | null;
  /** It changes a row: its form holds what the row has, and only what was changed is checked and sent. */
  edits?: true;
  /** What is read again afterwards, besides the figures. */
  changes: readonly ListId[];
}

export const actions = {
  createSubAccount: {
    operation: 'createSubAccount',
    form: z.object({
      password: passwordField({ min: 6, max: 64 }),
      note,
      ips: countField({ min: 0, max: most }).optional(),
      traffic: bytesField({ min: 0 }).optional(),
      packageId: packageField().optional(),
      disableAt: momentField().optional(),
      ...topUp,
    }),
    missing: wholeTopUp,
    on: null,
    deliberate: 'spends',
    changes: ['subAccounts'],
  },
  editSubAccount: {
    operation: 'updateSubAccount',
    form: z.object({
      password: passwordField({ min: 6, max: 64 }).optional(),
      note,
      // These four are in the dashboard's form; that the API takes them is the best reading.
      ips: countField({ min: 0, max: most }),
      traffic: bytesField({ min: 0 }),
      packageId: packageField().optional(),
      disableAt: momentField().optional(),
      ...topUp,
    }),
    missing: wholeTopUp,
    edits: true,
    on: { list: 'subAccounts', rows: 'one' },
    deliberate: null,
    changes: ['subAccounts'],
  },
  deleteSubAccount: {
    operation: 'deleteSubAccount',
    form: nothing,
    on: { list: 'subAccounts', rows: 'one' },
    deliberate: 'final',
    changes: ['subAccounts'],
  },
  createSubUser: {
    operation: 'createSubUser',
    form: z.object({ ...subUserFields, password: passwordField({ min: 4, max: 64 }), enabled: switchField() }),
    on: null,
    deliberate: null,
    changes: ['subUsers'],
  },
  editSubUser: {
    operation: 'updateSubUser',
    form: z.object({
      ...subUserFields,
      password: passwordField({ min: 4, max: 64 }).optional(),
      enabled: switchField(),
    }),
    edits: true,
    on: { list: 'subUsers', rows: 'one' },
    deliberate: null,
    changes: ['subUsers'],
  },
  enableSubUser: {
    operation: 'updateSubUser',
    form: nothing,
    on: { list: 'subUsers', rows: 'one' },
    deliberate: null,
    changes: ['subUsers'],
  },
  disableSubUser: {
    operation: 'updateSubUser',
    form: nothing,
    on: { list: 'subUsers', rows: 'one' },
    deliberate: null,
    changes: ['subUsers'],
  },
  deleteSubUser: {
    operation: 'deleteSubUser',
    form: nothing,
    on: { list: 'subUsers', rows: 'one' },
    deliberate: 'final',
    changes: ['subUsers'],
  },
  createWhitelistEntry: {
    operation: 'createWhitelist',
    form: z.object({
      ip: ipField(),
      description: textField({ max: 5000, lines: true }).optional(),
      enabled: switchField(),
    }),
    on: null,
    deliberate: null,
    changes: ['whitelist'],
  },
  editWhitelistEntry: {
    operation: 'updateWhitelist',
    form: z.object({
      ip: ipField(),
      description: textField({ max: 5000, lines: true }).optional(),
      enabled: switchField(),
    }),
    edits: true,
    on: { list: 'whitelist', rows: 'one' },
    deliberate: null,
    changes: ['whitelist'],
  },
  enableWhitelistEntry: {
    operation: 'updateWhitelist',
    form: nothing,
    on: { list: 'whitelist', rows: 'one' },
    deliberate: null,
    changes: ['whitelist'],
  },
  disableWhitelistEntry: {
    operation: 'updateWhitelist',
    form: nothing,
    on: { list: 'whitelist', rows: 'one' },
    deliberate: null,
    changes: ['whitelist'],
  },
  deleteWhitelistEntry: {
    operation: 'deleteWhitelist',
    form: nothing,
    on: { list: 'whitelist', rows: 'one' },
    deliberate: 'final',
    changes: ['whitelist'],
  },
  createConnection: {
    operation: 'createProxyConnection',
    form: z.object({ quantity: countField({ min: 1, max: 10_000 }), ...targeting }),
    missing: wholeSession,
    on: null,
    deliberate: null,
    changes: ['connections'],
  },
  editConnection: {
    operation: 'updateProxyConnection',
    form: z.object(targeting),
    missing: wholeSession,
    edits: true,
    on: { list: 'connections', rows: 'one' },
    deliberate: null,
    changes: ['connections'],
  },
  deleteConnections: {
    operation: 'deleteProxyConnections',
    form: nothing,
    on: { list: 'connections', rows: 'several' },
    deliberate: 'final',
    changes: ['connections'],
  },
  makeIpCodes: {
    operation: 'generateIpShareCodes',
    form: z.object({
      ips: countField({ min: leastIpsInCode, max: most }),
      codes: countField({ min: 1, max: 500 }),
      forwardTo: emailField().optional(),
    }),
    on: null,
    deliberate: 'spends',
    changes: ['codesMade'],
  },
  makeTrafficCodes: {
    operation: 'generateTrafficShareCodes',
    form: z.object({
      packageId: packageField(),
      traffic: bytesField({ min: 1_000_000_000 }),
      codes: countField({ min: 1, max: 500 }),
    }),
    on: null,
    deliberate: 'spends',
    changes: ['codesMade'],
  },
  redeemCodes: {
    operation: 'useShareCodes',
    form: z.object({ codes: codesField() }),
    on: null,
    deliberate: 'final',
    changes: ['codesRedeemed'],
  },
  revokeCodes: {
    operation: 'revokeShareCodes',
    form: nothing,
    on: { list: 'codesMade', rows: 'several' },
    deliberate: 'final',
    changes: ['codesMade'],
  },
  setAutoRenew: {
    operation: 'updateAutoRenew',
    form: z.object({ on: switchField() }),
    on: null,
    deliberate: 'spends',
    changes: [],
  },
} as const satisfies Record<string, ActionDescription>;

export type ActionId = keyof typeof actions;

/** What an action's form comes to. */
export type ActionInput<A extends ActionId> = z.infer<(typeof actions)[A]['form']>;

/**
 * Why it needs a deliberate second step with this input. An edit that changes what a sub-account holds moves IPs or traffic between it and
 * the main account.
 */
export function deliberateOf(id: ActionId, input: Readonly<Record<string, unknown>>): ActionDescription['deliberate'] {
  if (id === 'editSubAccount' && ('ips' in input || 'traffic' in input)) return 'spends';
  return actionOf(id).deliberate;
}

/** All actions, for a schema or a walk over them. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of an object literal are exactly its type's
export const actionIds = Object.keys(actions) as [ActionId, ...ActionId[]];

/** An action's description, in the one type that all of them have. */
export function actionOf(id: ActionId): ActionDescription {
  return actions[id];
}
