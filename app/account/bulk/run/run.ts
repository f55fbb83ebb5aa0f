// One run over a job: reads the rows that are due, plans and sends their writes, and sets the job's phase at the end.
import { ok, type Result } from '../../../model/problem';
import { pause } from '../../../async/pause';
import { wantedOf } from '../rows/change';
import { collectRows } from './collect-rows';
import type { Job } from '../jobs/job';
import type { JobRecorder } from '../jobs/job-recorder';
import { readBack } from './read-back';
import { type OnRows, readAllRows, readTheseRows, type ReadTheseRowsOptions } from '../rows/read-rows';
import { recheck } from './recheck';
import { planChange } from '../rows/row-plan';
import { createRowPlanner } from './row-planner';
import { isDue } from '../rows/row-state';
import { createRowWriter, type RowWriter, type RunParts } from './row-writer';
import { createRunControl } from './run-control';
import type { Pass, RunPorts } from './run-ports';

export interface Run {
  over: Promise<void>;
  /** Ends it after the write that is on its way. */
  cancel(): void;
  /** Ends it now: an answer on its way no longer changes anything. */
  kill(): void;
}

interface Running extends RunParts {
  pass: Pass;
  writer: RowWriter;
  reading: ReadTheseRowsOptions & { changed(): void };
}

/** Rows that are read ahead of the one that is restored: a change by someone else in the meantime must be seen. */
const READ_AHEAD = 300;

/** Starts a run. The job's phase shows how it ended. */
export function runJob(job: Job, pass: Pass, ports: RunPorts, recorder: JobRecorder): Run {
  const control = createRunControl();
  const planner = createRowPlanner(job, ports.clock);
  const parts: RunParts = { job, ports, control, planner, recorder };
  const writer = createRowWriter(parts);
  const over = runPass({ ...parts, pass, writer, reading: readingOf(parts) });
  return {
    over,
    cancel: () => control.end('cancelled'),
    kill() {
      if (control.ending() === 'killed') return;
      control.end('killed');
      writer.abandon();
      job.phase = 'interrupted';
      job.problem = null;
      recorder.save();
    },
  };
}

function readingOf({ job, ports, control }: RunParts): Running['reading'] {
  return {
    readPage: ports.readPage,
    now: ports.clock.now,
    wait: (ms) => pause(ports.clock, ms, control.signal),
    waiting(problem) {
      job.problem = problem;
      ports.changed();
    },
    nameOf(id) {
      const index = job.rows.indexOf(id);
      return (index === undefined ? undefined : job.rows.all()[index]?.username) ?? ports.nameOf(id);
    },
    changed: ports.changed,
  };
}

async function runPass(run: Running): Promise<void> {
  const { job, control, pass } = run;
  let read: Result<unknown> = ok(undefined);
  if (!control.isOver()) {
    const isNew = pass.does === 'gather' || pass.does === 'gathered';
    read = isNew ? await sendCollected(run, pass) : await sendWhileReading(run);
  }
  if (job.direction === 'apply' && job.change.does === 'topUp' && read.ok && !control.isOver()) await checkTopUps(run);
  finish(run, read);
}

/** Sends the rows of a new job, which are found first unless a preview has found them. */
async function sendCollected(
  { job, ports, control, planner, writer, reading }: Running,
  pass: Extract<Pass, { does: 'gather' | 'gathered' }>,
): Promise<Result<unknown>> {
  if (pass.does === 'gather') {
    const collected = await collectRows(job, pass.selection, reading, control.signal);
    if (!collected.ok || control.isOver()) return collected;
  }
  job.phase = 'running';
  planner.planWaiting(pass.does === 'gathered' ? pass.at : job.startedAt);
  ports.changed();
  await writer.sendAll(Promise.resolve());
  return ok(undefined);
}

/** Reads what is due, or every sub-account in an emergency stop, and sends writes from the first page on. */
async function sendWhileReading(run: Running): Promise<Result<unknown>> {
  const { job, control, planner, writer, pass } = run;
  const reading = readDue(run);
  await writer.sendAll(reading);
  const read = await reading;
  if (!read.ok || control.isOver()) return read;
  planner.planMissing();
  const checked = pass.does === 'panic' ? await recheck(run) : read;
  job.isComplete = true;
  return checked;
}

function readDue(run: Running): Promise<Result<unknown>> {
  const { job, control, reading, pass } = run;
  const onRows = onDueRows(run);
  if (pass.does === 'panic') return readAllRows(reading, { search: '', status: null }, control.signal, onRows);
  const due = job.rows.all().flatMap(({ id }, index) => (isDue(job.rows.state(index), job.direction) ? [id] : []));
  return readTheseRows(reading, new Set(due), control.signal, onRows);
}

/** Plans the rows of each page. In an emergency stop, rows that are not in the job yet are added. */
function onDueRows({ job, ports, control, planner, pass }: Running): OnRows {
  const { rows } = job;
  const isPanic = pass.does === 'panic';
  const wanted = wantedOf(job.change);
  return async (found, askedAt) => {
    for (const { id, username, value } of found) {
      const index = rows.indexOf(id);
      if (index === undefined) {
        if (isPanic && 'send' in planChange('waiting', value, wanted))
          planner.plan(rows.add({ id, username, before: value }, 'waiting'), value, askedAt);
      } else if (!planner.isPlanned(index) && (isPanic || isDue(rows.state(index), job.direction))) {
        planner.plan(index, value, askedAt);
      }
    }
    control.activity.fire();
    ports.changed();
    while (job.direction === 'undo' && planner.waiting() > READ_AHEAD && !control.isOver())
      await control.activity.next();
  };
}

/** Automatic top-up may be accepted and not set, so the changed rows are read again. */
async function checkTopUps({ job, reading, control }: Running): Promise<void> {
  if (job.rows.count('changed') === 0) return;
  const read = await readBack(job, reading, control.signal);
  if (!read.ok) job.problem = read.problem;
}

function finish({ job, ports, control, recorder }: Running, read: Result<unknown>): void {
  const ending = control.ending();
  if (ending === 'killed') return;
  const isApplied = job.direction === 'apply';
  const left = isApplied ? job.rows.count('waiting') : job.rows.count('changed', 'unknown', 'undo-unknown');
  if (ending === 'cancelled') {
    job.phase = 'cancelled';
    job.problem = null;
  } else if (ending === 'stopped' || !read.ok || left > 0) {
    job.phase = 'interrupted';
    job.problem = control.problem() ?? (read.ok ? { kind: 'outcome-unknown' } : read.problem);
    if (!read.ok && read.problem.kind === 'key-refused') ports.keyRefused();
  } else {
    job.phase = isApplied ? 'done' : 'undone';
  }
  recorder.save();
}
