// The one table of operations: where each one lives, and how sure that is. The vendor has not published every path.
import { failed, ok, type Result } from '../../model/problem';
import { endpointPath, type Settings } from '../../model/settings';
import { type OperationId, operationIds } from '../../model/api/operation-id';
import type { operations } from './openapi.generated';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/**
 * How sure a path is: `documented` by the vendor, seen in a public `client`, or `inferred` from the vendor's naming.
 * A correction from the settings file does not change it: only its author knows how sure that one is.
 */
export type Certainty = 'documented' | 'client' | 'inferred';

export interface Endpoint {
  readonly method: Method;
  /** Below the base address, with its leading slash. */
  readonly path: string;
  readonly certainty: Certainty;
}

/** By operation: those of openapi.yaml, which app/model/api/operation-id.ts names, too. */
export type Endpoints = Readonly<Record<OperationId | keyof operations, Endpoint>>;

/** All operations of openapi.yaml, as the vendor's API has them, as far as is known. */
export const endpoints: Endpoints = {
  getAccountInfo: { method: 'GET', path: '/client/v1/account/get-info', certainty: 'client' },
  getBalanceData: { method: 'GET', path: '/client/v1/account/get-balance-data', certainty: 'client' },
  listBillings: { method: 'GET', path: '/client/v1/billings/get-list', certainty: 'documented' },
  listSubAccounts: { method: 'GET', path: '/client/v1/subs/get-list', certainty: 'documented' },
  createSubAccount: { method: 'POST', path: '/client/v1/subs/create', certainty: 'inferred' },
  updateSubAccount: { method: 'PUT', path: '/client/v1/subs/update', certainty: 'inferred' },
  setSubAccountStatus: { method: 'PUT', path: '/client/v1/subs/update-status', certainty: 'inferred' },
  deleteSubAccount: { method: 'DELETE', path: '/client/v1/subs/delete', certainty: 'inferred' },
  listSubAccountUsage: { method: 'GET', path: '/client/v1/subs/list-usage', certainty: 'inferred' },
  listShareCodes: { method: 'GET', path: '/client/v1/cd-keys/list-share-code', certainty: 'documented' },
  listUsedCodes: { method: 'GET', path: '/client/v1/cd-keys/list-use-code', certainty: 'documented' },
  generateIpShareCodes: { method: 'POST', path: '/client/v1/cd-keys/generate-share-code', certainty: 'inferred' },
  generateTrafficShareCodes: {
    method: 'POST',
    path: '/client/v1/cd-keys/generate-share-code-traffic',
    certainty: 'inferred',
  },
  useShareCodes: { method: 'POST', path: '/client/v1/cd-keys/use-code', certainty: 'inferred' },
  revokeShareCodes: { method: 'POST', path: '/client/v1/cd-keys/revoke-share-code', certainty: 'inferred' },
  listSubUsers: { method: 'GET', path: '/client/v1/user-passes/get-list', certainty: 'documented' },
  createSubUser: { method: 'POST', path: '/client/v1/user-passes/create', certainty: 'documented' },
  updateSubUser: { method: 'PUT', path: '/client/v1/user-passes/update', certainty: 'inferred' },
  deleteSubUser: { method: 'DELETE', path: '/client/v1/user-passes/delete', certainty: 'inferred' },
  listWhitelist: { method: 'GET', path: '/client/v1/whitelists/get-list', certainty: 'inferred' },
  createWhitelist: { method: 'POST', path: '/client/v1/whitelists/create', certainty: 'inferred' },
  updateWhitelist: { method: 'PUT', path: '/client/v1/whitelists/update', certainty: 'inferred' },
  deleteWhitelist: { method: 'DELETE', path: '/client/v1/whitelists/delete', certainty: 'inferred' },
  listProxyConnections: { method: 'GET', path: '/client/v1/proxy-connection/get-list', certainty: 'client' },
  createProxyConnection: { method: 'POST', path: '/client/v1/proxy-connection/create', certainty: 'client' },
  updateProxyConnection: { method: 'PUT', path: '/client/v1/proxy-connection/update', certainty: 'client' },
  deleteProxyConnections: { method: 'DELETE', path: '/client/v1/proxy-connection/delete', certainty: 'client' },
  getAffiliateStats: { method: 'GET', path: '/client/v1/affiliate/stats', certainty: 'documented' },
  listAffiliateLevels: { method: 'GET', path: '/client/v1/affiliate/all-level', certainty: 'documented' },
  listReferredUsers: { method: 'GET', path: '/client/v1/affiliate/list-referred-user', certainty: 'documented' },
  listCommissions: { method: 'GET', path: '/client/v1/affiliate/list-commission', certainty: 'inferred' },
  listAffiliateWithdrawals: { method: 'GET', path: '/client/v1/affiliate/list-withdraw', certainty: 'inferred' },
  listInviteCodes: { method: 'GET', path: '/client/v1/affiliate/list-invite-code', certainty: 'inferred' },
  listWalletTransactions: { method: 'GET', path: '/client/v1/wallet/list-transaction', certainty: 'inferred' },
  getAutoRenew: { method: 'GET', path: '/client/v1/wallet/get-auto-renew', certainty: 'inferred' },
  updateAutoRenew: { method: 'PUT', path: '/client/v1/wallet/update-auto-renew', certainty: 'inferred' },
  listAccountUsage: { method: 'GET', path: '/client/v1/account/list-usage', certainty: 'inferred' },
  listTodayProxies: { method: 'GET', path: '/client/v1/proxies/today-list', certainty: 'inferred' },
  listFavoriteProxies: { method: 'GET', path: '/client/v1/proxies/favorite-list', certainty: 'inferred' },
  registerSandboxAccount: { method: 'POST', path: '/client/v1/dev/register', certainty: 'documented' },
};

