// The account's lists, page by page as the vendor has them now: secrets leave main as references, and rows are remembered for the actions on
// them. It must not: return a secret in a row, or an answer to a request of an older key.
import type { Cell, ListQuery, Row } from '../../model/lists/list-description';
import { type ListId, listOf } from '../../model/lists/lists';
import type { NineProxy } from '../../nineproxy/client';
import type { Page } from '../../nineproxy/resources/page';
import type { VendorRow } from '../../nineproxy/resources/record-mapping';
import { failed, ok, type Result } from '../../model/problem';
import { hiddenSecret } from '../../texts/account/save';
import { resolveRefusal } from '../../nineproxy/resolve-refusal';
import type { Secrets } from './secrets';
import type { SubAccount } from '../../model/state/app-state';
import { ignoredFilter, ignoresSearch } from './fit';
import { queryText, unfitPart } from './query';
import { rereadQueries } from './reread';
import { subAccountOf } from './sub-account-of';

/** The vendor's requests that lists need. */
export type ListClient = Pick<NineProxy, 'readList' | 'readAccount'>;

/** A row that was read: as it left main, with the vendor's key of it (which may be a secret). */
export interface KnownRow extends Row {
  vendorKey: string;
  /** The item as the vendor sent it, of rows that can be edited. Never leaves main. */
  raw?: Readonly<Record<string, unknown>> | undefined;
}

/** One page, with the vendor's totals of rows and pages (null: not reported), and when it was read (ms). */
export interface ListPage {
  rows: Row[];
  total: number | null;
  pages: number | null;
  /** Rows of this page that could not be read. */
  skipped: number;
  /** A row does not contain the search text: the vendor may have ignored the search. */
  searchIgnored?: true;
  asOf: number;
}

export interface AccountLists {
  /**
   * One page of a list. The same question twice at a time is one request; another question of the same list cancels the older one
   * (`cancelled`), but not the other pages of the same question. Fails with bad-input for a filter or an order that the list does not have.
   */
  read(list: ListId, query: ListQuery): Promise<Result<ListPage>>;
  /**
   * The same for jobs that read page after page. Neither its rows nor its secrets are remembered: they would replace those in view. Its
   * secrets are masked; its keys are the vendor's own, and must not leave main.
   */
  readAside(list: ListId, query: ListQuery, signal: AbortSignal): Promise<Result<ListPage>>;
  /** A row that was read, by the key with which it left main. */
  find(list: ListId, key: string): KnownRow | null;
  /**
   * The row as the vendor has it now, by the key with which it left main. Fails with left-alone (`gone`) where it is not found again, and
   * with bad-input for one that was never read.
   */
  reread(list: ListId, key: string): Promise<Result<KnownRow>>;
  /** A row that was just created, by the vendor's id, among the newest. Fails with left-alone (`gone`) where it is not listed. */
  readNew(list: 'subAccounts', key: string): Promise<Result<KnownRow>>;
  /** The account was changed: from now on each question is a new request, even if the same one is on its way. */
  invalidate(): void;
  /** The key is another: removes the rows, and cancels what is on its way. */
  reset(): void;
}

export interface AccountListsOptions {
  client(): ListClient | null;
  generation(): number;
  now(): number;
  secrets: Secrets;
  /** Reads the figures again soon. */
  readAgain(): void;
  /** The status that the vendor confirmed for a sub-account since `since` (ms): newer than a read that began before. */
  confirmedSince(id: number, since: number): boolean | undefined;
  /** Called with sub-accounts that were read. */
  onSubAccounts(rows: SubAccount[]): void;
  /** The today list of the vendor's own application on this computer. */
  readLocalToday(signal: AbortSignal): Promise<Result<Page<Row>>>;
}

/** Rows that are remembered of each list; those that were read longest ago are removed first. */
const MOST_ROWS = 10_000;

interface Reading {
  question: string;
  pages: Map<string, Promise<Result<ListPage>>>;
  controller: AbortController;
}

