// The rows of one question to one list: pages read as they come into view, kept, and read again in place. Plain, without React.
// Never asks for a page that is out of view, or for more than two at once. The vendor may return fewer rows a page than asked for: what its
// first page has is the page size from then on, and where it counts nothing, only an empty or repeated page ends the list.
import type { CallOutput } from '../../../../app/bridge/contract';
import type { Problem, Result } from '../../../../app/model/problem';
import type { Row } from '../../../../app/model/lists/list-description';

/** How many rows one call asks for; the most that a page has. */
export const pageSize = 100;
const atOnce = 2;

type Answer = Result<CallOutput<'lists.read'>>;

interface KnownPage {
  /** The last that were read; null: none yet. */
  rows: readonly Row[] | null;
  /** Rows of it that could not be read. */
  skipped: number;
  searchIgnored?: boolean;
  /** Why the last try brought none. */
  problem: Problem | null;
}

/** Rows next to each other that could not be read, both ends included. */
export interface Stretch {
  from: number;
  to: number;
  problem: Problem;
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
  /** How many rows of the pages that were read are not there: the vendor counts them, and they could not be read. */
  unread: number;
  /** Rows that were read do not contain what was searched for. */
  searchIgnored: boolean;
  /** Rows a page, as the vendor returns them. */
  size: number;
  /** When the oldest page in use was read; null before the first. */
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
  unread: 0,
  searchIgnored: false,
  size: pageSize,
  asOf: null,
  busy: false,
  problem: null,
  at: () => undefined,
  rows: () => [],
  stretchAt: () => null,
};

const unreadable: Problem = { kind: 'unreadable-answer', why: 'shape' };

export interface PagesOptions {
  /** Asks for one page, the first being 1. */
  read: (page: number) => Promise<Answer>;
  /** One page is all there is, however long it is. */
  isWhole: boolean;
}

