// The rows of sub-accounts that are known: all of them in the index, and those that the state shows.
import type { AppState, SubAccount } from '../../model/state/app-state';
import type { StateStore } from '../../state/state-store';
import {
  type IndexProgress,
  withChangedRows,
  withIndexProgress,
  withIndexRevision,
  withNewerRows,
  withoutRow,
} from '../../state/sub-account-transitions';
import { type SubAccountUse, UseToday } from './use-today';
import {
  createSubAccountIndex,
  type SubAccountIndex,
  type SubAccountQuery as IndexQuery,
} from './search/sub-account-index';

/** A window of the index; the pinned ones can be left out of it. */
export interface SubAccountQuery extends Omit<IndexQuery, 'without'> {
  withoutPinned?: boolean | undefined;
}

export interface FoundSubAccounts {
  rows: (SubAccount & { pinned: boolean })[];
  /** How many match. */
  total: number;
  /** The revision of the index. */
  rev: number;
}

/** Rows of one account, kept in step with the state. */
export class SubAccountRows {
  readonly #store: StateStore;
  readonly #index: SubAccountIndex;
  readonly #use: UseToday;
  /** Deleted ones: a read that began before does not bring them back. The vendor never uses an id again. */
  readonly #deleted = new Set<number>();
  /** Statuses that the index has and the state does not show yet. */
  readonly #unshown = new Map<number, boolean | null>();

  /** `nextRevision`: a number above all before it. `now`: milliseconds since 1970. */
  constructor(store: StateStore, nextRevision: () => number, now: () => number) {
    this.#store = store;
    this.#index = createSubAccountIndex(nextRevision);
    this.#use = new UseToday(now);
  }

  get #shown(): AppState['subAccounts'] {
    return this.#store.read().state.subAccounts;
  }

  find(id: number): SubAccount | undefined {
    const { firstPage, pinned } = this.#shown;
    return this.#index.get(id) ?? firstPage.find((row) => row.id === id) ?? pinned.find((row) => row.id === id);
  }

  /** The row as the index has it; undefined where only the state shows it. */
  inIndex(id: number): SubAccount | undefined {
    return this.#index.get(id);
  }

  /** What it used today; null before its first read today. */
  useOf(id: number): SubAccountUse | null {
    return this.#use.of(id);
  }

  /** The user changed its balances: what they fell by is not use. */
  restartUse(id: number): void {
    this.#use.restart(id);
  }

  query({ withoutPinned = false, ...query }: SubAccountQuery): FoundSubAccounts {
    const pins = new Set(this.#shown.pinned.map(({ id }) => id));
    const { rows, total } = this.#index.query({ ...query, without: withoutPinned ? [...pins] : [] });
    return { rows: rows.map((row) => ({ ...row, pinned: pins.has(row.id) })), total, rev: this.#index.rev() };
  }

  /** Adds rows to the index alone: those that the state has brought. */
  addToIndex(rows: readonly SubAccount[]): void {
    const present = rows.filter(({ id }) => !this.#deleted.has(id));
    this.#use.observe(present);
    this.#index.put(present);
  }

  /** Adds rows to the index, and replaces those that the state shows. The index's revision is not shown yet. */
  put(rows: readonly SubAccount[]): void {
    this.addToIndex(rows);
    this.#store.update((state) => withNewerRows(state, rows));
  }

  /** Changes a row wherever it is. */
  change(id: number, fields: Partial<SubAccount>): void {
    const change = (row: SubAccount) => (row.id === id ? { ...row, ...fields } : row);
    this.#index.change(id, change);
    this.#store.update((state) => withChangedRows(state, change, this.#index.rev()));
  }

  /** Changes a status in the index; the state has it after `showStatuses`, once for many. */
  setStatus(id: number, enabled: boolean | null): void {
    this.#index.change(id, (row) => ({ ...row, enabled }));
    this.#unshown.set(id, enabled);
  }

  showStatuses(): void {
    if (this.#unshown.size === 0) return;
    const change = (row: SubAccount) => {
      const enabled = this.#unshown.get(row.id);
      return enabled === undefined ? row : { ...row, enabled };
    };
    this.#store.update((state) => withChangedRows(state, change, this.#index.rev()));
    this.#unshown.clear();
  }

  /** Removes a deleted one everywhere. */
  remove(id: number): void {
    this.#deleted.add(id);
    this.#index.remove(id);
    this.#use.restart(id);
    this.#store.update((state) => withoutRow(state, id, this.#index.rev()));
  }

  /** Removes from the index what is not in `ids`, which are all that the vendor has. */
  keepOnly(ids: ReadonlySet<number>): void {
    this.#index.keepOnly(ids);
  }

  showRevision(): void {
    this.#store.update((state) => withIndexRevision(state, this.#index.rev()));
  }

  showProgress(progress: IndexProgress): void {
    this.#store.update((state) => withIndexProgress(state, progress, this.#index.rev()));
  }

  /** Removes what is known of the account. The state is emptied by whoever changes the account. */
  clear(): void {
    this.#unshown.clear();
    this.#deleted.clear();
    this.#use.clear();
    this.#index.clear();
  }
}
