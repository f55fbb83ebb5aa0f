import type { Account, Wallet } from './app-state';

/** What the account read answers: whose key it is, and the wallet where the vendor sent it. */
export interface AccountAnswer {
  account: Account;
  wallet: Wallet | null;
}
