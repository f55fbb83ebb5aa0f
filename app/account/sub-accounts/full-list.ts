// Loads the whole list of sub-accounts page by page, in the background, while somebody looks at it; stops when nobody does and
// goes on from there later. One page at a time, so that other reads find their turn.
import type { Problem, Result } from '../../model/problem';
import { createAllPages } from '../all-pages';
import type { SubAccount } from '../../model/app-state';

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
  /** So many rows could not be read. Not there: none. */
  unread?: number;
  problem?: Problem;
}

export interface FullListOptions {
  /** One page, oldest sub-account first so that new ones do not shift the pages. */
  readPage(page: number, limit: number, signal: AbortSignal): Promise<Result<FullListPage>>;
  now(): number;
  received(items: SubAccount[]): void;
  /** All ids that the vendor has, after the last page; not called when the pages don't add up. */
  complete(ids: ReadonlySet<number>): void;
  progress(progress: FullListProgress): void;
}

export interface FullList {
  look(looking: boolean): void;
  /** Begins anew (another key). */
  reset(): void;
}

/** Rows a page; the vendor's limit is not published, clients ask for as many as 100. */
const PAGE = 100;
/** A complete list is good for this long before a look loads it again (ms). */
const GOOD_FOR = 10 * 60_000;

/** Reads all pages of sub-accounts while somebody looks, one page at a time, and stops where it is when nobody does. */
export function createFullList(options: FullListOptions): FullList {
  let seen = new Set<number>();
  let pages = createAllPages();
  let skipped = 0;
  let total: number | null = null;
  let completeAt: number | null = null;
  let running: AbortController | null = null;

  const tell = (problem?: Problem) => {
    options.progress({
      loaded: seen.size,
      total,
      running: running !== null,
      completeAt,
      ...(skipped === 0 ? {} : { unread: skipped }),
      ...(problem === undefined ? {} : { problem }),
    });
  };

  async function load(controller: AbortController): Promise<void> {
    let problem: Problem | undefined;
    tell();
    while (!controller.signal.aborted) {
      const answer = await options.readPage(pages.next(), PAGE, controller.signal);
      if (controller.signal.aborted) return;
      if (!answer.ok) {
        problem = answer.problem;
        break;
      }
      const { items, totalItems } = answer.value;
      const end = pages.add({ ...answer.value, keys: items.map(({ id }) => id) });
      for (const { id } of items) seen.add(id);
      total = totalItems ?? total;
      options.received(items);
      if (end === null) {
        skipped += answer.value.skipped;
        tell();
        continue;
      }
      skipped = end.skipped;
      if (end.end === 'all') {
        completeAt = options.now();
        options.complete(seen);
        total = seen.size + skipped;
      } else {
        // What was read says nothing about the rest, so no known row is taken for deleted.
        problem = { kind: 'unreadable-answer', why: 'shape' };
      }
      break;
    }
    if (controller.signal.aborted) return;
    running = null;
    tell(problem);
  }

  function begin(): void {
    seen = new Set();
    pages = createAllPages();
    skipped = 0;
    completeAt = null;
  }

  function stop(): void {
    running?.abort();
    running = null;
  }

  return {
    look(looking) {
      if (!looking) {
        if (running === null) return;
        stop();
        tell();
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
      tell();
    },
  };
}
