// Saves a list into a file of the person's choice: asks where, reads page after page, writes it whole or not at all.
// It must not: keep the place, save what only a part of the pages brought, or run twice at a time.
import { type ListId, listOf, type ListQuery, type Row } from '../../model/lists';
import { failed, ok, type Result } from '../../model/problem';
import type { AppState } from '../../model/app-state';
import { createAllPages } from '../all-pages';
import { csvOf } from './csv';
import type { AccountLists } from './lists';

/** Where to save to: writes the text there, whole or not at all. */
export type WriteFile = (text: string) => Result<void>;

/**
 * `saved` is false where the user chose no place, or cancelled. `missing`: rows that 9Proxy counts and that are not in the file, because they
 * could not be read or the list changed meanwhile. `searchIgnored`: the file has rows that do not contain what was searched for.
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
  /** Calls it off. */
  cancel(): void;
  /** The key is another: what was read of the old one's list is not saved. */
  reset(): void;
}

export interface ListSaverOptions {
  readPage: AccountLists['readAside'];
  /** How far it is; null: nothing is being saved. */
  show(saving: AppState['saving']): void;
}

const PAGE = 100;

/** Saves one list at a time. */
export function createListSaver({ readPage, show }: ListSaverOptions): ListSaver {
  let running: { controller: AbortController; byPerson: boolean } | null = null;

  async function readAll(
    list: ListId,
    query: Pick<ListQuery, 'search' | 'sort' | 'filters'>,
    signal: AbortSignal,
  ): Promise<Result<{ rows: Row[]; missing: number; searchIgnored: boolean }>> {
    const rows: Row[] = [];
    const all = createAllPages();
    let searchIgnored = false;
    for (;;) {
      const answer = await readPage(list, { ...query, page: all.next(), limit: PAGE }, signal);
      if (!answer.ok) return answer;
      const { rows: found, total, pages, skipped } = answer.value;
      searchIgnored ||= answer.value.searchIgnored === true;
      // A list that grows at its top while it is read shows the last rows of one page again on the next.
      rows.push(...found.filter(({ key }) => !all.has(key)));
      const keys = found.map(({ key }) => key);
      const end = all.add({ keys, skipped, totalItems: total, totalPages: pages });
      show({ list, read: rows.length, total });
      if (!listOf(list).pages) return ok({ rows, missing: skipped, searchIgnored });
      if (end === null) continue;
      if (end.end === 'all') return ok({ rows, missing: end.skipped + end.missing, searchIgnored });
      // A list that ends in the middle is not saved as if it were one.
      return failed({ kind: 'unreadable-answer', why: 'shape' });
    }
  }

  function stop(byPerson: boolean): void {
    if (running === null) return;
    running.byPerson = byPerson;
    running.controller.abort();
  }

  return {
    async save(list, query, choose) {
      if (running !== null) return failed({ kind: 'saving-already' });
      const mine = { controller: new AbortController(), byPerson: false };
      running = mine;
      try {
        const chosen = await choose();
        if (!chosen.ok) return chosen;
        if (chosen.value === null) return ok({ saved: false });
        show({ list, read: 0, total: null });
        const read = await readAll(list, query, mine.controller.signal);
        if (mine.byPerson) return ok({ saved: false });
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
