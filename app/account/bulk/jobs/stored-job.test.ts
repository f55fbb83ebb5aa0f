import { describe, expect, it } from 'vitest';
import { createJob, jobView } from './job';
import { rowStates } from '../rows/row-state';
import { progressOf, progressSchema, restoreJob, storedJobOf } from './stored-job';

/** A job with a row for each state. */
function exampleJob() {
  const job = createJob('bulk', { id: 'a', change: { does: 'disable' }, startedAt: 1 });
  rowStates.forEach((state, index) =>
    job.rows.add({ id: index + 1, username: `user${index + 1}`, before: true }, state),
  );
  job.isComplete = true;
  return job;
}

describe('a stored job', () => {
  it('has one letter for each row, the same in every version', () => {
    const { codes, way, whole } = progressOf(exampleJob());
    expect([codes, way, whole]).toEqual(['wcsrudxyl', 'there', true]);
  });

  it('is restored with its rows, states and direction, and was interrupted if it ran', () => {
    const job = exampleJob();
    job.phase = 'undoing';
    job.direction = 'undo';
    const progress = progressSchema.parse(progressOf(job));
    const restored = restoreJob('bulk', storedJobOf(job), progress);
    expect(restored.rows.all()).toEqual(job.rows.all());
    expect(restored.rows.states()).toEqual(rowStates);
    expect(restored).toMatchObject({ phase: 'interrupted', direction: 'undo', isComplete: true });
    expect(jobView(restored)).toEqual({ ...jobView(job), phase: 'interrupted' });
  });

  it('has unknown rows where requests were about to be sent', () => {
    const job = exampleJob();
    const applied = restoreJob('bulk', storedJobOf(job), progressOf(job, new Set([0])));
    job.direction = 'undo';
    const undone = restoreJob('bulk', storedJobOf(job), progressOf(job, new Set([1])));
    expect([applied.rows.state(0), undone.rows.state(1)]).toEqual(['unknown', 'undo-unknown']);
  });

  it('has waiting rows where nothing was written of them', () => {
    const job = exampleJob();
    expect(restoreJob('bulk', storedJobOf(job), null).rows.count('waiting')).toBe(rowStates.length);
    const progress = { ...progressOf(job), codes: 'cc' };
    expect(restoreJob('bulk', storedJobOf(job), progress).rows.count('changed', 'waiting')).toBe(rowStates.length);
  });

  it('has each problem once, for all rows that have it', () => {
    const job = exampleJob();
    for (const index of [0, 2]) job.rows.setState(index, 'refused', { kind: 'rejected', message: 'No' });
    const progress = progressOf(job);
    expect(progress.reasons).toEqual([{ problem: { kind: 'rejected', message: 'No' }, rows: [0, 2] }]);
    const restored = restoreJob('bulk', storedJobOf(job), progress);
    expect(restored.rows.page(0, 1).rows[0]).toMatchObject({ id: 1, problem: { message: 'No' } });
  });
});
