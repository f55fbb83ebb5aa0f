// The sub-accounts of the account in view: the index for search, the full list behind it, pins and switches, kept in step with
// the state. Makes requests only through the client it is given.
import { KeyedSequencer } from '../../async/sequencer';
import type { NineProxy } from '../../nineproxy/client';
import { failed, ok, type Result } from '../../model/problem';
import { findSubAccounts } from './find-sub-accounts';
import { createFullList } from './full-list';
import { createRereads } from './rereads';
import type { AppState, SubAccount } from '../../model/app-state';
import type { StateStore } from '../../state/state-store';
import { createSubAccountIndex, type SubAccountQuery as IndexQuery } from './sub-account-index';
import { createSwitches } from './switches';

export interface SubAccountsOptions {
  store: StateStore;
  now: () => number;
  /** Runs `run` after `ms`; returns what cancels it. */
  after: (ms: number, run: () => void) => () => void;
  /** A number above all before it: windows recognise a newer list by it. */
  nextRevision: () => number;
  client: () => NineProxy | null;
  /** Reads the figures again: after an action whose outcome is not known, or that says that the key is dead. */
  readAgain: () => void;
  /** Keeps the pins of an account (its id), in order. */
  savePins: (accountId: number, pinned: number[]) => Result<void>;
  /** The pins that are kept of an account. */
  savedPins: (accountId: number) => readonly number[];
}

/** A window of the index; the pinned ones can be left out of it. */
export interface SubAccountQuery extends Omit<IndexQuery, 'without'> {
  withoutPinned?: boolean | undefined;
}

export interface SubAccounts {
  query(query: SubAccountQuery): { rows: (SubAccount & { pinned: boolean })[]; total: number; rev: number };
  setVisible(looking: boolean): void;
  switch(id: number, enabled: boolean): Result<void>;
  undo(id: number): Result<void>;
  dismiss(id: number): void;
  pin(id: number, pinned: boolean): Result<void>;
  confirmedSince: (id: number, since: number) => boolean | undefined;
  /** Runs after what else is being sent about this sub-account, and before what comes later. */
  inTurn<T>(id: number, task: () => Promise<T>): Promise<T>;
  /** What the vendor confirmed to work on many (null: not known any more). The state has it after `showConfirmed`. */
  confirmed(id: number, enabled: boolean | null): void;
  showConfirmed(): void;
  usernameOf(id: number): string | undefined;
  /** Rows that another read brought, with what the vendor confirmed since: they can be switched and pinned from now on. */
  upsert(rows: readonly SubAccount[]): void;
  /** The vendor confirmed that it is deleted: a read that began before does not bring it back. */
  removed(id: number): void;
  /** The vendor confirmed this note of it. */
  setNote(id: number, note: string | null): void;
  /** Rows that a read of the first page brought. */
  syncFrom(state: AppState): void;
  /** Another key or address: forgets what the old one brought. */
  reset(): void;
}

/** The settings keep no more. */
const MOST_PINS = 30;

