// Runs one job at a time.
import type { BulkChange } from '../../model/bulk/bulk';
import type { JobsAccount } from './jobs/account-jobs';
import type { Job } from './jobs/job';
import { createJobRecorder } from './jobs/job-recorder';
import type { ReadRowsOptions } from './rows/read-rows';
import { type Run, runJob } from './run/run';
import type { Pass, RunPorts } from './run/run-ports';
import type { ViewPublisher } from './view-publisher';

export interface JobRunnerOptions extends Omit<RunPorts, 'readPage' | 'changed' | 'keyRefused'> {
  /** One page; `change` decides which value of a row is meant. */
  readPage(change: BulkChange, ...of: Parameters<ReadRowsOptions['readPage']>): ReturnType<ReadRowsOptions['readPage']>;
  /** Reads the figures again soon. */
  readAgain(): void;
}

export interface JobRunner {
  isRunning(): boolean;
  start(job: Job, pass: Pass, account: JobsAccount): void;
  /** Ends what runs after the write that is on its way; resolves at its end. */
  cancel(): Promise<void>;
  /** Ends what runs now. */
  kill(): void;
}

/** `publisher` publishes each change of the job that runs. */
export function createJobRunner(options: JobRunnerOptions, publisher: ViewPublisher): JobRunner {
  let run: Run | null = null;

  function ended(job: Job, { owner, store }: JobsAccount): void {
    run = null;
    // An emergency stop that is completely restored is over, also after a restart.
    const isRestored = job.phase === 'undone' && job.rows.count('undo-refused') === 0;
    if (job.slot === 'panic' && isRestored) store.save(owner, 'panic', null);
    publisher.publishNow();
    options.readAgain();
  }

  return {
    isRunning: () => run !== null,
    start(job, pass, account) {
      job.problem = null;
      job.stillOn = 0;
      job.mayBeOn = 0;
      job.phase = pass.does === 'gather' ? 'gathering' : job.direction === 'apply' ? 'running' : 'undoing';
      const ports: RunPorts = {
        ...options,
        readPage: (...of) => options.readPage(job.change, ...of),
        changed: publisher.publishSoon,
        keyRefused: options.readAgain,
      };
      const mine = runJob(job, pass, ports, createJobRecorder(job, account.store, account.owner));
      run = mine;
      publisher.publishNow();
      void mine.over.then(() => {
        if (run === mine) ended(job, account);
      });
    },
    async cancel() {
      run?.cancel();
      await run?.over;
    },
    kill() {
      run?.kill();
      run = null;
    },
  };
}
