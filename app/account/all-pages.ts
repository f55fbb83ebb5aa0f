// When a list that is read page by page has been read to its end. Pure: the one rule for every loop that reads all pages.
//
// The vendor can return fewer rows per page than asked for, with or without totals, count wrongly, or repeat a page. So a short page is not
// the last one: the end is where the totals say so, or where a page is empty or brings nothing new.

/** What one page brought. */
export interface PageSeen {
  /** The keys of its rows. */
  keys: readonly (string | number)[];
  /** Rows that could not be read. */
  skipped: number;
  totalItems: number | null;
  totalPages: number | null;
}

export interface PagesEnd {
  /**
   * `all`: the vendor has no more pages. `short`: its totals promise more, but its next pages are empty. `stuck`: its pages repeat, cannot be
   * read, or never end: what was read says nothing about the rest.
   */
  end: 'all' | 'short' | 'stuck';
  /** Different rows that were read. */
  rows: number;
  /** Rows on the pages that could not be read. */
  skipped: number;
  /** Rows of the vendor's total that were neither read nor skipped, such as rows added at the top meanwhile. 0 without a total. */
  missing: number;
}

export interface AllPages {
  /** The next page to ask for, 1 first. */
  next(): number;
  /** Takes the page that was asked for. Null: there may be more. */
  add(page: PageSeen): PagesEnd | null;
  /** Different rows so far. */
  rows(): number;
  /** Whether a row of this key was on an earlier page. */
  has(key: string | number): boolean;
}

/** No account is this long; a vendor whose pages never end is not asked for ever. */
const MOST_PAGES = 10_000;
/** Pages in a row that bring nothing although there should be more. One can happen: rows were added at the top meanwhile. */
const MOST_BARREN = 2;

/** Follows one reading. `mostPages`: where the caller stops, in pages. */
export function createAllPages(mostPages = MOST_PAGES): AllPages {
  const seen = new Set<string | number>();
  let page = 1;
  let skipped = 0;
  let positions = 0;
  let barren = 0;
  let isOnlyEmpty = true;

  return {
    next: () => page,
    rows: () => seen.size,
    has: (key) => seen.has(key),
    add({ keys, skipped: here, totalItems, totalPages }) {
      const before = seen.size;
      for (const key of keys) seen.add(key);
      const hasNew = seen.size > before;
      const isEmpty = keys.length + here === 0;
      const isUnread = keys.length === 0 && here > 0;
      // A page that repeats its rows repeats those that cannot be read, too.
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
      // Where the vendor counts, all of its rows were seen, or every place of its list.
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
        if (barren >= MOST_BARREN) return ended(isOnlyEmpty ? 'short' : 'stuck');
      }
      if (page >= mostPages) return ended('stuck');
      page += 1;
      return null;
    },
  };
}
