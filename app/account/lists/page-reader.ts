// Asks the vendor for one page of a list, and checks that the answer fits the question. An answer to a request of an
// older key is dropped.
import type { ListQuery, Row } from '../../model/lists/list-description';
import type { ListId } from '../../model/lists/lists';
import { failed, ok, type Result } from '../../model/problem';
import type { SubAccount } from '../../model/state/app-state';
import type { NineProxy } from '../../nineproxy/client';
import { resolveRefusal } from '../../nineproxy/resolve-refusal';
import type { Page } from '../../nineproxy/resources/page';
import type { VendorRow } from '../../nineproxy/resources/record-mapping';
import { ignoredFilter, ignoresSearch } from './fit';
import { unfitPart } from './query';
import { subAccountOf } from './sub-account-of';

/** The vendor's requests that lists need. */
export type ListClient = Pick<NineProxy, 'readList' | 'readAccount'>;

/** One page, with the vendor's totals of rows and pages (null: not reported), and when it was read (ms). */
export interface ListPage<R extends Row = Row> {
  rows: R[];
  total: number | null;
  pages: number | null;
  /** Rows of this page that could not be read. */
  skipped: number;
  /** A row does not contain the search text: the vendor may have ignored the search. */
  searchIgnored?: true;
  asOf: number;
}

export interface PageReaderOptions {
  client(): ListClient | null;
  generation(): number;
  now(): number;
  /** Reads the figures again soon. */
  readAgain(): void;
  /** The status that the vendor confirmed for a sub-account since `since` (ms): newer than a read that began before. */
  confirmedSince(id: number, since: number): boolean | undefined;
  /** Called with sub-accounts that were read. */
  onSubAccounts(rows: SubAccount[]): void;
  /** The today list of the vendor's own application on this computer. */
  readLocalToday(signal: AbortSignal): Promise<Result<Page<Row>>>;
}

/** Reads pages, each row as `map` returns it. */
export class PageReader {
  readonly #options: PageReaderOptions;

  constructor(options: PageReaderOptions) {
    this.#options = options;
  }

  /**
   * One page. Fails with bad-input for a filter or an order that the list does not have, with filter-ignored where rows do not fit the filter,
   * and with cancelled if the key has changed meanwhile.
   */
  async read<R extends Row>(
    list: ListId,
    query: ListQuery,
    signal: AbortSignal,
    map: (row: VendorRow) => R,
  ): Promise<Result<ListPage<R>>> {
    const { generation, now, onSubAccounts } = this.#options;
    const unfit = unfitPart(list, query);
    if (unfit !== null) return failed({ kind: 'bad-input', field: unfit });
    const asked = generation();
    const since = now();
    const answer = await this.#ask(list, query, signal);
    if (signal.aborted || generation() !== asked) return failed({ kind: 'cancelled' });
    if (!answer.ok) return answer;
    const { items, totalItems, totalPages, skipped } = answer.value;
    const ignored = ignoredFilter(list, query, items);
    if (ignored !== null) return failed({ kind: 'filter-ignored', filter: ignored });
    const searchIgnored = ignoresSearch(query, items);
    const rows = items.map((item) => map(this.#asConfirmed(list, item, since)));
    if (list === 'subAccounts') onSubAccounts(rows.map(subAccountOf).filter((row) => row !== null));
    return ok({
      rows,
      total: totalItems,
      pages: totalPages,
      skipped,
      ...(searchIgnored ? { searchIgnored } : {}),
      asOf: now(),
    });
  }

  async #ask(list: ListId, query: ListQuery, signal: AbortSignal): Promise<Result<Page<VendorRow>>> {
    if (list === 'localToday') return this.#options.readLocalToday(signal);
    const client = this.#options.client();
    if (client === null) return failed({ kind: 'key-missing' });
    const answer = await client.readList(list, query, { signal });
    return answer.ok ? answer : resolveRefusal(answer.problem, client, this.#options.readAgain, signal);
  }

  /** A row of a read that began at `since`, with what the vendor confirmed meanwhile. */
  #asConfirmed(list: ListId, row: VendorRow, since: number): VendorRow {
    const enabled = list === 'subAccounts' ? this.#options.confirmedSince(Number(row.key), since) : undefined;
    return enabled === undefined ? row : { ...row, cells: { ...row.cells, status: enabled ? 'enabled' : 'disabled' } };
  }
}
