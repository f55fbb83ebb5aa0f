// Every dialog of the account window: actions from their forms to their outcomes, work on many sub-accounts, the
// emergency stop. Data comes from the demo and the components' own examples.
import type { ListId } from '../../app/model/lists/lists';
import type { AppState } from '../../app/model/state/app-state';
import type { BalanceChange } from '../../app/model/figures/balance-change';
import { areaTexts } from '../../app/texts/account/areas';
import { bulkTexts, panicTexts } from '../../app/texts/account/bulk';
import { listTexts } from '../../app/texts/account/list-frame';
import { done, doneCreating, prepared, refusal } from '../../renderer/account/actions/action-states.fixture';
import { bulkStates, jobRows, previewRows } from '../../renderer/account/bulk/bulk-states.fixture';
import { picturedAt } from '../../renderer/popover/popover-states.fixture';
import { accountData } from './account-screens';
import {
  confirm,
  fill,
  listAction,
  press,
  review,
  rowAction,
  send,
  listOf,
  tick,
  turnOn,
  walks,
} from './account-walks';
import type { Screen } from './list';

const { state: normal, lists } = accountData;
const gigabyte = 1_000_000_000;
/** The first that has not expired: only those are offered. */
const packageId = String(
  normal.traffic.value?.packages.find(({ expiresAt }) => expiresAt === null || expiresAt > picturedAt)?.id,
);

/** How an action changes the demo's balances. */
function balance(what: BalanceChange['what'], change: number): BalanceChange {
  const before = {
    ips: normal.ips.value?.total ?? 0,
    traffic: normal.traffic.value?.total ?? 0,
    wallet: normal.wallet.value?.amount ?? 0,
  }[what];
  return { what, before, after: before + change, asOf: picturedAt - 20_000 };
}

/** The first row of a list whose cell has this value. */
function rowWith(list: ListId, cell: string, value: string): number {
  return Math.max(
    0,
    lists[list].rows.findIndex(({ cells }) => cells[cell] === value),
  );
}

const newSubAccount = walks(
  listAction('createSubAccount'),
  fill({ password: 'harbour-lights-41', note: 'Price monitoring, EU', ips: '200', traffic: '5', packageId }),
  turnOn('topUpIps'),
  fill({ topUpIpsBelow: '50', topUpIpsBy: '100' }),
);
const newCodes = walks(listAction('makeIpCodes'), fill({ ips: '50', codes: '4', forwardTo: 'ops@fabrikam.example' }));
const forCodes = { 'actions.prepare': prepared(balance('ips', -200)) } as const;
const made = lists.codesMade.rows.slice(0, 4).map(({ key }) => key);

/** A note of several lines: one in the list, all of them in the form. */
const note = 'Harbour cameras\nOwner: Ines, extension 4711\nStop before the audit in December';
const withNote = {
  ok: true,
  value: {
    ...lists.subAccounts,
    rows: lists.subAccounts.rows.map((row, at) =>
      at === 0 ? { ...row, cells: { ...row.cells, note: note.replaceAll('\n', ' ') }, exact: { note } } : row,
    ),
  },
} as const;

/** Fields that 9Proxy accepted and did not take, and the names that they were sent under. */
const notTaken: Record<string, [fields: string[], sentAs: string[]]> = {
  'not-taken': [['topUpIpsBy'], ['number_ips_auto_add']],
  'two-not-taken': [
    ['ips', 'disableAt'],
    ['number_of_ips', 'auto_disable_at'],
  ],
};

