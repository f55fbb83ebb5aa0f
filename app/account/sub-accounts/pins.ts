// The pinned sub-accounts: the settings store their ids by account, the state shows their rows.
import { failed, type Result } from '../../model/problem';
import type { SubAccount } from '../../model/state/app-state';
import type { StateStore } from '../../state/state-store';
import { withPinned } from '../../state/sub-account-transitions';
import type { SubAccountRows } from './sub-account-rows';

export interface PinStore {
  /** Stores the pins of an account (its id), in order. */
  savePins: (accountId: number, pinned: number[]) => Result<void>;
  /** The stored pins of an account. */
  savedPins: (accountId: number) => readonly number[];
}

/** The settings store no more. */
const MOST_PINS = 30;

/** Pins of the account that is shown. */
export class Pins {
  readonly #rows: SubAccountRows;
  readonly #store: StateStore;
  readonly #pinStore: PinStore;

  constructor(rows: SubAccountRows, store: StateStore, pinStore: PinStore) {
    this.#rows = rows;
    this.#store = store;
    this.#pinStore = pinStore;
  }

  /** Shows the stored pins whose rows are known by now: the rows themselves are not stored, and another account has its own. */
  restore(): void {
    this.#store.update((state) => {
      const { account, subAccounts } = state;
      if (account.value === null) return state;
      const shown = new Set(subAccounts.pinned.map(({ id }) => id));
      const missing = this.#pinStore
        .savedPins(account.value.id)
        .flatMap((id) => (shown.has(id) ? [] : (this.#rows.inIndex(id) ?? [])));
      return missing.length === 0 ? state : withPinned(state, [...subAccounts.pinned, ...missing]);
    });
  }

  /**
   * Pins or unpins. Fails with bad-input for a row that is not known or one pin too many. Where the pins cannot be stored it returns why;
   * they are shown until NineTray ends.
   */
  set(id: number, isPinned: boolean): Result<void> {
    const row = this.#rows.find(id);
    const { account, subAccounts } = this.#store.read().state;
    if (row === undefined || account.value === null) return failed({ kind: 'bad-input', field: 'id' });
    const pinned = pinnedRows(subAccounts.pinned, row, isPinned);
    if (pinned === null) return failed({ kind: 'bad-input', field: 'pinned' });
    const saved = this.#pinStore.savePins(
      account.value.id,
      pinned.map((other) => other.id),
    );
    this.#store.update((state) => withPinned(state, pinned));
    return saved;
  }
}

/** The pinned rows after `row` was pinned (as the last) or unpinned; null: one too many. */
export function pinnedRows(pinned: readonly SubAccount[], row: SubAccount, isPinned: boolean): SubAccount[] | null {
  const others = pinned.filter(({ id }) => id !== row.id);
  const rows = isPinned ? [...others, row] : others;
  return rows.length > MOST_PINS ? null : rows;
}
