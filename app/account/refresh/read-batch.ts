// Reads all figures once and puts each into the state as it comes. Starts no timer, and decides nothing about the next read.
// An answer that an older key asked for, or that came after the key was refused, changes nothing.
import type { NineProxy } from '../../nineproxy/client';
import { failed, ok, type Problem, type Result } from '../../model/problem';
import { afterAnswer } from '../../model/figures/figure';
import { findSubAccounts } from '../sub-accounts/find-sub-accounts';
import type { AppState, SubAccount } from '../../model/state/app-state';
import type { Figure } from '../../model/figures/figure';
import { withAccount } from '../../state/transitions';
import type { StateStore } from '../../state/state-store';

export interface BatchOptions {
  client: NineProxy;
  store: StateStore;
  /** Ends the batch: nothing changes after it. */
  signal: AbortSignal;
  now: () => number;
  /** What the vendor confirmed for a sub-account since `since` (ms): newer than a read that began before. */
  confirmedSince: (id: number, since: number) => boolean | undefined;
  /** This client's account is known to be the one whose figures are shown. */
  sameAccount: boolean;
  /** How many sub-accounts of interest were read one by one so far: these take turns. */
  pinnedRead: number;
}

/** `void`: called off, or of an older key. `refused`: the key is dead, and what else was asked is to be called off. */
export type BatchOutcome =
  | { kind: 'void' }
  | { kind: 'refused' }
  | { kind: 'read'; answers: number; problems: Problem[]; sameAccount: boolean; pinnedRead: number; rows: ReadRows };

/** The sub-accounts that a batch read, by id; null: looked for, and not there any more. */
export type ReadRows = ReadonlyMap<number, SubAccount | null>;

/** One that was looked for in vain is looked for again after this (ms): it takes many reads. */
const LOOKED_FOR_EVERY = 30 * 60_000;
/** Sub-accounts of interest that are not on the first page are read one by one; at most this many in one batch. */
const PINNED_A_BATCH = 10;
const FIRST_PAGE = 30;

