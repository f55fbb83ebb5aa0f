// Finds the rows of a new job: what each has now, and whether it needs the change. Sends no write.
import { ok, type Result } from '../../../model/problem';
import type { SubAccountSelection } from '../../../model/bulk/sub-account-selection';
import { wantedOf } from '../rows/change';
import type { Job } from '../jobs/job';
import { type OnRows, readAllRows, readTheseRows, type ReadTheseRowsOptions } from '../rows/read-rows';
import { planChange } from '../rows/row-plan';

export interface CollectRowsOptions extends ReadTheseRowsOptions {
  /** Rows were added to the job; `total`: how many there are, if known. */
  changed(total: number | null): void;
}

/** Adds the rows to the job, which is complete if it succeeds. Rows of an earlier attempt stay. */
export async function collectRows(
  job: Job,
  selection: SubAccountSelection,
  options: CollectRowsOptions,
  signal: AbortSignal,
): Promise<Result<void>> {
  const { rows } = job;
  const wanted = wantedOf(job.change);
  const add: OnRows = (found, _, total) => {
    for (const { id, username, value } of found) {
      if (rows.indexOf(id) !== undefined) continue;
      const step = planChange('waiting', value, wanted);
      rows.add({ id, username, before: value }, 'state' in step ? step.state : 'waiting');
    }
    options.changed(total);
  };
  if (selection.which === 'matching') {
    const read = await readAllRows(options, selection, signal, add);
    if (!read.ok) return read;
    job.unread = { count: read.value.unread, names: read.value.unreadNames };
    job.unfit = read.value.unfit;
  } else {
    const ids = new Set(selection.ids);
    const read = await readTheseRows(options, ids, signal, add);
    if (!read.ok) return read;
    for (const id of ids) if (rows.indexOf(id) === undefined) addMissing(job, id, options.nameOf(id));
  }
  job.isComplete = true;
  return ok(undefined);
}

/** A selected row that no longer exists. */
function addMissing({ rows, change }: Job, id: number, username = String(id)): void {
  const step = planChange('waiting', undefined, wantedOf(change));
  const index = rows.add({ id, username, before: null }, 'refused');
  if ('state' in step) rows.setState(index, step.state, step.problem);
}
