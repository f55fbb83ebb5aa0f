// The end of an emergency stop: reads which sub-accounts are on and disables them again, a few times, then reports
// those that are still on. A limit, because a server may enable them again and again.
import { ok, type Result } from '../../../model/problem';
import { pause } from '../../../async/pause';
import type { Job } from '../jobs/job';
import { readAllRows, type ReadRow, type ReadRowsOptions, type RowsRead } from '../rows/read-rows';
import type { RowWriter, RunParts } from './row-writer';

/** How often what is on is disabled again. */
const MAX_RECHECKS = 5;
/** Between two of these (ms): the list may be a little late. */
const RECHECK_INTERVAL = 2000;

export interface RecheckParts extends RunParts {
  writer: RowWriter;
  reading: ReadRowsOptions;
}

/** Sets the job's `stillOn` and `mayBeOn` by the last list; fails if a list could not be read. */
export async function recheck({ job, ports, control, planner, writer, reading }: RecheckParts): Promise<Result<void>> {
  const { rows } = job;
  for (let time = 0; !control.isOver(); time += 1) {
    const found: { row: ReadRow; askedAt: number }[] = [];
    const match = { search: '', status: 'enabled' } as const;
    const read = await readAllRows(reading, match, control.signal, (page, askedAt) => {
      for (const row of page) if (row.value !== false) found.push({ row, askedAt });
    });
    if (!read.ok) return read;
    const again = found.filter(({ row }) => needsRecheck(job, row));
    if (again.length === 0 || time === MAX_RECHECKS) {
      for (const { row } of again) {
        leaveOn(job, row);
        ports.confirmed(row.id, null);
      }
      const on = found.map(({ row }) => row);
      countWhatIsOn(job, on, read.value);
      return ok(undefined);
    }
    for (const { row, askedAt } of again) {
      const { id, username, value } = row;
      planner.plan(rows.indexOf(id) ?? rows.add({ id, username, before: value }, 'waiting'), value, askedAt);
    }
    await writer.sendAll(Promise.resolve());
    await pause(ports.clock, RECHECK_INTERVAL, control.signal);
  }
  return ok(undefined);
}

/** One that was refused is not sent again in the same run; nor one that is done, unless it is reported as on. */
function needsRecheck({ rows }: Job, { id, value }: ReadRow): boolean {
  const index = rows.indexOf(id);
  if (index === undefined) return true;
  const isRefused = rows.state(index) === 'refused' && rows.problemOf(index)?.kind !== 'left-alone';
  return value === true && !isRefused;
}

/** For one that was sent it is unknown whether it is off because of that, so a restore checks it. */
function leaveOn({ rows }: Job, { id, username, value }: ReadRow): void {
  const index = rows.indexOf(id) ?? rows.add({ id, username, before: value }, 'refused');
  const state = rows.state(index) === 'refused' ? 'refused' : 'unknown';
  rows.setState(index, state, { kind: 'left-alone', why: 'on-again' });
}

/**
 * Compares with the list and the total of what is on. A row that could not be read, or that is counted and not returned, may be on; so may one
 * that is listed without its status, unless the filter was ignored and everything is listed.
 */
function countWhatIsOn(job: Job, found: readonly ReadRow[], { unread, unreadNames, unfit }: RowsRead): void {
  job.stillOn = found.filter(({ value }) => value === true).length;
  const unreported = unfit > 0 ? [] : found.filter(({ value }) => value === null);
  job.mayBeOn = unread + unreported.length;
  job.unread = { count: unread, names: unreadNames };
}