/**
 * The table with the user's corrections on top (settings, `endpoints`). A correction for an operation that does not
 * exist is left out, so that a typing mistake, or a file written for a newer version, breaks nothing; so is one that leads a read to a write.
 */
export function applyEndpoints(overrides: Settings['endpoints']): Endpoints {
  const table = corrected(overrides);
  const refused = operationIds.filter((id) => table[id] !== endpoints[id] && wouldWrite(id, table[id], table));
  return { ...table, ...Object.fromEntries(refused.map((id) => [id, endpoints[id]])) };
}

/** The table with all corrections, wherever they lead. */
function corrected(overrides: Settings['endpoints']): Endpoints {
  const table: Record<OperationId, Endpoint> = { ...endpoints };
  for (const [name, { method, path }] of Object.entries(overrides)) {
    if (!isOperation(name)) continue;
    const known = endpoints[name];
    table[name] = { method: method ?? known.method, path: path ?? known.path, certainty: known.certainty };
  }
  return table;
}

/**
 * The local API of the vendor's own application changes things by GET (`proxy` and `forward` spend IPs, `port_free` releases ports,
 * `set_port_range` moves them): of its paths, these are known to read.
 */
const localReads = ['/api/today_list', '/api/port_status', '/api/port_check'];

/**
 * Whether a read would be sent to where a write lives, as known or as corrected in `table`. Reads are sent automatically, again and
 * again: that would spend without end.
 */
function wouldWrite(operation: OperationId, to: Pick<Endpoint, 'method' | 'path'>, table: Endpoints): boolean {
  if (isWrite(operation)) return false;
  const path = askedPath(to.path);
  if (/^\/api\/[^/]+$/.test(path) && !localReads.includes(path)) return true;
  const lives = (at: Endpoint) => at.method === to.method && askedPath(at.path) === path;
  return operationIds.some((id) => isWrite(id) && (lives(endpoints[id]) || lives(table[id])));
}

/** The path that is asked for in the end, however it is written. */
function askedPath(path: string): string {
  const { pathname } = new URL(`https://any.example${path}`);
  return pathname.replaceAll(/\/+/g, '/').replace(/\/$/, '').toLowerCase();
}

/** Whether the vendor means this operation to change something. A corrected method does not change that. */
export function isWrite(operation: OperationId): boolean {
  return endpoints[operation].method !== 'GET';
}

/**
 * The corrections with one more, or with one taken back (both null). Fails with bad-input for an operation that does not exist, and
 * for a path that is none (the settings' schema has the rule) or (`writes`) where a read would find a write.
 */
export function correctEndpoint(
  overrides: Settings['endpoints'],
  operation: string,
  wanted: { method: Method | null; path: string | null },
): Result<Settings['endpoints']> {
  if (!isOperation(operation)) return failed({ kind: 'bad-input', field: 'operation' });
  const { path } = wanted;
  if (path !== null && (!endpointPath.test(path) || path.split('/').includes('..'))) {
    return failed({ kind: 'bad-input', field: 'path' });
  }
  const others = Object.fromEntries(Object.entries(overrides).filter(([name]) => name !== operation));
  const known = endpoints[operation];
  const to = { method: wanted.method ?? known.method, path: path ?? known.path };
  if (wouldWrite(operation, to, corrected(overrides))) {
    return failed({ kind: 'bad-input', field: 'writes' });
  }
  const correction = {
    ...(wanted.method === null || wanted.method === known.method ? {} : { method: wanted.method }),
    ...(path === null || path === known.path ? {} : { path }),
  };
  return ok(Object.keys(correction).length === 0 ? others : { ...others, [operation]: correction });
}

function isOperation(name: string): name is OperationId {
  return Object.hasOwn(endpoints, name);
}