/** The lists of one session. */
export function createAccountLists(options: AccountListsOptions): AccountLists {
  const { client, generation, now, secrets } = options;
  const known = new Map<ListId, Map<string, KnownRow & { readWith: ListQuery }>>();
  const reading = new Map<ListId, Reading>();

  function remember(list: ListId, row: KnownRow, readWith: ListQuery): void {
    const rows = known.get(list) ?? new Map<string, KnownRow & { readWith: ListQuery }>();
    known.set(list, rows);
    rows.delete(row.key);
    rows.set(row.key, { ...row, readWith });
    if (rows.size <= MOST_ROWS) return;
    for (const oldest of rows.keys()) {
      rows.delete(oldest);
      return;
    }
  }

  /** The row as it may leave main. */
  function withoutSecrets(list: ListId, row: VendorRow): KnownRow {
    const cells: Record<string, Cell> = { ...row.cells };
    let { key } = row;
    let vendorKey = row.key;
    for (const { id, kind } of listOf(list).columns) {
      const cell = kind === 'secret' ? cells[id] : null;
      if (cell === undefined || cell === null || cell === '') continue;
      const secret = String(cell);
      cells[id] = secrets.refOf(secret);
      // The key of a row without an id is made from its texts, and of a second such row from these and a number.
      if (row.key.includes(secret)) key = secrets.refOf(row.key);
      if (row.key.startsWith(`${secret} #`)) vendorKey = secret;
    }
    const { exact, raw } = row;
    return { key, cells, vendorKey, ...(exact === undefined ? {} : { exact }), ...(raw === undefined ? {} : { raw }) };
  }

  /** The row as it may be saved. */
  function withMaskedSecrets(list: ListId, { key, cells }: Row): Row {
    const secret = listOf(list).columns.filter(({ id, kind }) => kind === 'secret' && (cells[id] ?? null) !== null);
    return { key, cells: { ...cells, ...Object.fromEntries(secret.map(({ id }) => [id, hiddenSecret])) } };
  }

  /** A row of a read that began at `since`, with what the vendor confirmed meanwhile. */
  function asConfirmed(list: ListId, row: VendorRow, since: number): VendorRow {
    const enabled = list === 'subAccounts' ? options.confirmedSince(Number(row.key), since) : undefined;
    return enabled === undefined ? row : { ...row, cells: { ...row.cells, status: enabled ? 'enabled' : 'disabled' } };
  }

  async function ask(list: ListId, query: ListQuery, signal: AbortSignal): Promise<Result<Page<VendorRow>>> {
    if (list === 'localToday') return options.readLocalToday(signal);
    const current = client();
    if (current === null) return failed({ kind: 'key-missing' });
    const answer = await current.readList(list, query, { signal });
    return answer.ok ? answer : resolveRefusal(answer.problem, current, options.readAgain, signal);
  }

  /** `out`: what becomes of each row. */
  async function readPage<T extends Row>(
    list: ListId,
    query: ListQuery,
    signal: AbortSignal,
    out: (list: ListId, row: VendorRow) => T,
  ): Promise<Result<Omit<ListPage, 'rows'> & { rows: T[] }>> {
    const unfit = unfitPart(list, query);
    if (unfit !== null) return failed({ kind: 'bad-input', field: unfit });
    const asked = generation();
    const since = now();
    const answer = await ask(list, query, signal);
    if (signal.aborted || generation() !== asked) return failed({ kind: 'cancelled' });
    if (!answer.ok) return answer;
    const { items, totalItems, totalPages, skipped } = answer.value;
    const ignored = ignoredFilter(list, query, items);
    if (ignored !== null) return failed({ kind: 'filter-ignored', filter: ignored });
    const searchIgnored = ignoresSearch(query, items);
    const rows = items.map((item) => out(list, asConfirmed(list, item, since)));
    if (list === 'subAccounts') options.onSubAccounts(rows.map(subAccountOf).filter((row) => row !== null));
    return ok({
      rows,
      total: totalItems,
      pages: totalPages,
      skipped,
      ...(searchIgnored ? { searchIgnored } : {}),
      asOf: now(),
    });
  }

  const asShown = (rows: readonly KnownRow[]): Row[] =>
    rows.map(({ key, cells, exact }) => ({ key, cells, ...(exact === undefined ? {} : { exact }) }));

  return {
    read(list, query) {
      const question = queryText(query, false);
      let current = reading.get(list);
      if (current !== undefined && current.question !== question) {
        current.controller.abort();
        current = undefined;
      }
      const mine: Reading = current ?? { question, pages: new Map(), controller: new AbortController() };
      reading.set(list, mine);
      const page = queryText(query, true);
      const same = mine.pages.get(page);
      if (same !== undefined) return same;
      const answer = readPage(list, query, mine.controller.signal, withoutSecrets).then((read) => {
        mine.pages.delete(page);
        if (mine.pages.size === 0 && reading.get(list) === mine) reading.delete(list);
        if (!read.ok) return read;
        const { rows, ...rest } = read.value;
        for (const row of rows) remember(list, row, query);
        return ok({ rows: asShown(rows), ...rest });
      });
      mine.pages.set(page, answer);
      return answer;
    },
    readAside: (list, query, signal) => readPage(list, query, signal, withMaskedSecrets),
    async reread(list, key) {
      const row = known.get(list)?.get(key);
      if (row === undefined) return failed({ kind: 'bad-input', field: 'rows' });
      const { signal } = new AbortController();
      for (const query of rereadQueries(list, row, row.readWith)) {
        // oxlint-disable-next-line no-await-in-loop -- the next page is requested only where the row is not on this one
        const read = await readPage(list, query, signal, withoutSecrets);
        if (!read.ok) return read;
        const found = read.value.rows.find((one) => one.key === key);
        if (found === undefined) continue;
        remember(list, found, query);
        return ok(found);
      }
      return failed({ kind: 'left-alone', why: 'gone' });
    },
    async readNew(list, key) {
      const { signal } = new AbortController();
      const newest = { page: 1, limit: 100, search: '', sort: { column: 'at', descending: true }, filters: {} };
      const read = await readPage(list, newest, signal, withoutSecrets);
      if (!read.ok) return read;
      const found = read.value.rows.find((one) => one.key === key);
      return found === undefined ? failed({ kind: 'left-alone', why: 'gone' }) : ok(found);
    },
    invalidate: () => reading.clear(),
    find: (list, key) => known.get(list)?.get(key) ?? null,
    reset() {
      for (const { controller } of reading.values()) controller.abort();
      reading.clear();
      known.clear();
    },
  };
}
