// Jobs on many sub-accounts, and the emergency stop: the jobs of the account that is shown, of which one runs at a
// time.
import type { BulkChange, BulkRow, BulkView } from '../../model/bulk/bulk';
import type { Clock } from '../../model/clock';
import { failed, ok, type Result } from '../../model/problem';
import type { SubAccountSelection } from '../../model/bulk/sub-account-selection';
import { type AccountJobs, createAccountJobs, type JobsAccount } from './jobs/account-jobs';
import { missingPart, type Wanted } from './rows/change';
import { canResume, createJob, isRunning, type Job, type JobSlot, jobView } from './jobs/job';
import { createJobRunner, type JobRunner, type JobRunnerOptions } from './job-runner';
import type { JobStore } from './jobs/job-store';
import { createPreviews, type Preview, type Previews } from './preview';
import { createViewPublisher } from './view-publisher';

export interface BulkOptions {
  clock: Clock;
  newId(): string;
  /** Whose sub-accounts are shown: account and address; null: not known. */
  owner(): string | null;
  /** Whether requests are possible now. */
  hasKey(): boolean;
  /** Where the jobs are stored. */
  store: JobStore;
  readPage: JobRunnerOptions['readPage'];
  write(id: number, value: Wanted): Promise<Result<void>>;
  subAccounts: Pick<JobRunnerOptions, 'inTurn' | 'confirmedSince' | 'confirmed'> & {
    /** Brings what was confirmed into the state. */
    showConfirmed(): void;
    usernameOf(id: number): string | undefined;
  };
  /** Reads the figures again soon. */
  readAgain(): void;
  publish(view: BulkView): void;
}

export interface Bulk {
  /** Reads what would change; sends no write. A start of the same within a minute uses these rows. */
  preview(selection: SubAccountSelection, change: BulkChange): Promise<Result<Preview>>;
  /** Stops reading a preview that is no longer needed. */
  cancelPreview(): void;
  /** Fails with work-under-way while another job runs, or one was interrupted and is neither resumed, undone nor dismissed. */
  start(selection: SubAccountSelection, change: BulkChange): Result<void>;
  /** Ends what runs after the write that is on its way. */
  cancel(): Result<void>;
  /** Resumes what was cancelled or interrupted, or checks rows whose state is not known. */
  resume(): Result<void>;
  /** Restores what the job changed. */
  undo(): Result<void>;
  /**
   * Removes a job that does not run; an emergency stop only if it has nothing to restore. Without a slot: the window's job, else
   * the emergency stop.
   */
  dismiss(slot?: JobSlot): Result<void>;
  rows(query: { job: JobSlot; offset: number; limit: number }): Result<{ rows: BulkRow[]; total: number }>;
  /** Disables every sub-account; another job is cancelled for it. Started again, it disables what was enabled since. */
  panic(): Promise<Result<void>>;
  /** Enables those that the emergency stop disabled. */
  restore(): Result<void>;
  view(): BulkView;
  /** Another account may be shown: loads its jobs. */
  syncAccount(): void;
  /** The key has changed: what runs is interrupted. */
  reset(): void;
  /** The application ends: what runs is interrupted, and stored. */
  stop(): void;
}

const notNow = failed({ kind: 'not-now' });

/** The jobs over one session. */
export function createBulk(options: BulkOptions): Bulk {
  const { clock, subAccounts } = options;
  const jobs = createAccountJobs(options.owner, options.store);
  const publisher = createViewPublisher(clock, () => {
    subAccounts.showConfirmed();
    options.publish(view());
  });
  const previews = createPreviews({
    clock,
    readPage: options.readPage,
    nameOf: subAccounts.usernameOf,
    changed: publisher.publishSoon,
  });
  const { readPage, write, readAgain } = options;
  const { inTurn, confirmedSince, confirmed, usernameOf: nameOf } = subAccounts;
  const runner = createJobRunner(
    { clock, readPage, write, readAgain, inTurn, confirmedSince, confirmed, nameOf },
    publisher,
  );

  function view(): BulkView {
    const [bulk, panic] = [jobs.get('bulk'), jobs.get('panic')];
    return {
      bulk: bulk === null ? null : jobView(bulk),
      panic: panic === null ? null : jobView(panic),
      previewing: previews.progress(),
    };
  }

  function interrupt(): void {
    previews.reset();
    runner.kill();
  }

  function syncAccount(): void {
    if (!jobs.isOutdated()) return;
    interrupt();
    jobs.load();
    publisher.publishNow();
  }

  const context: BulkContext = {
    jobs,
    runner,
    previews,
    syncAccount,
    hasKey: options.hasKey,
    newJob: (slot, change) => createJob(slot, { id: options.newId(), change, startedAt: clock.now() }),
  };

  return {
    ...windowCommands(context),
    ...panicCommands(context),
    ...jobCommands(context, publisher.publishNow),
    view,
    syncAccount: syncAccount,
    reset() {
      interrupt();
      syncAccount();
      publisher.publishNow();
    },
    stop() {
      interrupt();
      publisher.stop();
    },
  };
}

