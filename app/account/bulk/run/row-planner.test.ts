import { describe, expect, it } from 'vitest';
import { manualClock } from '../../../model/clock.fixture';
import { createJob } from '../jobs/job';
import { createRowPlanner } from './row-planner';
import type { RowState } from '../rows/row-state';

/** A planner over a job that disables these rows, all of them on before. */
function setUp(...states: RowState[]) {
  const job = createJob('bulk', { id: 'a', change: { does: 'disable' }, startedAt: 1 });
  states.forEach((state, index) => job.rows.add({ id: index + 1, username: `user${index + 1}`, before: true }, state));
  return { job, planner: createRowPlanner(job, manualClock(100)) };
}

describe('the row planner', () => {
  it('queues a write for a row that needs one, and gives the others their outcome', () => {
    const { job, planner } = setUp('waiting', 'waiting');
    planner.plan(0, false, 10);
    planner.plan(1, true, 20);
    expect(job.rows.state(0)).toBe('same');
    expect(planner.upcoming(5)).toEqual([{ index: 1, value: false, readAt: 20 }]);
    expect([planner.isPlanned(0), planner.isPlanned(1), planner.waiting()]).toEqual([true, true, 1]);
    planner.removeFirst();
    expect([planner.upcoming(5), planner.waiting()]).toEqual([[], 0]);
  });

  it('records the value that is replaced, but not that it is no longer reported', () => {
    const { job, planner } = setUp('waiting');
    planner.plan(0, null, 10);
    expect(job.rows.all()[0]?.before).toBe(true);
  });

  it('restores the value from before in an undo', () => {
    const { job, planner } = setUp('changed');
    job.direction = 'undo';
    planner.plan(0, false, 10);
    expect(planner.upcoming(1)).toEqual([{ index: 0, value: true, readAt: 10 }]);
  });

  it('queues all waiting rows of a job whose rows were just found', () => {
    const { planner } = setUp('waiting', 'same', 'waiting');
    planner.planWaiting(7);
    expect(planner.upcoming(5).map(({ index, readAt }) => [index, readAt])).toEqual([
      [0, 7],
      [2, 7],
    ]);
  });

  it('takes due rows that were not found for deleted', () => {
    const { job, planner } = setUp('waiting', 'waiting', 'same');
    planner.plan(0, false, 10);
    planner.planMissing();
    expect(job.rows.states()).toEqual(['same', 'refused', 'same']);
    expect(job.rows.problemOf(1)).toEqual({ kind: 'left-alone', why: 'gone' });
  });
});
