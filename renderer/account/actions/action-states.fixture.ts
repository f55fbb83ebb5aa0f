// Actions as examples: rows to do them to, and what main answers. For the tests beside it and for the pictures.
// Made-up values only; nothing here runs in the application.
import type { ActionId } from '../../../app/model/actions/actions';
import type { Row } from '../../../app/model/lists/list-description';
import type { CallOutput } from '../../../app/bridge/contract';
import type { Problem, Result } from '../../../app/model/problem';
import type { AppState } from '../../../app/model/state/app-state';
import type { BalanceChange } from '../../../app/model/figures/balance-change';
import { picturedAt, popoverStates } from '../../popover/popover-states.fixture';
import { named } from '../../ui/example-state.fixture';

export { picturedAt };

export interface ActionExample {
  action: ActionId;
  rows: readonly Row[];
  given?: Readonly<Record<string, unknown>>;
  state: AppState;
  prepare: Result<CallOutput<'actions.prepare'>>;
  run: Result<CallOutput<'actions.run'>>;
}

const normal = named(popoverStates, 'normal');

const minute = 60_000;
const gigabyte = 1_000_000_000;

export const subAccountRow: Row = {
  key: '24',
  cells: {
    username: 'berlin-24',
    note: 'Shop monitoring',
    ips: 412,
    traffic: 4.2 * gigabyte,
    topUp: 'ips',
    topUpIps: 'on',
    topUpIpsBelow: 50,
    topUpIpsBy: 100,
    topUpTraffic: 'off',
    topUpTrafficBelow: null,
    topUpTrafficBy: null,
    status: 'enabled',
  },
};
export const subUserRow: Row = {
  key: '7',
  cells: {
    username: 'gateway-07',
    password: 'secret-ref-7',
    trafficCap: 5 * gigabyte,
    ipCap: -1,
    note: null,
    status: 'enabled',
  },
};
export const whitelistRow: Row = {
  key: '3',
  cells: { ip: '203.0.113.7', description: 'Office', status: 'disabled' },
};
export const connectionRow: Row = {
  key: '10001',
  cells: {
    ports: '10001-10010',
    country: 'DE',
    region: null,
    city: 'Berlin',
    isp: null,
    session: 'sticky',
    sessionTime: 30,
    sessionMinutes: 30,
  },
};
export const codeRows: readonly Row[] = [120, 80].map((ips, index) => ({
  key: `code-ref-${index}`,
  cells: { code: `code-ref-${index}`, gives: 'ips', ips, traffic: 0, status: 'unused' },
}));

const balance = (what: BalanceChange['what'], before: number | null, after: number | null): BalanceChange => ({
  what,
  before,
  after,
  asOf: picturedAt - 20_000,
});

/** What `actions.prepare` answers. */
export const prepared = (...balances: BalanceChange[]): Result<CallOutput<'actions.prepare'>> => ({
  ok: true,
  value: { ticket: 'ticket-1', balances },
});
/** What `actions.run` answers. */
export const done = (
  made: string[] = [],
  count: number | null = null,
  notTaken: string[] = [],
  sentAs: string[] = [],
): Result<CallOutput<'actions.run'>> => ({
  ok: true,
  value: { made, count, notTaken, sentAs },
});
/** The same of a new sub-account. */
export const doneCreating = (username: string | null, notTaken: string[] = []): Result<CallOutput<'actions.run'>> => ({
  ok: true,
  value: {
    made: [],
    count: null,
    notTaken,
    sentAs: [],
    created: {
      key: '901',
      username,
      usernameRef: username === null ? null : 'ref-username',
      passwordRef: 'ref-password',
    },
  },
});
/** A call that was refused. */
export const refusal = (problem: Problem): { ok: false; problem: Problem } => ({ ok: false, problem });

const common = { rows: [], state: normal, prepare: prepared(), run: done() } as const;
/** Enough for what the examples hand over. */
const plenty: AppState = { ...normal, ips: { ...normal.ips, value: { total: 2_600, plans: [] } } };
const old: AppState = { ...normal, ips: { ...normal.ips, status: 'stale', asOf: picturedAt - 47 * minute } };

/** A request that is never answered is shown by the tests and the pictures themselves. */
export const actionExamples = {
  'create-sub-account': {
    ...common,
    action: 'createSubAccount',
    prepare: prepared(balance('ips', 1_284, 1_184), balance('traffic', 42.7 * gigabyte, 37.7 * gigabyte)),
    run: doneCreating('berlin-901'),
  },
  'edit-sub-account': { ...common, action: 'editSubAccount', rows: [subAccountRow] },
  'delete-sub-account': {
    ...common,
    action: 'deleteSubAccount',
    rows: [subAccountRow],
    prepare: prepared(balance('ips', 1_284, 1_696), balance('traffic', 42.7 * gigabyte, 46.9 * gigabyte)),
  },
  'edit-sub-account-ips': {
    ...common,
    action: 'editSubAccount',
    rows: [subAccountRow],
    prepare: prepared(balance('ips', 1_284, 1_196)),
    run: done([], null, ['ips']),
  },
  'edit-sub-user': { ...common, action: 'editSubUser', rows: [subUserRow] },
  'create-whitelist-entry': {
    ...common,
    action: 'createWhitelistEntry',
    run: refusal({ kind: 'rejected', message: 'Bad request · ip is already in the whitelist' }),
  },
  'enable-whitelist-entry': { ...common, action: 'enableWhitelistEntry', rows: [whitelistRow] },
  'edit-connection': { ...common, action: 'editConnection', rows: [connectionRow] },
  'make-codes': {
    ...common,
    action: 'makeIpCodes',
    state: plenty,
    prepare: prepared(balance('ips', 2_600, 600)),
    run: done(
      Array.from({ length: 20 }, (_, index) => `made-${index}`),
      20,
    ),
  },
  'make-codes-old-figures': {
    ...common,
    action: 'makeIpCodes',
    state: old,
    prepare: prepared({ ...balance('ips', 1_284, -716), asOf: picturedAt - 47 * minute }),
    run: refusal({ kind: 'rejected', message: 'Insufficient IP balance' }),
  },
  'make-traffic-codes': {
    ...common,
    action: 'makeTrafficCodes',
    prepare: prepared(balance('traffic', 42.7 * gigabyte, 32.7 * gigabyte)),
    run: refusal({ kind: 'outcome-unknown' }),
  },
  'redeem-codes': {
    ...common,
    action: 'redeemCodes',
    prepare: prepared(balance('ips', 1_284, null), balance('traffic', null, null)),
    run: done([], 2),
  },
  'revoke-codes': {
    ...common,
    action: 'revokeCodes',
    rows: codeRows,
    prepare: prepared(balance('ips', 1_284, 1_484)),
    run: refusal({ kind: 'rejected', message: 'Only unused codes can be revoked' }),
  },
  'auto-renew-on': {
    ...common,
    action: 'setAutoRenew',
    given: { on: true },
    prepare: prepared(balance('ips', 1_284, null), balance('wallet', 86.4, null)),
  },
} as const satisfies Record<string, ActionExample>;
