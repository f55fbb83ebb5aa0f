// Auto renew is shown as 9Proxy reports it. This file has the words for that, and the check for an account that has set up none.
import type { AppState } from '../model/state/app-state';

type AutoRenew = NonNullable<AppState['autoRenew']['value']>;

/** Whether the account has set up no auto renew: 9Proxy answered, and without a single field. */
export function isNoneYet(renew: AutoRenew): boolean {
  return Object.values(renew).every((value) => value === null);
}

export const noneYet = 'Not set up';

export const asReported = 'as 9Proxy reports it';

/** What auto renew does. The vendor uses the name for two things, and its API does not say which one it means. */
export const renewUnconfirmed =
  'Unconfirmed: it may buy a package from your wallet, or replace dead ports, each of which takes an IP.';

/** Above or below what 9Proxy reports. */
export const renewReported = `As 9Proxy reports it. ${renewUnconfirmed}`;
