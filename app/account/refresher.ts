// Reads the figures when the policy says so, one batch at a time, and puts them into the state. A reply that an older key asked
// for changes nothing. Owns the only timer that leads to a read.
import type { AccountAnswer } from '../nineproxy/account';
import type { NineProxy } from '../nineproxy/client';
import { ok, type Problem, type Result } from '../problem/problem';
import { absent, afterAnswer, aged, outdated } from './figure';
import { type Circumstances, nextRefresh, staleAfter } from './refresh-policy';
import type { AppState, Figure, RefreshReason, SubAccount } from './state';
import type { StateStore } from './store';

export interface Clock {
  now(): number;
  /** Runs `run` after `ms`; returns what cancels it. */
  after(ms: number, run: () => void): () => void;
}

export interface RefresherOptions {
  store: StateStore;
  clock: Clock;
  random(): number;
  /** What the vendor confirmed for a sub-account since `since` (ms): newer than a read that began before. */
  confirmedSince(id: number, since: number): boolean | undefined;
  /** Called after each batch that read something. */
  read(state: AppState): void;
  /** Called when the vendor refused the key. */
  refused(): void;
}

export interface Refresher {
  /** Reads with this client from now on (a new key). `null`: no key; nothing is read. */
  use(client: NineProxy | null): void;
  /** Reads now, whatever the policy says. Resolves when the batch is over. */
  refresh(): Promise<void>;
  look(looking: boolean): void;
  setOnline(online: boolean): void;
  setPower(power: { onBattery: boolean; metered: boolean }): void;
  woke(): void;
  acted(): void;
  /** Asks the policy again (settings changed). */
  reconsider(): void;
  stop(): void;
}

/** Pinned sub-accounts that are not on the first page are read one by one; at most this many in one batch. */
const PINNED_A_BATCH = 10;
const FIRST_PAGE = 30;
/** Timers of more than 2^31 ms fire at once; none of ours needs to be longer than this. */
const LONGEST_TIMER = 6 * 3_600_000;