const forms: Screen[] = [
  {
    name: 'account-create-sub-account',
    state: normal,
    area: 'subAccounts',
    walk: newSubAccount,
    inOtherSizes: true,
  },
  {
    name: 'account-create-sub-account-review',
    state: normal,
    area: 'subAccounts',
    answers: { 'actions.prepare': prepared(balance('ips', -200), balance('traffic', -5 * gigabyte)) },
    walk: walks(newSubAccount, review),
  },
  {
    name: 'account-create-sub-account-created',
    state: normal,
    area: 'subAccounts',
    answers: { 'actions.prepare': prepared(balance('ips', -200)), 'actions.run': doneCreating('harbor-901') },
    walk: walks(newSubAccount, review, confirm),
    inOtherSizes: true,
  },
  {
    name: 'account-create-sub-account-too-much',
    state: normal,
    area: 'subAccounts',
    walk: walks(listAction('createSubAccount'), fill({ ips: '900000' }), (page) => page.keyboard.press('Tab')),
  },
  {
    name: 'account-create-sub-account-running',
    state: normal,
    area: 'subAccounts',
    answers: { 'actions.prepare': prepared(balance('ips', -200)), 'actions.run': 'never' },
    walk: walks(newSubAccount, review, confirm),
    isUnpictured: true,
  },
  {
    name: 'account-create-sub-account-errors',
    state: normal,
    area: 'subAccounts',
    walk: walks(listAction('createSubAccount'), turnOn('topUpIps'), fill({ password: '123' }), send),
  },
  {
    name: 'account-edit-sub-account',
    state: normal,
    area: 'subAccounts',
    walk: rowAction('editSubAccount'),
    isUnpictured: true,
  },
  {
    name: 'account-edit-sub-account-note',
    state: normal,
    area: 'subAccounts',
    lists: { subAccounts: withNote },
    walk: rowAction('editSubAccount'),
    isUnpictured: true,
  },
  ...Object.entries(notTaken).map(
    ([name, [fields, sentAs]]): Screen => ({
      name: `account-edit-sub-account-${name}`,
      state: normal,
      area: 'subAccounts',
      answers: { 'actions.prepare': prepared(), 'actions.run': done([], null, fields, sentAs) },
      walk: walks(rowAction('editSubAccount'), fill({ note: 'Price monitoring, EU' }), send),
      isUnpictured: true,
    }),
  ),
  {
    name: 'account-delete-sub-account',
    state: normal,
    area: 'subAccounts',
    answers: { 'actions.prepare': prepared(balance('ips', 199), balance('traffic', 1.25 * gigabyte)) },
    walk: rowAction('deleteSubAccount'),
  },
  {
    name: 'account-delete-sub-account-refused',
    state: normal,
    area: 'subAccounts',
    answers: { 'actions.prepare': refusal({ kind: 'rejected', message: 'Sub-account is locked' }) },
    walk: rowAction('deleteSubAccount'),
    isUnpictured: true,
  },
  { name: 'account-create-sub-user', state: normal, area: 'subUsers', walk: listAction('createSubUser') },
  {
    name: 'account-edit-sub-user',
    state: normal,
    area: 'subUsers',
    walk: rowAction('editSubUser', 1),
    isUnpictured: true,
  },
  {
    name: 'account-create-whitelist-entry-refused',
    state: normal,
    area: 'whitelist',
    answers: {
      'actions.prepare': prepared(),
      'actions.run': refusal({ kind: 'rejected', message: 'Bad request · ip is already in the whitelist' }),
    },
    walk: walks(listAction('createWhitelistEntry'), fill({ ip: '203.0.113.61', description: 'Old VPS' }), send),
  },
  {
    name: 'account-create-connection',
    state: normal,
    area: 'connections',
    walk: walks(listAction('createConnection'), fill({ quantity: '20', country: 'Germany' }), (page) =>
      page.keyboard.press('Tab'),
    ),
  },
  {
    name: 'account-edit-connection',
    state: normal,
    area: 'connections',
    walk: rowAction('editConnection'),
    isUnpictured: true,
  },
  {
    name: 'account-delete-connections',
    state: normal,
    area: 'connections',
    answers: { 'actions.prepare': prepared() },
    walk: walks(tick(2), listAction('deleteConnections')),
    isUnpictured: true,
  },
  { name: 'account-make-codes', state: normal, area: 'shareCodes', walk: newCodes },
  {
    name: 'account-make-codes-review',
    state: normal,
    area: 'shareCodes',
    answers: forCodes,
    walk: walks(newCodes, review),
    inOtherSizes: true,
  },
  {
    name: 'account-make-codes-made',
    state: normal,
    area: 'shareCodes',
    answers: { ...forCodes, 'actions.run': done(made, made.length) },
    walk: walks(newCodes, review, confirm),
  },
  {
    name: 'account-make-codes-refused',
    state: normal,
    area: 'shareCodes',
    answers: { ...forCodes, 'actions.run': refusal({ kind: 'rejected', message: 'Insufficient IP balance' }) },
    walk: walks(newCodes, review, confirm),
    isUnpictured: true,
  },
  {
    name: 'account-make-codes-unknown',
    state: normal,
    area: 'shareCodes',
    answers: { ...forCodes, 'actions.run': refusal({ kind: 'outcome-unknown' }) },
    walk: walks(newCodes, review, confirm),
  },
  {
    name: 'account-make-traffic-codes',
    state: normal,
    area: 'shareCodes',
    walk: walks(listAction('makeTrafficCodes'), fill({ packageId, traffic: '2', codes: '3' })),
    isUnpictured: true,
  },
  {
    name: 'account-revoke-codes',
    state: normal,
    area: 'shareCodes',
    answers: { 'actions.prepare': prepared(balance('ips', 5)) },
    walk: rowAction('revokeCodes', rowWith('codesMade', 'status', 'unused')),
    isUnpictured: true,
  },
  {
    name: 'account-redeem-codes',
    state: normal,
    area: 'shareCodes',
    walk: walks(listOf('codesRedeemed'), listAction('redeemCodes')),
    isUnpictured: true,
  },
  {
    name: 'account-auto-renew',
    state: normal,
    area: 'wallet',
    answers: { 'actions.prepare': prepared() },
    walk: press(normal.autoRenew.value?.on === true ? areaTexts.turnRenewOff : areaTexts.turnRenewOn),
  },
];

