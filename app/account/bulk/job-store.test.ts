import { describe, expect, it } from 'vitest';
import { memoryFiles } from '../../settings/profile-files.fixture';
import { createJob, type KeptJob } from './job';
import { createMemoryJobStore, openJobStore } from './job-store';

const kept: KeptJob = {
  id: 'a',
  change: { does: 'disable' },
  startedAt: 1,
  rows: [1, 2, 3].map((id) => ({ id, username: `user${id}`, before: true })),
};

function disk() {
  const files = new Map<string, string>();
  return { files, open: () => openJobStore({ files: memoryFiles(files), now: () => 1 }) };
}

describe('what is kept of a job', () => {
  it('survives a restart, with what was about to be sent not known', () => {
    const { open } = disk();
    const job = createJob('panic', kept, null);
    job.phase = 'running';
    job.set(0, 'c');
    open().keep('me', 'panic', job.kept());
    const shelf = open();
    shelf.keepProgress('a', job.progress(new Set([1])));
    const found = open().read('me', 'panic');
    const again = createJob('panic', found?.job ?? kept, found?.progress ?? null);
    expect([0, 1, 2].map((index) => again.code(index))).toEqual(['c', 'u', 'w']);
    expect(again.view()).toMatchObject({ phase: 'interrupted', counts: { changed: 1, unknown: 1, waiting: 1 } });
    expect(open().read('somebody else', 'panic')).toBeNull();
  });

  it('goes with its progress, and leaves the others', () => {
    const { open, files } = disk();
    const shelf = open();
    shelf.keep('me', 'panic', kept);
    shelf.keep('me', 'bulk', { ...kept, id: 'b' });
    for (const id of ['a', 'b']) shelf.keepProgress(id, createJob('bulk', kept, null).progress(new Set()));
    shelf.keep('me', 'panic', null);
    expect(open().read('me', 'panic')).toBeNull();
    expect(open().read('me', 'bulk')).toMatchObject({ job: { id: 'b' }, progress: { codes: 'www' } });
    expect(files.get('bulk-progress.json')).not.toContain('"a"');
  });

  it('names why rows are not as wanted, once for all of them', () => {
    const job = createJob('bulk', kept, null);
    for (const index of [0, 2]) job.set(index, 'r', { kind: 'rejected', message: 'No' });
    const progress = job.progress(new Set());
    expect(progress.reasons).toEqual([{ problem: { kind: 'rejected', message: 'No' }, rows: [0, 2] }]);
    expect(createJob('bulk', kept, progress).page(0, 1).rows[0]).toMatchObject({ id: 1, problem: { message: 'No' } });
  });

  it('says when a file cannot be read, and stays in memory for the demo', async () => {
    const { open, files } = disk();
    files.set('bulk.json', '{');
    expect(open().problems()).toMatchObject([{ kind: 'store-unreadable', store: 'bulk' }]);
    const demo = createMemoryJobStore();
    expect((await demo.ready()).ok).toBe(true);
    demo.keep('me', 'bulk', kept);
    expect(demo.read('me', 'bulk')?.job).toEqual(kept);
    expect(createMemoryJobStore().read('me', 'bulk')).toBeNull();
  });
});
