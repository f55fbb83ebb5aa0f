// Work on many sub-accounts at once, and the panic: the jobs of the account in view, one of which runs at a time.
// It must not: send by itself (run.ts), or keep anything of the demo.
import { failed, ok, type Result } from '../../model/problem';
import type { Clock } from '../../model/clock';
import { missingPart, type Wanted } from './change';
import type { Which } from './collect-rows';
import { createJob, type Job, type Progress, type Slot } from './job';
import { createPreviews, type Preview } from './preview';
import type { ReadRowsOptions } from './read-rows';
import { runJob } from './run';
import type { Pass, Run, RunPorts } from './run-ports';
import type { JobStore } from './job-store';
import type { BulkChange, BulkRow, BulkView } from '../../model/bulk';

export interface BulkOptions {
  clock: Clock;
  newId(): string;
  /** Whose sub-accounts are in view: account and address; null: not known. */
  owner(): string | null;
  /** Whether anything can be asked now. */
  hasKey(): boolean;
  /** The profile folder's, or the demo's. */
  shelf(): JobStore;
  /** One page; `change` says which value of a row is meant. */
  readPage(change: BulkChange, ...of: Parameters<ReadRowsOptions['readPage']>): ReturnType<ReadRowsOptions['readPage']>;
  write(id: number, value: Wanted): Promise<Result<void>>;
  subAccounts: {
    inTurn<T>(id: number, task: () => Promise<T>): Promise<T>;
    confirmedSince(id: number, since: number): boolean | undefined;
    confirmed(id: number, enabled: boolean | null): void;
    /** Brings what was confirmed into the state. */
    showConfirmed(): void;
    usernameOf(id: number): string | undefined;
  };
  /** Reads the figures again soon. */
  readAgain(): void;
  publish(view: BulkView): void;
}

export interface Bulk {
  /** Reads what would change; sends nothing. A start of the same within a minute goes on with these rows. */
  preview(which: Which, change: BulkChange): Promise<Result<Preview>>;
  /** Nobody waits for what is read before a change any more: the reading stops. */
  cancelPreview(): void;
  /** Begins. work-under-way while another job runs, or one was interrupted and is neither gone on with, undone nor dismissed. */
  start(which: Which, change: BulkChange): Result<void>;
  /** Ends what runs after the write that is out. */
  cancel(): Result<void>;
  /** Goes on with what was cancelled or interrupted, or asks about what is not known; the rows are read first. */
  resume(): Result<void>;
  /** Puts back what the job changed. */
  undo(): Result<void>;
  /** Takes a job off that does not run, a panic only when there is nothing of it to restore. Without a name: the window's, else the panic. */
  dismiss(which?: Slot): Result<void>;
  rows(query: { job: Slot; offset: number; limit: number }): Result<{ rows: BulkRow[]; total: number }>;
  /** Disables every sub-account; another job is cancelled for it. Begun again, it disables what was enabled since. */
  panic(): Promise<Result<void>>;
  /** Enables those that the panic disabled. */
  restore(): Result<void>;
  view(): BulkView;
  /** The account in view may be another: its jobs are shown. */
  took(): void;
  /** The key is another: what runs is interrupted. */
  reset(): void;
  /** The application ends: what runs is interrupted, and written down. */
  stop(): void;
}

/** How often a running job is shown (ms). */
const SHOWN_EVERY = 250;

const notNow = failed({ kind: 'not-now' });
const isRunning = ({ phase }: Job) => phase === 'gathering' || phase === 'running' || phase === 'undoing';

