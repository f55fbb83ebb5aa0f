// What each role may ask for, as lists of operations: never by method, because some reads of 9Proxy return secrets.
import type { Consumer } from '../../model/access/consumer';
import { type OperationId, operationIds } from '../../model/api/operation-id';

type Role = Consumer['role'];

/** Reads whose answers hold passwords of sub-users, or share codes, which anyone can redeem. */
const secretReads: readonly OperationId[] = ['listSubUsers', 'listShareCodes', 'listUsedCodes'];

/** Nobody may ask for these. */
const never: readonly OperationId[] = ['registerSandboxAccount'];

const figures: readonly OperationId[] = [
  'getAccountInfo',
  'getBalanceData',
  'listBillings',
  'listAccountUsage',
  'getAutoRenew',
  'getAffiliateStats',
];

const read: readonly OperationId[] = [
  ...figures,
  'listSubAccounts',
  'listSubAccountUsage',
  'listWhitelist',
  'listProxyConnections',
  'listAffiliateLevels',
  'listReferredUsers',
  'listCommissions',
  'listAffiliateWithdrawals',
  'listInviteCodes',
  'listWalletTransactions',
  'listTodayProxies',
  'listFavoriteProxies',
];

const switching: readonly OperationId[] = [...figures, 'listSubAccounts', 'setSubAccountStatus'];

const subAccounts: readonly OperationId[] = [...switching, 'listSubAccountUsage', 'updateSubAccount'];

const spend: readonly OperationId[] = [
  ...read,
  ...subAccounts,
  'createSubAccount',
  'createSubUser',
  'generateIpShareCodes',
  'generateTrafficShareCodes',
  'useShareCodes',
  'revokeShareCodes',
  'createProxyConnection',
  'updateProxyConnection',
  'deleteProxyConnections',
];

const byRole: Readonly<Record<Role, ReadonlySet<OperationId>>> = {
  figures: new Set(figures),
  read: new Set(read),
  switch: new Set(switching),
  'sub-accounts': new Set(subAccounts),
  spend: new Set(spend),
  everything: new Set(operationIds.filter((id) => !never.includes(id))),
};

/** Whether a consumer may ask for an operation. `null`: a path that NineTray does not know. */
export function mayAsk(
  { role, secrets, unknownPaths }: Pick<Consumer, 'role' | 'secrets' | 'unknownPaths'>,
  operation: OperationId | null,
): boolean {
  if (operation === null) return role === 'everything' && unknownPaths;
  return byRole[role].has(operation) || (secrets && secretReads.includes(operation));
}
