// The rows of one job in memory: what each had before, its state, and the counts. Changed in place, as there may be 100,000 rows.
import type { BulkRow } from '../../../model/bulk/bulk';
import type { Problem } from '../../../model/problem';
import type { Value } from './change';
import { restorableStates, type RowState } from './row-state';

export interface JobRow {
  id: number;
  username: string;
  /** What it had before the job; null: not known. */
  before: Value;
}

export interface JobRows {
  /** In the order in which they were found. */
  all(): readonly JobRow[];
  /** Grows with each row that is added, and with each change of a value from before. */
  revision(): number;
  indexOf(id: number): number | undefined;
  add(row: JobRow, state: RowState): number;
  setBefore(index: number, before: Value): void;
  state(index: number): RowState;
  states(): readonly RowState[];
  /** Without a problem, the row has none any more. */
  setState(index: number, state: RowState, problem?: Problem): void;
  problemOf(index: number): Problem | undefined;
  /** The problems of rows, by index. */
  problems(): ReadonlyMap<number, Problem>;
  /** How many rows are in these states. */
  count(...states: readonly RowState[]): number;
  /** How many rows in these states have a value from before that is not known. */
  countWithoutBefore(...states: readonly RowState[]): number;
  /** Rows that an undo would change: one whose value from before is not known stays as it is. */
  toRestore(): number;
  /** A part of the rows, those with problems first. */
  page(offset: number, limit: number): { rows: BulkRow[]; total: number };
}

const outcomes: Readonly<Record<RowState, BulkRow['outcome']>> = {
  waiting: 'waiting',
  changed: 'changed',
  same: 'same',
  refused: 'refused',
  unknown: 'unknown',
  undone: 'undone',
  'undo-refused': 'refused',
  'undo-unknown': 'unknown',
  // Still as the job changed it, or as someone else did: the row's problem shows which.
  left: 'changed',
};
/** What went wrong comes first, what needed nothing last. */
const shownOrder: readonly RowState[] = [
  'refused',
  'undo-refused',
  'unknown',
  'undo-unknown',
  'left',
  'waiting',
  'changed',
  'undone',
  'same',
];

/** Counts rows by state: all of them, and those whose value from before is not known. */
function createCounts() {
  const all = new Map<RowState, number>();
  const withoutBefore = new Map<RowState, number>();
  const sum = (counts: ReadonlyMap<RowState, number>, states: readonly RowState[]) =>
    states.reduce((total, state) => total + (counts.get(state) ?? 0), 0);
  return {
    change(state: RowState, { before }: JobRow, by: 1 | -1): void {
      all.set(state, (all.get(state) ?? 0) + by);
      if (before === null) withoutBefore.set(state, (withoutBefore.get(state) ?? 0) + by);
    },
    count: (...states: readonly RowState[]) => sum(all, states),
    countWithoutBefore: (...states: readonly RowState[]) => sum(withoutBefore, states),
  };
}

/** Rows that exist already, with their states and problems by index. A row without a state is waiting. */
export function createJobRows(
  initial: readonly JobRow[] = [],
  initialStates: readonly RowState[] = [],
  initialProblems: Iterable<readonly [number, Problem]> = [],
): JobRows {
  const rows = [...initial];
  const states = rows.map((_, index) => initialStates[index] ?? 'waiting');
  const problems = new Map(initialProblems);
  const byId = new Map(rows.map(({ id }, index) => [id, index]));
  const counts = createCounts();
  rows.forEach((row, index) => counts.change(states[index] ?? 'waiting', row, 1));

  let revision = 0;
  const state = (index: number): RowState => states[index] ?? 'waiting';

  return {
    all: () => rows,
    revision: () => revision,
    indexOf: (id) => byId.get(id),
    add(row, added) {
      const index = rows.push(row) - 1;
      states.push(added);
      byId.set(row.id, index);
      counts.change(added, row, 1);
      revision += 1;
      return index;
    },
    setBefore(index, before) {
      const row = rows[index];
      if (row === undefined || JSON.stringify(row.before) === JSON.stringify(before)) return;
      const next = { ...row, before };
      counts.change(state(index), row, -1);
      counts.change(state(index), next, 1);
      rows[index] = next;
      revision += 1;
    },
    state,
    states: () => states,
    setState(index, next, problem) {
      const row = rows[index];
      if (row === undefined) return;
      counts.change(state(index), row, -1);
      counts.change(next, row, 1);
      states[index] = next;
      if (problem === undefined) problems.delete(index);
      else problems.set(index, problem);
    },
    problemOf: (index) => problems.get(index),
    problems: () => problems,
    count: counts.count,
    countWithoutBefore: counts.countWithoutBefore,
    toRestore: () => counts.count(...restorableStates) - counts.countWithoutBefore(...restorableStates),
    page: (offset, limit) => ({
      rows: indexesInOrder(states, counts.count, offset, limit).flatMap((index) => {
        const row = rows[index];
        return row === undefined ? [] : [rowView(row, state(index), problems.get(index))];
      }),
      total: rows.length,
    }),
  };
}

function rowView({ id, username }: JobRow, state: RowState, problem: Problem | undefined): BulkRow {
  return { id, username, outcome: outcomes[state], ...(problem === undefined ? {} : { problem }) };
}

/** The rows from `offset` on, sorted by state: states that are skipped as a whole are not searched. */
function indexesInOrder(
  states: readonly RowState[],
  count: (state: RowState) => number,
  offset: number,
  limit: number,
): number[] {
  const shown: number[] = [];
  let before = 0;
  for (const state of shownOrder) {
    const here = count(state);
    if (before + here > offset && shown.length < limit) {
      let position = before;
      for (let index = 0; index < states.length && shown.length < limit; index += 1) {
        if (states[index] !== state) continue;
        if (position >= offset) shown.push(index);
        position += 1;
      }
    }
    before += here;
  }
  return shown;
}
