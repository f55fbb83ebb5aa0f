// Reads the figures when the policy says so, one batch at a time, and puts them into the state. A reply that an older key asked
// for changes nothing. Owns the only timer that leads to a read.
import type { NineProxy } from '../../nineproxy/client';
import { createAgeWatch } from './age-watch';
import { createRateLimitWait } from '../../nineproxy/transport/rate-limit-wait';
import { type BatchOutcome, type ReadRows, readBatch } from './read-batch';
import { type Circumstances, nextRefresh } from './refresh-policy';
import type { AppState, RefreshReason } from '../../model/state/app-state';
import { refusedState } from '../../state/transitions';
import type { Clock } from '../../model/clock';
import type { StateStore } from '../../state/state-store';

export interface RefresherOptions {
  store: StateStore;
  clock: Clock;
  random: () => number;
  /** What the vendor confirmed for a sub-account since `since` (ms): newer than a read that began before. */
  confirmedSince: (id: number, since: number) => boolean | undefined;
  /** Called after each batch that read something, with the sub-accounts that it read. */
  read: (state: AppState, rows: ReadRows) => void;
  /** Called when the vendor refused the key. */
  refused: () => void;
}

export interface Refresher {
  /** Reads with this client from now on (a new key). `null`: no key; nothing is read. */
  use(client: NineProxy | null): void;
  /** Reads now, unless 9Proxy asked to wait: then nothing is sent before its time. Resolves when the batch is over. */
  refresh(): Promise<void>;
  setVisible(looking: boolean): void;
  setOnline(online: boolean): void;
  setPower(power: { onBattery: boolean; metered: boolean }): void;
  woke(): void;
  acted(): void;
  /** Asks the policy again (settings changed). */
  reconsider(): void;
  stop(): void;
}

interface Running {
  controller: AbortController;
  over: Promise<void>;
}

/** Reads the figures by refresh-policy.ts: one batch at a time, each under the client it began with. */
export function createRefresher({ store, clock, random, confirmedSince, read, refused }: RefresherOptions): Refresher {
  const now = () => clock.now();
  const ages = createAgeWatch(store, clock);
  let client: NineProxy | null = null;
  let running: Running | null = null;
  let cancelTimer: (() => void) | null = null;
  let pinnedRead = 0;
  // Whether this client's account is known to be the one whose figures are shown.
  let sameAccount = false;
  const rateLimit = createRateLimitWait(now);
  const facts: Omit<Circumstances, 'key' | 'pace' | 'rateLimitedUntil'> = {
    online: true,
    looking: false,
    lookedAt: null,
    onBattery: false,
    metered: false,
    lastEndedAt: null,
    trigger: null,
    failures: 0,
  };

  const circumstances = (): Circumstances => {
    const { key, settings } = store.read().state;
    return {
      ...facts,
      key:
        client === null
          ? key.status === 'present'
            ? 'blocked'
            : 'none'
          : key.status === 'refused'
            ? 'refused'
            : 'present',
      pace: settings.pace,
      rateLimitedUntil: rateLimit.until(),
    };
  };

  function plan(): void {
    cancelTimer?.();
    cancelTimer = null;
    if (running !== null) return;
    const plannedAt = now();
    const { delay, reason } = nextRefresh(plannedAt, circumstances(), random());
    store.update((state) => {
      const nextAt = delay === null ? null : plannedAt + delay;
      if (state.refresh.nextAt === nextAt && state.refresh.reason === reason) return state;
      return { ...state, refresh: { ...state.refresh, nextAt, reason } };
    });
    if (delay === null) return;
    cancelTimer = clock.after(delay, () => void batch(reason));
  }

  function batch(reason: RefreshReason): Promise<void> {
    if (running !== null) return running.over;
    if (client === null) return Promise.resolve();
    cancelTimer?.();
    cancelTimer = null;
    facts.trigger = null;
    store.update((state) => ({ ...state, refresh: { ...state.refresh, running: true, nextAt: null, reason } }));
    const mine: Running = { controller: new AbortController(), over: Promise.resolve() };
    running = mine;
    mine.over = readAll(client, mine);
    return mine.over;
  }

  async function readAll(from: NineProxy, mine: Running): Promise<void> {
    const { signal } = mine.controller;
    const began = now();
    const outcome = await readBatch({ client: from, store, signal, now, confirmedSince, sameAccount, pinnedRead });
    if (running !== mine) return;
    // The clock may have been set back since; a limit that was met before counts from there.
    take(outcome, mine, Math.max(0, began - now()));
    running = null;
    facts.lastEndedAt = now();
    store.update((state) => ({ ...state, refresh: { ...state.refresh, running: false, lastAt: now() } }));
    plan();
    ages.update();
  }

  function take(outcome: BatchOutcome, mine: Running, setBack: number): void {
    if (outcome.kind === 'void') return;
    if (outcome.kind === 'refused') {
      mine.controller.abort();
      store.update(refusedState);
      refused();
      return;
    }
    ({ sameAccount, pinnedRead } = outcome);
    facts.failures = outcome.answers === 0 ? facts.failures + 1 : 0;
    showOnline();
    rateLimit.clear();
    for (const problem of outcome.problems)
      if (problem.kind === 'rate-limited') rateLimit.extend(problem.until === null ? null : problem.until - setBack);
    if (outcome.answers > 0) read(store.read().state, outcome.rows);
  }

  /** Offline is what the system reports and a read has shown: while reads have answers, the system is wrong. */
  function showOnline(): void {
    const online = facts.online || facts.failures === 0;
    store.update((state) => (state.online === online ? state : { ...state, online }));
  }

  return {
    use(next) {
      running?.controller.abort();
      running = null;
      client = next;
      sameAccount = false;
      Object.assign(facts, { trigger: null, failures: 0, lastEndedAt: null });
      rateLimit.clear();
      store.update((state) =>
        state.refresh.running ? { ...state, refresh: { ...state.refresh, running: false } } : state,
      );
      ages.update();
      plan();
    },
    async refresh() {
      if (running === null && rateLimit.until() !== null) plan();
      else await batch('manual');
    },
    setVisible(looking) {
      if (facts.looking === looking) return;
      facts.looking = looking;
      facts.lookedAt = now();
      ages.update();
      plan();
    },
    setOnline(online) {
      if (facts.online === online) return;
      facts.online = online;
      // Read soon either way: when the network is back, and to see whether it is really gone.
      facts.trigger = { kind: 'after-network', at: now() };
      facts.failures = 0;
      if (online) showOnline();
      plan();
    },
    setPower(power) {
      Object.assign(facts, power);
      plan();
    },
    woke() {
      facts.trigger = { kind: 'after-wake', at: now() };
      facts.failures = 0;
      ages.update();
      plan();
    },
    acted() {
      facts.trigger = { kind: 'after-action', at: now() };
      plan();
    },
    reconsider() {
      ages.update();
      plan();
    },
    stop() {
      cancelTimer?.();
      ages.stop();
      running?.controller.abort();
      running = null;
      client = null;
    },
  };
}
