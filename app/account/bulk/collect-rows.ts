// Finds the rows of a new job: what each has now, and whether it needs the change. Sends no write.
// It must not: keep anything.
import { ok, type Result } from '../../model/problem';
import { wantedOf } from './change';
import type { Job } from './job';
import { stepThere } from './plan';
import { type OnRows, readAllRows, type ReadRowsOptions, readTheseRows } from './read-rows';

/** Which sub-accounts a person means. */
export type Which =
  | { which: 'these'; ids: readonly number[] }
  | { which: 'matching'; search: string; status: 'enabled' | 'disabled' | null };

/** Puts the rows into the job, which is whole when it went well. What was put in by an earlier try stays. */
export async function collectRows(
  job: Job,
  which: Which,
  options: ReadRowsOptions & {
    nameOf(id: number): string | undefined;
    /** There are more rows in the job; `total`: how many the vendor says there are, if it does. */
    changed(total: number | null): void;
  },
  signal: AbortSignal,
): Promise<Result<void>> {
  const wanted = wantedOf(job.change);
  const take: OnRows = (rows, _, total) => {
    for (const { id, username, value } of rows) {
      if (job.indexOf(id) !== undefined) continue;
      const step = stepThere('w', value, wanted);
      job.add({ id, username, before: value }, 'code' in step ? step.code : 'w');
    }
    options.changed(total);
  };
  if (which.which === 'matching') {
    const read = await readAllRows(options, which, signal, take);
    if (!read.ok) return read;
    job.unread = { count: read.value.unread, names: read.value.unreadNames };
    job.unfit = read.value.unfit;
  } else {
    const ids = new Set(which.ids);
    const read = await readTheseRows(options, ids, options.nameOf, signal, take);
    if (!read.ok) return read;
    for (const id of ids) {
      if (job.indexOf(id) !== undefined) continue;
      const step = stepThere('w', undefined, wanted);
      const index = job.add({ id, username: options.nameOf(id) ?? String(id), before: null }, 'r');
      if ('code' in step) job.set(index, step.code, step.problem);
    }
  }
  job.whole = true;
  return ok(undefined);
}
