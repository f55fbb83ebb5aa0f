// Reads the first page of sub-accounts, and those of interest that are not on it. A read that failed is not repeated.
import { afterAnswer } from '../../model/figures/figure';
import { ok } from '../../model/problem';
import type { AppState, SubAccount } from '../../model/state/app-state';
import type { NineProxy } from '../../nineproxy/client';
import type { StateStore } from '../../state/state-store';
import { findSubAccounts } from '../sub-accounts/find-sub-accounts';
import type { Batch } from './batch';

export interface SubAccountReadOptions {
  client: Pick<NineProxy, 'listSubAccounts'>;
  store: StateStore;
  signal: AbortSignal;
  now: () => number;
  /** What the vendor confirmed for a sub-account since `since` (ms): newer than a read that began before. */
  confirmedSince: (id: number, since: number) => boolean | undefined;
  /** How many sub-accounts of interest were read one by one so far: these take turns. */
  pinnedRead: number;
}

/** The sub-accounts that a batch read, by id; null: searched for, and gone. */
export type ReadRows = ReadonlyMap<number, SubAccount | null>;

/** One that was not found is searched for again after this (ms): a search takes many reads. */
const LOOKED_FOR_EVERY = 30 * 60_000;
/** Sub-accounts of interest that are not on the first page are read one by one; at most this many in one batch. */
const PINNED_A_BATCH = 10;
const FIRST_PAGE = 30;

/** The sub-accounts of one batch. */
export class SubAccountReads {
  readonly #batch: Batch;
  readonly #options: SubAccountReadOptions;
  readonly #startedAt: number;
  readonly #rows = new Map<number, SubAccount | null>();
  #pinnedRead: number;

  constructor(batch: Batch, options: SubAccountReadOptions) {
    this.#batch = batch;
    this.#options = options;
    this.#startedAt = options.now();
    this.#pinnedRead = options.pinnedRead;
  }

  /** What was read so far. */
  get rows(): ReadRows {
    return this.#rows;
  }

  /** How many sub-accounts of interest were read one by one, with those of the batches before. */
  get pinnedRead(): number {
    return this.#pinnedRead;
  }

  /** Reads the first page, and then those of interest. Never rejects. */
  async read(): Promise<void> {
    const { client, signal, now } = this.#options;
    const page = await this.#batch.inTurn(client.listSubAccounts({ page: 1, limit: FIRST_PAGE }, { signal }));
    if (page === null) return;
    const count = page.ok ? ok(page.value.totalItems ?? page.value.items.length) : page;
    const withPage = (state: AppState): AppState => {
      const { subAccounts } = state;
      const firstPage = page.ok ? page.value.items.map((row) => this.#asConfirmed(row)) : subAccounts.firstPage;
      const pinned = page.ok ? replaceRows(subAccounts.pinned, firstPage) : subAccounts.pinned;
      return {
        ...state,
        subAccounts: { ...subAccounts, count: afterAnswer(subAccounts.count, count, now()), firstPage, pinned },
      };
    };
    this.#batch.show(withPage, ({ subAccounts }) => [subAccounts.count]);
    if (!page.ok) return;
    for (const row of page.value.items) this.#rows.set(row.id, this.#asConfirmed(row));
    await this.#readOfInterest();
  }

  async #readOfInterest(): Promise<void> {
    const { client, store, signal } = this.#options;
    const wanted = ofInterest(store.read().state);
    const missing = await findSubAccounts(this.#turnOf(wanted), {
      readPage: async (query) => {
        const page = await this.#batch.afterOthers(client.listSubAccounts(query, { signal }));
        return page?.ok === true ? page.value : null;
      },
      found: (row) => this.#found(row),
      asked: () => (this.#pinnedRead += 1),
    });
    if (this.#batch.isCurrent()) this.#showMissing(wanted, missing ?? []);
  }

  /** Those that this batch searches for: not on the first page, and not searched for in vain a short while ago. */
  #turnOf(wanted: readonly Wanted[]): readonly Wanted[] {
    const now = this.#options.now();
    const { unwatched } = this.#options.store.read().state.subAccounts;
    const isLate = ({ at }: (typeof unwatched)[number]) => now - at >= LOOKED_FOR_EVERY || at > now;
    const rests = new Set(unwatched.filter((one) => !isLate(one)).map(({ id }) => id));
    const elsewhere = wanted.filter(({ id }) => !this.#rows.has(id) && !rests.has(id));
    if (elsewhere.length <= PINNED_A_BATCH) return elsewhere;
    return rotate(elsewhere, this.#pinnedRead).slice(0, PINNED_A_BATCH);
  }

  #found(row: SubAccount): void {
    const confirmed = this.#asConfirmed(row);
    this.#rows.set(row.id, confirmed);
    const withRow = (state: AppState): AppState => ({
      ...state,
      subAccounts: { ...state.subAccounts, pinned: replaceRows(state.subAccounts.pinned, [confirmed]) },
    });
    this.#options.store.update(withRow, 'later');
  }

  /** Shows which of these were not found, in this batch and the ones before. */
  #showMissing(wanted: readonly Wanted[], missing: readonly { id: number; why: 'gone' | 'not-found' }[]): void {
    const { store, now } = this.#options;
    for (const { id, why } of missing) if (why === 'gone') this.#rows.set(id, null);
    const isStill = ({ id }: { id: number }) =>
      wanted.some((one) => one.id === id) &&
      (this.#rows.get(id) ?? null) === null &&
      !missing.some((one) => one.id === id);
    const found = missing.map((one) => ({ ...one, at: now() }));
    const withUnwatched = (state: AppState): AppState => {
      const { subAccounts } = state;
      const next = [...subAccounts.unwatched.filter(isStill), ...found];
      if (next.length === 0 && subAccounts.unwatched.length === 0) return state;
      return { ...state, subAccounts: { ...subAccounts, unwatched: next } };
    };
    store.update(withUnwatched, 'later');
  }

  /** The row as read, with what was confirmed for it since the batch began. */
  #asConfirmed(row: SubAccount): SubAccount {
    const enabled = this.#options.confirmedSince(row.id, this.#startedAt);
    return enabled === undefined ? row : { ...row, enabled };
  }
}

type Wanted = Pick<SubAccount, 'id' | 'username'>;

/** The pinned ones, and those with alerts of their own. */
function ofInterest({ account, settings, subAccounts }: AppState): Wanted[] {
  const own = settings.alerts.bySubAccount[String(account.value?.id)] ?? {};
  const pinned = subAccounts.pinned.map(({ id, username }) => ({ id, username }));
  const others = Object.entries(own).map(([id, { username }]) => ({ id: Number(id), username }));
  return [...pinned, ...others.filter(({ id }) => !pinned.some((row) => row.id === id))];
}

function replaceRows(rows: readonly SubAccount[], by: readonly SubAccount[]): SubAccount[] {
  return rows.map((row) => by.find(({ id }) => id === row.id) ?? row);
}

function rotate<T>(items: readonly T[], by: number): T[] {
  const at = by % items.length;
  return [...items.slice(at), ...items.slice(0, at)];
}
