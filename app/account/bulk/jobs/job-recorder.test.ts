import { describe, expect, it } from 'vitest';
import { failed, ok, type Result } from '../../../model/problem';
import { createJob, type JobSlot } from './job';
import { createJobRecorder } from './job-recorder';
import { createMemoryJobStore } from './job-store';

function setUp(slot: JobSlot = 'bulk', write: () => Result<void> = () => ok(undefined)) {
  const job = createJob(slot, { id: 'a', change: { does: 'disable' }, startedAt: 1 });
  for (let id = 1; id <= 3; id += 1) job.rows.add({ id, username: `user${id}`, before: true }, 'waiting');
  const store = createMemoryJobStore();
  const writes: string[] = [];
  const recorder = createJobRecorder(
    job,
    {
      ...store,
      save(...of) {
        writes.push('rows');
        store.save(...of);
        return write();
      },
      saveProgress(id, progress) {
        writes.push(progress.codes);
        store.saveProgress(id, progress);
        return write();
      },
    },
    'me',
  );
  return { job, store, writes, recorder };
}

describe('the job recorder', () => {
  it('writes the rows once, before it writes that some are about to be sent', () => {
    const { job, writes, recorder } = setUp();
    expect(recorder.announce([0, 1])).toEqual(ok(undefined));
    expect([recorder.isAnnounced(1), recorder.isAnnounced(2)]).toEqual([true, false]);
    job.rows.setState(0, 'changed');
    recorder.settled(0);
    expect(recorder.isAnnounced(0)).toBe(false);
    recorder.announce([1, 2]);
    expect(writes).toEqual(['rows', 'ppw', 'cpp']);
  });

  it('stops a job whose rows cannot be written, but not a panic', () => {
    const fails = () => failed({ kind: 'internal' } as const);
    expect(setUp('bulk', fails).recorder.announce([0]).ok).toBe(false);
    expect(setUp('panic', fails).recorder.announce([0]).ok).toBe(true);
  });

  it('does not store a job whose rows were not all found', () => {
    const { job, store, recorder } = setUp();
    recorder.save();
    expect(store.read('me', 'bulk')).toBeNull();
    job.isComplete = true;
    recorder.save();
    expect(store.read('me', 'bulk')).toMatchObject({ job: { id: 'a' }, progress: { codes: 'www' } });
  });
});
