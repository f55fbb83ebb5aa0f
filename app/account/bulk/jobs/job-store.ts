// Stores jobs by account: bulk.json has the rows with what each had before, written before any of them is sent; bulk-progress.json has how
// far they are, written every few rows.
import { z } from 'zod';
import type { Problem, Result } from '../../../model/problem';
import { type Document, openDocument } from '../../../settings/document/document';
import { createMemoryDocument } from '../../../settings/document/memory-document';
import type { ProfileFiles } from '../../../settings/files/profile-files';
import type { JobSlot } from './job';
import { type Progress, progressSchema, type StoredJob, storedJobSchema } from './stored-job';

const jobsSchema = z.object({
  accounts: z.record(z.string(), z.object({ bulk: storedJobSchema.nullable(), panic: storedJobSchema.nullable() })),
});
const progressesSchema = z.object({ jobs: z.record(z.string(), progressSchema) });
type Jobs = z.infer<typeof jobsSchema>;
type Progresses = z.infer<typeof progressesSchema>;

export interface JobStore {
  /** A job of this account, with how far it is (null: nothing of it was sent). */
  read(owner: string, slot: JobSlot): { job: StoredJob; progress: Progress | null } | null;
  /** Succeeds when it is on the disk; in memory it is stored in any case. Null: removed, with its progress. */
  save(owner: string, slot: JobSlot, job: StoredJob | null): Result<void>;
  saveProgress(id: string, progress: Progress): Result<void>;
  /** Tries a failed write again. */
  retry(): void;
  problems(): Problem[];
}

type JobDocument<T extends object> = Pick<Document<T>, 'read' | 'write' | 'retry' | 'problems'>;

/** The store in the profile folder. */
export function openJobStore(options: { files: ProfileFiles; now: () => number }): JobStore {
  const common = { ...options, version: 1, migrate: (content: unknown) => content, backup: false };
  return jobStoreOver(
    openDocument<Jobs>({ ...common, name: 'bulk', schema: jobsSchema, defaults: { accounts: {} } }),
    openDocument<Progresses>({ ...common, name: 'bulk-progress', schema: progressesSchema, defaults: { jobs: {} } }),
  );
}

/** A store in memory only. */
export function createMemoryJobStore(): JobStore {
  return jobStoreOver(createMemoryDocument<Jobs>({ accounts: {} }), createMemoryDocument<Progresses>({ jobs: {} }));
}

function jobStoreOver(jobs: JobDocument<Jobs>, progresses: JobDocument<Progresses>): JobStore {
  return {
    read(owner, slot) {
      const job = jobs.read().accounts[owner]?.[slot] ?? null;
      return job === null ? null : { job, progress: progresses.read().jobs[job.id] ?? null };
    },
    save(owner, slot, job) {
      const { accounts } = jobs.read();
      const before = accounts[owner] ?? { bulk: null, panic: null };
      const id = before[slot]?.id;
      const written = jobs.write({ accounts: { ...accounts, [owner]: { ...before, [slot]: job } } });
      if (id !== undefined && id !== job?.id) {
        const { [id]: _, ...rest } = progresses.read().jobs;
        progresses.write({ jobs: rest });
      }
      return written;
    },
    saveProgress: (id, progress) => progresses.write({ jobs: { ...progresses.read().jobs, [id]: progress } }),
    retry() {
      jobs.retry();
      progresses.retry();
    },
    problems: () => [...jobs.problems(), ...progresses.problems()],
  };
}
