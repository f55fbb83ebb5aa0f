// The sub-accounts of the account that is shown: the index for search, the full list behind it, pins and switches, kept in step with the
// state. Makes requests only through the client it is given.
import { failed, ok, type Result } from '../../model/problem';
import type { AppState, SubAccount } from '../../model/state/app-state';
import { createFullList, type FullList } from './full-list';
import { type PinStore, Pins } from './pins';
import { type FoundSubAccounts, SubAccountRows, type SubAccountQuery } from './sub-account-rows';
import type { SubAccountUse } from './use-today';
import { SubAccountSwitching, type SwitchingPorts } from './switching';

export interface SubAccountsOptions extends SwitchingPorts, PinStore {
  /** A number above all before it: windows recognise a newer list by it. */
  nextRevision: () => number;
}

export interface SubAccounts {
  query(query: SubAccountQuery): FoundSubAccounts;
  /** Whether the list is visible: the full list is loaded only while it is. */
  setVisible(isVisible: boolean): void;
  switch(id: number, enabled: boolean): Result<void>;
  undo(id: number): Result<void>;
  dismiss(id: number): void;
  pin(id: number, isPinned: boolean): Result<void>;
  /** Whether it was switched since `since` (ms), and to what. */
  confirmedSince: (id: number, since: number) => boolean | undefined;
  /** Runs `task` after everything that is being sent about this sub-account, and before what comes later. */
  inTurn: <T>(id: number, task: () => Promise<T>) => Promise<T>;
  /** What a job on many confirmed (null: not known any more). The state has it after `showConfirmed`. */
  confirmed: (id: number, enabled: boolean | null) => void;
  showConfirmed(): void;
  usernameOf: (id: number) => string | undefined;
  /** What it used today; null before its first read today. */
  useOf: (id: number) => SubAccountUse | null;
  /** Rows that another read brought: they can be switched and pinned from now on. */
  upsert(rows: readonly SubAccount[]): void;
  /** The vendor confirmed that it is deleted: a read that began before does not bring it back. */
  removed(id: number): void;
  /** The vendor confirmed that the user changed its balances: what they fell by is not use. */
  balancesChanged(id: number): void;
  /** The vendor confirmed this note of it. */
  setNote(id: number, note: string | null): void;
  /** A read of the first page brought rows into the state. */
  syncFrom(state: AppState): void;
  /** Another key or address: removes what the old one brought. */
  reset(): void;
}

/** The sub-accounts that are known, with their switches and pins. */
export function createSubAccounts(options: SubAccountsOptions): SubAccounts {
  const rows = new SubAccountRows(options.store, options.nextRevision, options.clock.now);
  const pins = new Pins(rows, options.store, options);
  const switching = new SubAccountSwitching(rows, options);
  const fullList = createListLoader(options, rows, pins, switching);
  let isListVisible = false;

  return {
    query: (query) => rows.query(query),
    setVisible(isVisible) {
      isListVisible = isVisible;
      if (isVisible && options.client() === null) return;
      fullList.setVisible(isVisible);
    },
    switch: (id, enabled) => switching.switch(id, enabled),
    undo: (id) => switching.undo(id),
    dismiss: (id) => switching.dismiss(id),
    pin: (id, isPinned) => pins.set(id, isPinned),
    confirmedSince: (id, since) => switching.confirmedSince(id, since),
    inTurn: (id, task) => switching.inTurn(id, task),
    confirmed: (id, enabled) => switching.overrideConfirmed(id, enabled),
    showConfirmed: () => rows.showStatuses(),
    usernameOf: (id) => rows.find(id)?.username,
    useOf: (id) => rows.useOf(id),
    upsert(found) {
      rows.put(found);
      rows.showRevision();
    },
    removed(id) {
      switching.dismiss(id);
      rows.remove(id);
    },
    balancesChanged: (id) => rows.restartUse(id),
    setNote: (id, note) => rows.change(id, { note }),
    syncFrom({ subAccounts: { firstPage, pinned, count, index } }) {
      rows.addToIndex(firstPage);
      // After a complete load, a pinned one that is not in the index is one that the vendor no longer has.
      rows.addToIndex(pinned.filter(({ id }) => index.completeAt === null || rows.inIndex(id) !== undefined));
      rows.showRevision();
      pins.restore();
      // The list answers again: a load that stopped half-way, or is old by now, continues while the list is visible.
      if (isListVisible && count.status === 'fresh') fullList.setVisible(true);
    },
    reset() {
      switching.clear();
      rows.clear();
      fullList.reset();
    },
  };
}

/** Loads the full list into the rows. */
function createListLoader(
  { clock, client }: SubAccountsOptions,
  rows: SubAccountRows,
  pins: Pins,
  switching: SubAccountSwitching,
): FullList {
  return createFullList({
    now: clock.now,
    async readPage(page, limit, signal) {
      const current = client();
      if (current === null) return failed({ kind: 'key-missing' });
      const startedAt = clock.now();
      const answer = await current.listSubAccounts({ page, limit, sortBy: 'id', orderBy: 'asc' }, { signal });
      if (!answer.ok) return answer;
      return ok({ ...answer.value, items: answer.value.items.map((row) => switching.withConfirmed(row, startedAt)) });
    },
    received: (items) => rows.put(items),
    complete(ids) {
      rows.keepOnly(ids);
      pins.restore();
    },
    progress: (progress) => rows.showProgress(progress),
  });
}