export function createRefresher({ store, clock, random, confirmedSince, read, refused }: RefresherOptions): Refresher {
  let client: NineProxy | null = null;
  let running: { controller: AbortController; over: Promise<void> } | null = null;
  let cancelTimer: (() => void) | null = null;
  let cancelAging: (() => void) | null = null;
  let pinnedFrom = 0;
  // Whether this client's account is known to be the one whose figures are shown.
  let sameAccount = false;
  const facts: Omit<Circumstances, 'key' | 'pace'> = {
    online: true,
    looking: false,
    lookedAt: null,
    onBattery: false,
    metered: false,
    lastEndedAt: null,
    trigger: null,
    failures: 0,
    rateLimitedUntil: null,
  };

  const circumstances = (): Circumstances => {
    const { key, settings } = store.read().state;
    return {
      ...facts,
      key: client === null ? 'none' : key.status === 'refused' ? 'refused' : 'present',
      pace: settings.pace,
    };
  };

  function plan(): void {
    cancelTimer?.();
    cancelTimer = null;
    if (running !== null) return;
    const now = clock.now();
    const { delay, reason } = nextRefresh(now, circumstances(), random());
    store.update((state) => {
      const nextAt = delay === null ? null : now + delay;
      if (state.refresh.nextAt === nextAt && state.refresh.reason === reason) return state;
      return { ...state, refresh: { ...state.refresh, nextAt, reason } };
    });
    if (delay === null) return;
    cancelTimer = clock.after(Math.min(delay, LONGEST_TIMER), () => {
      if (delay > LONGEST_TIMER) plan();
      else void batch(reason);
    });
  }

  function batch(reason: RefreshReason): Promise<void> {
    if (running !== null) return running.over;
    if (client === null) return Promise.resolve();
    cancelTimer?.();
    cancelTimer = null;
    const controller = new AbortController();
    const { generation } = store.read().state;
    store.update((state) => ({ ...state, refresh: { ...state.refresh, running: true, nextAt: null, reason } }));
    const mine = { controller, over: Promise.resolve() };
    running = mine;
    mine.over = readAll(client, generation, controller).then(() => {
      if (running !== mine) return;
      running = null;
      const now = clock.now();
      facts.lastEndedAt = now;
      store.update((state) => ({ ...state, refresh: { ...state.refresh, running: false, lastAt: now } }));
      plan();
      watchAges();
    });
    return mine.over;
  }

  async function readAll(from: NineProxy, generation: number, controller: AbortController): Promise<void> {
    const { signal } = controller;
    const startedAt = clock.now();
    facts.trigger = null;
    const current = () => !signal.aborted && store.read().state.generation === generation;
    const problems: Problem[] = [];
    let answers = 0;
    const heard = <T>(answer: Result<T>): Result<T> => {
      if (answer.ok) answers += 1;
      else problems.push(answer.problem);
      return unrefused(answer);
    };

    const accountRead = from.readAccount({ signal }).then((account) => {
      if (!current()) return;
      if (!account.ok && account.problem.kind === 'key-refused') {
        refuse();
        return;
      }
      const answer = heard(account);
      store.update((state) => withAccount(state, answer, clock.now()));
      if (answer.ok) sameAccount = true;
    });
    const refuse = () => {
      controller.abort();
      store.update(refusedState);
      refused();
    };
    // Two answers wait for the account's: a refusal, because the account's own decides what it means, and any figure of a key
    // that may be another account's, because one account's figures must never stand beside another's.
    const inTurn = async <T>(answer: Promise<Result<T>>): Promise<Result<T>> => {
      const read = await answer;
      const known = sameAccount || store.read().state.account.value === null;
      if (!known || (!read.ok && read.problem.kind === 'key-refused')) await accountRead;
      return read;
    };

    const others = [
      inTurn(from.readBalance({ signal })).then((answer) => {
        if (!current()) return;
        const balance = heard(answer);
        const part = <K extends 'ips' | 'traffic'>(name: K) =>
          balance.ok ? { ok: true as const, value: balance.value[name] } : balance;
        const now = clock.now();
        store.update((state) => ({
          ...state,
          ips: afterAnswer(state.ips, part('ips'), now),
          traffic: afterAnswer(state.traffic, part('traffic'), now),
        }));
      }),
      inTurn(from.readAutoRenew({ signal })).then((answer) => {
        if (!current()) return;
        const renew = heard(answer);
        store.update((state) => ({ ...state, autoRenew: afterAnswer(state.autoRenew, renew, clock.now()) }));
      }),
      readSubAccounts(from, signal, startedAt, current, heard, inTurn),
    ];

    // Who waits for a batch whose key was refused need not wait for the rest of it.
    await accountRead;
    if (!current()) return;
    await Promise.all(others);
    if (!current()) return;
    // Where the account cannot be read at all, a refusal and nothing else is the key's.
    if (answers === 0 && problems.some(({ kind }) => kind === 'key-refused')) {
      refuse();
      return;
    }
    facts.failures = answers === 0 ? facts.failures + 1 : 0;
    facts.rateLimitedUntil = silentUntil(problems, clock.now());
    if (answers > 0) read(store.read().state);
  }

  async function readSubAccounts(
    from: NineProxy,
    signal: AbortSignal,
    startedAt: number,
    current: () => boolean,
    heard: <T>(answer: Result<T>) => Result<T>,
    inTurn: <T>(answer: Promise<Result<T>>) => Promise<Result<T>>,
  ): Promise<void> {
    const answer = await inTurn(from.listSubAccounts({ page: 1, limit: FIRST_PAGE }, { signal }));
    if (!current()) return;
    const page = heard(answer);
    const count = page.ok ? { ok: true as const, value: page.value.totalItems ?? page.value.items.length } : page;
    const asConfirmed = (row: SubAccount) => {
      const enabled = confirmedSince(row.id, startedAt);
      return enabled === undefined ? row : { ...row, enabled };
    };
    store.update((state) => {
      const { subAccounts } = state;
      const firstPage = page.ok ? page.value.items.map(asConfirmed) : subAccounts.firstPage;
      const pinned = page.ok ? replaceRows(subAccounts.pinned, firstPage) : subAccounts.pinned;
      return {
        ...state,
        subAccounts: { ...subAccounts, count: afterAnswer(subAccounts.count, count, clock.now()), firstPage, pinned },
      };
    });
    if (!page.ok) return;
    const elsewhere = store
      .read()
      .state.subAccounts.pinned.filter(({ id }) => !page.value.items.some((row) => row.id === id));
    const turn =
      elsewhere.length <= PINNED_A_BATCH ? elsewhere : rotate(elsewhere, pinnedFrom).slice(0, PINNED_A_BATCH);
    pinnedFrom += turn.length;
    for (const { id, username } of turn) {
      const found = heard(await from.listSubAccounts({ page: 1, limit: FIRST_PAGE, keyword: username }, { signal }));
      if (!current()) return;
      if (!found.ok) return;
      const row = found.value.items.find((item) => item.id === id);
      if (row === undefined) continue;
      store.update((state) => ({
        ...state,
        subAccounts: { ...state.subAccounts, pinned: replaceRows(state.subAccounts.pinned, [asConfirmed(row)]) },
      }));
    }
  }

  /** Figures grow stale without any read; a timer for the next moment at which one does. */
  function watchAges(): void {
    cancelAging?.();
    cancelAging = null;
    const limit = staleAfter(store.read().state.settings.pace);
    const now = clock.now();
    store.update((state) => agedState(state, now, limit));
    const { ips, traffic, wallet, autoRenew, account, subAccounts } = store.read().state;
    const due = [ips, traffic, wallet, autoRenew, account, subAccounts.count].flatMap(({ status, asOf }) =>
      status === 'fresh' && asOf !== null ? [asOf + limit + 1 - now] : [],
    );
    if (due.length > 0) cancelAging = clock.after(Math.max(0, Math.min(...due)), watchAges);
  }

  return {
    use(next) {
      running?.controller.abort();
      running = null;
      client = next;
      sameAccount = false;
      Object.assign(facts, { trigger: null, failures: 0, rateLimitedUntil: null, lastEndedAt: null });
      store.update((state) =>
        state.refresh.running ? { ...state, refresh: { ...state.refresh, running: false } } : state,
      );
      watchAges();
      plan();
    },
    refresh: () => batch('manual'),
    look(looking) {
      if (facts.looking === looking) return;
      facts.looking = looking;
      facts.lookedAt = clock.now();
      watchAges();
      plan();
    },
    setOnline(online) {
      if (facts.online === online) return;
      facts.online = online;
      if (online) facts.trigger = { kind: 'after-network', at: clock.now() };
      facts.failures = 0;
      store.update((state) => ({ ...state, online }));
      plan();
    },
    setPower(power) {
      Object.assign(facts, power);
      plan();
    },
    woke() {
      facts.trigger = { kind: 'after-wake', at: clock.now() };
      facts.failures = 0;
      watchAges();
      plan();
    },
    acted() {
      facts.trigger = { kind: 'after-action', at: clock.now() };
      plan();
    },
    reconsider() {
      watchAges();
      plan();
    },
    stop() {
      cancelTimer?.();
      cancelAging?.();
      running?.controller.abort();
      running = null;
      client = null;
    },
  };
}

