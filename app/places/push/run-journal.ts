// Writes what becomes of each place in a run, before the act that follows from it. Changes that come within some milliseconds are one write.
import type { Clock } from '../../model/clock';
import type { Problem, Result } from '../../model/problem';
import type { StoredDocument } from '../../settings/document/document';
import type { PlacesPorts } from '../ports';
import { type RunContent, type StoredRow, type StoredRun, withRun } from '../documents/run-document';

export type RowChange = Partial<Omit<StoredRow, 'at'>> & Pick<StoredRow, 'state'>;

/** After a failed write the next one is tried after this long (ms). */
const AGAIN = 10_000;
/** As many rows at once. */
const MOST_ROWS = 50;

interface Waiting {
  run: StoredRun;
  placeIds: readonly string[];
  change: RowChange;
  resolve: (isWritten: boolean) => void;
}

export interface RunJournalOptions {
  runs: StoredDocument<RunContent>;
  clock: Clock;
  soon: PlacesPorts['soon'];
  /** Called after each change of the run or of `problem`. */
  onChange(): void;
}

export class RunJournal {
  readonly #options: RunJournalOptions;
  #waiting: Waiting[] = [];
  #isFlushing = false;
  #problem: Problem | null = null;
  #cancelTimer = (): void => undefined;
  #isStopped = false;

  constructor(options: RunJournalOptions) {
    this.#options = options;
  }

  content(): RunContent {
    return this.#options.runs.read();
  }

  current(): StoredRun | null {
    return this.content().current;
  }

  /** Why the last write failed; null once one succeeded. */
  get problem(): Problem | null {
    return this.#problem;
  }

  /** Makes this run the current one. On a failure nothing has changed. */
  begin(run: StoredRun): Result<void> {
    return this.#write(withRun(this.content(), run));
  }

  /** Changes the run itself. False: it could not be written, or is no longer the current one. */
  end(run: StoredRun, endedAt: number | null): boolean {
    const current = this.current();
    if (current === null || !isSame(current, run)) return false;
    return this.#write({ ...this.content(), current: { ...current, endedAt } }).ok;
  }

  /**
   * Records the same change for these places. True when it is on disk. Waits, and tries again, while the disk takes nothing; false when the
   * run is no longer the current one, or after `stop`: then no act may follow.
   */
  record(run: StoredRun, placeIds: readonly string[], change: RowChange): Promise<boolean> {
    if (this.#isStopped) return Promise.resolve(false);
    return new Promise((resolve) => {
      this.#waiting.push({ run, placeIds, change, resolve });
      this.#flushSoon();
    });
  }

  /** Tries a failed write again now. */
  retry(): void {
    if (this.#waiting.length > 0) this.#flushSoon();
  }

  /** Nothing is recorded after this. */
  stop(): void {
    this.#isStopped = true;
    this.#cancelTimer();
    for (const { resolve } of this.#waiting.splice(0)) resolve(false);
  }

  #flushSoon(): void {
    if (this.#isFlushing) return;
    this.#isFlushing = true;
    this.#options.soon(() => {
      this.#isFlushing = false;
      this.#flush();
    });
  }

  #flush(): void {
    if (this.#isStopped) return;
    this.#cancelTimer();
    const { current } = this.content();
    const isOver = ({ run }: Waiting) => current === null || !isSame(current, run);
    for (const { resolve } of this.#waiting.filter(isOver)) resolve(false);
    this.#waiting = this.#waiting.filter((one) => !isOver(one));
    const batch = this.#waiting.slice(0, MOST_ROWS);
    if (current === null || batch.length === 0) return;
    const at = this.#options.clock.now();
    const rows = current.rows.map((row) =>
      batch.reduce(
        (now, { placeIds, change }) => (placeIds.includes(row.place.id) ? { ...now, ...change, at } : now),
        row,
      ),
    );
    if (!this.#write({ ...this.content(), current: { ...current, rows, endedAt: null } }).ok) {
      this.#cancelTimer = this.#options.clock.after(AGAIN, () => this.retry());
      return;
    }
    this.#waiting = this.#waiting.slice(batch.length);
    for (const { resolve } of batch) resolve(true);
    if (this.#waiting.length > 0) this.#flushSoon();
  }

  #write(next: RunContent): Result<void> {
    const { runs, onChange } = this.#options;
    const before = runs.read();
    const written = runs.write(next);
    // After a failed write the content is again what the disk has.
    if (!written.ok) runs.write(before);
    this.#problem = written.ok ? null : written.problem;
    onChange();
    return written;
  }
}

/** Whether both are about the same new key: a rotation may receive another one. */
export function isSame(one: StoredRun, other: StoredRun): boolean {
  return one.rotationId === other.rotationId && one.newFingerprint === other.newFingerprint;
}
