// Saves a list into a file of the person's choice: asks where, reads page after page, writes it whole or not at all.
// It must not: keep the place, save what only a part of the pages brought, or run twice at a time.
import { type ListId, listOf, type ListQuery, type Row } from '../../areas/list';
import { failed, ok, type Result } from '../../problem/problem';
import type { AppState } from '../state';
import { csvOf } from './csv';
import type { AccountLists } from './lists';

/** Where to save to: writes the text there, whole or not at all. */
export type WriteFile = (text: string) => Result<void>;

export interface ListSaver {
  /**
   * `saved` is false where the person chose no place, or called it off. Fails with saving-already while another list is being saved, with
   * the problem of the page that could not be read, or of the disk.
   */
  save(
    list: ListId,
    query: Pick<ListQuery, 'search' | 'sort' | 'filters'>,
    choose: () => Promise<Result<WriteFile | null>>,
  ): Promise<Result<{ saved: boolean }>>;
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
/** More pages than any list has: a vendor that hands out the same page for ever is not read for ever. */
const MOST_PAGES = 10_000;

/** Saves one list at a time. */
export function createListSaver({ readPage, show }: ListSaverOptions): ListSaver {
  let running: { controller: AbortController; byPerson: boolean } | null = null;

  async function readAll(
    list: ListId,
    query: Pick<ListQuery, 'search' | 'sort' | 'filters'>,
    signal: AbortSignal,
  ): Promise<Result<Row[]>> {
    const rows: Row[] = [];
    const seen = new Set<string>();
    let handedOut = 0;
    let repeated = 0;
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      const answer = await readPage(list, { ...query, page, limit: PAGE }, signal);
      if (!answer.ok) return answer;
      const { rows: found, total, pages } = answer.value;
      // A list that grows at its top while it is read shows the last rows of one page again on the next.
      const fresh = found.filter(({ key }) => !seen.has(key));
      for (const row of fresh) {
        seen.add(row.key);
        rows.push(row);
      }
      handedOut += found.length;
      show({ list, read: rows.length, total });
      const isLast = pages !== null ? page >= pages : total !== null ? handedOut >= total : found.length < PAGE;
      if (isLast || !listOf(list).pages) return ok(rows);
      if (fresh.length > 0) {
        repeated = 0;
        continue;
      }
      // Where it does not say that there are more, that is all.
      if (pages === null && total === null) return ok(rows);
      repeated += 1;
      // Once, so many came in at its top that all of a page was read before; again, its pages lead nowhere.
      if (repeated > 1) break;
    }
    return failed({ kind: 'unreadable-answer', why: 'shape' });
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
        const rows = await readAll(list, query, mine.controller.signal);
        if (mine.byPerson) return ok({ saved: false });
        if (mine.controller.signal.aborted) return failed({ kind: 'cancelled' });
        if (!rows.ok) return rows;
        const written = chosen.value(csvOf(list, rows.value));
        return written.ok ? ok({ saved: true }) : written;
      } finally {
        running = null;
        show(null);
      }
    },
    cancel: () => stop(true),
    reset: () => stop(false),
  };
}
