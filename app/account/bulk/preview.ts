// What a change would do, before it is made: rows are read and nothing is sent. A start soon after uses the rows as they were shown.
import type { BulkChange, BulkRow, BulkView } from '../../model/bulk/bulk';
import type { Clock } from '../../model/clock';
import { failed, ok, type Result } from '../../model/problem';
import type { SubAccountSelection } from '../../model/bulk/sub-account-selection';
import { pause } from '../../async/pause';
import { collectRows, type CollectRowsOptions } from './run/collect-rows';
import type { Job } from './jobs/job';
import type { ReadRowsOptions } from './rows/read-rows';

export interface Preview {
  total: number;
  /** Rows that need it. */
  changes: number;
  /** The first ones; those that would change come first. */
  rows: BulkRow[];
  /** Rows that match and could not be read. */
  unread: number;
  /** Rows that were returned although they do not match: they are left out. */
  unfit: number;
}

export interface Previews {
  /** Reads a preview. It replaces the one before, which fails with `cancelled`. */
  read(selection: SubAccountSelection, job: Job): Promise<Result<Preview>>;
  /** The rows of the last preview, and when (ms) they were requested, if it was the same and not long ago. They are returned once. */
  take(selection: SubAccountSelection, change: BulkChange): { job: Job; at: number } | null;
  /** How far the preview is that is being read. */
  progress(): BulkView['previewing'];
  /** Stops reading; what was read by an earlier preview stays usable. */
  cancel(): void;
  /** Stops reading and removes what was read, without calling `changed`. */
  reset(): void;
}

export interface PreviewsOptions {
  clock: Clock;
  readPage(change: BulkChange, ...of: Parameters<ReadRowsOptions['readPage']>): ReturnType<ReadRowsOptions['readPage']>;
  nameOf(id: number): string | undefined;
  /** `progress` changed. */
  changed(): void;
}

/** Rows of a preview that are shown. */
const SHOWN = 200;
/** How long a start uses the rows of a preview (ms). */
const GOOD_FOR = 60_000;

const questionOf = (selection: SubAccountSelection, change: BulkChange) => JSON.stringify([selection, change]);

/** One preview at a time; nothing is written. */
export function createPreviews({ clock, readPage, nameOf, changed }: PreviewsOptions): Previews {
  let running: { controller: AbortController; job: Job; total: number | null } | null = null;
  let done: { question: string; job: Job; at: number } | null = null;

  function stop(): void {
    running?.controller.abort();
    running = null;
  }
  function reset(): void {
    stop();
    done = null;
  }

  return {
    async read(selection, job) {
      reset();
      const mine = { controller: new AbortController(), job, total: null as number | null };
      const { signal } = mine.controller;
      running = mine;
      changed();
      const at = clock.now();
      const options: CollectRowsOptions = {
        readPage: (...of) => readPage(job.change, ...of),
        now: clock.now,
        wait: (ms) => pause(clock, ms, signal),
        waiting: () => undefined,
        nameOf,
        changed(total) {
          mine.total = total;
          changed();
        },
      };
      const read = await collectRows(job, selection, options, signal);
      if (signal.aborted) return failed({ kind: 'cancelled' });
      running = null;
      changed();
      if (!read.ok) return read;
      done = { question: questionOf(selection, job.change), job, at };
      const { rows, total } = job.rows.page(0, SHOWN);
      return ok({ total, changes: job.rows.count('waiting'), rows, unread: job.unread.count, unfit: job.unfit });
    },
    take(selection, change) {
      const found = done;
      reset();
      if (found === null || found.question !== questionOf(selection, change)) return null;
      const age = clock.now() - found.at;
      return age >= 0 && age < GOOD_FOR ? found : null;
    },
    progress: () => (running === null ? null : { read: running.job.rows.all().length, total: running.total }),
    cancel() {
      if (running === null) return;
      stop();
      changed();
    },
    reset,
  };
}