/** Every state of work on many of them: a new one is checked here automatically. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of an object literal are exactly its type's
const bulkNames = Object.keys(bulkStates) as (keyof typeof bulkStates)[];
const isPanic = (name: string) => name.startsWith('panic-');

/** Bulk jobs that run beside the demo's account. */
function during(name: keyof typeof bulkStates): AppState {
  return { ...normal, bulk: bulkStates[name].bulk };
}

const rows = { 'bulk.rows': { ok: true, value: { rows: jobRows, total: 250 } } } as const;
const preview = {
  'bulk.preview': {
    ok: true,
    value: {
      total: 6,
      changes: 4,
      rows: lists.subAccounts.rows.slice(0, 6).map(({ key, cells }, index) => ({
        id: Number(key),
        username: String(cells['username']),
        outcome: index < 4 ? ('waiting' as const) : ('same' as const),
      })),
    },
  },
} as const;
/** As the list is while the emergency stop is on. */
const allOff = {
  subAccounts: {
    ok: true,
    value: {
      ...lists.subAccounts,
      rows: lists.subAccounts.rows.map((row) => ({ ...row, cells: { ...row.cells, status: 'disabled' } })),
    },
  },
} as const;
const showRows = press(bulkTexts.showRows);

const bulk: Screen[] = [
  { name: 'account-bulk-bar', state: normal, area: 'subAccounts', walk: tick(6) },
  {
    name: 'account-bulk-all',
    state: normal,
    area: 'subAccounts',
    lists: { subAccounts: { ok: true, value: { ...lists.subAccounts, total: 50_000 } } },
    walk: (page) => page.getByRole('checkbox', { name: listTexts.selectAll }).click({ force: true }),
    isUnpictured: true,
  },
  {
    name: 'account-bulk-preview',
    state: normal,
    area: 'subAccounts',
    answers: preview,
    walk: walks(tick(6), press(bulkTexts.actions.disable)),
  },
  {
    name: 'account-bulk-preview-many',
    state: normal,
    area: 'subAccounts',
    answers: { 'bulk.preview': { ok: true, value: { total: 250, changes: 243, rows: previewRows } } },
    walk: walks(tick(6), press(bulkTexts.actions.disable)),
    isUnpictured: true,
  },
  {
    name: 'account-bulk-preview-refused',
    state: normal,
    area: 'subAccounts',
    answers: { 'bulk.preview': refusal({ kind: 'unreachable', why: 'offline' }) },
    walk: walks(tick(1), press(bulkTexts.actions.enable)),
    isUnpictured: true,
  },
  {
    name: 'account-bulk-previewing',
    state: during('previewing'),
    area: 'subAccounts',
    answers: { 'bulk.preview': 'never' },
    walk: walks(tick(1), press(bulkTexts.actions.disable)),
    isUnpictured: true,
  },
  {
    name: 'account-bulk-top-up',
    state: normal,
    area: 'subAccounts',
    walk: walks(tick(6), press(bulkTexts.actions.topUp), turnOn('topUpIps')),
    isUnpictured: true,
  },
  ...bulkNames
    .filter((name) => !['nothing', 'previewing'].includes(name) && !isPanic(name))
    .map(
      (name): Screen => ({
        name: `account-bulk-${name}`,
        state: during(name),
        area: 'subAccounts',
        answers: rows,
        isUnpictured: !['running', 'interrupted'].includes(name),
      }),
    ),
  { name: 'account-bulk-done-rows', state: during('done'), area: 'subAccounts', answers: rows, walk: showRows },
  { name: 'account-panic-ask', state: normal, area: 'subAccounts', asks: 'panic', inOtherSizes: true },
  {
    name: 'account-panic-ask-refused',
    state: normal,
    area: 'subAccounts',
    asks: 'panic',
    answers: { 'panic.start': refusal({ kind: 'unreachable', why: 'offline' }) },
    walk: confirm,
    isUnpictured: true,
  },
  ...bulkNames.filter(isPanic).map(
    (name): Screen => ({
      name: `account-${name}`,
      state: during(name),
      area: 'subAccounts',
      answers: rows,
      ...(name === 'panic-on' ? { lists: allOff } : {}),
      isUnpictured: !['panic-on', 'panic-restoring'].includes(name),
    }),
  ),
  {
    name: 'account-panic-restore',
    state: during('panic-on'),
    area: 'subAccounts',
    walk: press(panicTexts.restore({ count: 222 })),
    isUnpictured: true,
  },
];

/** Dialogs, and what happens beside the lists. */
export const dialogScreens: readonly Screen[] = [...forms, ...bulk];
