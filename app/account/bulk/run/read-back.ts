// After a change of automatic top-up: reads the changed rows again, since a field may be accepted and not be set. Sends no write.
import type { Problem, Result } from '../../../model/problem';
import { hasValue, wantedOf } from '../rows/change';
import type { Job } from '../jobs/job';
import { readTheseRows, type ReadTheseRowsOptions } from '../rows/read-rows';

/**
 * Rows that are as before count as refused; others that are not as wanted stay changed, with the reason. Fails if they could not be read: then
 * nothing is claimed about them.
 */
export async function readBack(job: Job, reading: ReadTheseRowsOptions, signal: AbortSignal): Promise<Result<void>> {
  const { rows } = job;
  const wanted = wantedOf(job.change);
  const changed = rows.all().filter((_, index) => rows.state(index) === 'changed');
  return readTheseRows(reading, new Set(changed.map(({ id }) => id)), signal, (found) => {
    for (const { id, value } of found) {
      const index = rows.indexOf(id);
      if (index === undefined || hasValue(value, wanted, 'known')) continue;
      const before = rows.all()[index]?.before ?? null;
      const isAsBefore = JSON.stringify(value) === JSON.stringify(before);
      rows.setState(index, isAsBefore ? 'refused' : 'changed', { kind: 'left-alone', why: 'not-taken' });
      job.problem = { kind: 'left-alone', why: 'not-taken' };
    }
  });
}

/** Whether a changed row's problem shows that only a part was accepted. */
export function isPartlyTaken(problem: Problem | undefined): boolean {
  return problem?.kind === 'left-alone' && problem.why === 'not-taken';
}
