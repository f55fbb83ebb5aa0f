// Writes a job to the disk while it runs: that a row may have been sent is written before it is sent.
import { ok, type Result } from '../../../model/problem';
import type { Job } from './job';
import type { JobStore } from './job-store';
import { progressOf, storedJobOf } from './stored-job';

export interface JobRecorder {
  /** Whether it is written that this row may have been sent. */
  isAnnounced(index: number): boolean;
  /** Writes that these rows are about to be sent. Fails where they must not be, because it could not be written. */
  announce(indexes: readonly number[]): Result<void>;
  /** The row was answered; the next write has its state. */
  settled(index: number): void;
  /** Writes the job as it is. One whose rows were not all found, and of which nothing was sent, is not stored. */
  save(): void;
}

/** Stores `job` as one of the account `owner`. */
export function createJobRecorder(job: Job, store: JobStore, owner: string): JobRecorder {
  let announced = new Set<number>();

  function storeRows(): Result<void> {
    const revision = job.rows.revision();
    if (job.storedRevision === revision) return ok(undefined);
    job.storedRevision = revision;
    return store.save(owner, job.slot, storedJobOf(job));
  }

  return {
    isAnnounced: (index) => announced.has(index),
    announce(indexes) {
      const rows = storeRows();
      announced = new Set(indexes);
      const progress = store.saveProgress(job.id, progressOf(job, announced));
      // In an emergency stop, switching comes first: what the disk does not take stays in memory, and is written as soon as possible.
      if (job.slot === 'panic') return ok(undefined);
      return rows.ok ? progress : rows;
    },
    settled: (index) => void announced.delete(index),
    save() {
      if (job.slot === 'bulk' && !job.isComplete) return;
      storeRows();
      store.saveProgress(job.id, progressOf(job));
    },
  };
}
