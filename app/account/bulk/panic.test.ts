import { describe, expect, it } from 'vitest';
import { bulkViewSchema } from '../../model/bulk/bulk';
import { createBulkTestbed, fine, once, someSubs, writesOf } from './bulk-testbed.fixture';

const all = { which: 'matching', search: '', status: null } as const;
const enable = { does: 'enable' } as const;

describe('the panic', () => {
  it('disables while it reads, finds what was enabled meanwhile, and restores exactly what it disabled, even after a restart', async () => {
    const testbed = createBulkTestbed(someSubs([true, false, true, true, false, true, true, true]));
    const before = testbed.values();
    let count = 0;
    testbed.others = () => {
      count += 1;
      if (count === 3) testbed.subs.set(99, { id: 99, username: 'late', value: true });
    };
    await testbed.bulk.panic();
    await testbed.rest();
    expect(testbed.log.slice(0, 3).map(({ did }) => did)).toContain('write');
    expect(testbed.values().every(([, value]) => value === false)).toBe(true);
    expect(testbed.view.panic).toMatchObject({ phase: 'done', total: 7, counts: { changed: 7 } });
    testbed.restart();
    expect(testbed.view.panic).toMatchObject({ phase: 'done', counts: { changed: 7 } });
    testbed.subs.set(100, { id: 100, username: 'new', value: false });
    expect(testbed.bulk.restore().ok).toBe(true);
    await testbed.rest();
    expect(testbed.values().filter(([id]) => id < 99)).toEqual(before);
    expect(testbed.subs.get(100)?.value).toBe(false);
    expect(testbed.view.panic).toMatchObject({ phase: 'undone', counts: { undone: 7 } });
    testbed.restart();
    expect(testbed.view.panic).toBeNull();
  });

  it('cancels another job, and starts even where the disk is full', async () => {
    const testbed = createBulkTestbed(someSubs([false, false, false, true]));
    let panicking: Promise<unknown> = Promise.resolve();
    testbed.fate = () => {
      testbed.fate = () => fine;
      testbed.diskFull = true;
      panicking = testbed.bulk.panic();
      return fine;
    };
    testbed.bulk.start(all, enable);
    await testbed.clock.advance(0);
    await panicking;
    await testbed.rest();
    expect(testbed.view.bulk).toMatchObject({ phase: 'cancelled', counts: { changed: 1, waiting: 2 } });
    expect(testbed.values().every(([, value]) => value === false)).toBe(true);
    expect(testbed.view.panic?.phase).toBe('done');
  });

  it('disables what was enabled since when it is started again, and still restores the first status', async () => {
    const testbed = createBulkTestbed(someSubs([true, true, false]));
    await testbed.bulk.panic();
    await testbed.rest();
    for (const id of [1, 3]) {
      const sub = testbed.subs.get(id);
      if (sub !== undefined) sub.value = true;
    }
    await testbed.bulk.panic();
    await testbed.rest();
    expect(testbed.values().every(([, value]) => value === false)).toBe(true);
    testbed.bulk.restore();
    await testbed.rest();
    expect(testbed.values().every(([, value]) => value === true)).toBe(true);
  });

  it('cannot be dismissed before it is restored', async () => {
    const testbed = createBulkTestbed(someSubs([true, true]));
    await testbed.bulk.panic();
    await testbed.rest();
    for (const which of ['panic', undefined] as const) {
      expect(testbed.bulk.dismiss(which)).toEqual({ ok: false, problem: { kind: 'not-now' } });
    }
    testbed.restart();
    expect(testbed.view.panic).toMatchObject({ phase: 'done', counts: { changed: 2 } });
  });

  it('leaves a sub-account that the user switched on its own after it was read', async () => {
    const testbed = createBulkTestbed(someSubs(Array.from({ length: 10 }, () => true)));
    await testbed.bulk.panic();
    await testbed.rest();
    testbed.fate = () => {
      testbed.fate = () => fine;
      // It was found with the first one, as its name starts with that name.
      testbed.switchedByUser(10, true);
      return fine;
    };
    const before = testbed.log.length;
    testbed.bulk.restore();
    await testbed.rest();
    const sent = testbed.log.slice(before).flatMap((one) => (one.did === 'write' ? [one.id] : []));
    expect(sent).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(testbed.view.panic).toMatchObject({ phase: 'undone', counts: { undone: 10 } });
  });

  it('still restores those whose restore was refused when it is started again', async () => {
    const testbed = createBulkTestbed(someSubs([true, true, false]));
    await testbed.bulk.panic();
    await testbed.rest();
    testbed.fate = once({ does: 'refused' });
    testbed.bulk.restore();
    await testbed.rest();
    expect(testbed.values().map(([, value]) => value)).toEqual([false, true, false]);
    await testbed.bulk.panic();
    await testbed.rest();
    expect(testbed.values().every(([, value]) => value === false)).toBe(true);
    testbed.bulk.restore();
    await testbed.rest();
    expect(testbed.values().map(([, value]) => value)).toEqual([true, true, false]);
  });

  it('restores what was disabled though 9Proxy answered with an internal error', async () => {
    const testbed = createBulkTestbed(someSubs([true, true]));
    testbed.fate = once({ does: 'broken', done: true });
    await testbed.bulk.panic();
    await testbed.rest();
    expect(testbed.view.panic?.counts).toMatchObject({ changed: 1, unknown: 1 });
    testbed.bulk.restore();
    await testbed.rest();
    expect(testbed.values().map(([, value]) => value)).toEqual([true, true]);
  });

  it('disables again in the same run what someone else enabled after it was disabled', async () => {
    const testbed = createBulkTestbed(someSubs([true, true, false, true]));
    let count = 0;
    testbed.others = () => {
      count += 1;
      const first = testbed.subs.get(1);
      if (count === 3 && first !== undefined) first.value = true;
    };
    await testbed.bulk.panic();
    await testbed.rest();
    expect(testbed.values().every(([, value]) => value === false)).toBe(true);
    expect(writesOf(testbed).map(([id]) => id)).toEqual([1, 2, 4, 1]);
    expect(testbed.view.panic).toMatchObject({ phase: 'done', counts: { changed: 3, unknown: 0 } });
    expect(testbed.view.panic?.stillOn).toBeUndefined();
    testbed.bulk.restore();
    await testbed.rest();
    expect(testbed.values().map(([, value]) => value)).toEqual([true, true, false, true]);
  });

  it('gives up where each is enabled again and again, reports how many are still on, and restores those that are off', async () => {
    const testbed = createBulkTestbed(someSubs([true, true, false]));
    const turnOn = () => {
      const first = testbed.subs.get(1);
      if (first !== undefined) first.value = true;
    };
    // Every read reports it as on.
    testbed.readProblem = () => {
      turnOn();
      return null;
    };
    await testbed.bulk.panic();
    await testbed.rest();
    const sent = writesOf(testbed).filter(([id]) => id === 1).length;
    expect(sent).toBeGreaterThan(2);
    expect(sent).toBeLessThan(10);
    expect(testbed.view.panic).toMatchObject({ phase: 'done', stillOn: 1, counts: { changed: 1, unknown: 1 } });
    expect(bulkViewSchema.parse(testbed.view)).toEqual(testbed.view);
    expect(testbed.bulk.rows({ job: 'panic', offset: 0, limit: 1 })).toMatchObject({
      value: { rows: [{ id: 1, outcome: 'unknown', problem: { kind: 'left-alone', why: 'on-again' } }] },
    });
    testbed.restart();
    expect(testbed.view.panic).toMatchObject({ phase: 'done', stillOn: 1 });
    // The list was late: it is off because of the emergency stop.
    testbed.readProblem = () => null;
    const first = testbed.subs.get(1);
    if (first !== undefined) first.value = false;
    testbed.bulk.restore();
    await testbed.rest();
    expect(testbed.values().map(([, value]) => value)).toEqual([true, true, false]);
    expect(testbed.view.panic).toMatchObject({ phase: 'undone', counts: { undone: 2 } });
    expect(testbed.view.panic?.stillOn).toBeUndefined();
  });

  it('counts one that 9Proxy refuses to disable as still on, and sends it once in a run', async () => {
    const testbed = createBulkTestbed(someSubs([true, true]));
    testbed.fate = once({ does: 'refused' });
    await testbed.bulk.panic();
    await testbed.rest();
    expect(writesOf(testbed).map(([id]) => id)).toEqual([1, 2]);
    expect(testbed.view.panic).toMatchObject({ phase: 'done', stillOn: 1, counts: { changed: 1, refused: 1 } });
    await testbed.bulk.panic();
    await testbed.rest();
    expect(testbed.view.panic).toMatchObject({ phase: 'done', counts: { changed: 2 } });
    expect(testbed.view.panic?.stillOn).toBeUndefined();
  });

  it('never claims success over rows it could not read: it counts and names those that may be on', async () => {
    const testbed = createBulkTestbed(someSubs([true, false, true, true, true, true]));
    testbed.unreadable = [
      { name: 'huge-id', isOn: true },
      { name: 'off-anyway', isOn: false },
    ];
    await testbed.bulk.panic();
    await testbed.rest();
    expect(testbed.values().every(([, value]) => value === false)).toBe(true);
    expect(testbed.view.panic).toMatchObject({
      phase: 'done',
      counts: { changed: 5 },
      mayBeOn: 1,
      unread: { count: 1, names: ['huge-id'] },
    });
    expect(bulkViewSchema.parse(testbed.view)).toEqual(testbed.view);
    testbed.restart();
    expect(testbed.view.panic).toMatchObject({ mayBeOn: 1, unread: { names: ['huge-id'] } });
    testbed.unreadable = [];
    await testbed.bulk.panic();
    await testbed.rest();
    expect(testbed.view.panic?.mayBeOn).toBeUndefined();
  });

  it('counts every unreadable row as possibly on where 9Proxy ignores the requested status', async () => {
    const testbed = createBulkTestbed(someSubs([true, true]));
    testbed.ignoresStatus = true;
    testbed.unreadable = [{ name: 'huge-id', isOn: false }];
    testbed.unreported.add(2);
    await testbed.bulk.panic();
    await testbed.rest();
    expect(testbed.view.panic).toMatchObject({ phase: 'done', counts: { changed: 2 }, mayBeOn: 1 });
    expect(testbed.view.panic?.stillOn).toBeUndefined();
  });

  it('disables one whose status is not reported, does not count it as one that was on, and does not restore it', async () => {
    const testbed = createBulkTestbed(someSubs([true, true, false]));
    testbed.unreported.add(2);
    await testbed.bulk.panic();
    await testbed.rest();
    expect(testbed.values().map(([, value]) => value)).toEqual([false, false, false]);
    expect(testbed.view.panic).toMatchObject({ counts: { changed: 2 }, unknownBefore: 1, toRestore: 1 });
    testbed.bulk.restore();
    await testbed.rest();
    expect(testbed.values().map(([, value]) => value)).toEqual([true, false, false]);
    expect(testbed.view.panic).toMatchObject({ phase: 'undone', counts: { undone: 1 }, toRestore: 0 });
    expect(testbed.bulk.dismiss('panic').ok).toBe(true);
  });

  it('ends as restored where there is nothing to restore, though it disabled something', async () => {
    const testbed = createBulkTestbed(someSubs([true]));
    testbed.unreported.add(1);
    await testbed.bulk.panic();
    await testbed.rest();
    expect(testbed.view.panic).toMatchObject({ phase: 'done', counts: { changed: 1 }, toRestore: 0 });
    expect(testbed.bulk.dismiss('panic').ok).toBe(true);
    expect(testbed.view.panic).toBeNull();
  });

  it('still knows what was on where 9Proxy no longer reports it when the panic is started again', async () => {
    const testbed = createBulkTestbed(someSubs([true, true]));
    await testbed.bulk.panic();
    await testbed.rest();
    testbed.unreported.add(1);
    await testbed.bulk.panic();
    await testbed.rest();
    testbed.bulk.restore();
    await testbed.rest();
    expect(testbed.values().map(([, value]) => value)).toEqual([true, true]);
  });

  it('can be dismissed where it disabled nothing', async () => {
    const testbed = createBulkTestbed(someSubs([false, false]));
    await testbed.bulk.panic();
    await testbed.rest();
    expect(testbed.view.panic).toMatchObject({ phase: 'done', total: 0 });
    expect(testbed.bulk.dismiss('panic').ok).toBe(true);
    expect(testbed.view.panic).toBeNull();
    testbed.restart();
    expect(testbed.view.panic).toBeNull();
  });
});
