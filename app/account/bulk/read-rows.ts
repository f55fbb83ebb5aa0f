// Reads sub-accounts for a job: all of them page by page, or a few by their names. Waits where the vendor asks for it.
// It must not: change anything, or decide what becomes of a row.
import { failed, ok, type Problem, type Result } from '../../model/problem';
import { readAllPages, ROWS_PER_PAGE } from '../lists/read-all-pages';
import type { Value } from './change';
import { unnamedWait } from './plan';

/** A sub-account as a job sees it. */
export interface ReadRow {
  id: number;
  username: string;
  value: Value;
  /** It does not match what was asked for: the vendor ignored the filter. */
  isUnfit?: boolean;
}

export interface RowPage {
  items: ReadRow[];
  totalItems: number | null;
  totalPages: number | null;
  /** Items that could not be read. */
  skipped: number;
  skippedNames?: string[];
}

/** What came of reading all pages. */
export interface RowsRead {
  /** Rows that could not be read, and rows that the vendor counts but did not return. */
  unread: number;
  /** Names of these, as far as they have one. */
  unreadNames: string[];
  /** Rows that do not match what was asked for, and were left out. */
  unfit: number;
}

export interface RowQuery {
  /** 1 is the first. */
  page: number;
  limit: number;
  search: string;
  status: 'enabled' | 'disabled' | null;
}

export interface ReadRowsOptions {
  readPage(query: RowQuery, signal: AbortSignal): Promise<Result<RowPage>>;
  now(): number;
  /** Resolves after `ms`, or when the signal aborts. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
  /** Told while the vendor wants to be left alone (null: no longer). */
  waiting(problem: Problem | null): void;
}

/** Told of each page, with the moment (ms) at which it was asked for; the next is asked for when it is done with. */
export type OnRows = (rows: readonly ReadRow[], askedAt: number, total: number | null) => Promise<void> | void;

async function readOne(options: ReadRowsOptions, query: RowQuery, signal: AbortSignal): Promise<Result<RowPage>> {
  for (;;) {
    const answer = await options.readPage(query, signal);
    if (signal.aborted) return failed({ kind: 'cancelled' });
    if (answer.ok || answer.problem.kind !== 'rate-limited') return answer;
    const until = answer.problem.until ?? options.now() + unnamedWait;
    options.waiting({ kind: 'rate-limited', until });
    await options.wait(Math.max(0, until - options.now()), signal);
    options.waiting(null);
    if (signal.aborted) return failed({ kind: 'cancelled' });
  }
}

/** Reads all that match, oldest first so that new ones don't shift the pages. Fails where the pages repeat though there should be more. */
export async function readAllRows(
  options: ReadRowsOptions,
  match: Pick<RowQuery, 'search' | 'status'>,
  signal: AbortSignal,
  onRows: OnRows,
): Promise<Result<RowsRead>> {
  const names = new Set<string>();
  let unfit = 0;
  let askedAt = 0;
  const read = await readAllPages({
    signal,
    keyOf: ({ id }: ReadRow) => id,
    readPage(page) {
      askedAt = options.now();
      return readOne(options, { ...match, page, limit: ROWS_PER_PAGE }, signal);
    },
    async onPage({ totalItems, skippedNames = [] }, newRows) {
      const fitting = newRows.filter(({ isUnfit }) => isUnfit !== true);
      for (const name of skippedNames) names.add(name);
      unfit += newRows.length - fitting.length;
      await onRows(fitting, askedAt, totalItems);
    },
  });
  if (!read.ok) return read;
  const { end, skipped, missing } = read.value;
  if (end === 'stuck') return failed({ kind: 'unreadable-answer', why: 'shape' });
  return ok({ unread: skipped + missing, unreadNames: [...names], unfit });
}

/** Few enough are asked for one by one, by their names (in ids and reads alike). */
const FEW = 20;

/**
 * Reads these rows: a few whose names are known one by one, others by the pages, until all were seen. Ids that were not seen when it ends
 * well are ids that the vendor does not have.
 */
export async function readTheseRows(
  options: ReadRowsOptions,
  ids: ReadonlySet<number>,
  nameOf: (id: number) => string | undefined,
  signal: AbortSignal,
  onRows: OnRows,
): Promise<Result<void>> {
  const missing = new Set(ids);
  const take = async (rows: readonly ReadRow[], askedAt: number) => {
    const wanted = rows.filter(({ id }) => missing.has(id));
    for (const { id } of wanted) missing.delete(id);
    if (wanted.length > 0) await onRows(wanted, askedAt, ids.size);
  };
  const byName = async (): Promise<Result<void>> => {
    const absent: number[] = [];
    for (const id of missing) {
      const name = nameOf(id);
      if (name === undefined || !missing.has(id)) continue;
      const askedAt = options.now();
      const answer = await readOne(options, { page: 1, limit: ROWS_PER_PAGE, search: name, status: null }, signal);
      if (!answer.ok) return answer;
      const { items, totalItems, skipped } = answer.value;
      await take(items, askedAt);
      // All that has this name in its own was seen, and it was not there.
      if (skipped === 0 && totalItems === items.length) absent.push(id);
    }
    // What the vendor searches in is not published: only a search that found another by its name says that one is gone.
    if (missing.size < ids.size) for (const id of absent) missing.delete(id);
    return ok(undefined);
  };
  if (missing.size <= FEW) {
    const named = await byName();
    if (!named.ok) return named;
  }
  // A row that others deleted meanwhile moves the later ones to an earlier page: what was not seen is looked for once more.
  for (let time = 0; time < 2 && missing.size > 0; time += 1) {
    const enough = new AbortController();
    const either = AbortSignal.any([signal, enough.signal]);
    const read = await readAllRows(options, { search: '', status: null }, either, async (rows, askedAt) => {
      await take(rows, askedAt);
      if (missing.size === 0) enough.abort();
    });
    if (!read.ok && missing.size > 0) return read;
  }
  return ok(undefined);
}
