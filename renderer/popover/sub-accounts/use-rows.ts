// The rows of the list: the first page from the state, then windows from main's index as far as the user scrolls or
// searches.
import { useEffect, useMemo, useRef, useState } from 'react';
import type { CallInput } from '../../../app/bridge/contract';
import type { AppState } from '../../../app/model/state/app-state';
import type { SubAccountRow } from '../../../app/model/state/sub-account-row';
import { ask, call } from '../../ui/bridge';
import { asKnown } from './known-rows';

export type Sort = CallInput<'subAccounts.query'>['sort'];

export interface ListQuery {
  search: string;
  sort: Sort;
  descending: boolean;
}

export const defaultQuery: ListQuery = { search: '', sort: 'newest', descending: true };

/** How many rows one call asks for: as many as the popover shows at once, or a little more. */
const windowSize = 30;

/** The window of rows that this one is asked for with. */
export function windowOf(index: number): number {
  return Math.floor(index / windowSize);
}

/** While the list loads, the index changes with each page; the rows in view are asked for again at most this often (ms). */
const calmMs = 500;

interface Answer {
  key: string;
  isSearch: boolean;
  /** The revision of the index that was asked for. */
  rev: number;
  total: number;
  windows: ReadonlyMap<number, readonly SubAccountRow[]>;
}

export interface Rows {
  count: number;
  /** How many match, once main has answered; null before that, and while the first page is shown. */
  found: number | null;
  /** The same, and while the next letter of a search is not answered, how many matched before it: nothing blinks while one types. */
  lastFound: number | null;
  at: (index: number) => SubAccountRow | undefined;
  /** Where this sub-account is; null where that is not known. */
  indexOf: (id: number) => number | null;
}

/**
 * The rows that a query finds. `isSectioned`: the pinned ones are in a section of their own and left out here.
 * `firstWindow` and `lastWindow` have the rows in view; `isLooking` says that more than the first page is wanted.
 */
export function useRows(
  { firstPage, pinned, index }: AppState['subAccounts'],
  query: ListQuery,
  isLooking: boolean,
  [firstWindow, lastWindow]: readonly [number, number],
): Rows {
  const isSectioned = query.search === '';
  const isUsual = isSectioned && query.sort === defaultQuery.sort && query.descending === defaultQuery.descending;
  const rev = useDebounced(index.rev, calmMs);
  const key = JSON.stringify([
    query.search,
    query.sort,
    query.descending,
    isSectioned ? pinned.map(({ id }) => id) : null,
  ]);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const newest = useRef(key);

  useEffect(() => {
    if (!isLooking) {
      return undefined;
    }
    ask('subAccounts.setVisible', { visible: true });
    return () => ask('subAccounts.setVisible', { visible: false });
  }, [isLooking]);

  const { search, sort, descending } = query;
  useEffect(() => {
    newest.current = key;
    if (!isLooking) {
      return;
    }
    async function read(window: number): Promise<void> {
      const result = await call('subAccounts.query', {
        search,
        sort,
        descending,
        offset: window * windowSize,
        limit: windowSize,
        withoutPinned: isSectioned,
      });
      // A later query may have been answered first.
      if (!result.ok || newest.current !== key) {
        return;
      }
      const { total } = result.value;
      setAnswer((known) => {
        const rows = asKnown(result.value.rows, known?.windows.get(window) ?? []);
        if (known?.key !== key) {
          return { key, isSearch: !isSectioned, rev, total, windows: new Map([[window, rows]]) };
        }
        // An older answer may come late.
        return known.rev > rev ? known : { ...known, rev, total, windows: new Map(known.windows).set(window, rows) };
      });
    }
    for (let window = firstWindow; window <= lastWindow; window += 1) {
      void read(window);
    }
  }, [isLooking, key, rev, firstWindow, lastWindow, search, sort, descending, isSectioned]);

  const page = useMemo(() => {
    const isPinned = new Set(pinned.map(({ id }) => id));
    return firstPage.filter(({ id }) => !isPinned.has(id)).map((row) => ({ ...row, pinned: false }));
  }, [firstPage, pinned]);

  const pinnedIds = useMemo(() => new Set(pinned.map(({ id }) => id)), [pinned]);
  const current = isLooking && answer?.key === key ? answer : null;
  // The last answer stays in view until the next query is answered, so that nothing blinks while one types.
  const shown = isUsual ? current : (current ?? answer);
  // What main answered before a pin was set or removed.
  const withPin = (row: SubAccountRow | undefined) =>
    row === undefined || row.pinned === pinnedIds.has(row.id) ? row : { ...row, pinned: pinnedIds.has(row.id) };
  return {
    count: Math.max(shown?.total ?? 0, isUsual ? page.length : 0),
    found: current?.total ?? null,
    lastFound: (current ?? (answer?.isSearch === true ? answer : null))?.total ?? null,
    at: (at) => withPin(shown?.windows.get(windowOf(at))?.[at % windowSize]) ?? (isUsual ? page[at] : undefined),
    indexOf: (id) => indexInWindows(shown?.windows ?? noWindows, id) ?? (isUsual ? indexInRows(page, id) : null),
  };
}

const noWindows: Answer['windows'] = new Map();

function indexInRows(rows: readonly SubAccountRow[], id: number): number | null {
  const index = rows.findIndex((row) => row.id === id);
  return index === -1 ? null : index;
}

function indexInWindows(windows: Answer['windows'], id: number): number | null {
  for (const [window, rows] of windows) {
    const index = indexInRows(rows, id);
    if (index !== null) return window * windowSize + index;
  }
  return null;
}

/** A value that is passed on at once, and then at most every `ms`. */
function useDebounced(value: number, ms: number): number {
  const [passed, setPassed] = useState(value);
  const at = useRef(0);
  useEffect(() => {
    const wait = at.current + ms - performance.now();
    const timer = setTimeout(
      () => {
        at.current = performance.now();
        setPassed(value);
      },
      Math.max(0, wait),
    );
    return () => clearTimeout(timer);
  }, [value, ms]);
  return passed;
}