/** Reads account, balance, auto renew and sub-accounts. Never rejects. */
export async function readBatch(options: BatchOptions): Promise<BatchOutcome> {
  const { client, store, signal, now, confirmedSince } = options;
  const startedAt = now();
  const { generation } = store.read().state;
  const problems: Problem[] = [];
  let { sameAccount, pinnedRead } = options;
  let answers = 0;
  let refused = false;
  let accountAnswers = false;
  const rows = new Map<number, SubAccount | null>();
  const current = () => !refused && !signal.aborted && store.read().state.generation === generation;
  const heard = <T>(answer: Result<T>): Result<T> => {
    if (answer.ok) answers += 1;
    else problems.push(answer.problem);
    return unrefused(answer, accountAnswers);
  };

  /** What nothing was known of, not even a failure, is shown as it comes; other answers are shown together at the end of the batch. */
  const show = (change: (state: AppState) => AppState, replaced: (state: AppState) => Figure<unknown>) =>
    store.update(change, isFirst(replaced(store.read().state)) ? 'at-once' : 'later');

  const readAccount = async (): Promise<void> => {
    const account = await client.readAccount({ signal });
    if (!current()) return;
    if (!account.ok && account.problem.kind === 'key-refused') {
      refused = true;
      return;
    }
    const answer = heard(account);
    show(
      (state) => withAccount(state, answer, now()),
      ({ account: known }) => known,
    );
    accountAnswers = answer.ok;
    if (answer.ok) sameAccount = true;
  };
  const accountRead = readAccount();

  // Two answers wait for the account's: a refusal, because the account's own decides what it means, and any figure of a key
  // that may be another account's, because one account's figures must never stand beside another's.
  const inTurn = async <T>(asked: Promise<Result<T>>): Promise<Result<T>> => {
    const answer = await asked;
    const known = sameAccount || store.read().state.account.value === null;
    if (!known || (!answer.ok && answer.problem.kind === 'key-refused')) await accountRead;
    return answer;
  };

  const readBalance = async (): Promise<void> => {
    const answer = await inTurn(client.readBalance({ signal }));
    if (!current()) return;
    const balance = heard(answer);
    show(
      (state) => ({
        ...state,
        ips: afterAnswer(state.ips, balance.ok ? ok(balance.value.ips) : balance, now()),
        traffic: afterAnswer(state.traffic, balance.ok ? ok(balance.value.traffic) : balance, now()),
      }),
      ({ ips }) => ips,
    );
  };

  const readAutoRenew = async (): Promise<void> => {
    const answer = await inTurn(client.readAutoRenew({ signal }));
    if (!current()) return;
    const renew = heard(answer);
    show(
      (state) => ({ ...state, autoRenew: afterAnswer(state.autoRenew, renew, now()) }),
      ({ autoRenew }) => autoRenew,
    );
  };

  const asConfirmed = (row: SubAccount): SubAccount => {
    const enabled = confirmedSince(row.id, startedAt);
    return enabled === undefined ? row : { ...row, enabled };
  };

  const readSubAccounts = async (): Promise<void> => {
    const answer = await inTurn(client.listSubAccounts({ page: 1, limit: FIRST_PAGE }, { signal }));
    if (!current()) return;
    const page = heard(answer);
    const count = page.ok ? ok(page.value.totalItems ?? page.value.items.length) : page;
    const withPage = (state: AppState): AppState => {
      const { subAccounts } = state;
      const firstPage = page.ok ? page.value.items.map(asConfirmed) : subAccounts.firstPage;
      const pinned = page.ok ? replaceRows(subAccounts.pinned, firstPage) : subAccounts.pinned;
      return {
        ...state,
        subAccounts: { ...subAccounts, count: afterAnswer(subAccounts.count, count, now()), firstPage, pinned },
      };
    };
    show(withPage, ({ subAccounts }) => subAccounts.count);
    if (page.ok) {
      for (const row of page.value.items) rows.set(row.id, asConfirmed(row));
      await readOfInterest();
    }
  };

  const readOfInterest = async (): Promise<void> => {
    const wanted = ofInterest(store.read().state);
    const { unwatched } = store.read().state.subAccounts;
    const isLate = ({ at }: (typeof unwatched)[number]) => now() - at >= LOOKED_FOR_EVERY || at > now();
    const rests = new Set(unwatched.filter((one) => !isLate(one)).map(({ id }) => id));
    const elsewhere = wanted.filter(({ id }) => !rows.has(id) && !rests.has(id));
    const turn =
      elsewhere.length <= PINNED_A_BATCH ? elsewhere : rotate(elsewhere, pinnedRead).slice(0, PINNED_A_BATCH);
    const missing = await findSubAccounts(turn, {
      async readPage(query) {
        const answer = await client.listSubAccounts(query, { signal });
        if (!current()) return null;
        const page = heard(answer);
        return page.ok ? page.value : null;
      },
      found(row) {
        rows.set(row.id, asConfirmed(row));
        const withRow = (state: AppState): AppState => ({
          ...state,
          subAccounts: { ...state.subAccounts, pinned: replaceRows(state.subAccounts.pinned, [asConfirmed(row)]) },
        });
        store.update(withRow, 'later');
      },
      asked: () => (pinnedRead += 1),
    });
    if (!current()) return;
    for (const { id, why } of missing ?? []) if (why === 'gone') rows.set(id, null);
    const isStill = ({ id }: { id: number }) =>
      wanted.some((one) => one.id === id) && (rows.get(id) ?? null) === null && !missing?.some((one) => one.id === id);
    const found = (missing ?? []).map((one) => ({ ...one, at: now() }));
    const withUnwatched = (state: AppState): AppState => {
      const { subAccounts } = state;
      const next = [...subAccounts.unwatched.filter(isStill), ...found];
      if (next.length === 0 && subAccounts.unwatched.length === 0) return state;
      return { ...state, subAccounts: { ...subAccounts, unwatched: next } };
    };
    store.update(withUnwatched, 'later');
  };

  const others = Promise.all([readBalance(), readAutoRenew(), readSubAccounts()]);
  // A refusal ends the batch at once, whatever else is still on its way.
  await accountRead;
  if (refused) return { kind: 'refused' };
  await others;
  if (!current()) return { kind: 'void' };
  return { kind: 'read', answers, problems, sameAccount, pinnedRead, rows };
}

/** The pinned ones, and those with alerts of their own. */
function ofInterest({ account, settings, subAccounts }: AppState): { id: number; username: string }[] {
  const own = settings.alerts.bySubAccount[String(account.value?.id)] ?? {};
  const pinned = subAccounts.pinned.map(({ id, username }) => ({ id, username }));
  const others = Object.entries(own).map(([id, { username }]) => ({ id: Number(id), username }));
  return [...pinned, ...others.filter(({ id }) => !pinned.some((row) => row.id === id))];
}

/**
 * Only the account's own answer decides about the key. One capability that is refused while the account answers is one that is not
 * offered to us; where the account does not answer, 9Proxy said no, and no more is known.
 */
function unrefused<T>(answer: Result<T>, accountAnswers: boolean): Result<T> {
  if (answer.ok || answer.problem.kind !== 'key-refused') return answer;
  return failed(accountAnswers ? { kind: 'not-offered' } : { kind: 'rejected', message: '' });
}

/** Whether nothing is known of this figure yet: neither a value nor why there is none. */
function isFirst({ value, problem }: Figure<unknown>): boolean {
  return value === null && problem === undefined;
}

function replaceRows(rows: readonly SubAccount[], by: readonly SubAccount[]): SubAccount[] {
  return rows.map((row) => by.find(({ id }) => id === row.id) ?? row);
}

function rotate<T>(items: readonly T[], by: number): T[] {
  const at = by % items.length;
  return [...items.slice(at), ...items.slice(0, at)];
}
