// The vendor's API as NineTray uses it: one method for each request, each returning a result of our own types. Nothing
// throws, and the key is in no result and no log line.
import type { AutoRenew, SubAccount } from '../model/state/app-state';
import type { ListQuery } from '../model/lists/list-description';
import { listOf } from '../model/lists/lists';
import type { AffiliateStats } from '../model/affiliate';
import { failed, ok } from '../model/problem';
import type { Problem, Result } from '../model/problem';
import { correctedNames } from '../model/api/field-names';
import type { Settings } from '../model/settings';
import { readAccountInfo, readBalanceData } from './resources/account';
import type { BalanceAnswer } from './resources/account';
import type { AccountAnswer } from '../model/state/account-answer';
import { readAddress } from '../settings/address';
import { readAffiliateStats } from './resources/affiliate';
import type { Call, CallOptions } from './operations/operation-types';
import { checkParameters, readChecked } from './read-probes';
import type { Checked, ReadOperationId } from './read-probes';
import { createWrites } from './client-writes';
import type { NineProxyWrites } from './client-writes';
import { endpoints as knownEndpoints, isWrite } from './operations/endpoints';
import type { Endpoints } from './operations/endpoints';
import type { OperationId } from '../model/api/operation-id';
import { readRows, vendorLists } from './lists';
import type { VendorListId } from './lists';
import { readPage, unpaged } from './resources/page';
import type { Page } from './resources/page';
import { createRedactor } from './transport/redact';
import { renameRead, renameSent } from './transport/rename-fields';
import type { VendorRow } from './resources/record-mapping';
import { readSubAccount, subAccountParameters } from './resources/sub-accounts';
import type { SubAccountQuery } from './resources/sub-accounts';
import { createTransport } from './transport/transport';
import type { TransportPorts } from './transport/transport';
import { readAutoRenew } from './resources/wallet';

export interface NineProxyOptions extends TransportPorts {
  key: string;
  /** See address.ts; an address that is not safe makes every method answer `insecure-address`. */
  address: string;
  /** The table with the user's corrections (endpoints.ts), asked for at each request: a correction takes effect at once. */
  endpoints?: (() => Endpoints) | undefined;
  /** The user's corrections of field names (settings, `fields`), asked for at each request. */
  fieldNames?: (() => Settings['fields']) | undefined;
  /** Called when rows of a page were left out (page.ts), with their number. */
  onRowsLeftOut?: ((operation: OperationId, count: number) => void) | undefined;
}

/** Every method answers a Result and never throws. */
export interface NineProxy extends NineProxyWrites {
  readAccount(options?: CallOptions): Promise<Result<AccountAnswer>>;
  readBalance(options?: CallOptions): Promise<Result<BalanceAnswer>>;
  readAutoRenew(options?: CallOptions): Promise<Result<AutoRenew>>;
  readAffiliate(options?: CallOptions): Promise<Result<AffiliateStats>>;
  listSubAccounts(query: SubAccountQuery, options?: CallOptions): Promise<Result<Page<SubAccount>>>;
  /** One page of a list of the account window. Secret cells hold the secret itself; a share code's key is the code. */
  readList(list: VendorListId, query: ListQuery, options?: CallOptions): Promise<Result<Page<VendorRow>>>;
  /** Asks an operation that only reads, and says whether its answer could be read. */
  check(operation: ReadOperationId, options?: CallOptions): Promise<Result<Checked>>;
}

/** A client for one key at one address. A new key means a new client. */
export function createNineProxy(options: NineProxyOptions): NineProxy {
  const { key, now } = options;
  const address = readAddress(options.address);
  const redactor = createRedactor(key);
  const endpoints = options.endpoints ?? (() => knownEndpoints);
  const transport = address.ok
    ? createTransport({ key, address: address.value.url, endpoints, redactor }, options)
    : null;

  const call: Call = async (operation, input, read, signal) => {
    if (transport === null) return failed({ kind: 'insecure-address' });
    const names = correctedNames(options.fieldNames?.() ?? {}, operation);
    const sent = await transport.send(operation, { ...input, body: renameSent(input.body, names) }, signal);
    if (!sent.ok) return sent;
    const value = read(renameRead(sent.value, names));
    return value === null ? failed(unreadable(operation)) : ok(redactor.value(value));
  };

  const counted = <T>(operation: OperationId, page: Page<T> | null): Page<T> | null => {
    if (page !== null && page.skipped > 0) options.onRowsLeftOut?.(operation, page.skipped);
    return page;
  };

  return {
    readAccount: ({ signal } = {}) => call('getAccountInfo', {}, readAccountInfo, signal),

    readBalance: ({ signal } = {}) => call('getBalanceData', {}, (result) => readBalanceData(result, now()), signal),

    readAutoRenew: ({ signal } = {}) => call('getAutoRenew', {}, readAutoRenew, signal),

    listSubAccounts: (query, { signal } = {}) =>
      call(
        'listSubAccounts',
        { query: subAccountParameters(query) },
        (result) => counted('listSubAccounts', readPage(result, query, readSubAccount)),
        signal,
      ),

    readAffiliate: ({ signal } = {}) => call('getAffiliateStats', {}, readAffiliateStats, signal),

    readList: (list, query, { signal } = {}) =>
      call(
        vendorLists[list].operation,
        { query: vendorLists[list].parameters(query) },
        (result) =>
          counted(vendorLists[list].operation, readRows(list, result, now(), listOf(list).pages ? query : unpaged)),
        signal,
      ),

    check: (operation, { signal } = {}) =>
      call(operation, { query: checkParameters(operation) }, (result) => readChecked(operation, result, now()), signal),

    ...createWrites(call),
  };
}

function unreadable(operation: OperationId): Problem {
  return isWrite(operation) ? { kind: 'outcome-unknown' } : { kind: 'unreadable-answer', why: 'shape' };
}
