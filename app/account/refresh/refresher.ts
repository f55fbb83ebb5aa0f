// Reads the figures when the policy says so, one batch at a time, and puts them into the state. A reply that an older key asked
// for changes nothing. Owns the only timer that leads to a read.
import type { Clock } from '../../model/clock';
import type { AppState, RefreshReason } from '../../model/state/app-state';
import type { NineProxy } from '../../nineproxy/client';
import type { StateStore } from '../../state/state-store';
import { refusedState } from '../../state/transitions';
import { type AgeWatch, createAgeWatch } from './age-watch';
import { type BatchOutcome, readBatch } from './read-batch';
import { RefreshConditions } from './refresh-conditions';
import { nextRefresh } from './refresh-policy';
import type { ReadRows } from './sub-account-reads';

export interface RefresherOptions {
  store: StateStore;
  clock: Clock;
  random: () => number;
  /** What the vendor confirmed for a sub-account since `since` (ms): newer than a read that began before. */
  confirmedSince: (id: number, since: number) => boolean | undefined;
  /** Called after each batch that read something, with the sub-accounts that it read. */
  onRead: (state: AppState, rows: ReadRows) => void;
  /** Called when the vendor refused the key. */
  onKeyRefused: () => void;
}

interface RunningBatch {
  controller: AbortController;
  over: Promise<void>;
}

/** Reads the figures by refresh-policy.ts: one batch at a time, each under the client it began with. */
export class Refresher {
  readonly #options: RefresherOptions;
  readonly #ages: AgeWatch;
  readonly #conditions: RefreshConditions;
  #client: NineProxy | null = null;
  #running: RunningBatch | null = null;
  #cancelTimer = (): void => undefined;
  #pinnedRead = 0;
  // Whether this client's account is known to be the one whose figures are shown.
  #sameAccount = false;

  constructor(options: RefresherOptions) {
    this.#options = options;
    this.#ages = createAgeWatch(options.store, options.clock);
    this.#conditions = new RefreshConditions(options.clock.now);
  }

  /** Reads with this client from now on (a new key). `null`: no key; nothing is read. */
  use(client: NineProxy | null): void {
    this.#cancelBatch();
    this.#client = client;
    this.#sameAccount = false;
    this.#conditions.keyChanged();
    this.#options.store.update((state) =>
      state.refresh.running ? { ...state, refresh: { ...state.refresh, running: false } } : state,
    );
    this.reconsider();
  }

  /** Reads now, unless 9Proxy asked to wait: then nothing is sent before its time. Resolves when the batch is over. */
  async refresh(): Promise<void> {
    if (this.#running === null && this.#conditions.isRateLimited) this.#plan();
    else await this.#begin('manual');
  }

  setVisible(isVisible: boolean): void {
    if (this.#conditions.setVisible(isVisible)) this.reconsider();
  }

  setOnline(isOnline: boolean): void {
    if (!this.#conditions.setOnline(isOnline)) return;
    if (isOnline) this.#showOnline();
    this.#plan();
  }

  setPower(power: { onBattery: boolean; metered: boolean }): void {
    this.#conditions.setPower(power);
    this.#plan();
  }

  /** The computer woke up: timers slept, too. */
  woke(): void {
    this.#conditions.woke();
    this.reconsider();
  }

  /** The account was changed: reads again soon. */
  acted(): void {
    this.#conditions.triggered('after-action');
    this.#plan();
  }

  /** Asks the policy again (settings changed). */
  reconsider(): void {
    this.#ages.update();
    this.#plan();
  }

  stop(): void {
    this.#cancelTimer();
    this.#ages.stop();
    this.#cancelBatch();
    this.#client = null;
  }

  #plan(): void {
    this.#cancelTimer();
    if (this.#running !== null) return;
    const { store, clock, random } = this.#options;
    const plannedAt = clock.now();
    const circumstances = this.#conditions.circumstances(store.read().state, this.#client !== null);
    const { delay, reason } = nextRefresh(plannedAt, circumstances, random());
    store.update((state) => {
      const nextAt = delay === null ? null : plannedAt + delay;
      if (state.refresh.nextAt === nextAt && state.refresh.reason === reason) return state;
      return { ...state, refresh: { ...state.refresh, nextAt, reason } };
    });
    if (delay !== null) this.#cancelTimer = clock.after(delay, () => void this.#begin(reason));
  }

  #begin(reason: RefreshReason): Promise<void> {
    if (this.#running !== null) return this.#running.over;
    if (this.#client === null) return Promise.resolve();
    this.#cancelTimer();
    this.#conditions.batchBegan();
    this.#options.store.update((state) => ({
      ...state,
      refresh: { ...state.refresh, running: true, nextAt: null, reason },
    }));
    const batch: RunningBatch = { controller: new AbortController(), over: Promise.resolve() };
    this.#running = batch;
    batch.over = this.#read(this.#client, batch);
    return batch.over;
  }

  async #read(client: NineProxy, batch: RunningBatch): Promise<void> {
    const { store, clock, confirmedSince } = this.#options;
    const beganAt = clock.now();
    const outcome = await readBatch({
      client,
      store,
      signal: batch.controller.signal,
      now: () => clock.now(),
      confirmedSince,
      sameAccount: this.#sameAccount,
      pinnedRead: this.#pinnedRead,
    });
    if (this.#running !== batch) return;
    this.#accept(outcome, batch, Math.max(0, beganAt - clock.now()));
    this.#running = null;
    this.#conditions.batchEnded();
    store.update((state) => ({ ...state, refresh: { ...state.refresh, running: false, lastAt: clock.now() } }));
    this.#plan();
    this.#ages.update();
  }

  #accept(outcome: BatchOutcome, batch: RunningBatch, setBack: number): void {
    const { store, onRead, onKeyRefused } = this.#options;
    if (outcome.kind === 'void') return;
    if (outcome.kind === 'refused') {
      batch.controller.abort();
      store.update(refusedState);
      onKeyRefused();
      return;
    }
    this.#sameAccount = outcome.sameAccount;
    this.#pinnedRead = outcome.pinnedRead;
    this.#conditions.batchRead(outcome.answers, outcome.problems, setBack);
    this.#showOnline();
    if (outcome.answers > 0) onRead(store.read().state, outcome.rows);
  }

  #showOnline(): void {
    const online = this.#conditions.isOnline;
    this.#options.store.update((state) => (state.online === online ? state : { ...state, online }));
  }

  #cancelBatch(): void {
    this.#running?.controller.abort();
    this.#running = null;
  }
}
