// The sub-accounts of the account in view: the index for search, the full list behind it, pins and switches, kept in step with
// the state. Makes requests only through the client it is given.
import type { NineProxy } from '../nineproxy/client';
import type { Result } from '../problem/problem';
import { createFullList } from './full-list';
import type { AppState, SubAccount } from './state';
import type { StateStore } from './store';
import { createSubAccountIndex, type SubAccountQuery as IndexQuery } from './sub-account-index';
import { createSwitches } from './switches';

export interface SubAccountsOptions {
  store: StateStore;
  now(): number;
  client(): NineProxy | null;
  /** Reads the figures again: after an action whose outcome is not known, or that says that the key is dead. */
  readAgain(): void;
  /** Keeps the pins of an account (its id), in order. */
  savePins(accountId: number, pinned: number[]): Result<void>;
}

/** A window of the index; the pinned ones can be left out of it. */
export interface SubAccountQuery extends Omit<IndexQuery, 'without'> {
  withoutPinned?: boolean | undefined;
}

export interface SubAccounts {
  query(query: SubAccountQuery): { rows: (SubAccount & { pinned: boolean })[]; total: number; rev: number };
  look(looking: boolean): void;
  switch(id: number, enabled: boolean): Result<void>;
  undo(id: number): Result<void>;
  dismiss(id: number): void;
  pin(id: number, pinned: boolean): Result<void>;
  confirmedSince(id: number, since: number): boolean | undefined;
  /** Rows that a read of the first page brought. */
  took(state: AppState): void;
  /** Another key or address: forgets what the old one brought. */
  reset(): void;
}

export function createSubAccounts({ store, now, client, readAgain, savePins }: SubAccountsOptions): SubAccounts {
  const index = createSubAccountIndex();

  const showIndex = (progress?: Partial<AppState['subAccounts']['index']>) => {
    store.update((state) => ({
      ...state,
      subAccounts: { ...state.subAccounts, index: { ...state.subAccounts.index, ...progress, rev: index.rev() } },
    }));
  };

  const setEnabled = (id: number, enabled: boolean | null) => {
    const change = (row: SubAccount) => (row.id === id ? { ...row, enabled } : row);
    index.change(id, change);
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

  const switches = createSwitches({
    now,
    send: async (id, enabled) => {
      const current = client();
      if (current === null) return { ok: false, problem: { kind: 'key-missing' } };
      const answer = await current.setSubAccountEnabled(id, enabled);
      if (!answer.ok && answer.problem.kind === 'key-refused') readAgain();
      return answer;
    },
    changed: () => {
      store.update((state) => ({ ...state, subAccounts: { ...state.subAccounts, switches: switches.list() } }));
    },
    settled: (id, enabled) => {
      setEnabled(id, enabled);
      if (enabled === null) readAgain();
    },
  });

  const fullList = createFullList({
    now,
    readPage: async (page, limit, signal) => {
      const current = client();
      if (current === null) return { ok: false, problem: { kind: 'key-missing' } };
      return current.listSubAccounts({ page, limit, sortBy: 'id', orderBy: 'asc' }, { signal });
    },
    received: (items) => index.put(items),
    complete: (ids) => index.keepOnly(ids),
    progress: (progress) => {
      store.update((state) => ({
        ...state,
        subAccounts: { ...state.subAccounts, index: { ...progress, rev: index.rev() } },
      }));
    },
  });

  const find = (id: number): SubAccount | undefined => {
    const { firstPage, pinned } = store.read().state.subAccounts;
    return index.get(id) ?? firstPage.find((row) => row.id === id) ?? pinned.find((row) => row.id === id);
  };
  const unknown: Result<void> = { ok: false, problem: { kind: 'bad-input', field: 'id' } };

  return {
    query({ withoutPinned = false, ...query }) {
      const pins = new Set(store.read().state.subAccounts.pinned.map(({ id }) => id));
      const { rows, total } = index.query({ ...query, without: withoutPinned ? [...pins] : [] });
      return { rows: rows.map((row) => ({ ...row, pinned: pins.has(row.id) })), total, rev: index.rev() };
    },
    look(looking) {
      if (client() === null) return;
      fullList.look(looking);
    },
    switch(id, enabled) {
      const row = find(id);
      if (row === undefined) return unknown;
      switches.want({ id, username: row.username, actual: row.enabled }, enabled);
      return { ok: true, value: undefined };
    },
    undo: (id) => (switches.undo(id) ? { ok: true, value: undefined } : unknown),
    dismiss: (id) => switches.dismiss(id),
    pin(id, pinned) {
      const row = find(id);
      const { account, subAccounts } = store.read().state;
      if (row === undefined || account.value === null) return unknown;
      const rows = subAccounts.pinned.filter((other) => other.id !== id);
      if (pinned) rows.push(row);
      const saved = savePins(
        account.value.id,
        rows.map((other) => other.id),
      );
      store.update((state) => ({ ...state, subAccounts: { ...state.subAccounts, pinned: rows } }));
      return saved;
    },
    confirmedSince: (id, since) => switches.confirmedSince(id, since),
    took(state) {
      index.put(state.subAccounts.firstPage);
      index.put(state.subAccounts.pinned);
      showIndex();
    },
    reset() {
      switches.clear();
      index.clear();
      fullList.reset();
    },
  };
}