/** What the commands work with. */
interface BulkContext {
  jobs: AccountJobs;
  runner: JobRunner;
  previews: Previews;
  syncAccount(): void;
  hasKey(): boolean;
  newJob(slot: JobSlot, change: BulkChange): Job;
}

/** The account on which a job can start, or why none can. */
function begin({ jobs, runner, syncAccount, hasKey }: BulkContext): Result<JobsAccount> {
  syncAccount();
  if (!hasKey()) return failed({ kind: 'key-missing' });
  if (runner.isRunning()) return failed({ kind: 'work-under-way' });
  const account = jobs.account();
  return account === null ? notNow : ok(account);
}

/** Restores what a job changed. */
function undo(context: BulkContext, slot: JobSlot): Result<void> {
  const account = begin(context);
  if (!account.ok) return account;
  const job = context.jobs.get(slot);
  if (job === null) return notNow;
  job.direction = 'undo';
  context.runner.start(job, { does: 'due' }, account.value);
  return ok(undefined);
}

/** Commands of the account window's job. */
function windowCommands(context: BulkContext): Pick<Bulk, 'preview' | 'cancelPreview' | 'start' | 'undo' | 'resume'> {
  const { jobs, runner, previews } = context;
  /** What the last job was started on: a resume that must still find rows needs it. */
  let started: SubAccountSelection | null = null;

  return {
    async preview(selection, change) {
      const missing = missingPart(change);
      if (missing !== null) return failed({ kind: 'bad-input', field: missing });
      context.syncAccount();
      if (!context.hasKey()) return failed({ kind: 'key-missing' });
      return previews.read(selection, context.newJob('bulk', change));
    },
    cancelPreview: previews.cancel,
    start(selection, change) {
      const missing = missingPart(change);
      if (missing !== null) return failed({ kind: 'bad-input', field: missing });
      const account = begin(context);
      if (!account.ok) return account;
      if (jobs.get('bulk')?.phase === 'interrupted') return failed({ kind: 'work-under-way' });
      const previewed = previews.take(selection, change);
      const job = previewed?.job ?? context.newJob('bulk', change);
      jobs.set(job);
      started = selection;
      const pass =
        previewed === null
          ? ({ does: 'gather', selection } as const)
          : ({ does: 'gathered', at: previewed.at } as const);
      runner.start(job, pass, account.value);
      return ok(undefined);
    },
    undo: () => undo(context, 'bulk'),
    resume() {
      const account = begin(context);
      if (!account.ok) return account;
      const job = [jobs.get('bulk'), jobs.get('panic')].find((one) => one !== null && canResume(one)) ?? null;
      if (job === null) return notNow;
      if (job.slot === 'panic' && job.direction === 'apply') runner.start(job, { does: 'panic' }, account.value);
      else if (job.isComplete) runner.start(job, { does: 'due' }, account.value);
      else if (started !== null) runner.start(job, { does: 'gather', selection: started }, account.value);
      else return notNow;
      return ok(undefined);
    },
  };
}

function panicCommands(context: BulkContext): Pick<Bulk, 'panic' | 'restore'> {
  const { jobs, runner } = context;
  return {
    async panic() {
      context.syncAccount();
      const running = jobs.get('panic');
      if (running !== null && isRunning(running)) return running.direction === 'apply' ? ok(undefined) : notNow;
      await runner.cancel();
      const account = begin(context);
      if (!account.ok) return account;
      const earlier = jobs.get('panic');
      // Those that could not be restored are off because of the earlier one, so that continues.
      const continues = earlier !== null && (earlier.phase !== 'undone' || earlier.rows.count('undo-refused') > 0);
      const job = continues ? earlier : context.newJob('panic', { does: 'disable' });
      job.direction = 'apply';
      job.isComplete = false;
      jobs.set(job);
      runner.start(job, { does: 'panic' }, account.value);
      return ok(undefined);
    },
    restore: () => undo(context, 'panic'),
  };
}

/** Commands of either job. `publish` shows a job that was removed. */
function jobCommands(context: BulkContext, publish: () => void): Pick<Bulk, 'cancel' | 'dismiss' | 'rows'> {
  const { jobs, runner } = context;
  return {
    cancel() {
      if (!runner.isRunning()) return notNow;
      void runner.cancel();
      return ok(undefined);
    },
    dismiss(wanted) {
      context.syncAccount();
      const slot = wanted ?? (jobs.get('bulk') === null ? 'panic' : 'bulk');
      const job = jobs.get(slot);
      if (job === null || isRunning(job) || jobs.account() === null) return notNow;
      if (slot === 'panic' && job.phase !== 'undone' && job.rows.toRestore() > 0) return notNow;
      jobs.remove(slot);
      publish();
      return ok(undefined);
    },
    rows: ({ job, offset, limit }) => ok(jobs.get(job)?.rows.page(offset, limit) ?? { rows: [], total: 0 }),
  };
}
