// Finds sub-accounts by id, though the vendor can only be asked by name or for its list: by name first, page after page, and where that
// does not find one (it was renamed), in the list itself. It must not: read without an end, or decide how often that is done.
import type { Page } from '../../nineproxy/resources/page';
import type { SubAccountQuery } from '../../nineproxy/resources/sub-accounts';
import { createAllPages } from '../all-pages';
import type { SubAccount } from '../../model/app-state';

export interface FindPorts {
  /** Null: the reading is over, or failed. */
  readPage(query: SubAccountQuery): Promise<Page<SubAccount> | null>;
  found(row: SubAccount): void;
  /** One was looked for by its name. */
  asked(): void;
}

/** Rows a page by name, and how many pages: what the name of a customer begins with may be in many others. */
const NAME_PAGE = 30;
const NAME_PAGES = 5;
/** Rows a page of the list, and how many pages. */
const LIST_PAGE = 100;
const LIST_PAGES = 10;

/**
 * Tells `found` of each. Answers those that were not found: `gone` where all of the vendor's list was seen, else `not-found`; null where the
 * reading did not come to its end.
 */
export async function findSubAccounts(
  wanted: readonly { id: number; username: string }[],
  ports: FindPorts,
): Promise<{ id: number; why: 'gone' | 'not-found' }[] | null> {
  const missing = new Set<number>();
  for (const { id, username } of wanted) {
    // By name, so that "user1" comes before the many that only begin with it.
    const query = { limit: NAME_PAGE, sortBy: 'username', orderBy: 'asc', keyword: username } as const;
    const alone = new Set([id]);
    const seen = await seek(alone, query, NAME_PAGES, ports);
    if (seen === null) return null;
    ports.asked();
    if (alone.size > 0) missing.add(id);
  }
  if (missing.size === 0) return [];
  const seen = await seek(missing, { limit: LIST_PAGE, sortBy: 'id', orderBy: 'asc' }, LIST_PAGES, ports);
  if (seen === null) return null;
  return [...missing].map((id) => ({ id, why: seen === 'all' ? 'gone' : 'not-found' }));
}

/** Takes what is found out of `missing`. Answers whether all there is was seen; null where a page could not be read. */
async function seek(
  missing: Set<number>,
  query: Omit<SubAccountQuery, 'page'> & { limit: number },
  most: number,
  { readPage, found }: FindPorts,
): Promise<'all' | 'part' | null> {
  const pages = createAllPages(most);
  for (;;) {
    const answer = await readPage({ ...query, page: pages.next() });
    if (answer === null) return null;
    const end = pages.add({ ...answer, keys: answer.items.map(({ id }) => id) });
    for (const row of answer.items) if (missing.delete(row.id)) found(row);
    if (missing.size === 0 || answer.skipped > 0) return 'part';
    if (end !== null) return end.end === 'all' && end.missing === 0 ? 'all' : 'part';
  }
}
