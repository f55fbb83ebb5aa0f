// Saves a list to a file that the user chooses: reads all pages, and writes the whole list or nothing. The path is not
// remembered.
import type { ListQuery, Row } from '../../model/lists/list-description';
import { type ListId, listOf } from '../../model/lists/lists';
import { failed, ok, type Result } from '../../model/problem';
import type { AppState } from '../../model/state/app-state';
import { csvOf } from './csv';
import type { AccountLists } from './lists';
import type { ListPage } from './page-reader';
import { readAllPages, ROWS_PER_PAGE } from './read-all-pages';

/** Writes the text to the chosen file: all of it, or nothing. */
export type WriteFile = (text: string) => Result<void>;

/**
 * `saved` is false if the user chose no file, or cancelled. `missing`: rows that 9Proxy counts and that are not in the file, because they
 * could not be read or the list changed meanwhile. `searchIgnored`: the file has rows that do not contain the search text.
 */
export type Saved = { saved: false } | { saved: true; rows: number; missing: number; searchIgnored?: true };

export interface ListSaver {
  /**
   * Fails with saving-already while another list is being saved, with
   * the problem of the page that could not be read, or of the disk.
   */
  save(
    list: ListId,
    query: Pick<ListQuery, 'search' | 'sort' | 'filters'>,
    choose: () => Promise<Result<WriteFile | null>>,
  ): Promise<Result<Saved>>;
  /** The user no longer wants it. */
  cancel(): void;
  /** The key has changed: the old one's list is not saved. */
  reset(): void;
}

export interface ListSaverOptions {
  readPage: AccountLists['readAside'];
  /** Rows read so far; null: nothing is being saved. */
  show(saving: AppState['saving']): void;
}

/** Saves one list at a time. */
export function createListSaver({ readPage, show }: ListSaverOptions): ListSaver {
  let running: { controller: AbortController; byUser: boolean } | null = null;

  async function readAll(
    list: ListId,
    query: Pick<ListQuery, 'search' | 'sort' | 'filters'>,
    signal: AbortSignal,
  ): Promise<Result<{ rows: Row[]; missing: number; searchIgnored: boolean }>> {
    const rows: Row[] = [];
    let searchIgnored = false;
    const read = await readAllPages({
      signal,
      keyOf: ({ key }: Row) => key,
      async readPage(page) {
        const answer = await readPage(list, { ...query, page, limit: ROWS_PER_PAGE }, signal);
        return answer.ok ? ok(asPage(answer.value)) : answer;
      },
      onPage(page, newRows) {
        searchIgnored ||= page.searchIgnored === true;
        // Only new rows: a list that grows at its top while it is read shows the last rows of one page again on the next.
        rows.push(...newRows);
        show({ list, read: rows.length, total: page.totalItems });
        return listOf(list).pages ? undefined : 'stop';
      },
    });
    if (!read.ok) return read;
    const { end, skipped, missing } = read.value;
    if (end === 'stopped') return ok({ rows, missing: skipped, searchIgnored });
    if (end === 'all') return ok({ rows, missing: skipped + missing, searchIgnored });
    // A list that ends too early is not saved as if it were whole.
    return failed({ kind: 'unreadable-answer', why: 'shape' });
  }

  function stop(byUser: boolean): void {
    if (running === null) return;
    running.byUser = byUser;
    running.controller.abort();
  }

  return {
    async save(list, query, choose) {
      if (running !== null) return failed({ kind: 'saving-already' });
      const mine = { controller: new AbortController(), byUser: false };
      running = mine;
      try {
        const chosen = await choose();
        if (!chosen.ok) return chosen;
        if (chosen.value === null) return ok({ saved: false });
        show({ list, read: 0, total: null });
        const read = await readAll(list, query, mine.controller.signal);
        if (mine.byUser) return ok({ saved: false });
        if (mine.controller.signal.aborted) return failed({ kind: 'cancelled' });
        if (!read.ok) return read;
        const { rows, missing, searchIgnored } = read.value;
        const written = chosen.value(csvOf(list, rows));
        if (!written.ok) return written;
        return ok({ saved: true, rows: rows.length, missing, ...(searchIgnored ? { searchIgnored: true } : {}) });
      } finally {
        running = null;
        show(null);
      }
    },
    cancel: () => stop(true),
    reset: () => stop(false),
  };
}

const asPage = ({ rows, total, pages, skipped, searchIgnored }: ListPage) => ({
  items: rows,
  totalItems: total,
  totalPages: pages,
  skipped,
  searchIgnored,
});
