// A look at what a change would do, before it is done: rows are read and nothing is sent. What was seen can be applied as it was seen.
// It must not: keep anything on disk.
import { failed, ok, type Result } from '../../model/problem';
import type { Clock } from '../../model/clock';
import { collectRows, type Which } from './collect-rows';
import type { Job } from './job';
import type { ReadRowsOptions } from './read-rows';
import type { BulkChange, BulkRow, BulkView } from '../../model/bulk';
import { pause } from './async-event';

export interface Preview {
  total: number;
  /** Rows that need it. */
  changes: number;
  /** The first ones, those that change before the others. */
  rows: BulkRow[];
  /** Rows that match and could not be read. */
  unread: number;
  /** Rows that the vendor returned though they do not match: they are left out. */
  unfit: number;
}

export interface Previews {
  /** A new look calls the older one off (`cancelled`). */
  look(which: Which, job: Job): Promise<Result<Preview>>;
  /** The rows of the last look, with the moment (ms) they are of, if it was at the same and not long ago. They are given once. */
  take(which: Which, change: BulkChange): { job: Job; at: number } | null;
  /** How far the look is that is under way. */
  looking(): BulkView['looking'];
  /** Stops a look that is under way; what an earlier one saw stays good. */
  cancel(): void;
  /** Stops it and forgets what was seen; `changed` is not told. */
  reset(): void;
}

export interface PreviewsOptions {
  clock: Clock;
  readPage(change: BulkChange, ...of: Parameters<ReadRowsOptions['readPage']>): ReturnType<ReadRowsOptions['readPage']>;
  nameOf(id: number): string | undefined;
  /** `looking` is another now. */
  changed(): void;
}

/** Rows of a preview that are shown. */
const SHOWN = 200;
/** How long rows that were looked at are what a start goes by (ms). */
const GOOD_FOR = 60_000;

const questionOf = (which: Which, change: BulkChange) => JSON.stringify([which, change]);

/** Looks at what a change would make of the rows, one look at a time; nothing is written. */
export function createPreviews({ clock, readPage, nameOf, changed }: PreviewsOptions): Previews {
  let looking: { calledOff: AbortController; job: Job; total: number | null } | null = null;
  let seen: { question: string; job: Job; at: number } | null = null;

  function stop(): void {
    looking?.calledOff.abort();
    looking = null;
  }
  function reset(): void {
    stop();
    seen = null;
  }

  return {
    async look(which, job) {
      reset();
      const mine = { calledOff: new AbortController(), job, total: null as number | null };
      const { signal } = mine.calledOff;
      looking = mine;
      changed();
      const at = clock.now();
      const options = {
        readPage: (...of: Parameters<ReadRowsOptions['readPage']>) => readPage(job.change, ...of),
        now: clock.now,
        wait: (ms: number, calledOff: AbortSignal) => pause(clock, ms, calledOff),
        waiting: () => undefined,
        nameOf,
        changed(total: number | null) {
          mine.total = total;
          changed();
        },
      };
      const read = await collectRows(job, which, options, signal);
      if (signal.aborted) return failed({ kind: 'cancelled' });
      looking = null;
      changed();
      if (!read.ok) return read;
      seen = { question: questionOf(which, job.change), job, at };
      const { rows, total } = job.page(0, SHOWN);
      return ok({ total, changes: job.count('w'), rows, unread: job.unread.count, unfit: job.unfit });
    },
    take(which, change) {
      const found = seen;
      reset();
      if (found === null || found.question !== questionOf(which, change)) return null;
      const age = clock.now() - found.at;
      return age >= 0 && age < GOOD_FOR ? found : null;
    },
    looking: () => (looking === null ? null : { read: looking.job.rows.length, total: looking.total }),
    cancel() {
      if (looking === null) return;
      stop();
      changed();
    },
    reset,
  };
}
