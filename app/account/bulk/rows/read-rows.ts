// Reads sub-accounts for a job: all of them page by page, or a few by their names. Waits when 9Proxy limits the rate.
import { failed, ok, type Problem, type Result } from '../../../model/problem';
import { readAllPages, ROWS_PER_PAGE } from '../../lists/read-all-pages';
import type { Value } from './change';
import { UNNAMED_WAIT } from './failure';

/** A sub-account as a job sees it. */
export interface ReadRow {
  id: number;
  username: string;
  value: Value;
  /** It does not match the search or the filter: the vendor ignored them. */
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

export interface RowsRead {
  /** Rows that could not be read, and rows that are counted but were not returned. */
  unread: number;
  /** Names of these, as far as they have one. */
  unreadNames: string[];
  /** Rows that do not match, and were left out. */
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
  /** Called when a rate limit has to be waited for, and with null when it is over. */
  waiting(problem: Problem | null): void;
}

export interface ReadTheseRowsOptions extends ReadRowsOptions {
  /** The name of a sub-account, as far as it is known. */
  nameOf(id: number): string | undefined;
}

/** Called with each page, and with the moment (ms) of its request. The next page is requested when the promise resolves. */
export type OnRows = (rows: readonly ReadRow[], askedAt: number, total: number | null) => Promise<void> | void;

async function readOne(options: ReadRowsOptions, query: RowQuery, signal: AbortSignal): Promise<Result<RowPage>> {
  for (;;) {
    const answer = await options.readPage(query, signal);
    if (signal.aborted) return failed({ kind: 'cancelled' });
    if (answer.ok || answer.problem.kind !== 'rate-limited') return answer;
    const until = answer.problem.until ?? options.now() + UNNAMED_WAIT;
    options.waiting({ kind: 'rate-limited', until });
    await options.wait(Math.max(0, until - options.now()), signal);
    options.waiting(null);
    if (signal.aborted) return failed({ kind: 'cancelled' });
  }
}

/** Reads all that match, oldest first so that new ones don't shift the pages. Fails if pages repeat although there should be more. */
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

/** Up to this many rows are searched for one by one, by their names. */
const FEW = 20;
/** How often the whole list is read: rows that others delete meanwhile move later ones to a page that was read already. */
const MAX_READINGS = 2;

/**
 * Reads these rows: a few whose names are known one by one, others from the pages, until all were seen. Ids that were not seen when it
 * succeeds no longer exist.
 */
export async function readTheseRows(
  options: ReadTheseRowsOptions,
  ids: ReadonlySet<number>,
  signal: AbortSignal,
  onRows: OnRows,
): Promise<Result<void>> {
  const missing = new Set(ids);
  const take = async (rows: readonly ReadRow[], askedAt: number) => {
    const wanted = rows.filter(({ id }) => missing.has(id));
    for (const { id } of wanted) missing.delete(id);
    if (wanted.length > 0) await onRows(wanted, askedAt, ids.size);
  };
  if (missing.size <= FEW) {
    const named = await readByName(options, missing, signal, take);
    if (!named.ok) return named;
  }
  for (let time = 0; time < MAX_READINGS && missing.size > 0; time += 1) {
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

/** Searches for each of these by its name. Those that are found, or certainly gone, are no longer in `missing`. */
async function readByName(
  options: ReadTheseRowsOptions,
  missing: Set<number>,
  signal: AbortSignal,
  take: (rows: readonly ReadRow[], askedAt: number) => Promise<void>,
): Promise<Result<void>> {
  const wanted = missing.size;
  const absent: number[] = [];
  for (const id of missing) {
    const name = options.nameOf(id);
    if (name === undefined || !missing.has(id)) continue;
    const askedAt = options.now();
    const answer = await readOne(options, { page: 1, limit: ROWS_PER_PAGE, search: name, status: null }, signal);
    if (!answer.ok) return answer;
    const { items, totalItems, skipped } = answer.value;
    await take(items, askedAt);
    // All that contain this name were seen, and it was not among them.
    if (skipped === 0 && totalItems === items.length) absent.push(id);
  }
  // Which fields are searched is not published: only a search that found another row by its name shows that one is gone.
  if (missing.size < wanted) for (const id of absent) missing.delete(id);
  return ok(undefined);
}
