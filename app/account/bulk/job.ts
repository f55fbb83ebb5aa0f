// One job in memory: its rows with what each had before, how far each is, and the counts. Changed in place: there may be 100,000 rows.
// It must not: decide what becomes of a row (plan.ts), or write files.
import { z } from 'zod';
import { momentSchema, type Problem, problemSchema } from '../../model/problem';
import { type Value, valueSchema } from './change';
import { type Code, codes, type Way } from './plan';
import { type BulkChange, bulkChangeSchema, type BulkJob, type BulkRow, unreadSchema } from '../../model/bulk';

export type Slot = 'bulk' | 'panic';

const rowSchema = z.object({ id: z.number().int(), username: z.string(), before: valueSchema });
export type JobRow = z.infer<typeof rowSchema>;

/** The part of a job that seldom changes (bulk.json). */
export const keptJobSchema = z.object({
  id: z.string().max(40),
  change: bulkChangeSchema,
  startedAt: momentSchema,
  rows: z.array(rowSchema),
});
export type KeptJob = z.infer<typeof keptJobSchema>;

/** The part that changes all the time (bulk-progress.json): one letter for each row (plan.ts), and why rows are not as wanted. */
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

type Outcome = BulkRow['outcome'];
const outcomes: Readonly<Record<Code, Outcome>> = {
  w: 'waiting',
  c: 'changed',
  s: 'same',
  r: 'refused',
  u: 'unknown',
  d: 'undone',
  x: 'refused',
  y: 'unknown',
  // Still as the job made it, or as somebody else did: the row's problem says which.
  l: 'changed',
};
/** What went wrong comes first, what needed nothing last. */
const order: readonly Code[] = ['r', 'x', 'u', 'y', 'l', 'w', 'c', 'd', 's'];

/** What a way back looks at. */
const restorable = ['c', 'u', 'x', 'y'] as const;

export interface Job {
  readonly id: string;
  readonly slot: Slot;
  readonly change: BulkChange;
  readonly startedAt: number;
  phase: BulkJob['phase'];
  way: Way;
  whole: boolean;
  problem: Problem | null;
  /** So many are on at the end of a panic. */
  stillOn: number;
  /** So many may be on at the end of a panic: they could not be read, or their status is not told. */
  mayBeOn: number;
  /** Rows that match and could not be read; at the end of a panic, of the vendor's list of what is on. */
  unread: { count: number; names: string[] };
  /** Rows that the vendor returned though they do not match. They are not in the job. */
  unfit: number;
  /** Rows, in the order in which they were found. */
  readonly rows: readonly JobRow[];
  code(index: number): Code;
  problemOf(index: number): Problem | undefined;
  indexOf(id: number): number | undefined;
  add(row: JobRow, code: Code): number;
  /** Whether rows changed since `kept` was last taken. */
  rowsChanged(): boolean;
  setBefore(index: number, before: Value): void;
  set(index: number, code: Code, problem?: Problem): void;
  /** Rows of these codes. */
  count(...of: Code[]): number;
  /** Rows that a way back has something to do for: one whose value from before is not known stays as it is. */
  toRestore(): number;
  view(): BulkJob;
  page(offset: number, limit: number): { rows: BulkRow[]; total: number };
  kept(): KeptJob;
  /** How far it is; rows in `announced` are about to be sent. */
  progress(announced: ReadonlySet<number>): Progress;
}

