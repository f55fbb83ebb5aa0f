// What the account window shows of the loaded pages: rows by their place in the list, gaps, age and problem. Pure.
import type { Row } from '../../../../app/model/lists/list-description';
import type { Problem } from '../../../../app/model/problem';
import {
  lastLoaded,
  lengthOf,
  type LoadedPage,
  type LoadedPages,
  pageOf,
  pageSize,
  startOf,
  unreadable,
} from './loaded-pages';

/** Rows next to each other that could not be read, both ends included. */
export interface Stretch {
  from: number;
  to: number;
  problem: Problem;
}

/** What is known at one moment; a new one each time that something changes. */
export interface PagesView {
  /** There was an answer, so that it is known whether there are rows. */
  ready: boolean;
  /** How many rows the list says it has; null: it does not say. */
  total: number | null;
  /** How many rows the grid has, with those not read yet; without a total, one more while there may be more. */
  count: number;
  /** How many rows are loaded. */
  loaded: number;
  /** How many rows of the loaded pages are missing: the vendor counts them, and they could not be read. */
  unread: number;
  /** Rows that were read do not contain what was searched for. */
  searchIgnored: boolean;
  /** Rows a page, as the vendor returns them. */
  size: number;
  /** When the oldest page in view was read, in milliseconds; null before the first. */
  asOf: number | null;
  /** Pages are being read. */
  busy: boolean;
  /** Why there are no rows at all, or why those in view are old. */
  problem: Problem | null;
  at: (index: number) => Row | undefined;
  /** All rows that are loaded, in order. */
  rows: () => Row[];
  /** The rows around this one that could not be read; null where it was read, or was not asked for yet. */
  stretchAt: (index: number) => Stretch | null;
}

export interface Reading {
  /** Whether a page is in view. */
  isInView: (page: number) => boolean;
  /** A call was answered. */
  ready: boolean;
  /** A call is on its way. */
  busy: boolean;
}

/** What is shown of these pages. */
export function pagesView(loaded: LoadedPages, { isInView, ready, busy }: Reading): PagesView {
  const { pages, total, size } = loaded;
  const all = [...pages.values()];
  const count = total ?? rowsKnown(loaded);
  return {
    ready,
    total,
    count,
    loaded: all.reduce((sum, { rows }) => sum + (rows?.length ?? 0), 0),
    unread: unreadRows(loaded, count),
    searchIgnored: all.some(({ searchIgnored }) => searchIgnored),
    size,
    asOf: oldestRead(loaded, isInView),
    busy,
    problem: problemOf(loaded, isInView),
    at: (index) => rowAt(loaded, index),
    rows: () => [...pages].sort(([a], [b]) => a - b).flatMap(([, { rows }]) => [...(rows ?? [])]),
    stretchAt: (index) => (index < count ? stretchAt(loaded, count, index) : null),
  };
}

/** How many rows a list without a total has so far, and one more while there may be more. */
function rowsKnown(loaded: LoadedPages): number {
  const { isWhole, endPage, pages } = loaded;
  const last = lastLoaded(loaded);
  const page = pages.get(last);
  if (page === undefined) return 0;
  const length = lengthOf(loaded, page);
  const mayHaveMore = !isWhole && endPage === null && (length >= pageSize || pages.has(last + 1));
  return startOf(loaded, last) + length + (mayHaveMore ? 1 : 0);
}

/** Where a page ends, its unread rows included. */
function endOf(loaded: LoadedPages, count: number, page: number): number {
  return loaded.isWhole ? count : Math.min(startOf(loaded, page) + loaded.size, count);
}

/** How many rows the loaded pages lack. */
function unreadRows(loaded: LoadedPages, count: number): number {
  const last = lastLoaded(loaded);
  const unreadIn = (number: number, { rows, skipped }: LoadedPage): number => {
    if (rows === null) return 0;
    // Without a total, nothing says how long the last page was to be.
    if (loaded.total === null && number === last) return skipped;
    return Math.max(0, endOf(loaded, count, number) - startOf(loaded, number) - rows.length);
  };
  return [...loaded.pages].reduce((sum, [number, page]) => sum + unreadIn(number, page), 0);
}

function oldestRead({ pages }: LoadedPages, isInView: (page: number) => boolean): number | null {
  const read = [...pages].flatMap(([page, { readAt }]) => (readAt === null ? [] : [{ page, readAt }]));
  const inView = read.filter(({ page }) => isInView(page));
  const times = (inView.length > 0 ? inView : read).map(({ readAt }) => readAt);
  return times.length > 0 ? Math.min(...times) : null;
}

/** The problem of the list as a whole. A page without rows shows its own in the grid, unless no page has any. */
function problemOf({ pages }: LoadedPages, isInView: (page: number) => boolean): Problem | null {
  const hasRows = [...pages.values()].some(({ rows }) => rows !== null);
  const inView = [...pages].filter(([page]) => isInView(page)).map(([, page]) => page);
  return inView.find(({ problem, rows }) => problem !== null && (rows !== null || !hasRows))?.problem ?? null;
}

function rowAt(loaded: LoadedPages, index: number): Row | undefined {
  const page = pageOf(loaded, index);
  return loaded.pages.get(page)?.rows?.[index - startOf(loaded, page)];
}

function stretchAt(loaded: LoadedPages, count: number, index: number): Stretch | null {
  const number = pageOf(loaded, index);
  const page = loaded.pages.get(number);
  if (page === undefined || (page.rows === null && page.problem === null)) return null;
  const from = startOf(loaded, number) + (page.rows?.length ?? 0);
  if (index < from) return null;
  const problem = page.rows === null ? (page.problem ?? unreadable) : unreadable;
  return { from, to: endOf(loaded, count, number) - 1, problem };
}
