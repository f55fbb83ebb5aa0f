// Auto renew of an account that has set up none: how it is told from one that is on, off or unknown, and what is shown for it.
import type { AppState } from '../account/state';

type AutoRenew = NonNullable<AppState['autoRenew']['value']>;

/** Whether the account has set up no auto renew: 9Proxy answered, and without a single field. */
export function isNoneYet(renew: AutoRenew): boolean {
  return Object.values(renew).every((value) => value === null);
}

export const noneYet = 'None yet';
