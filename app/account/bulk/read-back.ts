// After a change of automatic top-up: reads the changed rows once more, since the vendor may accept a field that it does not take.
// Must not: send anything.
import type { Problem, Result } from '../../model/problem';
import { isSo, wantedOf } from './change';
import type { Job } from './job';
import { readTheseRows, type ReadRowsOptions } from './read-rows';

/**
 * Rows that read as before count as refused, others that are not as wanted stay changed, each with the reason. Fails where they could not be
 * read: then nothing is claimed of them.
 */
export async function readBack(
  job: Job,
  reading: ReadRowsOptions & { nameOf(id: number): string | undefined },
  signal: AbortSignal,
): Promise<Result<void>> {
  const wanted = wantedOf(job.change);
  const changed = job.rows.filter((_, index) => job.code(index) === 'c').map(({ id }) => id);
  return readTheseRows(reading, new Set(changed), reading.nameOf, signal, (rows) => {
    for (const { id, value } of rows) {
      const index = job.indexOf(id);
      if (index === undefined || isSo(value, wanted, 'known')) continue;
      const before = job.rows[index]?.before ?? null;
      const isAsBefore = JSON.stringify(value) === JSON.stringify(before);
      job.set(index, isAsBefore ? 'r' : 'c', { kind: 'left-alone', why: 'not-taken' });
      job.problem = { kind: 'left-alone', why: 'not-taken' };
    }
  });
}

/** Whether a changed row's problem says that the vendor took a part alone. */
export function isPartlyTaken(problem: Problem | undefined): boolean {
  return problem?.kind === 'left-alone' && problem.why === 'not-taken';
}
