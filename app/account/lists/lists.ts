// The account's lists, page by page as the vendor has them now: secrets leave main as references, and rows are
// remembered for the actions on them.
import type { ListQuery, Row } from '../../model/lists/list-description';
import type { SubAccountToEdit } from '../../model/state/sub-account-row';
import type { ListId } from '../../model/lists/lists';
import { failed, ok, type Result } from '../../model/problem';
import type { VendorRow } from '../../nineproxy/resources/record-mapping';
import { type KnownRow, KnownRows } from './known-rows';
import { type ListPage, PageReader, type PageReaderOptions } from './page-reader';
import { rereadQueries } from './reread';
import { withMaskedSecrets, withoutSecrets } from './row-secrets';
import type { Secrets } from './secrets';
import { SharedPages } from './shared-pages';

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
  /** How many sub-accounts are on; null where the vendor does not count them. Beside what the window reads. */
  countOn(): Promise<Result<{ on: number | null }>>;
  /** A row that was read, by the key with which it left main. */
  find(list: ListId, key: string): KnownRow | null;
  /**
   * The row as the vendor has it now, by the key with which it left main. Fails with left-alone (`gone`) where it is not found again, and
   * with bad-input for one that was never read.
   */
  reread(list: ListId, key: string): Promise<Result<KnownRow>>;
  /** A row that was just created, by the vendor's id, among the newest. Fails with left-alone (`gone`) where it is not listed. */
  readNew(list: 'subAccounts', key: string): Promise<Result<KnownRow>>;
  /**
   * One sub-account by its id, among those that 9Proxy finds by its username; null if it is not there. Beside what the window reads, and
   * remembered for the actions on it.
   */
  findSubAccount(subAccount: SubAccountToEdit): Promise<Result<Row | null>>;
  /** The account was changed: from now on each question is a new request, even if the same one is on its way. */
  invalidate(): void;
  /** The key has changed: removes the rows, and cancels what is on its way. */
  reset(): void;
}

export interface AccountListsOptions extends PageReaderOptions {
  secrets: Secrets;
}

/** Where a sub-account that was just created is searched for. */
const newest: ListQuery = { page: 1, limit: 100, search: '', sort: { column: 'at', descending: true }, filters: {} };

/** The lists of one session. */
export function createAccountLists(options: AccountListsOptions): AccountLists {
  const reader = new PageReader(options);
  const known = new KnownRows();
  const shared = new SharedPages<Result<ListPage>>();
  const asKnown = (list: ListId) => (row: VendorRow) => withoutSecrets(list, row, options.secrets);

  async function readShown(list: ListId, query: ListQuery, signal: AbortSignal): Promise<Result<ListPage>> {
    const read = await reader.read(list, query, signal, asKnown(list));
    if (!read.ok) return read;
    for (const row of read.value.rows) known.add(list, row, query);
    return ok({ ...read.value, rows: read.value.rows.map(asShown) });
  }

  /** The row with this key on the page of this query; null if it is not there. */
  async function findOn(list: ListId, key: string, query: ListQuery): Promise<Result<KnownRow | null>> {
    const read = await reader.read(list, query, new AbortController().signal, asKnown(list));
    return read.ok ? ok(read.value.rows.find((row) => row.key === key) ?? null) : read;
  }

  return {
    read: (list, query) => shared.get(list, query, (signal) => readShown(list, query, signal)),
    readAside: (list, query, signal) => reader.read(list, query, signal, (row) => withMaskedSecrets(list, row)),
    async countOn() {
      // A whole page: whether the vendor followed the filter shows in its rows.
      const on: ListQuery = { page: 1, limit: 100, search: '', sort: null, filters: { status: 'enabled' } };
      const read = await reader.read('subAccounts', on, new AbortController().signal, (row) => row);
      return read.ok ? ok({ on: read.value.total }) : read;
    },
    async reread(list, key) {
      const row = known.find(list, key);
      if (row === null) return failed({ kind: 'bad-input', field: 'rows' });
      for (const query of rereadQueries(list, row, row.readWith)) {
        // oxlint-disable-next-line no-await-in-loop -- the next page is requested only where the row is not on this one
        const found = await findOn(list, key, query);
        if (!found.ok) return found;
        if (found.value === null) continue;
        known.add(list, found.value, query);
        return ok(found.value);
      }
      return failed({ kind: 'left-alone', why: 'gone' });
    },
    async readNew(list, key) {
      const found = await findOn(list, key, newest);
      if (!found.ok) return found;
      return found.value === null ? failed({ kind: 'left-alone', why: 'gone' }) : ok(found.value);
    },
    async findSubAccount({ id, username }) {
      const query: ListQuery = { page: 1, limit: 100, search: username, sort: null, filters: {} };
      const found = await findOn('subAccounts', String(id), query);
      if (!found.ok || found.value === null) return found.ok ? ok(null) : found;
      known.add('subAccounts', found.value, query);
      return ok(asShown(found.value));
    },
    invalidate: () => shared.invalidate(),
    find: (list, key) => known.find(list, key),
    reset() {
      shared.cancel();
      known.clear();
    },
  };
}

/** What the window gets of a row. */
function asShown({ key, cells, exact }: KnownRow): Row {
  return { key, cells, ...(exact === undefined ? {} : { exact }) };
}
