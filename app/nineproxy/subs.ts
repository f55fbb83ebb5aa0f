// Reads what the vendor answers about sub-accounts, and writes what it is asked about them.
// It must not: ask by itself, or let an item through that cannot be told from another.
import type { SubAccount } from '../account/state';
import type { components, operations } from './openapi.generated';
import { count, fields, integer, moment, text } from './parse';

type Enabled = 'enabled' | 'disabled';

export interface SubAccountQuery {
  /** 1 is the first. */
  page: number;
  limit: number;
  sortBy?: 'id' | 'username' | 'created_at' | 'number_of_ips';
  orderBy?: 'asc' | 'desc';
  keyword?: string;
  status?: Enabled;
}

/** The vendor's SubAccountStatus. */
const statuses: Readonly<Record<Enabled, number>> = { enabled: 1, disabled: 2 };

/** The parameters of listSubAccounts. */
export function subAccountParameters(
  query: SubAccountQuery,
): NonNullable<operations['listSubAccounts']['parameters']['query']> {
  return {
    page: query.page,
    limit: query.limit,
    ...(query.sortBy === undefined ? {} : { sort_by: query.sortBy }),
    ...(query.orderBy === undefined ? {} : { order_by: query.orderBy }),
    ...(query.keyword === undefined ? {} : { keyword: query.keyword }),
    ...(query.status === undefined ? {} : { status: statuses[query.status] }),
  };
}

/** The body of setSubAccountStatus. */
export function subAccountStatus(id: number, enabled: boolean): { id: number; status: number } {
  return { id, status: enabled ? statuses.enabled : statuses.disabled };
}

/** One SubAccountInfo; null without a usable id and username. A status that is neither of the two known is null. */
export function readSubAccount(item: unknown): SubAccount | null {
  const found = fields<keyof components['schemas']['SubAccountInfo']>(item);
  const id = integer(found?.id);
  const username = text(found?.username);
  if (found === null || id === null || id <= 0 || username === null) return null;
  const status = integer(found.status);
  return {
    id,
    username,
    note: text(found.note),
    ips: count(found.number_of_ips),
    traffic: count(found.traffic_data),
    enabled: status === statuses.enabled ? true : status === statuses.disabled ? false : null,
    createdAt: moment(found.created_at),
  };
}
