// Every operation that only reads, for the API check: its request, and whether its answer can be read. An operation
// that changes anything must not be listed here: the check would run it.
import type { ListQuery } from '../model/lists/list-description';
import { listOf } from '../model/lists/lists';
import { readAccountInfo, readBalanceData } from './resources/account';
import { readAffiliateStats } from './resources/affiliate';
import type { Query } from './operations/operation-types';
import type { OperationId } from '../model/api/operation-id';
import { readRows, vendorLists } from './lists';
import type { ListOperationId, VendorListId } from './lists';
import { unpaged } from './resources/page';
import { readAutoRenew } from './resources/wallet';

type SingleOperationId = 'getAccountInfo' | 'getBalanceData' | 'getAffiliateStats' | 'getAutoRenew';
export type ReadOperationId = SingleOperationId | ListOperationId;

/** What an answer that could be read holds: how many items the whole list has, for a list. */
export interface Checked {
  items: number | null;
}

const singles: Record<SingleOperationId, (result: unknown, now: number) => unknown> = {
  getAccountInfo: readAccountInfo,
  getBalanceData: readBalanceData,
  getAffiliateStats: readAffiliateStats,
  getAutoRenew: readAutoRenew,
};

const few: ListQuery = { page: 1, limit: 10, search: '', sort: null, filters: {} };

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of an object literal are exactly its type's
const listIds = Object.keys(vendorLists) as VendorListId[];

function listIdOf(operation: ReadOperationId): VendorListId | undefined {
  return listIds.find((id) => vendorLists[id].operation === operation);
}

/** All operations that only read, each once. */
export const readOperations: readonly ReadOperationId[] = [
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of an object literal are exactly its type's
  ...(Object.keys(singles) as SingleOperationId[]),
  ...new Set(listIds.map((id) => vendorLists[id].operation)),
];

/** Whether an operation only reads. */
export function onlyReads(operation: OperationId): operation is ReadOperationId {
  return readOperations.some((one) => one === operation);
}

/** What it is asked with: a first, short page of a list. */
export function checkParameters(operation: ReadOperationId): Query<ReadOperationId> {
  const id = listIdOf(operation);
  return id === undefined ? {} : vendorLists[id].parameters(few);
}

/** What its answer holds, as of `now` (ms); null when it cannot be read. */
export function readChecked(operation: ReadOperationId, result: unknown, now: number): Checked | null {
  const id = listIdOf(operation);
  if (id !== undefined) {
    const rows = readRows(id, result, now, listOf(id).pages ? few : unpaged);
    return rows === null ? null : { items: rows.totalItems ?? rows.items.length };
  }
  return isSingle(operation) && singles[operation](result, now) !== null ? { items: null } : null;
}

function isSingle(operation: ReadOperationId): operation is SingleOperationId {
  return Object.hasOwn(singles, operation);
}
