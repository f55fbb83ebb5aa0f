// Loads the whole list of sub-accounts page by page, in the background, while somebody looks at it; stops when nobody does and
// goes on from there later. One page at a time, so that other reads find their turn.
import type { Problem, Result } from '../problem/problem';
import type { SubAccount } from './state';

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
  problem?: Problem;
}

export interface FullListOptions {
  /** One page, oldest sub-account first so that new ones do not shift the pages. */
  readPage(page: number, limit: number, signal: AbortSignal): Promise<Result<FullListPage>>;
  now(): number;
  received(items: SubAccount[]): void;
  /** All ids that the vendor has, after the last page; not called when the pages do not add up. */
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
/** No account is this long; a vendor whose pages never end is not asked for ever. */
const MOST_PAGES = 5000;

/** Reads all pages of sub-accounts while somebody looks, one page at a time, and stops where it is when nobody does. */
export function createFullList(options: FullListOptions): FullList {
  let seen = new Set<number>();
  let skipped = 0;
  let nextPage = 1;
  let total: number | null = null;
  let completeAt: number | null = null;
  let running: AbortController | null = null;

  const tell = (problem?: Problem) => {
    options.progress({
      loaded: seen.size,
      total,
      running: running !== null,
      completeAt,
      ...(problem === undefined ? {} : { problem }),
    });
  };

  async function load(controller: AbortController): Promise<void> {
    let problem: Problem | undefined;
    tell();
    while (!controller.signal.aborted) {
      const answer = await options.readPage(nextPage, PAGE, controller.signal);
      if (controller.signal.aborted) return;
      if (!answer.ok) {
        problem = answer.problem;
        break;
      }
      const { items, totalItems, totalPages, skipped: here } = answer.value;
      const before = seen.size;
      for (const { id } of items) seen.add(id);
      total = totalItems ?? total;
      const brought = seen.size > before;
      const all = seen.size + skipped + here >= (totalItems ?? 0);
      const more = nextPage < (totalPages ?? 0);
      if (!brought && !all && (items.length > 0 || (here === 0 && nextPage <= (totalPages ?? 0)))) {
        // The same rows again, or none, though there are others: it leads nowhere and says nothing about what is gone.
        problem = { kind: 'unreadable-answer', why: 'shape' };
        break;
      }
      options.received(items);
      // Where the vendor counts wrongly or not at all, the first page that brings nothing new is the end.
      if ((!brought && !(here > 0 && more)) || (totalPages !== null && !more && all)) {
        completeAt = options.now();
        options.complete(seen);
        total = seen.size;
        break;
      }
      if (nextPage >= MOST_PAGES) {
        problem = { kind: 'unreadable-answer', why: 'shape' };
        break;
      }
      skipped += here;
      nextPage += 1;
      tell();
    }
    if (controller.signal.aborted) return;
    running = null;
    tell(problem);
  }

  function begin(): void {
    seen = new Set();
    skipped = 0;
    nextPage = 1;
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