/** A job that begins, or one that was kept. Of a kept one, what was about to be sent is not known, and what ran was interrupted. */
export function createJob(slot: Slot, kept: KeptJob, progress: Progress | null): Job {
  const rows: JobRow[] = [...kept.rows];
  const letters: Code[] = rows.map((_, index) => letterOf(progress?.codes[index]));
  const problems = new Map<number, Problem>();
  for (const { problem, rows: of } of progress?.reasons ?? []) for (const index of of) problems.set(index, problem);
  const byId = new Map(rows.map(({ id }, index) => [id, index]));
  const counts = new Map<Code, number>(codes.map((code) => [code, 0]));
  const bump = (code: Code, by: number) => counts.set(code, (counts.get(code) ?? 0) + by);
  /** The same for rows whose value from before is not known. */
  const untold = new Map<Code, number>();
  const bumpRow = (index: number, code: Code, by: number) => {
    bump(code, by);
    if (rows[index]?.before === null) untold.set(code, (untold.get(code) ?? 0) + by);
  };
  letters.forEach((letter, index) => bumpRow(index, letter, 1));
  let changed = progress === null;

  const count = (...of: Code[]) => of.reduce((sum, code) => sum + (counts.get(code) ?? 0), 0);
  const untoldCount = (...of: Code[]) => of.reduce((sum, code) => sum + (untold.get(code) ?? 0), 0);
  const rowView = (index: number): BulkRow => {
    const { id, username } = rows[index] ?? { id: 0, username: '' };
    const problem = problems.get(index);
    return { id, username, outcome: outcomes[job.code(index)], ...(problem === undefined ? {} : { problem }) };
  };

  const job: Job = {
    id: kept.id,
    slot,
    change: kept.change,
    startedAt: kept.startedAt,
    phase: progress === null ? 'gathering' : progress.phase === 'running' ? 'interrupted' : progress.phase,
    way: progress?.way ?? 'there',
    whole: progress?.whole ?? false,
    problem: progress?.problem ?? null,
    stillOn: progress?.stillOn ?? 0,
    mayBeOn: progress?.mayBeOn ?? 0,
    unread: progress?.unread ?? { count: 0, names: [] },
    unfit: 0,
    rows,
    code: (index) => letters[index] ?? 'w',
    problemOf: (index) => problems.get(index),
    indexOf: (id) => byId.get(id),
    add(row, code) {
      const index = rows.push(row) - 1;
      letters.push(code);
      byId.set(row.id, index);
      bumpRow(index, code, 1);
      changed = true;
      return index;
    },
    rowsChanged: () => changed,
    setBefore(index, before) {
      const row = rows[index];
      if (row === undefined || JSON.stringify(row.before) === JSON.stringify(before)) return;
      bumpRow(index, job.code(index), -1);
      rows[index] = { ...row, before };
      bumpRow(index, job.code(index), 1);
      changed = true;
    },
    set(index, code, problem) {
      bumpRow(index, job.code(index), -1);
      letters[index] = code;
      bumpRow(index, code, 1);
      if (problem === undefined) problems.delete(index);
      else problems.set(index, problem);
    },
    count,
    toRestore: () => count(...restorable) - untoldCount(...restorable),
    view: () => ({
      id: job.id,
      change: job.change,
      phase: job.phase,
      startedAt: job.startedAt,
      total: rows.length,
      counts: {
        waiting: count('w'),
        changed: count('c', 'l'),
        same: count('s'),
        refused: count('r', 'x'),
        unknown: count('u', 'y'),
        undone: count('d'),
      },
      toRestore: job.toRestore(),
      ...given({ untoldBefore: untoldCount('c', 'l') }),
      ...onOf(job),
      ...(job.way === 'back' ? { back: true } : {}),
      ...(job.problem === null ? {} : { problem: job.problem }),
    }),
    page(offset, limit) {
      const shown: BulkRow[] = [];
      let before = 0;
      for (const code of order) {
        const here = count(code);
        if (before + here > offset && shown.length < limit) {
          let at = before;
          for (let index = 0; index < rows.length && shown.length < limit; index += 1) {
            if (job.code(index) !== code) continue;
            if (at >= offset) shown.push(rowView(index));
            at += 1;
          }
        }
        before += here;
      }
      return { rows: shown, total: rows.length };
    },
    kept() {
      changed = false;
      return { id: job.id, change: job.change, startedAt: job.startedAt, rows: [...rows] };
    },
    progress(announced) {
      const about = job.way === 'there' ? 'p' : 'q';
      const { phase } = job;
      return {
        phase: phase === 'gathering' || phase === 'undoing' ? 'running' : phase,
        way: job.way,
        whole: job.whole,
        codes:
          announced.size === 0
            ? letters.join('')
            : letters.map((one, at) => (announced.has(at) ? about : one)).join(''),
        reasons: reasonsOf(problems),
        ...onOf(job),
        ...(job.problem === null ? {} : { problem: job.problem }),
      };
    },
  };
  return job;
}

/** Only what is not 0. */
function given<Name extends string>(counts: Record<Name, number>): Partial<Record<Name, number>> {
  const entries = Object.entries<number>(counts).filter(([, count]) => count > 0);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- some of the same names
  return Object.fromEntries(entries) as Partial<Record<Name, number>>;
}

function onOf({ stillOn, mayBeOn, unread }: Job) {
  return { ...given({ stillOn, mayBeOn }), ...(unread.count > 0 ? { unread } : {}) };
}

/** A row that is not in the progress yet was never sent: rows are written first. */
function letterOf(kept: string | undefined): Code {
  if (kept === 'p') return 'u';
  if (kept === 'q') return 'y';
  return codes.find((code) => code === kept) ?? 'w';
}

function reasonsOf(problems: ReadonlyMap<number, Problem>): Progress['reasons'] {
  const byText = new Map<string, Progress['reasons'][number]>();
  for (const [index, problem] of problems) {
    const text = JSON.stringify(problem);
    const reason = byText.get(text) ?? { problem, rows: [] };
    reason.rows.push(index);
    byText.set(text, reason);
  }
  return [...byText.values()];
}
