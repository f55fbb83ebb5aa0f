import { describe, expect, it } from 'vitest';
import type { Value } from './rows/change';
import { bulkViewSchema } from '../../model/bulk';
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

describe('a job', () => {
  it('sends one write for each that needs it, and none for the others', async () => {
    const world = createBulkTestbed(someSubs([true, false, true, null, false, true, true]));
    expect(world.bulk.start(all, disable)).toEqual({ ok: true, value: undefined });
    await world.rest();
    expect(writesOf(world)).toEqual([1, 3, 4, 6, 7].map((id) => [id, false]));
    expect(world.mostAtOnce).toBe(1);
    expect(world.view.bulk).toMatchObject({
      phase: 'done',
      total: 7,
      counts: { changed: 5, same: 2, waiting: 0, refused: 0, unknown: 0 },
    });
    expect(world.confirmed.get(6)).toBe(false);
    expect(bulkViewSchema.parse(world.view)).toEqual(world.view);
  });

  it('of top-up is read back: what the vendor accepted and did not take is not counted as changed', async () => {
    const both = { ...topUp, topUpTraffic: true, topUpTrafficBelow: 1e9, topUpTrafficBy: 2e9 } as const;
    const world = createBulkTestbed(someSubs([off, off, off]));
    const outcomes: ((value: Value, before: Value) => Value)[] = [
      (value) => value,
      (_, before) => before,
      (value) => (typeof value === 'object' && value !== null ? { ...value, topUpTrafficBy: 5 } : value),
    ];
    world.takes = (value, before) => outcomes.shift()?.(value, before) ?? value;
    world.bulk.start(all, both);
    await world.rest();
    expect(writesOf(world)).toHaveLength(3);
    const problem = { kind: 'left-alone', why: 'not-taken' };
    expect(world.view.bulk).toMatchObject({ phase: 'done', counts: { changed: 2, refused: 1 }, problem });
    const rows = world.bulk.rows({ job: 'bulk', offset: 0, limit: 10 });
    expect(rows.ok && rows.value.rows.map(({ id, outcome, problem: why }) => [id, outcome, why])).toEqual([
      [2, 'refused', problem],
      [1, 'changed', undefined],
      [3, 'changed', problem],
    ]);
    world.takes = (value) => value;
    world.bulk.undo();
    await world.rest();
    expect(world.view.bulk).toMatchObject({ phase: 'undone', counts: { undone: 2 } });
    expect(world.view.bulk?.problem).toBe(undefined);
  });

  it('of top-up that cannot be read back says why', async () => {
    const world = createBulkTestbed(someSubs([off]));
    world.bulk.start(all, topUp);
    world.takes = (value) => {
      world.readTrouble = () => ({ kind: 'timed-out' });
      return value;
    };
    await world.rest();
    expect(world.view.bulk).toMatchObject({ phase: 'done', counts: { changed: 1 }, problem: { kind: 'timed-out' } });
  });

  it('is about those that match, or those that are named', async () => {
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

  it('shows before it is applied what would change, and applies that without reading again', async () => {
    const world = createBulkTestbed(someSubs([true, false, true]));
    const seen = await world.bulk.preview(all, disable);
    expect(seen).toMatchObject({ ok: true, value: { total: 3, changes: 2 } });
    expect(writesOf(world)).toEqual([]);
    const reads = world.log.length;
    world.bulk.start(all, disable);
    await world.rest();
    expect(world.log.filter(({ did }) => did === 'read')).toHaveLength(reads);
    expect(writesOf(world)).toHaveLength(2);
    await world.clock.advance(120_000);
    await world.bulk.preview(all, enable);
    await world.clock.advance(120_000);
    const before = world.log.length;
    world.bulk.start(all, enable);
    await world.rest();
    expect(world.log[before]?.did).toBe('read');
  });

  it('says how far a look is, and reads no further when it is called off', async () => {
    const world = createBulkTestbed(someSubs(Array.from({ length: 12 }, () => true)));
    const seen: unknown[] = [];
    world.readTrouble = () => {
      seen.push(world.bulk.view().previewing);
      if (seen.length === 3) world.bulk.cancelPreview();
      return null;
    };
    const previewing = world.bulk.preview(all, disable);
    await world.rest();
    expect(await previewing).toEqual({ ok: false, problem: { kind: 'cancelled' } });
    expect(seen).toEqual([
      { read: 0, total: null },
      { read: 5, total: 12 },
      { read: 10, total: 12 },
    ]);
    expect(world.view.previewing).toBeNull();
    seen.length = 10;
    expect(await world.bulk.preview(all, disable)).toMatchObject({ ok: true, value: { total: 12 } });
    await world.rest();
    expect(world.view.previewing).toBeNull();
  });

  it('begins with what was looked at though the look is called off afterwards', async () => {
    const world = createBulkTestbed(someSubs([true, false]));
    await world.bulk.preview(all, disable);
    const reads = world.log.length;
    world.bulk.cancelPreview();
    world.bulk.start(all, disable);
    await world.rest();
    expect(world.log.slice(reads).map(({ did }) => did)).toEqual(['write']);
  });

  it('says which went wrong, first of all rows', async () => {
    const world = createBulkTestbed(someSubs([true, true, true, true]));
    world.fate = once(fine, { does: 'refused' }, { does: 'lost', done: true });
    world.bulk.start(all, disable);
    await world.rest();
    const rows = world.bulk.rows({ job: 'bulk', offset: 0, limit: 3 });
    expect(rows.ok && rows.value.rows.map(({ id, outcome, problem }) => [id, outcome, problem?.kind])).toEqual([
      [2, 'refused', 'rejected'],
      [3, 'unknown', 'outcome-unknown'],
      [1, 'changed', undefined],
    ]);
    expect(world.view.bulk).toMatchObject({ phase: 'done', counts: { changed: 2, refused: 1, unknown: 1 } });
    expect(world.confirmed.get(3)).toBeNull();
  });

  it('waits as long as the vendor asks, says so, and goes on with the one that was refused', async () => {
    const world = createBulkTestbed(someSubs([true, true]));
    world.fate = once({ does: 'slow-down' });
    world.bulk.start(all, disable);
    await world.clock.advance(20_000);
    expect(world.view.bulk).toMatchObject({ phase: 'running', problem: { kind: 'rate-limited' } });
    expect(writesOf(world)).toHaveLength(1);
    await world.clock.advance(10_000);
    await world.rest();
    expect(writesOf(world).map(([id]) => id)).toEqual([1, 1, 2]);
    expect(world.view.bulk?.problem).toBeUndefined();
    expect(world.view.bulk?.phase).toBe('done');
  });

  it.each([
    ['a refused key', once({ does: 'key-refused' }), 1, 'key-refused'],
    ['no network, three times', () => ({ does: 'offline' }) as const, 0, 'unreachable'],
    ['no answer, three times', () => ({ does: 'lost', done: false }) as const, 3, 'outcome-unknown'],
  ])('stops at %s, and goes on when it is told to', async (_, fate, sent, kind) => {
    const world = createBulkTestbed(someSubs([true, true, true, true, true]));
    world.fate = fate;
    world.bulk.start(all, disable);
    await world.rest();
    expect(writesOf(world)).toHaveLength(sent);
    expect(world.view.bulk).toMatchObject({ phase: 'interrupted', problem: { kind } });
    expect(world.bulk.start(all, enable)).toEqual({ ok: false, problem: { kind: 'work-under-way' } });
    world.fate = () => fine;
    expect(world.bulk.resume().ok).toBe(true);
    await world.rest();
    expect(world.view.bulk).toMatchObject({ phase: 'done', counts: { changed: 5 } });
    expect(world.values().every(([, value]) => value === false)).toBe(true);
  });

  it('ends after the write that is out when it is cancelled', async () => {
    const world = createBulkTestbed(someSubs([true, true, true]));
    world.fate = () => {
      world.bulk.cancel();
      return fine;
    };
    world.bulk.start(all, disable);
    await world.rest();
    expect(writesOf(world)).toHaveLength(1);
    expect(world.view.bulk).toMatchObject({ phase: 'cancelled', counts: { changed: 1, waiting: 2 } });
    world.bulk.undo();
    world.fate = () => fine;
    await world.rest();
    expect(world.values().map(([, value]) => value)).toEqual([true, true, true]);
    expect(world.view.bulk).toMatchObject({ phase: 'undone', back: true, counts: { undone: 1, waiting: 2 } });
    expect(world.bulk.dismiss().ok).toBe(true);
    expect(world.view.bulk).toBeNull();
  });

  it('cancelled while rows are read can be gone on with', async () => {
    const world = createBulkTestbed(someSubs(Array.from({ length: 12 }, () => true)));
    world.readTrouble = () => ({ kind: 'rate-limited', until: world.clock.now() + 60_000 });
    world.bulk.start(all, disable);
    await world.clock.advance(1000);
    expect(world.view.bulk).toMatchObject({ phase: 'gathering', problem: { kind: 'rate-limited' } });
    world.bulk.cancel();
    await world.rest();
    expect(world.view.bulk).toMatchObject({ phase: 'cancelled', total: 0 });
    world.readTrouble = () => null;
    world.bulk.resume();
    await world.rest();
    expect(world.view.bulk).toMatchObject({ phase: 'done', counts: { changed: 12 } });
  });

  it('asks about what is not known instead of sending it again', async () => {
    const world = createBulkTestbed(someSubs([true, true]));
    world.fate = once({ does: 'lost', done: true }, { does: 'lost', done: false });
    world.bulk.start(all, disable);
    await world.rest();
    expect(world.view.bulk).toMatchObject({ phase: 'done', counts: { unknown: 2 } });
    world.bulk.resume();
    await world.rest();
    expect(writesOf(world).map(([id]) => id)).toEqual([1, 2, 2]);
    expect(world.view.bulk).toMatchObject({ phase: 'done', counts: { unknown: 0, changed: 2 } });
  });

  it('puts amounts back as they were, and leaves alone what somebody changed since', async () => {
    const other = { ...off, topUpIps: true, topUpIpsBelow: 1, topUpIpsBy: 2 };
    const world = createBulkTestbed(someSubs([off, other, off, { ...topUp, does: undefined } as unknown as Value]));
    const before = world.values();
    world.bulk.start(all, topUp);
    await world.rest();
    expect(world.view.bulk?.counts).toMatchObject({ changed: 3, same: 1 });
    const third = world.subs.get(3);
    if (third !== undefined) third.value = { ...off, topUpIps: true, topUpIpsBelow: 7, topUpIpsBy: 7 };
    world.bulk.undo();
    await world.rest();
    expect(world.values().filter(([id]) => id !== 3)).toEqual(before.filter(([id]) => id !== 3));
    expect(third?.value).toMatchObject({ topUpIpsBelow: 7 });
    expect(world.view.bulk).toMatchObject({ phase: 'undone', counts: { undone: 2, changed: 1 } });
    const rows = world.bulk.rows({ job: 'bulk', offset: 0, limit: 1 });
    expect(rows).toMatchObject({ value: { rows: [{ id: 3, problem: { kind: 'left-alone', why: 'changed-since' } }] } });
  });

  it('needs both amounts of a top-up that is on', () => {
    const world = createBulkTestbed([]);
    expect(world.bulk.start(all, { ...topUp, topUpIpsBy: null })).toEqual({
      ok: false,
      problem: { kind: 'bad-input', field: 'topUpIpsBy' },
    });
  });

  it('sends nothing that the disk does not know of', async () => {
    const world = createBulkTestbed(someSubs([true, true]));
    world.diskFull = true;
    world.bulk.start(all, disable);
    await world.rest();
    expect(writesOf(world)).toEqual([]);
    expect(world.view.bulk).toMatchObject({ phase: 'interrupted', problem: { kind: 'disk-full' } });
  });

  it('belongs to its account', async () => {
    const world = createBulkTestbed(someSubs([true, true]));
    world.bulk.start(all, disable);
    await world.rest();
    world.owner = 'https://api.example 8';
    world.bulk.syncAccount();
    expect(world.view).toEqual({ bulk: null, panic: null, previewing: null });
    world.owner = 'https://api.example 7';
    world.bulk.syncAccount();
    expect(world.view.bulk).toMatchObject({ phase: 'done', counts: { changed: 2 } });
  });

  it('is interrupted when the key changes, and what was on its way is asked about', async () => {
    const world = createBulkTestbed(someSubs([true, true, true]));
    world.fate = () => {
      world.bulk.reset();
      world.fate = () => fine;
      return fine;
    };
    world.bulk.start(all, disable);
    await world.clock.advance(1000);
    expect(world.view.bulk).toMatchObject({ phase: 'interrupted', counts: { unknown: 1, waiting: 2 } });
    world.bulk.resume();
    await world.rest();
    expect(world.view.bulk).toMatchObject({ phase: 'done', counts: { changed: 3 } });
    expect(writesOf(world).map(([id]) => id)).toEqual([1, 2, 3]);
  });
});
