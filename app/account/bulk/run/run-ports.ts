// What a run over a job needs from outside, and what kinds of run there are.
import type { Clock } from '../../../model/clock';
import type { Result } from '../../../model/problem';
import type { SubAccountSelection } from '../../../model/bulk/sub-account-selection';
import type { Wanted } from '../rows/change';
import type { ReadRowsOptions } from '../rows/read-rows';

export interface RunPorts {
  clock: Clock;
  readPage: ReadRowsOptions['readPage'];
  write(id: number, value: Wanted): Promise<Result<void>>;
  /** Runs `task` after everything that is being sent about this sub-account, and before what comes later. */
  inTurn<T>(id: number, task: () => Promise<T>): Promise<T>;
  /** Whether it was switched since `since` (ms), and to what. */
  confirmedSince(id: number, since: number): boolean | undefined;
  /** What 9Proxy confirmed; null: no longer known. */
  confirmed(id: number, enabled: boolean | null): void;
  nameOf(id: number): string | undefined;
  /** The job changed. */
  changed(): void;
  keyRefused(): void;
}

/**
 * `gather`: a new job's rows are found first. `gathered`: they were found at that moment (ms). `panic`: all sub-accounts, switched while they
 * are read. `due`: what an earlier run left, in the job's own direction; its rows are read again.
 */
export type Pass =
  | { does: 'gather'; selection: SubAccountSelection }
  | { does: 'gathered'; at: number }
  | { does: 'panic' }
  | { does: 'due' };
