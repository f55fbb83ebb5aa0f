// What lists are made of, and which lists there are: columns, filters and sorting as data, the same for main, which reads them, and
// the account window, which shows them. Pure. It must not: hold words (app/texts/account/lists.ts) or know how the vendor spells a field.
import type { OperationId } from '../operation-id';

/** One value of a row. A moment is in milliseconds, an amount of data in bytes, money in US dollars; a limit of -1 is none; null: not told. */
export type Cell = string | number | boolean | null;

/**
 * One row. `key` tells it from the others of its list and stays the same when the list is read again.
 * A secret cell holds a reference (app/account/lists/secrets.ts), never the secret; the key of a row that only a secret names is that reference.
 */
export interface Row {
  key: string;
  cells: Readonly<Record<string, Cell>>;
  /** Texts that a form edits, exactly as the vendor has them, where the cell was cleaned or cut to be shown. */
  exact?: Readonly<Record<string, string>> | undefined;
}

/**
 * How a column's cells are shown. `state`: one of a few words with a colour (`states` of the column). `secret`: dots until revealed.
 * `day`: a moment of which the day is enough. `country`: an ISO 3166 code. `percent`: 5 is 5 %. `minutes`: a length of time.
 */
export type CellKind =
  | 'text'
  | 'mono'
  | 'count'
  | 'bytes'
  | 'money'
  | 'moment'
  | 'day'
  | 'state'
  | 'secret'
  | 'country'
  | 'percent'
  | 'minutes'
  | 'link';

export interface Column {
  id: string;
  kind: CellKind;
  /** The vendor can sort by it. */
  sorts?: boolean;
  /** Takes what room is left. */
  grows?: boolean;
  /** The words a `state` column's cells hold; another one that the vendor thinks of is shown as it is. */
  states?: readonly string[];
  /** The row is switched on and off in it: its states are `enabled` and `disabled`. */
  switches?: true;
  /** The least width (rem), where what it holds needs less than its kind usually does. */
  width?: number;
  /** Hidden where there is no room for all columns: the highest first. */
  yields?: number;
}

/** `choice`: one of `choices`, or all. `day`: yyyy-mm-dd. `number`: digits. `text`: whatever is typed. */
export interface Filter {
  id: string;
  kind: 'choice' | 'day' | 'number' | 'text';
  choices?: readonly string[];
}

export interface ListDescription {
  /** What it is read with; null: the vendor's own application on this computer. */
  operation: OperationId | null;
  columns: readonly Column[];
  filters: readonly Filter[];
  /** The vendor can search in it. */
  searches: boolean;
  /** What the vendor sorts by unless asked otherwise, with the direction; null: it has an order of its own. */
  order: { column: string; descending: boolean } | null;
  /** The vendor hands out pages; otherwise one answer is all there is. */
  pages: boolean;
}

/** What is asked of a list. `page` 1 is the first. A filter that is not there, or '', lets everything through. */
export interface ListQuery {
  page: number;
  limit: number;
  search: string;
  sort: { column: string; descending: boolean } | null;
  filters: Readonly<Record<string, string>>;
}

const payment = ['success', 'pending', 'failed'] as const;
const paid = { id: 'status', kind: 'choice', choices: payment } as const;
const paymentStatus = { id: 'status', kind: 'state', states: payment } as const;
const onOff = ['enabled', 'disabled'] as const;
const topUp = ['ips', 'traffic', 'both', 'off'] as const;
const gift = ['ips', 'traffic'] as const;
const between = [
  { id: 'from', kind: 'day' },
  { id: 'to', kind: 'day' },
] as const;
// The ways to pay are numbers whose meaning is not published.
const paidWith = { id: 'method', kind: 'number' } as const;
const codeFilters = [
  { id: 'status', kind: 'choice', choices: ['unused', 'used', 'revoked', 'expired'] },
  { id: 'gives', kind: 'choice', choices: gift },
  { id: 'enterprise', kind: 'choice', choices: ['yes', 'no'] },
  { id: 'email', kind: 'text' },
] as const;
const usage = [
  { id: 'at', kind: 'moment' },
  { id: 'username', kind: 'text', grows: true },
  { id: 'ip', kind: 'mono' },
  { id: 'country', kind: 'country' },
  { id: 'port', kind: 'mono' },
  { id: 'ips', kind: 'count' },
  { id: 'traffic', kind: 'bytes' },
] as const satisfies readonly Column[];
const addresses = [
  { id: 'ip', kind: 'mono', grows: true },
  { id: 'country', kind: 'country' },
  { id: 'city', kind: 'text' },
  { id: 'state', kind: 'state', states: ['online', 'offline'] },
  { id: 'binding', kind: 'mono' },
] as const satisfies readonly Column[];
const plain = { filters: [], searches: false, order: null, pages: true } as const;