/** The pages of one question. Nothing is asked before the first `want`. */
export function createPages({ read, isWhole }: PagesOptions): Pages {
  let size = pageSize;
  const pageOf = (index: number): number => (isWhole ? 1 : Math.floor(index / size) + 1);
  const startOf = (page: number): number => (page - 1) * size;
  const pages = new Map<number, KnownPage>();
  /** When each page was read; the oldest of those in view is the list's age. */
  const readAt = new Map<number, number>();
  const stale = new Set<number>();
  const reading = new Set<number>();
  const listeners = new Set<() => void>();
  /** The first and last row in view. */
  let wanted: readonly [number, number] = [0, 0];
  let total: number | null = null;
  /** The last page, where no total is told and a page after it was empty or repeated rows. */
  let endPage: number | null = null;
  let answered = false;
  let stopped = false;
  let view = nothingYet;

  const isWanted = (page: number): boolean => page >= pageOf(wanted[0]) && page <= pageOf(wanted[1]);
  const positionsOf = ({ rows, skipped }: KnownPage): number =>
    Math.min((rows?.length ?? 0) + skipped, isWhole ? Infinity : size);
  const lastRead = (): number =>
    Math.max(0, ...[...pages].filter(([, { rows }]) => rows !== null).map(([page]) => page));

  function changed(): void {
    const known = new Map(pages);
    const last = lastRead();
    const lastPage = known.get(last);
    const reached = lastPage === undefined ? 0 : startOf(last) + positionsOf(lastPage);
    const mayHaveMore =
      !isWhole &&
      endPage === null &&
      lastPage !== undefined &&
      (positionsOf(lastPage) >= pageSize || known.has(last + 1));
    const count = total ?? reached + (mayHaveMore ? 1 : 0);
    const inUse = [...readAt].filter(([page]) => isWanted(page)).map(([, at]) => at);
    const ages = inUse.length > 0 ? inUse : [...readAt.values()];
    const inView = [...known].filter(([page]) => isWanted(page)).map(([, page]) => page);
    const hasRows = [...known.values()].some(({ rows }) => rows !== null);
    // A page without rows says by itself why; here is what concerns the whole.
    const troubled = inView.find(({ problem, rows }) => problem !== null && (rows !== null || !hasRows));
    /** Where this page ends, its unread rows included. */
    const endOf = (page: number): number => (isWhole ? count : Math.min(startOf(page) + size, count));
    const gapOf = (page: number, one: KnownPage): number =>
      one.rows === null || (total === null && page === last)
        ? one.rows === null
          ? 0
          : one.skipped
        : Math.max(0, endOf(page) - startOf(page) - one.rows.length);
    view = {
      ready: answered,
      total,
      count,
      loaded: [...known.values()].reduce((sum, { rows }) => sum + (rows?.length ?? 0), 0),
      unread: [...known].reduce((sum, [page, one]) => sum + gapOf(page, one), 0),
      searchIgnored: [...known.values()].some(({ searchIgnored }) => searchIgnored === true),
      size,
      asOf: ages.length > 0 ? Math.min(...ages) : null,
      busy: reading.size > 0,
      problem: troubled?.problem ?? null,
      at: (index) => known.get(pageOf(index))?.rows?.[index - startOf(pageOf(index))],
      rows: () => [...known].sort(([a], [b]) => a - b).flatMap(([, { rows }]) => [...(rows ?? [])]),
      stretchAt: (index) => {
        const page = pageOf(index);
        const one = known.get(page);
        if (one === undefined || index >= count) return null;
        const from = startOf(page) + (one.rows?.length ?? 0);
        if (index < from || (one.rows === null && one.problem === null)) return null;
        return { from, to: endOf(page) - 1, problem: one.rows === null ? (one.problem ?? unreadable) : unreadable };
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
    if (isWhole) return 1;
    if (total !== null) return Math.max(1, Math.ceil(total / size));
    return Math.max(1, endPage ?? Number.POSITIVE_INFINITY);
  }

  function next(): number | null {
    for (let page = pageOf(wanted[0]); page <= Math.min(pageOf(wanted[1]), end()); page += 1)
      if (needs(page)) return page;
    const after = pageToTry();
    return after !== null && needs(after) ? after : null;
  }

  /** After a short last page in view that nothing says is the end: the vendor may cap its pages. */
  function pageToTry(): number | null {
    if (isWhole || total !== null || endPage !== null) return null;
    const last = lastRead();
    const one = pages.get(last);
    if (one === undefined || !isWanted(last)) return null;
    return positionsOf(one) < pageSize ? last + 1 : null;
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
    const askedWith = size;
    const answer = await read(page);
    reading.delete(page);
    if (stopped) return;
    answered = true;
    // A page that was asked for before the page size was known is another one now.
    if (askedWith === size || page === 1) take(page, answer);
    changed();
    pump();
  }

  function take(page: number, answer: Answer): void {
    if (!answer.ok) {
      const known = pages.get(page);
      pages.set(page, { rows: known?.rows ?? null, skipped: known?.skipped ?? 0, problem: answer.problem });
      return;
    }
    const { rows, asOf, skipped = 0, searchIgnored } = answer.value;
    total = answer.value.total;
    if (page === 1) setSize(rows.length + skipped);
    const isEmpty = rows.length + skipped === 0;
    if (total === null && (isEmpty || repeats(page, rows))) {
      endPage = page - 1;
      if (page > 1) return dropBeyondEnd();
    }
    pages.set(
      page,
      repeats(page, rows)
        ? { rows: null, skipped: 0, problem: unreadable }
        : { rows, skipped, searchIgnored: searchIgnored === true, problem: null },
    );
    readAt.set(page, asOf);
    dropBeyondEnd();
  }

  /** What the first page has is what the others have, where it is not the only one. */
  function setSize(positions: number): void {
    if (isWhole || positions === 0) return;
    const isAll = total !== null && positions >= total;
    const found = isAll ? pageSize : Math.min(positions, pageSize);
    if (found === size) return;
    size = found;
    for (const page of pages.keys()) if (page !== 1) drop(page);
  }

  /** All of these rows are on an earlier page: the vendor hands out one page again and again. */
  function repeats(page: number, rows: readonly Row[]): boolean {
    if (page === 1 || rows.length === 0) return false;
    const before = pages.get(page - 1)?.rows ?? pages.get(1)?.rows ?? [];
    const keys = new Set(before.map(({ key }) => key));
    return rows.every(({ key }) => keys.has(key));
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
      wanted = [first, Math.max(first, last)];
      pump();
    },
    again() {
      endPage = null;
      for (const page of pages.keys()) {
        // Where no total is told, what is before the view says how far the list goes.
        if (isWanted(page) || total === null) stale.add(page);
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
