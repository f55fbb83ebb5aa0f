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
export function createAccountJobs(owner: () => string | null, store: () => JobStore): AccountJobs {
  let loaded: { owner: string | null; store: JobStore } = { owner: null, store: store() };
  const jobs: Record<JobSlot, Job | null> = { bulk: null, panic: null };

  function read(slot: JobSlot): Job | null {
    const stored = loaded.owner === null ? null : loaded.store.read(loaded.owner, slot);
    return stored === null ? null : restoreJob(slot, stored.job, stored.progress);
  }

  return {
    get: (slot) => jobs[slot],
    set(job) {
      jobs[job.slot] = job;
    },
    remove(slot) {
      jobs[slot] = null;
      if (loaded.owner !== null) loaded.store.keep(loaded.owner, slot, null);
    },
    account: () => (loaded.owner === null ? null : { owner: loaded.owner, store: loaded.store }),
    isOutdated: () => owner() !== loaded.owner || store() !== loaded.store,
    load() {
      loaded = { owner: owner(), store: store() };
      jobs.bulk = read('bulk');
      jobs.panic = read('panic');
    },
  };
}
