import { describe, expect, it } from 'vitest';
import type { Value } from './rows/change';
import { bulkViewSchema } from '../../model/bulk/bulk';
import { createBulkTestbed, fine, once, someSubs, writesOf } from './bulk-testbed.fixture';

const all = { which: 'matching', search: '', status: null } as const;
const disable = { does: 'disable' } as const;
const enable = { does: 'enable' } as const;
const off: Value = {
  topUpIps: false,
  topUpIpsBelow: 5,
  topUpIpsBy: 10,
  topUpTraffic: false,
  topUpTrafficBelow: null,
  topUpTrafficBy: null,
};
const topUp = { does: 'topUp', ...off, topUpIps: true, topUpIpsBelow: 20, topUpIpsBy: 100 } as const;

describe('a job on many sub-accounts', () => {
  it('sends one write for each that needs it, and none for the others', async () => {
    const testbed = createBulkTestbed(someSubs([true, false, true, null, false, true, true]));
    expect(testbed.bulk.start(all, disable)).toEqual({ ok: true, value: undefined });
    await testbed.rest();
    expect(writesOf(testbed)).toEqual([1, 3, 4, 6, 7].map((id) => [id, false]));
    expect(testbed.mostAtOnce).toBe(1);
    expect(testbed.view.bulk).toMatchObject({
      phase: 'done',
      total: 7,
      counts: { changed: 5, same: 2, waiting: 0, refused: 0, unknown: 0 },
    });
    expect(testbed.confirmed.get(6)).toBe(false);
    expect(bulkViewSchema.parse(testbed.view)).toEqual(testbed.view);
  });

  it('reads a change of top-up back: what 9Proxy accepted and did not set is not counted as changed', async () => {
    const both = { ...topUp, topUpTraffic: true, topUpTrafficBelow: 1e9, topUpTrafficBy: 2e9 } as const;
    const testbed = createBulkTestbed(someSubs([off, off, off]));
    const outcomes: ((value: Value, before: Value) => Value)[] = [
      (value) => value,
      (_, before) => before,
      (value) => (typeof value === 'object' && value !== null ? { ...value, topUpTrafficBy: 5 } : value),
    ];
    testbed.takes = (value, before) => outcomes.shift()?.(value, before) ?? value;
    testbed.bulk.start(all, both);
    await testbed.rest();
    expect(writesOf(testbed)).toHaveLength(3);
    const problem = { kind: 'left-alone', why: 'not-taken' };
    expect(testbed.view.bulk).toMatchObject({ phase: 'done', counts: { changed: 2, refused: 1 }, problem });
    const rows = testbed.bulk.rows({ job: 'bulk', offset: 0, limit: 10 });
    expect(rows.ok && rows.value.rows.map(({ id, outcome, problem: why }) => [id, outcome, why])).toEqual([
      [2, 'refused', problem],
      [1, 'changed', undefined],
      [3, 'changed', problem],
    ]);
    testbed.takes = (value) => value;
    testbed.bulk.undo();
    await testbed.rest();
    expect(testbed.view.bulk).toMatchObject({ phase: 'undone', counts: { undone: 2 } });
    expect(testbed.view.bulk?.problem).toBe(undefined);
  });

  it('reports why a change of top-up could not be read back', async () => {
    const testbed = createBulkTestbed(someSubs([off]));
    testbed.bulk.start(all, topUp);
    testbed.takes = (value) => {
      testbed.readProblem = () => ({ kind: 'timed-out' });
      return value;
    };
    await testbed.rest();
    expect(testbed.view.bulk).toMatchObject({ phase: 'done', counts: { changed: 1 }, problem: { kind: 'timed-out' } });
  });

  it('has the sub-accounts that match, or those that are named', async () => {
    const matching = createBulkTestbed(someSubs(Array.from({ length: 12 }, () => true)));
    matching.bulk.start({ which: 'matching', search: 'user1', status: 'enabled' }, disable);
    await matching.rest();
    expect(writesOf(matching).map(([id]) => id)).toEqual([1, 10, 11, 12]);
    const named = createBulkTestbed(someSubs(Array.from({ length: 12 }, () => true)));
    named.bulk.start({ which: 'these', ids: [2, 11, 99] }, disable);
    await named.rest();
    expect(writesOf(named).map(([id]) => id)).toEqual([2, 11]);
    expect(named.bulk.rows({ job: 'bulk', offset: 0, limit: 10 })).toMatchObject({
      value: { rows: [{ id: 99, outcome: 'refused', problem: { kind: 'left-alone', why: 'gone' } }, {}, {}], total: 3 },
    });
  });

  it('shows in a preview what would change, and starts with these rows without reading again', async () => {
    const testbed = createBulkTestbed(someSubs([true, false, true]));
    const seen = await testbed.bulk.preview(all, disable);
    expect(seen).toMatchObject({ ok: true, value: { total: 3, changes: 2 } });
    expect(writesOf(testbed)).toEqual([]);
    const reads = testbed.log.length;
    testbed.bulk.start(all, disable);
    await testbed.rest();
    expect(testbed.log.filter(({ did }) => did === 'read')).toHaveLength(reads);
    expect(writesOf(testbed)).toHaveLength(2);
    await testbed.clock.advance(120_000);
    await testbed.bulk.preview(all, enable);
    await testbed.clock.advance(120_000);
    const before = testbed.log.length;
    testbed.bulk.start(all, enable);
    await testbed.rest();
    expect(testbed.log[before]?.did).toBe('read');
  });

  it('shows the progress of a preview, and stops reading when it is cancelled', async () => {
    const testbed = createBulkTestbed(someSubs(Array.from({ length: 12 }, () => true)));
    const seen: unknown[] = [];
    testbed.readProblem = () => {
      seen.push(testbed.bulk.view().previewing);
      if (seen.length === 3) testbed.bulk.cancelPreview();
      return null;
    };
    const previewing = testbed.bulk.preview(all, disable);
    await testbed.rest();
    expect(await previewing).toEqual({ ok: false, problem: { kind: 'cancelled' } });
    expect(seen).toEqual([
      { read: 0, total: null },
      { read: 5, total: 12 },
      { read: 10, total: 12 },
    ]);
    expect(testbed.view.previewing).toBeNull();
    seen.length = 10;
    expect(await testbed.bulk.preview(all, disable)).toMatchObject({ ok: true, value: { total: 12 } });
    await testbed.rest();
    expect(testbed.view.previewing).toBeNull();
  });

  it('starts with the rows of a preview that was read, though the preview is cancelled afterwards', async () => {
    const testbed = createBulkTestbed(someSubs([true, false]));
    await testbed.bulk.preview(all, disable);
    const reads = testbed.log.length;
    testbed.bulk.cancelPreview();
    testbed.bulk.start(all, disable);
    await testbed.rest();
    expect(testbed.log.slice(reads).map(({ did }) => did)).toEqual(['write']);
  });

  it('lists the rows that went wrong before all others', async () => {
    const testbed = createBulkTestbed(someSubs([true, true, true, true]));
    testbed.fate = once(fine, { does: 'refused' }, { does: 'lost', done: true });
    testbed.bulk.start(all, disable);
    await testbed.rest();
    const rows = testbed.bulk.rows({ job: 'bulk', offset: 0, limit: 3 });
    expect(rows.ok && rows.value.rows.map(({ id, outcome, problem }) => [id, outcome, problem?.kind])).toEqual([
      [2, 'refused', 'rejected'],
      [3, 'unknown', 'outcome-unknown'],
      [1, 'changed', undefined],
    ]);
    expect(testbed.view.bulk).toMatchObject({ phase: 'done', counts: { changed: 2, refused: 1, unknown: 1 } });
    expect(testbed.confirmed.get(3)).toBeNull();
  });

  it('waits as long as a rate limit says, shows that, and continues with the write that was refused', async () => {
    const testbed = createBulkTestbed(someSubs([true, true]));
    testbed.fate = once({ does: 'slow-down' });
    testbed.bulk.start(all, disable);
    await testbed.clock.advance(20_000);
    expect(testbed.view.bulk).toMatchObject({ phase: 'running', problem: { kind: 'rate-limited' } });
    expect(writesOf(testbed)).toHaveLength(1);
    await testbed.clock.advance(10_000);
    await testbed.rest();
    expect(writesOf(testbed).map(([id]) => id)).toEqual([1, 1, 2]);
    expect(testbed.view.bulk?.problem).toBeUndefined();
    expect(testbed.view.bulk?.phase).toBe('done');
  });

  it.each([
    ['a refused key', once({ does: 'key-refused' }), 1, 'key-refused'],
    ['no network, three times', () => ({ does: 'offline' }) as const, 0, 'unreachable'],
    ['no answer, three times', () => ({ does: 'lost', done: false }) as const, 3, 'outcome-unknown'],
  ])('a job stops at %s, and continues when the user resumes it', async (_, fate, sent, kind) => {
    const testbed = createBulkTestbed(someSubs([true, true, true, true, true]));
    testbed.fate = fate;
    testbed.bulk.start(all, disable);
    await testbed.rest();
    expect(writesOf(testbed)).toHaveLength(sent);
    expect(testbed.view.bulk).toMatchObject({ phase: 'interrupted', problem: { kind } });
    expect(testbed.bulk.start(all, enable)).toEqual({ ok: false, problem: { kind: 'work-under-way' } });
    testbed.fate = () => fine;
    expect(testbed.bulk.resume().ok).toBe(true);
    await testbed.rest();
    expect(testbed.view.bulk).toMatchObject({ phase: 'done', counts: { changed: 5 } });
    expect(testbed.values().every(([, value]) => value === false)).toBe(true);
  });

  it('ends after the write on its way when it is cancelled', async () => {
    const testbed = createBulkTestbed(someSubs([true, true, true]));
    testbed.fate = () => {
      testbed.bulk.cancel();
      return fine;
    };
    testbed.bulk.start(all, disable);
    await testbed.rest();
    expect(writesOf(testbed)).toHaveLength(1);
    expect(testbed.view.bulk).toMatchObject({ phase: 'cancelled', counts: { changed: 1, waiting: 2 } });
    testbed.bulk.undo();
    testbed.fate = () => fine;
    await testbed.rest();
    expect(testbed.values().map(([, value]) => value)).toEqual([true, true, true]);
    expect(testbed.view.bulk).toMatchObject({ phase: 'undone', back: true, counts: { undone: 1, waiting: 2 } });
    expect(testbed.bulk.dismiss().ok).toBe(true);
    expect(testbed.view.bulk).toBeNull();
  });

  it('can be resumed after it was cancelled while rows were read', async () => {
    const testbed = createBulkTestbed(someSubs(Array.from({ length: 12 }, () => true)));
    testbed.readProblem = () => ({ kind: 'rate-limited', until: testbed.clock.now() + 60_000 });
    testbed.bulk.start(all, disable);
    await testbed.clock.advance(1000);
    expect(testbed.view.bulk).toMatchObject({ phase: 'gathering', problem: { kind: 'rate-limited' } });
    testbed.bulk.cancel();
    await testbed.rest();
    expect(testbed.view.bulk).toMatchObject({ phase: 'cancelled', total: 0 });
    testbed.readProblem = () => null;
    testbed.bulk.resume();
    await testbed.rest();
    expect(testbed.view.bulk).toMatchObject({ phase: 'done', counts: { changed: 12 } });
  });

  it('reads a row of unknown outcome again instead of sending it again', async () => {
    const testbed = createBulkTestbed(someSubs([true, true]));
    testbed.fate = once({ does: 'lost', done: true }, { does: 'lost', done: false });
    testbed.bulk.start(all, disable);
    await testbed.rest();
    expect(testbed.view.bulk).toMatchObject({ phase: 'done', counts: { unknown: 2 } });
    testbed.bulk.resume();
    await testbed.rest();
    expect(writesOf(testbed).map(([id]) => id)).toEqual([1, 2, 2]);
    expect(testbed.view.bulk).toMatchObject({ phase: 'done', counts: { unknown: 0, changed: 2 } });
  });

  it('restores the amounts from before, and leaves a row that someone else changed since', async () => {
    const other = { ...off, topUpIps: true, topUpIpsBelow: 1, topUpIpsBy: 2 };
    const testbed = createBulkTestbed(someSubs([off, other, off, { ...topUp, does: undefined } as unknown as Value]));
    const before = testbed.values();
    testbed.bulk.start(all, topUp);
    await testbed.rest();
    expect(testbed.view.bulk?.counts).toMatchObject({ changed: 3, same: 1 });
    const third = testbed.subs.get(3);
    if (third !== undefined) third.value = { ...off, topUpIps: true, topUpIpsBelow: 7, topUpIpsBy: 7 };
    testbed.bulk.undo();
    await testbed.rest();
    expect(testbed.values().filter(([id]) => id !== 3)).toEqual(before.filter(([id]) => id !== 3));
    expect(third?.value).toMatchObject({ topUpIpsBelow: 7 });
    expect(testbed.view.bulk).toMatchObject({ phase: 'undone', counts: { undone: 2, changed: 1 } });
    const rows = testbed.bulk.rows({ job: 'bulk', offset: 0, limit: 1 });
    expect(rows).toMatchObject({ value: { rows: [{ id: 3, problem: { kind: 'left-alone', why: 'changed-since' } }] } });
  });

  it('needs both amounts of a top-up that is on', () => {
    const testbed = createBulkTestbed([]);
    expect(testbed.bulk.start(all, { ...topUp, topUpIpsBy: null })).toEqual({
      ok: false,
      problem: { kind: 'bad-input', field: 'topUpIpsBy' },
    });
  });

  it('sends no write that is not recorded on the disk', async () => {
    const testbed = createBulkTestbed(someSubs([true, true]));
    testbed.diskFull = true;
    testbed.bulk.start(all, disable);
    await testbed.rest();
    expect(writesOf(testbed)).toEqual([]);
    expect(testbed.view.bulk).toMatchObject({ phase: 'interrupted', problem: { kind: 'disk-full' } });
  });

  it('belongs to its account alone', async () => {
    const testbed = createBulkTestbed(someSubs([true, true]));
    testbed.bulk.start(all, disable);
    await testbed.rest();
    testbed.owner = 'https://api.example 8';
    testbed.bulk.syncAccount();
    expect(testbed.view).toEqual({ bulk: null, panic: null, previewing: null });
    testbed.owner = 'https://api.example 7';
    testbed.bulk.syncAccount();
    expect(testbed.view.bulk).toMatchObject({ phase: 'done', counts: { changed: 2 } });
  });

  it('is interrupted when the key changes, and the row of the write on its way is read again', async () => {
    const testbed = createBulkTestbed(someSubs([true, true, true]));
    testbed.fate = () => {
      testbed.bulk.reset();
      testbed.fate = () => fine;
      return fine;
    };
    testbed.bulk.start(all, disable);
    await testbed.clock.advance(1000);
    expect(testbed.view.bulk).toMatchObject({ phase: 'interrupted', counts: { unknown: 1, waiting: 2 } });
    testbed.bulk.resume();
    await testbed.rest();
    expect(testbed.view.bulk).toMatchObject({ phase: 'done', counts: { changed: 3 } });
    expect(writesOf(testbed).map(([id]) => id)).toEqual([1, 2, 3]);
  });
});
