// Loads the whole list of sub-accounts in the background while it is visible; pauses when it is not, and continues from there later.
// One page at a time, so that other reads get their turn.
import type { Problem, Result } from '../../model/problem';
import { createPageCursor } from '../lists/page-cursor';
import { readAllPages, ROWS_PER_PAGE } from '../lists/read-all-pages';
import type { SubAccount } from '../../model/state/app-state';

export interface FullListPage {
  items: SubAccount[];
  totalItems: number | null;
  totalPages: number | null;
  /** Items of this page that could not be read. */
  skipped: number;
}

export interface FullListProgress {
  loaded: number;
  total: number | null;
  running: boolean;
  completeAt: number | null;
  /** Rows that could not be read. Not there: none. */
  unread?: number;
  problem?: Problem;
}

export interface FullListOptions {
  /** One page, oldest sub-account first so that new ones do not shift the pages. */
  readPage(page: number, limit: number, signal: AbortSignal): Promise<Result<FullListPage>>;
  now(): number;
  received(items: SubAccount[]): void;
  /** All ids, after the last page; not called when the list ends too early. */
  complete(ids: ReadonlySet<number>): void;
  progress(progress: FullListProgress): void;
}

export interface FullList {
  /** Loads while it is visible, and continues where it stopped. */
  setVisible(isVisible: boolean): void;
  /** Starts again from the first page (another key). */
  reset(): void;
}

/** A complete list is good for this long before it is loaded again when it becomes visible (ms). */
const GOOD_FOR = 10 * 60_000;

/** A loader that has read nothing yet. */
export function createFullList(options: FullListOptions): FullList {
  let cursor = createPageCursor<number>();
  let total: number | null = null;
  let completeAt: number | null = null;
  let running: AbortController | null = null;

  const report = (problem?: Problem) => {
    const unread = cursor.skipped();
    options.progress({
      loaded: cursor.seen().size,
      total,
      running: running !== null,
      completeAt,
      ...(unread === 0 ? {} : { unread }),
      ...(problem === undefined ? {} : { problem }),
    });
  };

  async function load({ signal }: AbortController): Promise<void> {
    report();
    const read = await readAllPages({
      cursor,
      signal,
      keyOf: ({ id }: SubAccount) => id,
      readPage: (page) => options.readPage(page, ROWS_PER_PAGE, signal),
      onPage({ items, totalItems }) {
        total = totalItems ?? total;
        options.received(items);
        report();
      },
    });
    if (signal.aborted) return;
    running = null;
    report(read.ok ? ended(read.value.end === 'all') : read.problem);
  }

  /** What is wrong with a list that was read to its end. */
  function ended(isWhole: boolean): Problem | undefined {
    // A list that ends too early shows nothing about the rest, so no known row counts as deleted.
    if (!isWhole) return { kind: 'unreadable-answer', why: 'shape' };
    completeAt = options.now();
    options.complete(cursor.seen());
    total = cursor.seen().size + cursor.skipped();
    return undefined;
  }

  function begin(): void {
    cursor = createPageCursor();
    completeAt = null;
  }

  function stop(): void {
    running?.abort();
    running = null;
  }

  return {
    setVisible(isVisible) {
      if (!isVisible) {
        if (running === null) return;
        stop();
        report();
        return;
      }
      if (running !== null) return;
      if (completeAt !== null) {
        const age = options.now() - completeAt;
        if (age >= 0 && age < GOOD_FOR) return;
        begin();
      }
      running = new AbortController();
      void load(running);
    },
    reset() {
      stop();
      begin();
      total = null;
      report();
    },
  };
}