/** The sub-accounts that are known, with their switches and pins, kept in step with the state. */
export function createSubAccounts(options: SubAccountsOptions): SubAccounts {
  const { store, now, after, client, readAgain, savePins, savedPins } = options;
  const index = createSubAccountIndex(options.nextRevision);
  let looking = false;
  // Ids are never used again.
  const gone = new Set<number>();
  const put = (rows: readonly SubAccount[]) => index.put(rows.filter(({ id }) => !gone.has(id)));

  const showIndex = (progress?: Partial<AppState['subAccounts']['index']>) => {
    store.update((state) => ({
      ...state,
      subAccounts: { ...state.subAccounts, index: { ...state.subAccounts.index, ...progress, rev: index.rev() } },
    }));
  };

  /** Shows the kept pins whose rows have come since: the rows themselves are not kept, and another account has its own. */
  const restorePins = () => {
    store.update((state) => {
      const { account, subAccounts } = state;
      if (account.value === null) return state;
      const shown = new Set(subAccounts.pinned.map(({ id }) => id));
      const missing = savedPins(account.value.id).flatMap((id) => (shown.has(id) ? [] : (index.get(id) ?? [])));
      if (missing.length === 0) return state;
      return { ...state, subAccounts: { ...subAccounts, pinned: [...subAccounts.pinned, ...missing] } };
    });
  };

  const changeRow = (id: number, fields: Partial<SubAccount>) => {
    const change = (row: SubAccount) => (row.id === id ? { ...row, ...fields } : row);
    index.change(id, change);
    showRows(change);
  };
  const showRows = (change: (row: SubAccount) => SubAccount) => {
    store.update((state) => {
      const { subAccounts } = state;
      return {
        ...state,
        subAccounts: {
          ...subAccounts,
          firstPage: subAccounts.firstPage.map(change),
          pinned: subAccounts.pinned.map(change),
          index: { ...subAccounts.index, rev: index.rev() },
        },
      };
    });
  };

  const requests = new KeyedSequencer<number>();
  const switches = createSwitches({
    now,
    after,
    send: (id, enabled) => requests.queue(id, () => sendNow(id, enabled)),
    changed: () => {
      store.update((state) => ({ ...state, subAccounts: { ...state.subAccounts, switches: switches.list() } }));
    },
    settled: (id, enabled) => {
      changeRow(id, { enabled });
      if (enabled !== null) return;
      readAgain();
      // That reads the first page and the pinned ones: this one may be elsewhere.
      const username = find(id)?.username;
      if (username !== undefined) rereads.start({ id, username });
    },
  });

  /** How often a switch must be read as not done before it counts as not done. */
  const READS_TO_BE_SURE = 2;

  const rereads = createRereads({
    after,
    async read(wanted) {
      const current = client();
      if (current === null) return null;
      const startedAt = now();
      let row: SubAccount | null = null;
      const missing = await findSubAccounts([wanted], {
        async readPage(query) {
          const answer = await current.listSubAccounts(query);
          return answer.ok ? answer.value : null;
        },
        found: (one) => (row = asConfirmed(one, startedAt)),
        asked: () => undefined,
      });
      return missing?.[0]?.why === 'gone' ? 'gone' : row;
    },
    found(row, reads) {
      changeRow(row.id, { enabled: row.enabled });
      return switches.reread(row.id, row.enabled, reads >= READS_TO_BE_SURE);
    },
  });

  async function sendNow(id: number, enabled: boolean): Promise<Result<void>> {
    const current = client();
    if (current === null) return failed({ kind: 'key-missing' });
    // What else was flipped is not tried with a key that is known to be dead.
    if (store.read().state.key.status === 'refused') return failed({ kind: 'key-refused' });
    const answer = await current.setSubAccountEnabled(id, enabled);
    if (!answer.ok && answer.problem.kind === 'key-refused') readAgain();
    return answer;
  }

  // What work on many confirmed and the state does not show yet.
  const unshown = new Map<number, boolean | null>();

  const meet = (items: readonly SubAccount[]) => {
    put(items);
    const byId = new Map(items.map((row) => [row.id, row]));
    const newest = (row: SubAccount) => byId.get(row.id) ?? row;
    store.update((state) => {
      const { firstPage, pinned } = state.subAccounts;
      if (![...firstPage, ...pinned].some(({ id }) => byId.has(id))) return state;
      return {
        ...state,
        subAccounts: { ...state.subAccounts, firstPage: firstPage.map(newest), pinned: pinned.map(newest) },
      };
    });
  };

  const fullList = createFullList({
    now,
    readPage: async (page, limit, signal) => {
      const current = client();
      if (current === null) return failed({ kind: 'key-missing' });
      const startedAt = now();
      const answer = await current.listSubAccounts({ page, limit, sortBy: 'id', orderBy: 'asc' }, { signal });
      if (!answer.ok) return answer;
      return ok({ ...answer.value, items: answer.value.items.map((row) => asConfirmed(row, startedAt)) });
    },
    received: meet,
    complete: (ids) => {
      index.keepOnly(ids);
      restorePins();
    },
    progress: (progress) => {
      store.update((state) => ({
        ...state,
        subAccounts: { ...state.subAccounts, index: { ...progress, rev: index.rev() } },
      }));
    },
  });

  /** A row of a read that began at `startedAt`, with what the vendor confirmed since. */
  const asConfirmed = (row: SubAccount, startedAt: number): SubAccount => {
    const enabled = switches.confirmedSince(row.id, startedAt);
    return enabled === undefined ? row : { ...row, enabled };
  };

  const find = (id: number): SubAccount | undefined => {
    const { firstPage, pinned } = store.read().state.subAccounts;
    return index.get(id) ?? firstPage.find((row) => row.id === id) ?? pinned.find((row) => row.id === id);
  };
  const unknown: Result<void> = failed({ kind: 'bad-input', field: 'id' });

  return {
    query({ withoutPinned = false, ...query }) {
      const pins = new Set(store.read().state.subAccounts.pinned.map(({ id }) => id));
      const { rows, total } = index.query({ ...query, without: withoutPinned ? [...pins] : [] });
      return { rows: rows.map((row) => ({ ...row, pinned: pins.has(row.id) })), total, rev: index.rev() };
    },
    setVisible(isLooking) {
      looking = isLooking;
      if (isLooking && client() === null) return;
      fullList.setVisible(isLooking);
    },
    switch(id, enabled) {
      const row = find(id);
      if (row === undefined) return unknown;
      switches.want({ id, username: row.username, actual: row.enabled }, enabled);
      return ok(undefined);
    },
    undo: (id) => (switches.undo(id) ? ok(undefined) : unknown),
    dismiss: (id) => switches.dismiss(id),
    pin(id, pinned) {
      const row = find(id);
      const { account, subAccounts } = store.read().state;
      if (row === undefined || account.value === null) return unknown;
      const rows = subAccounts.pinned.filter((other) => other.id !== id);
      if (pinned) rows.push(row);
      if (rows.length > MOST_PINS) return failed({ kind: 'bad-input', field: 'pinned' });
      const saved = savePins(
        account.value.id,
        rows.map((other) => other.id),
      );
      store.update((state) => ({ ...state, subAccounts: { ...state.subAccounts, pinned: rows } }));
      return saved;
    },
    confirmedSince: (id, since) => switches.confirmedSince(id, since),
    inTurn: (id, task) => requests.queue(id, task),
    confirmed(id, enabled) {
      switches.learned(id, enabled);
      index.change(id, (row) => ({ ...row, enabled }));
      unshown.set(id, enabled);
    },
    showConfirmed() {
      if (unshown.size === 0) return;
      showRows((row) => {
        const enabled = unshown.get(row.id);
        return enabled === undefined ? row : { ...row, enabled };
      });
      unshown.clear();
    },
    usernameOf: (id) => find(id)?.username,
    upsert(rows) {
      meet(rows);
      showIndex();
    },
    removed(id) {
      gone.add(id);
      switches.dismiss(id);
      index.remove(id);
      store.update((state) => {
        const { subAccounts } = state;
        const others = (rows: readonly SubAccount[]) => rows.filter((row) => row.id !== id);
        return {
          ...state,
          subAccounts: {
            ...subAccounts,
            firstPage: others(subAccounts.firstPage),
            pinned: others(subAccounts.pinned),
            index: { ...subAccounts.index, rev: index.rev() },
          },
        };
      });
    },
    setNote: (id, note) => changeRow(id, { note }),
    syncFrom(state) {
      const { firstPage, pinned, count, index: full } = state.subAccounts;
      put(firstPage);
      // After a complete load, a pinned one that is not in the index is one that the vendor no longer has.
      put(pinned.filter(({ id }) => full.completeAt === null || index.get(id) !== undefined));
      showIndex();
      restorePins();
      // The list answers again: what stopped half-way, or is old by now, goes on while somebody looks.
      if (looking && count.status === 'fresh') fullList.setVisible(true);
    },
    reset() {
      switches.clear();
      rereads.clear();
      unshown.clear();
      gone.clear();
      index.clear();
      fullList.reset();
    },
  };
}
