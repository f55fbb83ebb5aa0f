// The pages of a list that are loaded, and what each answer makes of them. Pure: every function returns new pages.
// The vendor may return fewer rows a page than asked for: what its first page has is the page size from then on. Where it counts nothing,
// only an empty or repeated page ends the list.
import type { CallOutput } from '../../../../app/bridge/contract';
import type { Row } from '../../../../app/model/lists/list-description';
import type { Problem, Result } from '../../../../app/model/problem';

/** How many rows one call asks for; the most that a page has. */
export const pageSize = 100;

/** What one call for a page returns. */
export type PageAnswer = Result<CallOutput<'lists.read'>>;

export interface LoadedPage {
  /** The rows as last read; null: none yet. */
  rows: readonly Row[] | null;
  /** How many of its rows could not be read. */
  skipped: number;
  searchIgnored: boolean;
  /** Why the last try brought no rows. */
  problem: Problem | null;
  /** When its rows were read, in milliseconds; null: never. */
  readAt: number | null;
}

export interface LoadedPages {
  /** One page is all there is, however long it is. */
  isWhole: boolean;
  /** By number; the first is 1. */
  pages: ReadonlyMap<number, LoadedPage>;
  /** Rows a page, as the vendor returns them. */
  size: number;
  /** How many rows the list says it has; null: it does not say. */
  total: number | null;
  /** The last page, where there is no total and a page after it was empty or repeated rows. */
  endPage: number | null;
}

/** A page without rows, or with rows missing, whose answer gave no other reason. */
export const unreadable: Problem = { kind: 'unreadable-answer', why: 'shape' };

/** Nothing is loaded yet. */
export function noPages(isWhole: boolean): LoadedPages {
  return { isWhole, pages: new Map(), size: pageSize, total: null, endPage: null };
}

/** The number of the page that has this row; the first row is 0. */
export function pageOf({ isWhole, size }: LoadedPages, index: number): number {
  return isWhole ? 1 : Math.floor(index / size) + 1;
}

/** The first row of a page. */
export function startOf({ size }: LoadedPages, page: number): number {
  return (page - 1) * size;
}

/** How many rows of the list a page takes up, its unread ones included. */
export function lengthOf({ isWhole, size }: LoadedPages, { rows, skipped }: LoadedPage): number {
  return Math.min((rows?.length ?? 0) + skipped, isWhole ? Infinity : size);
}

/** The number of the last page that has rows; 0: none has. */
export function lastLoaded({ pages }: LoadedPages): number {
  return Math.max(0, ...[...pages].filter(([, { rows }]) => rows !== null).map(([page]) => page));
}

/** The last page that there may be; Infinity while nothing says where the list ends. */
export function lastPossible({ isWhole, total, size, endPage }: LoadedPages): number {
  if (isWhole) return 1;
  if (total !== null) return Math.max(1, Math.ceil(total / size));
  return Math.max(1, endPage ?? Infinity);
}

/** The page after a short last one that nothing says is the end, as the vendor may cap its pages; null: there is none. */
export function pageAfterShort(loaded: LoadedPages): number | null {
  if (loaded.isWhole || loaded.total !== null || loaded.endPage !== null) return null;
  const last = lastLoaded(loaded);
  const page = loaded.pages.get(last);
  return page !== undefined && lengthOf(loaded, page) < pageSize ? last + 1 : null;
}

/** The pages with this answer to the call for one of them. A failed call leaves the page its old rows. */
export function withAnswer(loaded: LoadedPages, page: number, answer: PageAnswer): LoadedPages {
  if (!answer.ok) {
    const { rows = null, skipped = 0, readAt = null } = loaded.pages.get(page) ?? {};
    return withPage(loaded, page, { rows, skipped, searchIgnored: false, problem: answer.problem, readAt });
  }
  const { rows, asOf, total, skipped = 0, searchIgnored = false } = answer.value;
  const length = rows.length + skipped;
  const counted = { ...loaded, total };
  const sized = page === 1 ? withSize(counted, length) : counted;
  const isRepeated = repeatsEarlier(sized, page, rows);
  const isPastEnd = total === null && (length === 0 || isRepeated);
  const ended = isPastEnd ? { ...sized, endPage: page - 1 } : sized;
  if (isPastEnd && page > 1) return withoutPagesBeyondEnd(ended);
  const read = isRepeated
    ? { rows: null, skipped: 0, searchIgnored: false, problem: unreadable, readAt: asOf }
    : { rows, skipped, searchIgnored, problem: null, readAt: asOf };
  return withoutPagesBeyondEnd(withPage(ended, page, read));
}

/** Only the pages that `keeps` says. */
export function withOnly(loaded: LoadedPages, keeps: (page: number) => boolean): LoadedPages {
  return { ...loaded, pages: new Map([...loaded.pages].filter(([page]) => keeps(page))) };
}

function withPage(loaded: LoadedPages, page: number, value: LoadedPage): LoadedPages {
  return { ...loaded, pages: new Map([...loaded.pages, [page, value]]) };
}

/** The first page's length is the page size, unless it is the only page. Other pages begin elsewhere with another size. */
function withSize(loaded: LoadedPages, length: number): LoadedPages {
  if (loaded.isWhole || length === 0) return loaded;
  const isOnlyPage = loaded.total !== null && length >= loaded.total;
  const size = isOnlyPage ? pageSize : Math.min(length, pageSize);
  return size === loaded.size ? loaded : withOnly({ ...loaded, size }, (page) => page === 1);
}

/** Whether all of these rows are on an earlier page: the vendor returns the same page again and again. */
function repeatsEarlier({ pages }: LoadedPages, page: number, rows: readonly Row[]): boolean {
  if (page === 1 || rows.length === 0) return false;
  const before = pages.get(page - 1)?.rows ?? pages.get(1)?.rows ?? [];
  const keys = new Set(before.map(({ key }) => key));
  return rows.every(({ key }) => keys.has(key));
}

/** The list became shorter: what was beyond its end is not there. */
function withoutPagesBeyondEnd(loaded: LoadedPages): LoadedPages {
  const last = lastPossible(loaded);
  return withOnly(loaded, (page) => page <= last);
}
