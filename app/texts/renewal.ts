// Auto renew is shown as 9Proxy reports it. This file has the words for that, and the check for an account that has set up none.
import type { AppState } from '../model/state/app-state';
import english from './en/renewal.json';
import { texts } from './texts';

export const renewalTexts = texts('renewal', english);

type AutoRenew = NonNullable<AppState['autoRenew']['value']>;

/** Whether the account has set up no auto renew: 9Proxy answered, and without a single field. */
export function isNoneYet(renew: AutoRenew): boolean {
  return Object.values(renew).every((value) => value === null);
}
