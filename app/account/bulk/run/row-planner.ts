// Decides what becomes of the rows that were read: each gets an outcome, or a write in the queue.
import type { Clock } from '../../../model/clock';
import { type Value, type Wanted, wantedOf } from '../rows/change';
import type { Job } from '../jobs/job';
import { isPartlyTaken } from './read-back';
import { planChange, planUndo, type Step } from '../rows/row-plan';
import { isDue } from '../rows/row-state';

/** A write that waits to be sent. */
export interface PlannedWrite {
  index: number;
  value: Wanted;
  /** When its present value was requested (ms). */
  readAt: number;
}

export interface RowPlanner {
  /** Writes that wait to be sent, in their order. */
  waiting(): number;
  /** The next of these writes. */
  upcoming(count: number): readonly PlannedWrite[];
  /** The first write was answered. */
  removeFirst(): void;
  isPlanned(index: number): boolean;
  /** Plans a row that has `present`, as requested at `readAt` (ms); undefined: it no longer exists. */
  plan(index: number, present: Value | undefined, readAt: number): void;
  /** What a row needs that has `present` now. */
  stepOf(index: number, present: Value | undefined): Step;
  /** Plans all waiting rows of a job whose rows were just found, as requested at `readAt` (ms). */
  planWaiting(readAt: number): void;
  /** Due rows that were not planned were not found: they no longer exist. */
  planMissing(): void;
}

/** Plans the rows of one pass over `job`. */
export function createRowPlanner(job: Job, clock: Clock): RowPlanner {
  const { rows } = job;
  const wanted = wantedOf(job.change);
  const planned = new Set<number>();
  const queue: PlannedWrite[] = [];
  let first = 0;

  const stepOf = (index: number, present: Value | undefined): Step =>
    job.direction === 'apply'
      ? planChange(rows.state(index), present, wanted)
      : planUndo(rows.all()[index]?.before ?? null, present, wanted, isPartlyTaken(rows.problemOf(index)));

  function plan(index: number, present: Value | undefined, readAt: number): void {
    planned.add(index);
    const step = stepOf(index, present);
    if ('state' in step) {
      rows.setState(index, step.state, step.problem);
      return;
    }
    if (job.direction === 'apply') {
      if (rows.state(index) !== 'waiting') rows.setState(index, 'waiting');
      // A status that is no longer reported does not replace what is known from before.
      rows.setBefore(index, present ?? rows.all()[index]?.before ?? null);
    }
    queue.push({ index, value: step.send, readAt });
  }

  return {
    waiting: () => queue.length - first,
    upcoming: (count) => queue.slice(first, first + count),
    removeFirst() {
      first += 1;
    },
    isPlanned: (index) => planned.has(index),
    plan,
    stepOf,
    planWaiting(readAt) {
      rows.states().forEach((state, index) => {
        if (state === 'waiting') queue.push({ index, value: wanted, readAt });
      });
    },
    planMissing() {
      rows.all().forEach((_, index) => {
        if (!planned.has(index) && isDue(rows.state(index), job.direction)) plan(index, undefined, clock.now());
      });
    },
  };
}
