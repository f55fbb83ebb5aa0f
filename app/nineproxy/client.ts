// The vendor's API as NineTray uses it: one method for each thing one can ask, each answering a result of our own types.
// It must not: throw, keep figures, decide when to ask, or let the key out in anything it answers or logs.
import type { AutoRenew, SubAccount } from '../account/state';
import { failed, ok } from '../problem/problem';
import type { Problem, Result } from '../problem/problem';
import { readAccountInfo, readBalanceData } from './account';
import type { AccountAnswer, BalanceAnswer } from './account';
import { readAddress } from './address';
import { endpoints as knownEndpoints, isWrite } from './endpoints';
import type { Endpoints, OperationId } from './endpoints';
import type { operations } from './openapi.generated';
import { readPage } from './page';
import type { Page } from './page';
import { createRedactor } from './redact';
import { readSubAccount, subAccountParameters, subAccountStatus } from './subs';
import type { SubAccountQuery } from './subs';
import { createTransport } from './transport';
import type { Around } from './transport';
import { readAutoRenew } from './wallet';

export interface NineProxyOptions extends Around {
  key: string;
  /** See address.ts; an address that is not safe makes every method answer `insecure-address`. */
  address: string;
  /** The table with corrections (endpoints.ts). */
  endpoints?: Endpoints | undefined;
  /** The vendor refused the key, in whatever answer. */
  onRefused?: (() => void) | undefined;
}

export interface CallOptions {
  /** Gives the request up: it answers `cancelled` (a write that may have been sent: `outcome-unknown`). */
  signal?: AbortSignal | undefined;
}

/** Every method answers a Result and never throws. */
export interface NineProxy {
  readAccount(options?: CallOptions): Promise<Result<AccountAnswer>>;
  readBalance(options?: CallOptions): Promise<Result<BalanceAnswer>>;
  readAutoRenew(options?: CallOptions): Promise<Result<AutoRenew>>;
  listSubAccounts(query: SubAccountQuery, options?: CallOptions): Promise<Result<Page<SubAccount>>>;
  setSubAccountEnabled(id: number, enabled: boolean, options?: CallOptions): Promise<Result<void>>;
}

/** What an operation takes, by the vendor's own names. */
type Query<Id extends OperationId> = operations[Id]['parameters'] extends { query?: infer Q } ? NonNullable<Q> : never;
type Body<Id extends OperationId> = operations[Id] extends { requestBody: { content: { 'application/json': infer B } } }
  ? B
  : never;

interface Input<Id extends OperationId> {
  query?: Query<Id>;
  body?: Body<Id>;
}

/** A client for one key at one address. A new key means a new client. */
export function createNineProxy(options: NineProxyOptions): NineProxy {
  const { key, now, onRefused } = options;
  const address = readAddress(options.address);
  const redactor = createRedactor(key);
  const endpoints = options.endpoints ?? knownEndpoints;
  const transport = address.ok
    ? createTransport({ key, address: address.value.url, endpoints, redactor }, options)
    : null;

  /** One operation. `read` turns its result into our types, or answers null when it cannot be read. */
  async function call<Id extends OperationId, T>(
    operation: Id,
    input: Input<Id>,
    read: (result: unknown) => T | null,
    signal: AbortSignal | undefined,
  ): Promise<Result<T>> {
    if (transport === null) return failed({ kind: 'insecure-address' });
    const sent = await transport.send(operation, input, signal);
    if (!sent.ok) {
      if (sent.problem.kind === 'key-refused') onRefused?.();
      return sent;
    }
    const value = read(sent.value);
    return value === null ? failed(unreadable(operation)) : ok(redactor.value(value));
  }

  return {
    readAccount: ({ signal } = {}) => call('getAccountInfo', {}, readAccountInfo, signal),

    readBalance: ({ signal } = {}) => call('getBalanceData', {}, (result) => readBalanceData(result, now()), signal),

    readAutoRenew: ({ signal } = {}) => call('getAutoRenew', {}, readAutoRenew, signal),

    listSubAccounts: (query, { signal } = {}) =>
      call(
        'listSubAccounts',
        { query: subAccountParameters(query) },
        (result) => readPage(result, readSubAccount),
        signal,
      ),

    setSubAccountEnabled: (id, enabled, { signal } = {}) =>
      call('setSubAccountStatus', { body: subAccountStatus(id, enabled) }, acknowledged, signal),
  };
}

/** The reader of writes whose result is not known: that the answer said success is all there is. */
function acknowledged(): undefined {
  return undefined;
}

function unreadable(operation: OperationId): Problem {
  return isWrite(operation) ? { kind: 'outcome-unknown' } : { kind: 'unreadable-answer', why: 'shape' };
}
