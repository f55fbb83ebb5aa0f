// The known sub-accounts by id, for search and sorting: up to 50,000. Has no timer and makes no request.
import { isDeepStrictEqual } from 'node:util';
import type { SubAccount } from '../../../model/state/app-state';
import { compareBy, mergeSorted, type SubAccountSort } from './order';
import { hasWords, isNarrower, searchText, wordsOf } from './words';

export interface SubAccountQuery {
  search: string;
  sort: SubAccountSort;
  descending: boolean;
  offset: number;
  limit: number;
  /** Ids to leave out, in window and count alike. */
  without?: readonly number[];
}

export interface SubAccountIndex {
  /** Grows with each change. */
  rev(): number;
  size(): number;
  get(id: number): SubAccount | undefined;
  /** Adds and replaces. Rows that are the same as before are no change. */
  put(rows: readonly SubAccount[]): void;
  /** Changes one row if it is known. */
  change(id: number, change: (row: SubAccount) => SubAccount): void;
  remove(id: number): void;
  /** Removes what is not in `ids` (after a complete load). */
  keepOnly(ids: ReadonlySet<number>): void;
  clear(): void;
  /** A window of what matches, and how many match. All words of `search` must occur in username or note, in any case. */
  query(query: SubAccountQuery): { rows: SubAccount[]; total: number };
}

interface Entry {
  row: SubAccount;
  text: string;
}

/** All rows in one order. `changed`: ids of rows that were added, replaced or removed since. */
interface Sorted {
  sort: SubAccountSort;
  descending: boolean;
  entries: readonly Entry[];
  changed: Set<number>;
}

/** What the last search found among `sorted`. */
interface Found {
  words: readonly string[];
  without: string;
  sorted: readonly Entry[];
  entries: readonly Entry[];
}

/** An empty index, in memory only. `nextRevision`: a number above all before it. */
export function createSubAccountIndex(nextRevision: () => number): SubAccountIndex {
  const entries = new Map<number, Entry>();
  let rev = 0;
  // The last order and the last search: scrolling asks for the same again and again, and typing for a part of it.
  let sorted: Sorted | null = null;
  let found: Found | null = null;

  function put(row: SubAccount): void {
    entries.set(row.id, { row, text: searchText(row) });
    sorted?.changed.add(row.id);
  }

  function remove(id: number): boolean {
    if (!entries.delete(id)) return false;
    sorted?.changed.add(id);
    return true;
  }

  const changed = () => {
    rev = nextRevision();
  };

  /** All rows in this order: the last one, with what has changed, or sorted anew. */
  function inOrder(sort: SubAccountSort, descending: boolean): readonly Entry[] {
    const byRow = compareBy(sort, descending);
    const compare = (a: Entry, b: Entry) => byRow(a.row, b.row);
    if (sorted?.sort !== sort || sorted.descending !== descending) {
      sorted = { sort, descending, entries: [...entries.values()].sort(compare), changed: new Set() };
    } else if (sorted.changed.size > 0) {
      const { changed: ids } = sorted;
      const same = sorted.entries.filter(({ row }) => !ids.has(row.id));
      const added = [...ids].flatMap((id) => entries.get(id) ?? []).sort(compare);
      sorted = { sort, descending, entries: mergeSorted(same, added, compare), changed: new Set() };
    }
    return sorted.entries;
  }

  return {
    rev: () => rev,
    size: () => entries.size,
    get: (id) => entries.get(id)?.row,
    put(rows) {
      const newer = rows.filter((row) => !isDeepStrictEqual(entries.get(row.id)?.row, row));
      if (newer.length === 0) return;
      for (const row of newer) put(row);
      changed();
    },
    change(id, change) {
      const entry = entries.get(id);
      if (entry === undefined) return;
      put(change(entry.row));
      changed();
    },
    remove(id) {
      if (remove(id)) changed();
    },
    keepOnly(ids) {
      const before = entries.size;
      for (const id of entries.keys()) if (!ids.has(id)) remove(id);
      if (entries.size !== before) changed();
    },
    clear() {
      if (entries.size === 0) return;
      entries.clear();
      [sorted, found] = [null, null];
      changed();
    },
    query({ search, sort, descending, offset, limit, without = [] }) {
      const all = inOrder(sort, descending);
      found = find(all, wordsOf(search), without, found);
      const rows = found.entries.slice(offset, offset + limit).map(({ row }) => row);
      return { rows, total: found.entries.length };
    },
  };
}

/** The entries of `sorted` that have all words, but for those `without`; looks only at what was found `before` where it can. */
function find(
  sorted: readonly Entry[],
  words: readonly string[],
  without: readonly number[],
  before: Found | null,
): Found {
  const left = new Set(without);
  const leftOut = without.join();
  const isSameList = before?.sorted === sorted && before.without === leftOut;
  if (isSameList && before.words.join(' ') === words.join(' ')) return before;
  const among = isSameList && isNarrower(words, before.words) ? before.entries : sorted;
  const entries = among.filter(({ row, text }) => hasWords(text, words) && !left.has(row.id));
  return { words, without: leftOut, sorted, entries };
}
