// Whose figures these are: what is stored between two starts is stored under this id. Pure. The id contains no name and
// no key.
import type { AppState } from './app-state';

/** The address and the account's id, since equal ids at two addresses are two accounts; null while the account is not known. */
export function ownerOf({ source, account }: Pick<AppState, 'source' | 'account'>): string | null {
  return account.value === null ? null : ownerAt(source.origin, account.value.id);
}

/** The same of an account that is not in view. `origin` without a path. */
export function ownerAt(origin: string, id: number | string): string {
  return `${origin} ${id}`;
}
