// Brings a new key to all places: eight at once, then their hooks, then their checks. What is due follows from the journalled run alone, so
// that it continues after a kill. Forward only; the two keys are in memory while something is under way.
import { errorFacts } from '../../log/error-facts';
import { type Concern, concernOf } from '../../model/places/gateway-concern';
import type { Place } from '../../model/places/place';
import { failed, ok, type Problem, type Result } from '../../model/problem';
import type { RotationFacts } from '../ports';
import { isSame, type RowChange, type RunJournal } from './run-journal';
import type { StoredRow, StoredRun } from '../documents/run-document';
import { dueForHook, firstRow, hookGroups, isDueForCheck, isEnded, isUpdating, throughGateway } from './run-rows';
import { check, restart, type RunKeys, type StepPorts, update } from './row-steps';
import type { PlacesPorts } from '../ports';

export interface PushPorts extends StepPorts, Pick<PlacesPorts, 'textOf' | 'log' | 'newSalt' | 'soon' | 'gateway'> {
  places(): readonly Place[];
  /** Called after a change that the journal does not know: what is wrong, or that the run ended. */
  onChange(): void;
  /** Nothing is left to do for NineTray. `old`: the dead key's text, where it is stored. */
  onEnd(old: string | null): void;
}

const MOST_AT_ONCE = 8;
/** A key that could not be read is asked for again after this long (ms). */
const AGAIN = 10_000;

export class Push {
  readonly #ports: PushPorts;
  readonly #steps: StepPorts;
  readonly #journal: RunJournal;
  readonly #busy = new Set<string>();
  readonly #ticks: string[] = [];
  #keys: RunKeys | null = null;
  #isOpening = false;
  #problem: Problem | null = null;
  #cancelTimer = (): void => undefined;
  #isStopped = false;

  constructor(ports: PushPorts, journal: RunJournal) {
    this.#ports = ports;
    this.#steps = { ...ports, tick: (placeIds) => this.#tick(placeIds) };
    this.#journal = journal;
  }

  /** Why nothing is done now; null: nothing is in the way. */
  get problem(): Problem | null {
    return this.#journal.problem ?? this.#problem;
  }

  /** Whether something is done for this place at the moment. */
  isBusy(placeId: string): boolean {
    return this.#busy.has(placeId);
  }

  /** Starts the run of this rotation's key, or continues it. */
  start(facts: RotationFacts): void {
    const { clock, log } = this.#ports;
    const current = this.#journal.current();
    const isKnown = current?.rotationId === facts.id && current.newFingerprint === facts.newFingerprint;
    if (!isKnown) {
      const now = clock.now();
      const run: StoredRun = {
        rotationId: facts.id,
        origin: facts.origin,
        oldFingerprint: facts.oldFingerprint,
        newFingerprint: facts.newFingerprint,
        startedAt: now,
        endedAt: null,
        salt: this.#ports.newSalt(),
        rows: this.#ports.places().map((place) => firstRow(place, this.#concern(place), facts, now)),
      };
      if (!this.#journal.begin(run).ok) {
        this.#later(() => this.start(facts));
        return;
      }
      log('places run', { rows: run.rows.length });
      for (const row of run.rows) if (row.provedAt !== null) this.#tick([row.place.id]);
    }
    this.continue();
  }

