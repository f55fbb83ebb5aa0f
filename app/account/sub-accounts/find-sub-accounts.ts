// Finds sub-accounts by id, although 9Proxy can only be searched by name: searches for each name first and then, for those that were
// renamed, in the list itself. Both are limited to a few pages; the caller decides how often this is done.
import { failed, ok } from '../../model/problem';
import type { Page } from '../../nineproxy/resources/page';
import type { SubAccountQuery } from '../../nineproxy/resources/sub-accounts';
import { createPageCursor } from '../lists/page-cursor';
import { readAllPages, ROWS_PER_PAGE } from '../lists/read-all-pages';
import type { SubAccount } from '../../model/state/app-state';

export interface FindPorts {
  /** Null: the reading was cancelled, or failed. */
  readPage(query: SubAccountQuery): Promise<Page<SubAccount> | null>;
  found(row: SubAccount): void;
  /** Called after each search by a name. */
  asked(): void;
}

/** Rows per page of a search by name, and its most pages: many names can contain a short one. */
const NAME_PAGE = 30;
const NAME_PAGES = 5;
/** Most pages of the list. */
const LIST_PAGES = 10;

/**
 * Calls `found` with each. Returns those that were not found: `gone` if the whole list was seen, else `not-found`. Null if a page could not
 * be read.
 */
export async function findSubAccounts(
  wanted: readonly { id: number; username: string }[],
  ports: FindPorts,
): Promise<{ id: number; why: 'gone' | 'not-found' }[] | null> {
  const missing = new Set<number>();
  for (const { id, username } of wanted) {
    // Sorted by name, so that "user1" comes before the many names that only start with it.
    const query = { limit: NAME_PAGE, sortBy: 'username', orderBy: 'asc', keyword: username } as const;
    const alone = new Set([id]);
    const seen = await seek(alone, query, NAME_PAGES, ports);
    if (seen === null) return null;
    ports.asked();
    if (alone.size > 0) missing.add(id);
  }
  if (missing.size === 0) return [];
  const seen = await seek(missing, { limit: ROWS_PER_PAGE, sortBy: 'id', orderBy: 'asc' }, LIST_PAGES, ports);
  if (seen === null) return null;
  return [...missing].map((id) => ({ id, why: seen === 'all' ? 'gone' : 'not-found' }));
}

/** Removes what is found from `missing`. Returns whether the whole list was seen; null if a page could not be read. */
async function seek(
  missing: Set<number>,
  query: Omit<SubAccountQuery, 'page'> & { limit: number },
  maxPages: number,
  { readPage, found }: FindPorts,
): Promise<'all' | 'part' | null> {
  const read = await readAllPages({
    cursor: createPageCursor(maxPages),
    keyOf: ({ id }: SubAccount) => id,
    async readPage(page) {
      const answer = await readPage({ ...query, page });
      return answer === null ? failed({ kind: 'cancelled' }) : ok(answer);
    },
    onPage({ items, skipped }) {
      for (const row of items) if (missing.delete(row.id)) found(row);
      return missing.size === 0 || skipped > 0 ? 'stop' : undefined;
    },
  });
  if (!read.ok) return null;
  return read.value.end === 'all' && read.value.missing === 0 ? 'all' : 'part';
}