/**
 * One capability that answers "refused" while the account itself answers is a capability that is not offered to us:
 * only the account's own answer decides about the key.
 */
function unrefused<T>(answer: Result<T>): Result<T> {
  return !answer.ok && answer.problem.kind === 'key-refused' ? { ok: false, problem: { kind: 'not-offered' } } : answer;
}

/** The state after the account's answer. Figures of another account than the one that answered are gone with it. */
function withAccount(state: AppState, answer: Result<AccountAnswer>, now: number): AppState {
  const known = state.account.value;
  const base = answer.ok && known !== null && known.id !== answer.value.account.id ? withoutFigures(state) : state;
  const accepted = answer.ok && base.key.status === 'refused';
  return {
    ...base,
    key: accepted ? { ...base.key, status: 'present' } : base.key,
    account: afterAnswer(base.account, answer.ok ? ok(answer.value.account) : answer, now),
    wallet: afterAnswer(base.wallet, answer.ok ? ok(answer.value.wallet) : answer, now),
  };
}

function silentUntil(problems: readonly Problem[], now: number): number | null {
  const limits = problems.flatMap((problem) =>
    problem.kind === 'rate-limited' ? [problem.until ?? now + 60_000] : [],
  );
  return limits.length === 0 ? null : Math.max(...limits);
}

function replaceRows(rows: readonly SubAccount[], by: readonly SubAccount[]): SubAccount[] {
  return rows.map((row) => by.find(({ id }) => id === row.id) ?? row);
}

function rotate<T>(items: readonly T[], by: number): T[] {
  const at = by % items.length;
  return [...items.slice(at), ...items.slice(0, at)];
}

function mapFigures(state: AppState, map: <T>(figure: Figure<T>) => Figure<T>): AppState {
  const { subAccounts } = state;
  const next = {
    account: map(state.account),
    ips: map(state.ips),
    traffic: map(state.traffic),
    wallet: map(state.wallet),
    autoRenew: map(state.autoRenew),
  };
  const count = map(subAccounts.count);
  const same =
    count === subAccounts.count &&
    (Object.keys(next) as (keyof typeof next)[]).every((name) => next[name] === state[name]);
  return same ? state : { ...state, ...next, subAccounts: { ...subAccounts, count } };
}

function agedState(state: AppState, now: number, limit: number): AppState {
  return mapFigures(state, (figure) => aged(figure, now, limit));
}

/** The state when the vendor refused the key: figures stay, marked as old. */
export function refusedState(state: AppState): AppState {
  return { ...mapFigures(state, outdated), key: { ...state.key, status: 'refused' } };
}

/** The state without any figure (another account, another address). */
export function withoutFigures(state: AppState): AppState {
  const empty = mapFigures(state, absent);
  return {
    ...empty,
    trends: { ips: [], traffic: [], wallet: [], autoRenew: [] },
    subAccounts: {
      ...empty.subAccounts,
      firstPage: [],
      pinned: [],
      switches: [],
      index: { rev: empty.subAccounts.index.rev + 1, loaded: 0, total: null, running: false, completeAt: null },
    },
  };
}
