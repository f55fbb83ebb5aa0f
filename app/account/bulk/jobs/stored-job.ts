// A job as it is stored in bulk.json (rows) and bulk-progress.json (how far each row is). Each state is one letter there, as the progress of
// 100,000 rows is written every few rows.
import { z } from 'zod';
import { bulkChangeSchema, unreadSchema } from '../../../model/bulk/bulk';
import { momentSchema, type Problem, problemSchema } from '../../../model/problem';
import { valueSchema } from '../rows/change';
import { type Job, type JobSlot, panicResult } from './job';
import { createJobRows } from '../rows/job-rows';
import { rowStates, type RowState } from '../rows/row-state';

/** The part of a job that seldom changes (bulk.json). */
export const storedJobSchema = z.object({
  id: z.string().max(40),
  change: bulkChangeSchema,
  startedAt: momentSchema,
  rows: z.array(z.object({ id: z.number().int(), username: z.string(), before: valueSchema })),
});
export type StoredJob = z.infer<typeof storedJobSchema>;

/** The part that changes all the time (bulk-progress.json): one letter per row, and the problems of rows. */
export const progressSchema = z.object({
  phase: z.enum(['running', 'cancelled', 'interrupted', 'done', 'undone']),
  way: z.enum(['there', 'back']),
  /** All rows were read. */
  whole: z.boolean(),
  codes: z.string().regex(/^[wcsrudxylpq]*$/),
  reasons: z.array(z.object({ problem: problemSchema, rows: z.array(z.number().int().nonnegative()) })),
  stillOn: z.number().int().positive().optional(),
  mayBeOn: z.number().int().positive().optional(),
  unread: unreadSchema.optional(),
  problem: problemSchema.optional(),
});
export type Progress = z.infer<typeof progressSchema>;

const letters: Readonly<Record<RowState, string>> = {
  waiting: 'w',
  changed: 'c',
  same: 's',
  refused: 'r',
  unknown: 'u',
  undone: 'd',
  'undo-refused': 'x',
  'undo-unknown': 'y',
  left: 'l',
};
/** A row whose request is about to be sent. After a crash it is not known whether it was. */
const sending = { apply: 'p', undo: 'q' } as const;

/** A row that has no letter yet was never sent: rows are written before their requests. */
function stateOf(letter: string | undefined): RowState {
  if (letter === sending.apply) return 'unknown';
  if (letter === sending.undo) return 'undo-unknown';
  return rowStates.find((state) => letters[state] === letter) ?? 'waiting';
}

/** The progress of a job whose progress was never written. */
const notStarted: Progress = { phase: 'running', way: 'there', whole: true, codes: '', reasons: [] };

/** A job that was stored. What was about to be sent is unknown, and what ran was interrupted. */
export function restoreJob(slot: JobSlot, stored: StoredJob, progress: Progress | null): Job {
  const known = progress ?? notStarted;
  const states = stored.rows.map((_, index) => stateOf(known.codes[index]));
  const problems = known.reasons.flatMap(({ problem, rows }) => rows.map((index) => [index, problem] as const));
  return {
    id: stored.id,
    slot,
    change: stored.change,
    startedAt: stored.startedAt,
    rows: createJobRows(stored.rows, states, problems),
    storedRevision: 0,
    phase: known.phase === 'running' ? 'interrupted' : known.phase,
    direction: known.way === 'there' ? 'apply' : 'undo',
    isComplete: known.whole,
    problem: known.problem ?? null,
    stillOn: known.stillOn ?? 0,
    mayBeOn: known.mayBeOn ?? 0,
    unread: known.unread ?? { count: 0, names: [] },
    unfit: 0,
  };
}

/** The rows, to be stored. */
export function storedJobOf({ id, change, startedAt, rows }: Job): StoredJob {
  return { id, change, startedAt, rows: [...rows.all()] };
}

/** How far the job is, to be stored. Rows in `announced` are about to be sent. */
export function progressOf(job: Job, announced: ReadonlySet<number> = new Set()): Progress {
  const { phase, direction } = job;
  return {
    phase: phase === 'gathering' || phase === 'undoing' ? 'running' : phase,
    way: direction === 'apply' ? 'there' : 'back',
    whole: job.isComplete,
    codes: job.rows
      .states()
      .map((state, index) => (announced.has(index) ? sending[direction] : letters[state]))
      .join(''),
    reasons: groupedProblems(job.rows.problems()),
    ...panicResult(job),
    ...(job.problem === null ? {} : { problem: job.problem }),
  };
}

/** Each different problem once, with the rows that have it. */
function groupedProblems(problems: ReadonlyMap<number, Problem>): Progress['reasons'] {
  const byText = new Map<string, Progress['reasons'][number]>();
  for (const [index, problem] of problems) {
    const text = JSON.stringify(problem);
    const reason = byText.get(text) ?? { problem, rows: [] };
    reason.rows.push(index);
    byText.set(text, reason);
  }
  return [...byText.values()];
}