/** The jobs over one session. */
export function createBulk(options: BulkOptions): Bulk {
  const { clock, newId, subAccounts, readAgain } = options;
  const previews = createPreviews({ clock, readPage: options.readPage, nameOf: subAccounts.usernameOf, changed });
  let shelf = options.shelf();
  let owner: string | null = null;
  let jobs: Record<Slot, Job | null> = { bulk: null, panic: null };
  let runs: Run | null = null;
  /** What a job whose rows are not all found was asked for. */
  let wanted: Which | null = null;
  let cancelShow: (() => void) | null = null;
  let isShown = true;

  const view = (): BulkView => ({
    bulk: jobs.bulk?.view() ?? null,
    panic: jobs.panic?.view() ?? null,
    looking: previews.looking(),
  });

  function show(): void {
    cancelShow?.();
    cancelShow = null;
    isShown = true;
    subAccounts.showConfirmed();
    options.publish(view());
  }

  /** At once, but not more often than a person can see. */
  function changed(): void {
    isShown = false;
    if (cancelShow !== null) return;
    show();
    cancelShow = clock.after(SHOWN_EVERY, () => {
      cancelShow = null;
      if (!isShown) changed();
    });
  }

  function halt(): void {
    previews.reset();
    runs?.kill();
    runs = null;
  }

  /** The jobs of the account in view. */
  function look(): void {
    const now = options.owner();
    if (now === owner && shelf === options.shelf()) return;
    halt();
    owner = now;
    shelf = options.shelf();
    const load = (slot: Slot): Job | null => {
      const kept = owner === null ? null : shelf.read(owner, slot);
      return kept === null ? null : createJob(slot, kept.job, kept.progress ?? beforeAnything);
    };
    jobs = { bulk: load('bulk'), panic: load('panic') };
    show();
  }

  function ports(job: Job, whose: string): RunPorts {
    const kept = shelf;
    return {
      clock,
      readPage: (...of: Parameters<ReadRowsOptions['readPage']>) => options.readPage(job.change, ...of),
      write: options.write,
      inTurn: subAccounts.inTurn,
      confirmedSince: subAccounts.confirmedSince,
      confirmed: subAccounts.confirmed,
      nameOf: subAccounts.usernameOf,
      ready: () => kept.ready(),
      keep: () => kept.keep(whose, job.slot, job.kept()),
      keepProgress: (_: Job, announced: ReadonlySet<number>) => kept.keepProgress(job.id, job.progress(announced)),
      changed,
      keyRefused: readAgain,
    };
  }

  function run(job: Job, pass: Pass, whose: string): void {
    job.problem = null;
    job.stillOn = 0;
    job.mayBeOn = 0;
    job.phase = pass.does === 'gather' ? 'gathering' : job.way === 'there' ? 'running' : 'undoing';
    const mine = runJob(job, pass, ports(job, whose));
    runs = mine;
    show();
    void mine.over.then(() => {
      if (runs !== mine) return;
      runs = null;
      // A panic that is wholly restored is over, also for the next start.
      if (job.slot === 'panic' && job.phase === 'undone' && job.count('x') === 0) shelf.keep(whose, 'panic', null);
      show();
      readAgain();
    });
  }

  /** Whose sub-accounts work can begin on, or why not. */
  function begin(): Result<string> {
    look();
    if (!options.hasKey()) return failed({ kind: 'key-missing' });
    if (runs !== null) return failed({ kind: 'work-under-way' });
    return owner === null ? notNow : ok(owner);
  }

  function putBack(slot: Slot): Result<void> {
    const whose = begin();
    if (!whose.ok) return whose;
    const job = jobs[slot];
    if (job === null) return notNow;
    job.way = 'back';
    run(job, { does: 'due' }, whose.value);
    return ok(undefined);
  }

  const newJob = (slot: Slot, change: BulkChange) =>
    createJob(slot, { id: newId(), change, startedAt: clock.now(), rows: [] }, null);

  const canResume = (job: Job) => {
    if (isRunning(job)) return false;
    if (job.phase === 'cancelled' || job.phase === 'interrupted') return true;
    return job.count('u', 'y') > 0;
  };

  return {
    async preview(which, change) {
      const missing = missingPart(change);
      if (missing !== null) return failed({ kind: 'bad-input', field: missing });
      look();
      return options.hasKey() ? previews.look(which, newJob('bulk', change)) : failed({ kind: 'key-missing' });
    },
    cancelPreview: previews.cancel,
    start(which, change) {
      const missing = missingPart(change);
      if (missing !== null) return failed({ kind: 'bad-input', field: missing });
      const whose = begin();
      if (!whose.ok) return whose;
      if (jobs.bulk?.phase === 'interrupted') return failed({ kind: 'work-under-way' });
      const seen = previews.take(which, change);
      const job = seen?.job ?? newJob('bulk', change);
      jobs.bulk = job;
      wanted = which;
      run(job, seen === null ? { does: 'gather', which } : { does: 'gathered', at: seen.at }, whose.value);
      return ok(undefined);
    },
    cancel() {
      if (runs === null) return notNow;
      runs.cancel();
      return ok(undefined);
    },
    resume() {
      const whose = begin();
      if (!whose.ok) return whose;
      const job = [jobs.bulk, jobs.panic].find((one) => one !== null && canResume(one)) ?? null;
      if (job === null) return notNow;
      if (job.slot === 'panic' && job.way === 'there') run(job, { does: 'panic' }, whose.value);
      else if (job.whole) run(job, { does: 'due' }, whose.value);
      else if (wanted !== null) run(job, { does: 'gather', which: wanted }, whose.value);
      else return notNow;
      return ok(undefined);
    },
    undo: () => putBack('bulk'),
    dismiss(which) {
      look();
      const slot = which ?? (jobs.bulk === null ? 'panic' : 'bulk');
      const job = jobs[slot];
      if (job === null || isRunning(job) || owner === null) return notNow;
      if (slot === 'panic' && job.phase !== 'undone' && job.toRestore() > 0) return notNow;
      jobs[slot] = null;
      shelf.keep(owner, slot, null);
      show();
      return ok(undefined);
    },
    rows({ job, offset, limit }) {
      return ok(jobs[job]?.page(offset, limit) ?? { rows: [], total: 0 });
    },
    async panic() {
      look();
      if (jobs.panic !== null && isRunning(jobs.panic)) return jobs.panic.way === 'there' ? ok(undefined) : notNow;
      const other = runs;
      other?.cancel();
      await other?.over;
      const whose = begin();
      if (!whose.ok) return whose;
      const { panic } = jobs;
      // Those that could not be restored are off because of the older one: it goes on, so that they are not forgotten.
      const known = panic !== null && (panic.phase !== 'undone' || panic.count('x') > 0) ? panic : null;
      const job = known ?? newJob('panic', { does: 'disable' });
      job.way = 'there';
      job.whole = false;
      jobs.panic = job;
      run(job, { does: 'panic' }, whose.value);
      return ok(undefined);
    },
    restore: () => putBack('panic'),
    view,
    took: look,
    reset() {
      halt();
      look();
      show();
    },
    stop() {
      halt();
      cancelShow?.();
      cancelShow = null;
    },
  };
}

/** How far a job is whose progress was never written. */
const beforeAnything: Progress = { phase: 'running', way: 'there', whole: true, codes: '', reasons: [] };
