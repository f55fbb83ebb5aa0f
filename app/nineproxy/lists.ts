// Every list of the account window that the vendor's API has: which operation, with which parameters, read by which
// reader.
import type { ListQuery } from '../model/lists/list-description';
import type { ListId } from '../model/lists/lists';
import {
  readAffiliateLevel,
  readCommission,
  readInviteLink,
  readPayout,
  readReferredUser,
} from './resources/affiliate';
import { billingParameters, readDeposit, readPurchase } from './resources/billing';
import type { Query } from './operations/operation-types';
import { connectionParameters, readConnection } from './resources/connections';
import type { OperationId } from '../model/api/operation-id';
import { paging } from './resources/list-parameters';
import { readPage, unpaged } from './resources/page';
import type { Page, PageRequest } from './resources/page';
import { list } from './resources/parse';
import { readProxyAddress } from './resources/proxies';
import { distinct } from './resources/record-mapping';
import type { VendorRow } from './resources/record-mapping';
import { codesMadeParameters, codesRedeemedParameters, readCodeMade, readCodeRedeemed } from './resources/share-codes';
import { readSubUser, subUserParameters } from './resources/sub-users';
import { readSubAccountRow, subAccountListParameters } from './resources/sub-accounts';
import { readAccountUsage, readSubAccountUsage, subAccountUsageParameters } from './resources/usage';
import { readTransaction } from './resources/wallet';
import { readWhitelistEntry, whitelistParameters } from './resources/whitelist';

/** All lists but that of the vendor's own application on this computer. */
export type VendorListId = Exclude<ListId, 'localToday'>;

export interface VendorList<Id extends OperationId = OperationId> {
  operation: Id;
  parameters: (query: ListQuery) => Query<Id>;
  /** Null for an item that cannot be used. `now` is in milliseconds. */
  read: (item: unknown, now: number) => VendorRow | null;
}

/** Ties the parameters to their operation. */
function from<Id extends OperationId>(
  operation: Id,
  parameters: VendorList<Id>['parameters'],
  read: VendorList['read'],
): VendorList<Id> {
  return { operation, parameters, read };
}

const none = () => ({});

export const vendorLists = {
  purchases: from('listBillings', (query) => billingParameters(query, 'purchases'), readPurchase),
  deposits: from('listBillings', (query) => billingParameters(query, 'deposits'), readDeposit),
  accountUsage: from('listAccountUsage', paging, readAccountUsage),
  subAccountUsage: from('listSubAccountUsage', subAccountUsageParameters, readSubAccountUsage),
  today: from('listTodayProxies', paging, readProxyAddress),
  favourites: from('listFavoriteProxies', paging, readProxyAddress),
  subAccounts: from('listSubAccounts', subAccountListParameters, readSubAccountRow),
  subUsers: from('listSubUsers', subUserParameters, readSubUser),
  whitelist: from('listWhitelist', whitelistParameters, readWhitelistEntry),
  connections: from('listProxyConnections', connectionParameters, readConnection),
  codesMade: from('listShareCodes', codesMadeParameters, readCodeMade),
  codesRedeemed: from('listUsedCodes', codesRedeemedParameters, readCodeRedeemed),
  transactions: from('listWalletTransactions', paging, readTransaction),
  levels: from('listAffiliateLevels', none, readAffiliateLevel),
  referredUsers: from('listReferredUsers', paging, readReferredUser),
  commissions: from('listCommissions', paging, readCommission),
  payouts: from('listAffiliateWithdrawals', paging, readPayout),
  inviteLinks: from('listInviteCodes', none, readInviteLink),
} as const satisfies Record<VendorListId, unknown>;

/** An operation that answers a list. */
export type ListOperationId = (typeof vendorLists)[VendorListId]['operation'];

/**
 * The rows of one answer, as of `now` (ms). Null when there is no list, or not one item of it can be used. A list without pages may be bare:
 * then it is all there is.
 */
export function readRows(
  id: VendorListId,
  result: unknown,
  now: number,
  request: PageRequest = unpaged,
): Page<VendorRow> | null {
  const bare = list(result);
  const total = request === unpaged ? bare?.length : undefined;
  const paged = bare === null ? result : { items: bare, total_items: total, total_pages: 1 };
  const page = readPage(paged, request, (item) => vendorLists[id].read(item, now));
  if (page === null || (page.items.length === 0 && page.skipped > 0)) return null;
  return { ...page, items: distinct(page.items) };
}
