// The known sub-accounts by id, for search and sorting: up to 50,000. Has no timer and makes no request.
import type { SubAccount } from '../../model/state/app-state';

export type SubAccountSort = 'newest' | 'username' | 'ips' | 'traffic' | 'status';

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
  /** Adds and replaces. */
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
  haystack: string;
}

/** An empty index, in memory only. `nextRevision`: a number above all before it. */
export function createSubAccountIndex(nextRevision: () => number): SubAccountIndex {
  const entries = new Map<number, Entry>();
  let rev = 0;
  // The last order that was requested: scrolling requests the same one again and again.
  let ordered: { key: string; rows: SubAccount[] } | null = null;

  const put = (row: SubAccount) => {
    entries.set(row.id, { row, haystack: `${row.username}\n${row.note ?? ''}`.toLowerCase() });
  };
  const changed = () => {
    rev = nextRevision();
    ordered = null;
  };

  return {
    rev: () => rev,
    size: () => entries.size,
    get: (id) => entries.get(id)?.row,
    put(rows) {
      if (rows.length === 0) return;
      for (const row of rows) put(row);
      changed();
    },
    change(id, change) {
      const entry = entries.get(id);
      if (entry === undefined) return;
      put(change(entry.row));
      changed();
    },
    remove(id) {
      if (entries.delete(id)) changed();
    },
    keepOnly(ids) {
      const before = entries.size;
      for (const id of entries.keys()) if (!ids.has(id)) entries.delete(id);
      if (entries.size !== before) changed();
    },
    clear() {
      if (entries.size === 0) return;
      entries.clear();
      changed();
    },
    query({ search, sort, descending, offset, limit, without = [] }) {
      const key = `${sort} ${descending} ${without.join()} ${search}`;
      if (ordered?.key !== key) {
        const left = new Set(without);
        const rows = match(entries.values(), search).filter(({ id }) => !left.has(id));
        ordered = { key, rows: order(rows, sort, descending) };
      }
      return { rows: ordered.rows.slice(offset, offset + limit), total: ordered.rows.length };
    },
  };
}

function match(entries: Iterable<Entry>, search: string): SubAccount[] {
  const words = search
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');
  const rows: SubAccount[] = [];
  for (const { row, haystack } of entries) if (words.every((word) => haystack.includes(word))) rows.push(row);
  return rows;
}

// One collator for all: making one per comparison costs seconds over 50,000 rows.
const byName = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

function order(rows: SubAccount[], sort: SubAccountSort, descending: boolean): SubAccount[] {
  const sign = descending ? -1 : 1;
  const number = (of: (row: SubAccount) => number | null) => (a: SubAccount, b: SubAccount) =>
    ((of(a) ?? -1) - (of(b) ?? -1)) * sign || b.id - a.id;
  const compare: Record<SubAccountSort, (a: SubAccount, b: SubAccount) => number> = {
    newest: number(({ createdAt, id }) => createdAt ?? id),
    username: (a, b) => byName.compare(a.username, b.username) * sign || a.id - b.id,
    ips: number(({ ips }) => ips),
    traffic: number(({ traffic }) => traffic),
    status: number(({ enabled }) => (enabled === null ? null : enabled ? 1 : 0)),
  };
  return rows.sort(compare[sort]);
}
