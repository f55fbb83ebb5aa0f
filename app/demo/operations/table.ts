// All operations of the demo, in one list: those of openapi.yaml, as a test checks.
import { accountOperations } from './account';
import { affiliateOperations } from './affiliate';
import { billingOperations } from './billing';
import { connectionOperations } from './connections';
import type { Operation } from './operation';
import { sandboxOperations } from './sandbox';
import { shareCodeOperations } from './share-codes';
import { subAccountOperations } from './sub-accounts';
import { subUserOperations } from './sub-users';
import { usageOperations } from './usage';
import { walletOperations } from './wallet';
import { whitelistOperations } from './whitelist';

export const operations: readonly Operation[] = [
  ...accountOperations,
  ...billingOperations,
  ...subAccountOperations,
  ...shareCodeOperations,
  ...subUserOperations,
  ...whitelistOperations,
  ...connectionOperations,
  ...affiliateOperations,
  ...walletOperations,
  ...usageOperations,
  ...sandboxOperations,
];
