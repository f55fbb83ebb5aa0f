// The rows that were read, for the actions on them. In memory only: the vendor's keys and items must not leave main.
import type { ListQuery, Row } from '../../model/lists/list-description';
import type { ListId } from '../../model/lists/lists';

/** A row that was read: as it left main, with the vendor's key of it (which may be a secret). */
export interface KnownRow extends Row {
  vendorKey: string;
  /** The item as the vendor sent it, of rows that can be edited. Never leaves main. */
  raw?: Readonly<Record<string, unknown>> | undefined;
}

/** Rows that are remembered of each list; those that were read longest ago are removed first. */
const MOST_ROWS = 10_000;

export class KnownRows {
  readonly #most: number;
  readonly #lists = new Map<ListId, Map<string, KnownRow & { readWith: ListQuery }>>();

  constructor(most = MOST_ROWS) {
    this.#most = most;
  }

  /** Remembers the row, and the query that it was read with. */
  add(list: ListId, row: KnownRow, readWith: ListQuery): void {
    const rows = this.#lists.get(list) ?? new Map<string, KnownRow & { readWith: ListQuery }>();
    this.#lists.set(list, rows);
    rows.delete(row.key);
    rows.set(row.key, { ...row, readWith });
    if (rows.size <= this.#most) return;
    for (const oldest of rows.keys()) {
      rows.delete(oldest);
      return;
    }
  }

  /** By the key with which it left main; null for one that was not read, or long ago. */
  find(list: ListId, key: string): (KnownRow & { readWith: ListQuery }) | null {
    return this.#lists.get(list)?.get(key) ?? null;
  }

  clear(): void {
    this.#lists.clear();
  }
}
