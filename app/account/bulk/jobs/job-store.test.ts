import { describe, expect, it } from 'vitest';
import { memoryFiles } from '../../../settings/files/profile-files.fixture';
import { createMemoryJobStore, openJobStore } from './job-store';
import { progressOf, restoreJob, type StoredJob } from './stored-job';

const stored: StoredJob = {
  id: 'a',
  change: { does: 'disable' },
  startedAt: 1,
  rows: [1, 2, 3].map((id) => ({ id, username: `user${id}`, before: true })),
};
const progress = progressOf(restoreJob('bulk', stored, null));

function disk() {
  const files = new Map<string, string>();
  return { files, open: () => openJobStore({ files: memoryFiles(files), now: () => 1 }) };
}

describe('the job store', () => {
  it('has a job after a restart, for its own account only', () => {
    const { open } = disk();
    open().save('me', 'panic', stored);
    open().saveProgress('a', progress);
    expect(open().read('me', 'panic')).toEqual({ job: stored, progress });
    expect(open().read('me', 'bulk')).toBeNull();
    expect(open().read('someone else', 'panic')).toBeNull();
  });

  it('removes a job with its progress, and leaves the others', () => {
    const { open, files } = disk();
    const store = open();
    store.save('me', 'panic', stored);
    store.save('me', 'bulk', { ...stored, id: 'b' });
    for (const id of ['a', 'b']) store.saveProgress(id, progress);
    store.save('me', 'panic', null);
    expect(open().read('me', 'panic')).toBeNull();
    expect(open().read('me', 'bulk')).toMatchObject({ job: { id: 'b' }, progress: { codes: 'www' } });
    expect(files.get('bulk-progress.json')).not.toContain('"a"');
  });

  it('reports a file that cannot be read', () => {
    const { open, files } = disk();
    files.set('bulk.json', '{');
    expect(open().problems()).toMatchObject([{ kind: 'store-unreadable', store: 'bulk' }]);
  });

  it('in memory has its jobs as long as it exists', async () => {
    const store = createMemoryJobStore();
    store.save('me', 'bulk', stored);
    expect(store.read('me', 'bulk')?.job).toEqual(stored);
    expect(createMemoryJobStore().read('me', 'bulk')).toBeNull();
  });
});
