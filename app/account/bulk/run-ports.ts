// What a pass over a job needs of the world, and what it is. Types only.
// It must not: do anything.
import type { Result } from '../../model/problem';
import type { Clock } from '../../model/clock';
import type { Wanted } from './change';
import type { Which } from './collect-rows';
import type { Job } from './job';
import type { ReadRowsOptions } from './read-rows';

export interface RunPorts {
  clock: Clock;
  readPage: ReadRowsOptions['readPage'];
  write(id: number, value: Wanted): Promise<Result<void>>;
  /** Runs after what else is sent about this sub-account, and before what comes later. */
  inTurn<T>(id: number, task: () => Promise<T>): Promise<T>;
  /** Whether it was switched since `since` (ms), and to what. */
  confirmedSince(id: number, since: number): boolean | undefined;
  /** What the vendor confirmed; null: not known any more. */
  confirmed(id: number, enabled: boolean | null): void;
  nameOf(id: number): string | undefined;
  /** Resolves when the two below write to the disk. */
  ready(): Promise<Result<void>>;
  keep(job: Job): Result<void>;
  keepProgress(job: Job, announced: ReadonlySet<number>): Result<void>;
  /** The job is another now. */
  changed(): void;
  keyRefused(): void;
}

/**
 * `gather`: a new job's rows are found first. `gathered`: they were found at that moment (ms). `panic`: all sub-accounts, switched while they
 * are read. `due`: what a pass that did not end left, in the job's own direction; its rows are read again.
 */
export type Pass =
  | { does: 'gather'; which: Which }
  | { does: 'gathered'; at: number }
  | { does: 'panic' }
  | { does: 'due' };

export interface Run {
  over: Promise<void>;
  /** Ends it after the write that is out. */
  cancel(): void;
  /** Ends it now: an answer on its way changes nothing any more. */
  kill(): void;
}