  /** Does what is due. Safe to call at any time. */
  continue(): void {
    const run = this.#journal.current();
    if (this.#isStopped || run === null || run.endedAt !== null) return;
    if (this.#keys === null) {
      void this.#open(run);
      return;
    }
    this.#startUpdates(run, this.#keys);
    this.#startHooks(run, this.#keys);
    this.#startChecks(run, this.#keys);
    if (this.#busy.size === 0 && run.rows.every(isEnded)) this.#end(run, this.#keys);
  }

  /** Tries a place again that ended without success: from where it failed. */
  retry(placeId: string): Promise<Result<void>> {
    return this.#decide(placeId, (row) => {
      if (!isEnded(row) || row.state === 'done') return null;
      // It has the key: what failed was its hook or its check.
      if (row.provedAt !== null) return { state: 'proved' };
      const now = this.#ports.places().find(({ id }) => id === placeId) ?? row.place;
      const by = now.update?.by ?? 'hand';
      if (by === 'gateway') return { ...throughGateway(this.#concern(now), this.#ports.clock.now()), place: now };
      return by === 'hand' ? null : { state: 'waiting', place: now };
    });
  }

  skip(placeId: string, reason: string): Promise<Result<void>> {
    return this.#decide(placeId, (row) => (row.state === 'done' ? null : { state: 'skipped', reason }));
  }

  /** The user does it. */
  byHand(placeId: string): Promise<Result<void>> {
    return this.#decide(placeId, (row) => (row.provedAt === null ? { state: 'manual' } : null));
  }

  /** The network is back, the keyring may be open, or there is room on the disk: tries again. */
  wake(): void {
    this.#journal.retry();
    this.continue();
  }

  /** Starts nothing more. An act under way is not journalled as done, and is checked when the run continues. */
  stop(): void {
    this.#isStopped = true;
    this.#keys = null;
    this.#cancelTimer();
    this.#journal.stop();
  }

  #concern(place: Place): Concern | null {
    return concernOf(place, this.#ports.gateway.facts(), this.#ports.clock.now());
  }

  async #decide(placeId: string, change: (row: StoredRow) => RowChange | null): Promise<Result<void>> {
    const run = this.#journal.current();
    const row = run?.rows.find(({ place }) => place.id === placeId);
    if (!run || row === undefined || this.#busy.has(placeId)) return failed({ kind: 'not-now' });
    const wanted = change(row);
    if (wanted === null) return failed({ kind: 'not-now' });
    this.#busy.add(placeId);
    const isWritten = await this.#journal.record(run, [placeId], { problem: undefined, output: undefined, ...wanted });
    this.#busy.delete(placeId);
    if (isWritten && typeof wanted.provedAt === 'number') this.#tick([placeId]);
    this.continue();
    return isWritten ? ok(undefined) : failed({ kind: 'cancelled' });
  }

  /** Reads both keys from the vault; tries again later where the new one cannot be read now. */
  async #open(run: StoredRun): Promise<void> {
    if (this.#isOpening) return;
    this.#isOpening = true;
    const { textOf } = this.#ports;
    const next = await textOf(run.newFingerprint);
    const old = run.oldFingerprint === null ? null : await textOf(run.oldFingerprint);
    this.#isOpening = false;
    const current = this.#journal.current();
    if (this.#isStopped || current === null) return;
    // The old key may only be locked away for now; gone for good, places are left to the user.
    const isOldLater = old !== null && !old.ok && !['key-missing', 'key-unreadable'].includes(old.problem.kind);
    if (!isSame(current, run)) this.continue();
    else if (!next.ok) this.#wait(next.problem);
    else if (isOldLater) this.#wait(old.problem);
    else {
      this.#problem = null;
      this.#keys = { old: old?.ok === true ? old.value : null, next: next.value };
      this.continue();
    }
  }

  #wait(problem: Problem): void {
    this.#problem = problem;
    this.#ports.onChange();
    this.#later(() => this.continue());
  }

  #later(run: () => void): void {
    this.#cancelTimer();
    this.#cancelTimer = this.#ports.clock.after(AGAIN, run);
  }

  #startUpdates(run: StoredRun, keys: RunKeys): void {
    for (const row of run.rows.filter(isUpdating)) {
      if (this.#busy.size >= MOST_AT_ONCE) return;
      this.#do(run, [row], (record) => update(this.#steps, row, keys, record));
    }
  }

  #startHooks(run: StoredRun, keys: RunKeys): void {
    for (const group of hookGroups(run.rows)) {
      if (group.some(({ place }) => this.#busy.has(place.id))) continue;
      const due = dueForHook(group);
      if (due.length > 0) this.#do(run, due, (record) => restart(this.#steps, due, keys, record));
    }
  }

  #startChecks(run: StoredRun, keys: RunKeys): void {
    for (const row of run.rows.filter(isDueForCheck)) {
      this.#do(run, [row], (record) => check(this.#steps, row, keys, record));
    }
  }

  /** Runs a step for rows of which none is busy; then what follows from it. */
  #do(
    run: StoredRun,
    rows: StoredRow[],
    step: (record: (change: RowChange) => Promise<boolean>) => Promise<void>,
  ): void {
    const ids = rows.map(({ place }) => place.id);
    if (ids.some((id) => this.#busy.has(id))) return;
    for (const id of ids) this.#busy.add(id);
    void this.#finish(run, ids, step);
  }

  async #finish(
    run: StoredRun,
    ids: string[],
    step: (record: (change: RowChange) => Promise<boolean>) => Promise<void>,
  ): Promise<void> {
    const record = (change: RowChange) => this.#journal.record(run, ids, change);
    try {
      await step(record);
    } catch (error) {
      this.#ports.log('places trouble', { rows: ids.length, ...errorFacts(error) });
      await record({ state: 'blocked', problem: { kind: 'internal' } });
    }
    for (const id of ids) this.#busy.delete(id);
    this.continue();
  }

  /** The rotation's journal is written for each tick: those that come together are one. */
  #tick(placeIds: readonly string[]): void {
    if (this.#ticks.push(...placeIds) > placeIds.length) return;
    this.#ports.soon(() => this.#ports.tick(this.#ticks.splice(0)));
  }

  #end(run: StoredRun, { old }: RunKeys): void {
    if (!this.#journal.end(run, this.#ports.clock.now())) {
      this.#later(() => this.continue());
      return;
    }
    this.#keys = null;
    this.#ports.log('places run ended', { rows: run.rows.length });
    this.#ports.onEnd(old);
  }
}
