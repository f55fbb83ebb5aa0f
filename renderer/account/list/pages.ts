// The rows of one question to one list: pages read as they come into view, kept, and read again in place. Plain, without React.
// It must not: know what is in a row, ask for a page that nobody looks at, or ask for more than two at once.
import type { CallOutput, Problem, Result } from '../../../app/bridge/contract';
import type { Row } from '../../../app/areas/list';

/** How many rows one call asks for. */
export const pageSize = 100;
const atOnce = 2;

type Answer = Result<CallOutput<'lists.read'>>;

interface KnownPage {
  /** The last that were read; null: none yet. */
  rows: readonly Row[] | null;
  /** Why the last try brought none. */
  problem: Problem | null;
}

/** What is known at one moment; a new one each time that something changes. */
export interface PagesView {
  /** Something was answered, so that it is known whether there are rows. */
  ready: boolean;
  /** As the list says; null: it does not. */
  total: number | null;
  /** How many rows the grid has, with those not read yet; where no total is told, one more while there may be more. */
  count: number;
  /** How many rows are loaded. */
  loaded: number;
  /** When the oldest page in use was read; null before the first. */
  asOf: number | null;
  /** Pages are being read. */
  busy: boolean;
  /** Why there are no rows at all, or why those in view are old. */
  problem: Problem | null;
  at: (index: number) => Row | undefined;
  /** All rows that are loaded, in order. */
  rows: () => Row[];
  /** Why the page that this row is on could not be read, where nothing of it is there. */
  problemAt: (index: number) => Problem | null;
}

export interface Pages {
  view: () => PagesView;
  subscribe: (listener: () => void) => () => void;
  /** The rows in view, both ends included: their pages are read unless they are there. */
  want: (first: number, last: number) => void;
  /** Reads the pages in view again; their old rows stay until the answer. Others are read again when they come into view. */
  again: () => void;
  /** Reads the page that this row is on again. */
  retry: (index: number) => void;
  /** Nothing more is asked, and no answer counts. */
  stop: () => void;
}

const nothingYet: PagesView = {
  ready: false,
  total: null,
  count: 0,
  loaded: 0,
  asOf: null,
  busy: false,
  problem: null,
  at: () => undefined,
  rows: () => [],
  problemAt: () => null,
};

export interface PagesOptions {
  /** Asks for one page, the first being 1. */
  read: (page: number) => Promise<Answer>;
  /** One page is all there is, however long it is. */
  isWhole: boolean;
}

/** The pages of one question. Nothing is asked before the first `want`. */
export function createPages({ read, isWhole }: PagesOptions): Pages {
  const size = isWhole ? Number.POSITIVE_INFINITY : pageSize;
  const pageOf = (index: number): number => Math.floor(index / size) + 1;
  const pages = new Map<number, KnownPage>();
  /** When each page was read; the oldest of those in view is the list's age. */
  const readAt = new Map<number, number>();
  const stale = new Set<number>();
  const reading = new Set<number>();
  const listeners = new Set<() => void>();
  let wanted: readonly [number, number] = [1, 1];
  let total: number | null = null;
  let answered = false;
  let stopped = false;
  let view = nothingYet;

  function changed(): void {
    const known = new Map(pages);
    const last = Math.max(0, ...[...known].filter(([, { rows }]) => rows !== null).map(([page]) => page));
    const lastRows = known.get(last)?.rows ?? null;
    const reached = lastRows === null ? 0 : (isWhole ? 0 : (last - 1) * size) + lastRows.length;
    const mayHaveMore = lastRows?.length === size;
    const inUse = [...readAt].filter(([page]) => page >= wanted[0] && page <= wanted[1]).map(([, at]) => at);
    const ages = inUse.length > 0 ? inUse : [...readAt.values()];
    const inView = [...known].filter(([page]) => page >= wanted[0] && page <= wanted[1]).map(([, page]) => page);
    const hasRows = [...known.values()].some(({ rows }) => rows !== null);
    // A page without rows says by itself why; here is what concerns the whole.
    const troubled = inView.find(({ problem, rows }) => problem !== null && (rows !== null || !hasRows));
    view = {
      ready: answered,
      total,
      count: total ?? reached + (mayHaveMore ? 1 : 0),
      loaded: [...known.values()].reduce((sum, { rows }) => sum + (rows?.length ?? 0), 0),
      asOf: ages.length > 0 ? Math.min(...ages) : null,
      busy: reading.size > 0,
      problem: troubled?.problem ?? null,
      at: (index) => known.get(pageOf(index))?.rows?.[index % size],
      rows: () => [...known].sort(([a], [b]) => a - b).flatMap(([, { rows }]) => [...(rows ?? [])]),
      problemAt: (index) => {
        const page = known.get(pageOf(index));
        return page === undefined || page.rows !== null ? null : page.problem;
      },
    };
    for (const listener of listeners) listener();
  }

  function needs(page: number): boolean {
    if (reading.has(page)) return false;
    return stale.has(page) || !pages.has(page);
  }

  /** The last page that there may be. */
  function end(): number {
    return total === null ? Number.POSITIVE_INFINITY : Math.max(1, Math.ceil(total / size));
  }

  function next(): number | null {
    for (let page = wanted[0]; page <= Math.min(wanted[1], end()); page += 1) if (needs(page)) return page;
    return null;
  }

  function pump(): void {
    if (stopped) return;
    let began = false;
    while (reading.size < atOnce) {
      const page = next();
      if (page === null) break;
      began = true;
      void readOne(page);
    }
    if (began) changed();
  }

  async function readOne(page: number): Promise<void> {
    reading.add(page);
    stale.delete(page);
    const answer = await read(page);
    reading.delete(page);
    if (stopped) return;
    answered = true;
    if (answer.ok) {
      const { rows, asOf } = answer.value;
      pages.set(page, { rows, problem: null });
      readAt.set(page, asOf);
      total = answer.value.total;
      dropBeyondEnd();
    } else {
      pages.set(page, { rows: pages.get(page)?.rows ?? null, problem: answer.problem });
    }
    changed();
    pump();
  }

  /** The list became shorter: what was beyond its end is not there. */
  function dropBeyondEnd(): void {
    for (const page of pages.keys()) if (page > end()) drop(page);
  }

  function drop(page: number): void {
    pages.delete(page);
    readAt.delete(page);
    stale.delete(page);
  }

  return {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    want(first, last) {
      wanted = [pageOf(first), pageOf(Math.max(first, last))];
      pump();
    },
    again() {
      for (const page of pages.keys()) {
        const isInView = page >= wanted[0] && page <= wanted[1];
        // Where no total is told, what is before the view says how far the list goes.
        if (isInView || total === null) stale.add(page);
        else drop(page);
      }
      for (const page of reading) stale.add(page);
      pump();
    },
    retry(index) {
      stale.add(pageOf(index));
      pump();
    },
    stop() {
      stopped = true;
      listeners.clear();
    },
  };
}
