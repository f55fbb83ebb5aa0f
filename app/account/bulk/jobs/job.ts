// One job in memory, and what windows see of it. Changed in place by the run that works on it.
import type { BulkChange, BulkJob } from '../../../model/bulk/bulk';
import type { Problem } from '../../../model/problem';
import { createJobRows, type JobRows } from '../rows/job-rows';
import type { Direction } from '../rows/row-state';

/** `bulk`: the account window's job. `panic`: an emergency stop, all sub-accounts disabled by one action. */
export type JobSlot = 'bulk' | 'panic';

export interface Job {
  readonly id: string;
  readonly slot: JobSlot;
  readonly change: BulkChange;
  readonly startedAt: number;
  readonly rows: JobRows;
  /** The revision of the rows that was stored last; null: none was. */
  storedRevision: number | null;
  phase: BulkJob['phase'];
  direction: Direction;
  /** All rows were found. */
  isComplete: boolean;
  problem: Problem | null;
  /** At the end of an emergency stop: this many are on. */
  stillOn: number;
  /** At the end of an emergency stop: this many may be on, as they could not be read or their status is not reported. */
  mayBeOn: number;
  /** Rows that match and could not be read; at the end of an emergency stop, rows of the list of what is on. */
  unread: { count: number; names: string[] };
  /** Rows that were returned although they do not match. They are not in the job. */
  unfit: number;
}

/** A job that has no rows yet. */
export function createJob(slot: JobSlot, { id, change, startedAt }: Pick<Job, 'id' | 'change' | 'startedAt'>): Job {
  return {
    id,
    slot,
    change,
    startedAt,
    rows: createJobRows(),
    storedRevision: null,
    phase: 'gathering',
    direction: 'apply',
    isComplete: false,
    problem: null,
    stillOn: 0,
    mayBeOn: 0,
    unread: { count: 0, names: [] },
    unfit: 0,
  };
}

/** Whether requests are being sent for it. */
export function isRunning({ phase }: Job): boolean {
  return phase === 'gathering' || phase === 'running' || phase === 'undoing';
}

/** Whether it was cancelled or interrupted, or has rows whose state is not known. */
export function canResume(job: Job): boolean {
  if (isRunning(job)) return false;
  if (job.phase === 'cancelled' || job.phase === 'interrupted') return true;
  return job.rows.count('unknown', 'undo-unknown') > 0;
}

/** The job as windows see it. */
export function jobView(job: Job): BulkJob {
  const { rows } = job;
  return {
    id: job.id,
    change: job.change,
    phase: job.phase,
    startedAt: job.startedAt,
    total: rows.all().length,
    counts: {
      waiting: rows.count('waiting'),
      changed: rows.count('changed', 'left'),
      same: rows.count('same'),
      refused: rows.count('refused', 'undo-refused'),
      unknown: rows.count('unknown', 'undo-unknown'),
      undone: rows.count('undone'),
    },
    toRestore: rows.toRestore(),
    ...nonZero({ unknownBefore: rows.countWithoutBefore('changed', 'left') }),
    ...panicResult(job),
    ...(job.direction === 'undo' ? { back: true } : {}),
    ...(job.problem === null ? {} : { problem: job.problem }),
  };
}

/** What is known of rows that are on, or that could not be read. */
export function panicResult({ stillOn, mayBeOn, unread }: Job): Pick<BulkJob, 'stillOn' | 'mayBeOn' | 'unread'> {
  return { ...nonZero({ stillOn, mayBeOn }), ...(unread.count > 0 ? { unread } : {}) };
}

function nonZero<Name extends string>(counts: Record<Name, number>): Partial<Record<Name, number>> {
  const entries = Object.entries<number>(counts).filter(([, count]) => count > 0);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- some of the same names
  return Object.fromEntries(entries) as Partial<Record<Name, number>>;
}
