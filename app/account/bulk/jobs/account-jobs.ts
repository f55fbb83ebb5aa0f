// The jobs of the account that is shown, loaded from its store.
import type { Job, JobSlot } from './job';
import type { JobStore } from './job-store';
import { restoreJob } from './stored-job';

/** Whose jobs they are, and where they are stored. */
export interface JobsAccount {
  owner: string;
  store: JobStore;
}

export interface AccountJobs {
  get(slot: JobSlot): Job | null;
  set(job: Job): void;
  /** Also from the store. */
  remove(slot: JobSlot): void;
  /** Null: the account is not known. */
  account(): JobsAccount | null;
  /** Whether another account is shown than the one whose jobs these are. */
  isOutdated(): boolean;
  /** Loads the jobs of the account that is shown. */
  load(): void;
}

/** `owner`: the account that is shown and its address; null: not known. */
export function createAccountJobs(owner: () => string | null, store: JobStore): AccountJobs {
  /** Whose jobs these are. */
  let loaded: string | null = null;
  const jobs: Record<JobSlot, Job | null> = { bulk: null, panic: null };

  function read(slot: JobSlot): Job | null {
    const stored = loaded === null ? null : store.read(loaded, slot);
    return stored === null ? null : restoreJob(slot, stored.job, stored.progress);
  }

  return {
    get: (slot) => jobs[slot],
    set(job) {
      jobs[job.slot] = job;
    },
    remove(slot) {
      jobs[slot] = null;
      if (loaded !== null) store.save(loaded, slot, null);
    },
    account: () => (loaded === null ? null : { owner: loaded, store }),
    isOutdated: () => owner() !== loaded,
    load() {
      loaded = owner();
      jobs.bulk = read('bulk');
      jobs.panic = read('panic');
    },
  };
}
