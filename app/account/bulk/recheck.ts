// The end of a panic: what is on all the same is asked for, and disabled again, a few times; what is on after that is said.
// It must not: send by itself, or go on for ever against a vendor that switches them on again.
import { ok, type Result } from '../../model/problem';
import type { Value } from './change';
import type { Job } from './job';
import { readAllRows, type ReadRow, type ReadRowsOptions, type RowsRead } from './read-rows';
import type { RunPorts } from './run-ports';

/** How often what is on is disabled again. */
const SWEEPS = 5;
/** Between two of these (ms): a list may be a little late. */
const SWEPT_EVERY = 2000;

/** What a sweep needs of the pass that it ends. */
export interface RecheckPorts {
  reading: ReadRowsOptions;
  signal: AbortSignal;
  /** What was read of a row leads to a write, or to an outcome. */
  take(index: number, present: Value, readAt: number): void;
  /** Sends what was taken. */
  work(read: Promise<Result<void>>): Promise<void>;
  wait(ms: number): Promise<void>;
  isOver(): boolean;
  ports: Pick<RunPorts, 'confirmed'>;
}

/** Ends with the job's `stillOn` and `mayBeOn` as the vendor's last list has them; fails where a list could not be read. */
export async function recheck(job: Job, pass: RecheckPorts): Promise<Result<void>> {
  const { reading, signal, take } = pass;
  for (let time = 0; !pass.isOver(); time += 1) {
    const found: { row: ReadRow; askedAt: number }[] = [];
    const read = await readAllRows(reading, { search: '', status: 'enabled' }, signal, (rows, askedAt) => {
      for (const row of rows) if (row.value !== false) found.push({ row, askedAt });
    });
    if (!read.ok) return read;
    const again = found.filter(({ row }) => needsRecheck(job, row));
    if (again.length === 0 || time === SWEEPS) {
      for (const { row } of again) leaveOn(job, row, pass);
      countWhatIsOn(
        job,
        found.map(({ row }) => row),
        read.value,
      );
      return ok(undefined);
    }
    for (const { row, askedAt } of again) {
      const { id, username, value } = row;
      take(job.indexOf(id) ?? job.add({ id, username, before: value }, 'w'), value, askedAt);
    }
    await pass.work(Promise.resolve(ok(undefined)));
    await pass.wait(SWEPT_EVERY);
  }
  return ok(undefined);
}

/** One that the vendor refuses is not asked for again in the same pass; nor one that is done, as long as nobody says that it is on. */
function needsRecheck(job: Job, { id, value }: ReadRow): boolean {
  const index = job.indexOf(id);
  if (index === undefined) return true;
  const isRefused = job.code(index) === 'r' && job.problemOf(index)?.kind !== 'left-alone';
  return value === true && !isRefused;
}

/** Of one that was sent it is not known whether it is off because of that: a restore looks at it. */
function leaveOn(job: Job, { id, username, value }: ReadRow, { ports }: RecheckPorts): void {
  const index = job.indexOf(id) ?? job.add({ id, username, before: value }, 'r');
  job.set(index, job.code(index) === 'r' ? 'r' : 'u', { kind: 'left-alone', why: 'on-again' });
  ports.confirmed(id, null);
}

/**
 * Compares with the vendor's own list and total of what is on. A row that could not be read, or that is counted and not returned, may be on; so
 * may one that is listed without its status, unless the vendor ignored the filter and lists everything.
 */
function countWhatIsOn(job: Job, found: readonly ReadRow[], { unread, unreadNames, unfit }: RowsRead): void {
  job.stillOn = found.filter(({ value }) => value === true).length;
  const untold = unfit > 0 ? [] : found.filter(({ value }) => value === null);
  job.mayBeOn = unread + untold.length;
  job.unread = { count: unread, names: unreadNames };
}
