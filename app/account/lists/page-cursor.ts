// When a list that is read page by page has been read to its end. Pure: the one rule for everything that reads all pages.
//
// 9Proxy can return fewer rows per page than requested, with or without totals, count wrongly, or repeat a page. So a short page is not
// the last one: the list ends where the totals show it, or where a page is empty or has no new rows.

/** A row's key, which is the same on every page. */
export type RowKey = string | number;

/** What one page returned. */
export interface PageSeen<K extends RowKey = RowKey> {
  /** The keys of its rows. */
  keys: readonly K[];
  /** Rows that could not be read. */
  skipped: number;
  totalItems: number | null;
  totalPages: number | null;
}

export interface PagesEnd {
  /**
   * `all`: there are no more pages. `short`: the totals promise more, but the next pages are empty. `stuck`: pages repeat, cannot be read,
   * or never end, so what was read shows nothing about the rest.
   */
  end: 'all' | 'short' | 'stuck';
  /** Different rows that were read. */
  rows: number;
  /** Rows on the pages that could not be read. */
  skipped: number;
  /** Rows of the total that were neither read nor skipped, for example because rows were added at the top meanwhile. 0 without a total. */
  missing: number;
}

export interface PageCursor<K extends RowKey = RowKey> {
  /** The number of the next page; the first is 1. */
  next(): number;
  /** Adds the page that was requested. Null: there may be more. */
  add(page: PageSeen<K>): PagesEnd | null;
  /** The keys of all rows so far. */
  seen(): ReadonlySet<K>;
  /** Rows so far that could not be read. */
  skipped(): number;
}

/** No account has this many pages; it stops a server whose pages never end. */
const MAX_PAGES = 10_000;
/** Consecutive pages without new rows although there should be more. One can happen: rows were added at the top meanwhile. */
const MAX_BARREN_PAGES = 2;

/** Follows one reading of a list, which stops as `stuck` after `maxPages` pages. */
export function createPageCursor<K extends RowKey>(maxPages = MAX_PAGES): PageCursor<K> {
  const seen = new Set<K>();
  let page = 1;
  let skipped = 0;
  let positions = 0;
  let barren = 0;
  let isOnlyEmpty = true;

  return {
    next: () => page,
    seen: () => seen,
    skipped: () => skipped,
    add({ keys, skipped: here, totalItems, totalPages }) {
      const before = seen.size;
      for (const key of keys) seen.add(key);
      const hasNew = seen.size > before;
      const isEmpty = keys.length + here === 0;
      const isUnread = keys.length === 0 && here > 0;
      // A page that repeats its rows also repeats those that cannot be read.
      if (hasNew || isUnread) skipped += here;
      positions += keys.length + here;
      const got = seen.size + skipped;
      const ended = (end: PagesEnd['end']): PagesEnd => ({
        end,
        rows: seen.size,
        skipped,
        missing: Math.max(0, (totalItems ?? 0) - got),
      });

      const isLastPage = totalPages === null || page >= totalPages;
      // With a total: all of its rows were seen, or every position of the list.
      const isCounted =
        totalItems !== null && (got >= totalItems || (positions >= totalItems && barren === 0 && hasNew));
      if (isCounted && isLastPage) return ended('all');
      const promisesMore = totalItems === null ? !isLastPage : got < totalItems || !isLastPage;
      if (hasNew || (isUnread && totalItems !== null && promisesMore)) {
        barren = 0;
        isOnlyEmpty = true;
      } else {
        if (!isUnread && (!promisesMore || (isEmpty && totalPages !== null && page > totalPages))) return ended('all');
        barren += 1;
        isOnlyEmpty &&= isEmpty;
        if (barren >= MAX_BARREN_PAGES) return ended(isOnlyEmpty ? 'short' : 'stuck');
      }
      if (page >= maxPages) return ended('stuck');
      page += 1;
      return null;
    },
  };
}
