// A number that is another one whenever something of the sub-accounts was changed from here. Pure.
import type { AppState } from '../../../app/model/app-state';

/** How many rows of a job may be changed before the list is read again: a large job would read without end. */
const rowsPerLook = 25;

/** Grows with each switch that was settled, and now and then while a job runs. */
export function changesSeen({ subAccounts, bulk }: AppState): number {
  const settled = subAccounts.switches.filter(({ phase }) => phase !== 'pending').reduce((sum, { at }) => sum + at, 0);
  const jobs = [bulk.bulk, bulk.panic].reduce((sum, job) => {
    if (job === null) return sum;
    const { changed, undone, unknown } = job.counts;
    const rows = changed + undone + unknown;
    const isOver = job.phase !== 'running' && job.phase !== 'gathering' && job.phase !== 'undoing';
    // The last rows count, too; and being over is a change by itself.
    return sum + (isOver ? rows + 0.5 : Math.floor(rows / rowsPerLook));
  }, 0);
  return settled + jobs;
}