export const lists = {
  purchases: {
    operation: 'listBillings',
    columns: [
      { id: 'number', kind: 'mono', grows: true },
      { id: 'at', kind: 'moment' },
      { id: 'ips', kind: 'count', sorts: true },
      { id: 'traffic', kind: 'bytes' },
      { id: 'amount', kind: 'money', sorts: true },
      { id: 'method', kind: 'text' },
      paymentStatus,
    ],
    filters: [paid, paidWith, ...between],
    searches: false,
    order: null,
    pages: true,
  },
  deposits: {
    operation: 'listBillings',
    columns: [
      { id: 'number', kind: 'mono', grows: true },
      { id: 'at', kind: 'moment' },
      { id: 'amount', kind: 'money', sorts: true },
      { id: 'method', kind: 'text' },
      paymentStatus,
    ],
    filters: [paid, paidWith, ...between],
    searches: false,
    order: null,
    pages: true,
  },
  accountUsage: { operation: 'listAccountUsage', columns: usage.filter(({ id }) => id !== 'username'), ...plain },
  subAccountUsage: {
    operation: 'listSubAccountUsage',
    columns: usage,
    ...plain,
    filters: [{ id: 'username', kind: 'text' }],
  },
  today: { operation: 'listTodayProxies', columns: addresses, ...plain },
  favourites: { operation: 'listFavoriteProxies', columns: addresses, ...plain },
  localToday: { operation: null, columns: addresses, ...plain, pages: false },
  subAccounts: {
    operation: 'listSubAccounts',
    columns: [
      { id: 'username', kind: 'text', sorts: true, grows: true },
      { id: 'status', kind: 'state', states: onOff, switches: true, width: 4.5 },
      { id: 'ips', kind: 'count', sorts: true, width: 5.5, yields: 1 },
      { id: 'traffic', kind: 'bytes', width: 6, yields: 2 },
      { id: 'topUp', kind: 'state', states: topUp, width: 5.5, yields: 4 },
      { id: 'at', kind: 'day', sorts: true, yields: 5 },
      { id: 'note', kind: 'text', grows: true, width: 7, yields: 3 },
    ],
    filters: [{ id: 'status', kind: 'choice', choices: onOff }],
    searches: true,
    order: null,
    pages: true,
  },
  subUsers: {
    operation: 'listSubUsers',
    columns: [
      { id: 'username', kind: 'text', sorts: true, grows: true },
      { id: 'status', kind: 'state', sorts: true, states: ['enabled', 'disabled', 'blocked'] },
      { id: 'password', kind: 'secret' },
      { id: 'traffic', kind: 'bytes', sorts: true },
      { id: 'trafficCap', kind: 'bytes', sorts: true },
      { id: 'ips', kind: 'count', sorts: true },
      { id: 'ipCap', kind: 'count', sorts: true },
      { id: 'note', kind: 'text', grows: true },
      { id: 'at', kind: 'day', sorts: true },
    ],
    filters: [],
    searches: true,
    order: null,
    pages: true,
  },
  whitelist: {
    operation: 'listWhitelist',
    columns: [
      { id: 'ip', kind: 'mono', grows: true },
      { id: 'description', kind: 'text', grows: true },
      { id: 'at', kind: 'day', sorts: true },
      { id: 'changedAt', kind: 'day' },
      { id: 'status', kind: 'state', states: onOff },
    ],
    ...plain,
  },
  connections: {
    operation: 'listProxyConnections',
    columns: [
      { id: 'ports', kind: 'mono', grows: true },
      { id: 'country', kind: 'country' },
      { id: 'region', kind: 'text' },
      { id: 'city', kind: 'text' },
      { id: 'isp', kind: 'text' },
      { id: 'session', kind: 'state', states: ['rotating', 'sticky'] },
      { id: 'sessionTime', kind: 'minutes' },
      { id: 'at', kind: 'day', sorts: true },
    ],
    ...plain,
  },
  codesMade: {
    operation: 'listShareCodes',
    columns: [
      { id: 'code', kind: 'secret', sorts: true },
      { id: 'status', kind: 'state', states: ['unused', 'used', 'revoked', 'expired', 'unknown'] },
      { id: 'gives', kind: 'state', states: gift },
      { id: 'ips', kind: 'count', sorts: true },
      { id: 'traffic', kind: 'bytes' },
      { id: 'forwardedTo', kind: 'text', grows: true },
      { id: 'usedBy', kind: 'text', grows: true },
      { id: 'at', kind: 'day', sorts: true },
      { id: 'expiresAt', kind: 'day' },
      { id: 'usedAt', kind: 'day' },
    ],
    filters: codeFilters,
    searches: true,
    order: { column: 'at', descending: true },
    pages: true,
  },
  codesRedeemed: {
    operation: 'listUsedCodes',
    columns: [
      { id: 'code', kind: 'secret', sorts: true },
      { id: 'gives', kind: 'state', states: gift },
      { id: 'ips', kind: 'count', sorts: true },
      { id: 'traffic', kind: 'bytes' },
      { id: 'receivedFrom', kind: 'text', grows: true },
      { id: 'usedAt', kind: 'moment', sorts: true },
    ],
    filters: codeFilters,
    searches: true,
    order: { column: 'usedAt', descending: true },
    pages: true,
  },
  transactions: {
    operation: 'listWalletTransactions',
    columns: [
      { id: 'at', kind: 'moment' },
      { id: 'does', kind: 'state', states: ['convert', 'transfer'] },
      { id: 'amount', kind: 'money' },
      { id: 'ips', kind: 'count' },
      { id: 'counterparty', kind: 'text', grows: true },
      paymentStatus,
    ],
    ...plain,
  },
  levels: {
    operation: 'listAffiliateLevels',
    columns: [
      { id: 'number', kind: 'count' },
      { id: 'title', kind: 'text', grows: true },
      { id: 'rate', kind: 'percent' },
    ],
    ...plain,
    pages: false,
  },
  referredUsers: {
    operation: 'listReferredUsers',
    columns: [
      { id: 'username', kind: 'text', grows: true },
      { id: 'code', kind: 'mono' },
      { id: 'at', kind: 'moment' },
    ],
    ...plain,
  },
  commissions: {
    operation: 'listCommissions',
    columns: [
      { id: 'at', kind: 'moment', grows: true },
      { id: 'amount', kind: 'money' },
      { id: 'rate', kind: 'percent' },
      { id: 'method', kind: 'text' },
      { id: 'status', kind: 'state', states: ['valid', 'pending', 'invalid'] },
    ],
    ...plain,
  },
  payouts: {
    operation: 'listAffiliateWithdrawals',
    columns: [
      { id: 'at', kind: 'moment', grows: true },
      { id: 'does', kind: 'state', states: ['withdraw', 'convert', 'wallet'] },
      { id: 'amount', kind: 'money' },
      paymentStatus,
    ],
    ...plain,
  },
  inviteLinks: {
    operation: 'listInviteCodes',
    columns: [
      { id: 'code', kind: 'mono' },
      { id: 'link', kind: 'link', grows: true },
      { id: 'users', kind: 'count' },
      { id: 'at', kind: 'moment' },
    ],
    ...plain,
    pages: false,
  },
} as const satisfies Record<string, ListDescription>;

export type ListId = keyof typeof lists;

/** All lists, for a schema or a walk over them. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of an object literal are exactly its type's
export const listIds = Object.keys(lists) as [ListId, ...ListId[]];

/** A list's description, in the one type that all of them have. */
export function listOf(id: ListId): ListDescription {
  return lists[id];
}
