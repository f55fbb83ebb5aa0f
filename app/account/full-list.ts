// Loads the whole list of sub-accounts page by page, in the background, while somebody looks at it; stops when nobody does and
// goes on from there later. One page at a time, so that other reads find their turn.
import type { Problem, Result } from '../problem/problem';
import type { SubAccount } from './state';

export interface FullListPage {
  items: SubAccount[];
  totalItems: number | null;
  totalPages: number | null;
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
  /** All ids that the vendor has, after the last page. */
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

export function createFullList(options: FullListOptions): FullList {
  let seen = new Set<number>();
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
      const { items, totalItems, totalPages } = answer.value;
      for (const { id } of items) seen.add(id);
      total = totalItems ?? total;
      options.received(items);
      nextPage += 1;
      if (items.length === 0 || nextPage > (totalPages ?? Number.POSITIVE_INFINITY)) {
        completeAt = options.now();
        options.complete(seen);
        total = seen.size;
        nextPage = 1;
        break;
      }
      tell();
    }
    running = null;
    tell(problem);
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
        if (options.now() - completeAt < GOOD_FOR) return;
        completeAt = null;
        seen = new Set();
        nextPage = 1;
      }
      running = new AbortController();
      void load(running);
    },
    reset() {
      stop();
      seen = new Set();
      nextPage = 1;
      total = null;
      completeAt = null;
      tell();
    },
  };
}
