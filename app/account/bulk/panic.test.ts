import { describe, expect, it } from 'vitest';
import { bulkViewSchema } from '../../model/bulk';
import { createBulkTestbed, fine, once, someSubs, writesOf } from './bulk-testbed.fixture';

const all = { which: 'matching', search: '', status: null } as const;
const enable = { does: 'enable' } as const;

describe('the panic', () => {
  it('switches while it reads, finds what was enabled meanwhile, and restores exactly what it disabled, after a restart', async () => {
    const world = createBulkTestbed(someSubs([true, false, true, true, false, true, true, true]));
    const before = world.values();
    let count = 0;
    world.others = () => {
      count += 1;
      if (count === 3) world.subs.set(99, { id: 99, username: 'late', value: true });
    };
    await world.bulk.panic();
    await world.rest();
    expect(world.log.slice(0, 3).map(({ did }) => did)).toContain('write');
    expect(world.values().every(([, value]) => value === false)).toBe(true);
    expect(world.view.panic).toMatchObject({ phase: 'done', total: 7, counts: { changed: 7 } });
    world.restart();
    expect(world.view.panic).toMatchObject({ phase: 'done', counts: { changed: 7 } });
    world.subs.set(100, { id: 100, username: 'new', value: false });
    expect(world.bulk.restore().ok).toBe(true);
    await world.rest();
    expect(world.values().filter(([id]) => id < 99)).toEqual(before);
    expect(world.subs.get(100)?.value).toBe(false);
    expect(world.view.panic).toMatchObject({ phase: 'undone', counts: { undone: 7 } });
    world.restart();
    expect(world.view.panic).toBeNull();
  });

  it('cancels another job, and comes first even where the disk is full', async () => {
    const world = createBulkTestbed(someSubs([false, false, false, true]));
    let panicking: Promise<unknown> = Promise.resolve();
    world.fate = () => {
      world.fate = () => fine;
      world.diskFull = true;
      panicking = world.bulk.panic();
      return fine;
    };
    world.bulk.start(all, enable);
    await world.clock.advance(0);
    await panicking;
    await world.rest();
    expect(world.view.bulk).toMatchObject({ phase: 'cancelled', counts: { changed: 1, waiting: 2 } });
    expect(world.values().every(([, value]) => value === false)).toBe(true);
    expect(world.view.panic?.phase).toBe('done');
  });

  it('begun again disables what was enabled since, and still restores the first state', async () => {
    const world = createBulkTestbed(someSubs([true, true, false]));
    await world.bulk.panic();
    await world.rest();
    for (const id of [1, 3]) {
      const sub = world.subs.get(id);
      if (sub !== undefined) sub.value = true;
    }
    await world.bulk.panic();
    await world.rest();
    expect(world.values().every(([, value]) => value === false)).toBe(true);
    world.bulk.restore();
    await world.rest();
    expect(world.values().every(([, value]) => value === true)).toBe(true);
  });

  it('cannot be taken off before it is restored', async () => {
    const world = createBulkTestbed(someSubs([true, true]));
    await world.bulk.panic();
    await world.rest();
    for (const which of ['panic', undefined] as const) {
      expect(world.bulk.dismiss(which)).toEqual({ ok: false, problem: { kind: 'not-now' } });
    }
    world.restart();
    expect(world.view.panic).toMatchObject({ phase: 'done', counts: { changed: 2 } });
  });

  it('leaves one as it is that a person switched by itself after it was read', async () => {
    const world = createBulkTestbed(someSubs(Array.from({ length: 10 }, () => true)));
    await world.bulk.panic();
    await world.rest();
    world.fate = () => {
      world.fate = () => fine;
      // It came with the first one, whose name its own begins with.
      world.switchedAlone(10, true);
      return fine;
    };
    const before = world.log.length;
    world.bulk.restore();
    await world.rest();
    const sent = world.log.slice(before).flatMap((one) => (one.did === 'write' ? [one.id] : []));
    expect(sent).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(world.view.panic).toMatchObject({ phase: 'undone', counts: { undone: 10 } });
  });

  it('begun again after a restore that was refused for some still restores these, too', async () => {
    const world = createBulkTestbed(someSubs([true, true, false]));
    await world.bulk.panic();
    await world.rest();
    world.fate = once({ does: 'refused' });
    world.bulk.restore();
    await world.rest();
    expect(world.values().map(([, value]) => value)).toEqual([false, true, false]);
    await world.bulk.panic();
    await world.rest();
    expect(world.values().every(([, value]) => value === false)).toBe(true);
    world.bulk.restore();
    await world.rest();
    expect(world.values().map(([, value]) => value)).toEqual([true, true, false]);
  });

  it("restores what was disabled though the vendor's server answered with an error of its own", async () => {
    const world = createBulkTestbed(someSubs([true, true]));
    world.fate = once({ does: 'broken', done: true });
    await world.bulk.panic();
    await world.rest();
    expect(world.view.panic?.counts).toMatchObject({ changed: 1, unknown: 1 });
    world.bulk.restore();
    await world.rest();
    expect(world.values().map(([, value]) => value)).toEqual([true, true]);
  });

  it('disables again what somebody enabled after it was disabled, in the same go', async () => {
    const world = createBulkTestbed(someSubs([true, true, false, true]));
    let count = 0;
    world.others = () => {
      count += 1;
      const first = world.subs.get(1);
      if (count === 3 && first !== undefined) first.value = true;
    };
    await world.bulk.panic();
    await world.rest();
    expect(world.values().every(([, value]) => value === false)).toBe(true);
    expect(writesOf(world).map(([id]) => id)).toEqual([1, 2, 4, 1]);
    expect(world.view.panic).toMatchObject({ phase: 'done', counts: { changed: 3, unknown: 0 } });
    expect(world.view.panic?.stillOn).toBeUndefined();
    world.bulk.restore();
    await world.rest();
    expect(world.values().map(([, value]) => value)).toEqual([true, true, false, true]);
  });

  it('says how many are still on where each is switched on again and again, gives up, and restores what is off', async () => {
    const world = createBulkTestbed(someSubs([true, true, false]));
    const turnOn = () => {
      const first = world.subs.get(1);
      if (first !== undefined) first.value = true;
    };
    // Whatever is read, it is on.
    world.readTrouble = () => {
      turnOn();
      return null;
    };
    await world.bulk.panic();
    await world.rest();
    const sent = writesOf(world).filter(([id]) => id === 1).length;
    expect(sent).toBeGreaterThan(2);
    expect(sent).toBeLessThan(10);
    expect(world.view.panic).toMatchObject({ phase: 'done', stillOn: 1, counts: { changed: 1, unknown: 1 } });
    expect(bulkViewSchema.parse(world.view)).toEqual(world.view);
    expect(world.bulk.rows({ job: 'panic', offset: 0, limit: 1 })).toMatchObject({
      value: { rows: [{ id: 1, outcome: 'unknown', problem: { kind: 'left-alone', why: 'on-again' } }] },
    });
    world.restart();
    expect(world.view.panic).toMatchObject({ phase: 'done', stillOn: 1 });
    // What the list said was late: it is off, because of the panic.
    world.readTrouble = () => null;
    const first = world.subs.get(1);
    if (first !== undefined) first.value = false;
    world.bulk.restore();
    await world.rest();
    expect(world.values().map(([, value]) => value)).toEqual([true, true, false]);
    expect(world.view.panic).toMatchObject({ phase: 'undone', counts: { undone: 2 } });
    expect(world.view.panic?.stillOn).toBeUndefined();
  });

  it('counts one that the vendor refuses to disable as still on, and asks for it once in a go', async () => {
    const world = createBulkTestbed(someSubs([true, true]));
    world.fate = once({ does: 'refused' });
    await world.bulk.panic();
    await world.rest();
    expect(writesOf(world).map(([id]) => id)).toEqual([1, 2]);
    expect(world.view.panic).toMatchObject({ phase: 'done', stillOn: 1, counts: { changed: 1, refused: 1 } });
    await world.bulk.panic();
    await world.rest();
    expect(world.view.panic).toMatchObject({ phase: 'done', counts: { changed: 2 } });
    expect(world.view.panic?.stillOn).toBeUndefined();
  });

  it('never claims success over rows it could not read: it counts and names those that may be on', async () => {
    const world = createBulkTestbed(someSubs([true, false, true, true, true, true]));
    world.unreadable = [
      { name: 'huge-id', isOn: true },
      { name: 'off-anyway', isOn: false },
    ];
    await world.bulk.panic();
    await world.rest();
    expect(world.values().every(([, value]) => value === false)).toBe(true);
    expect(world.view.panic).toMatchObject({
      phase: 'done',
      counts: { changed: 5 },
      mayBeOn: 1,
      unread: { count: 1, names: ['huge-id'] },
    });
    expect(bulkViewSchema.parse(world.view)).toEqual(world.view);
    world.restart();
    expect(world.view.panic).toMatchObject({ mayBeOn: 1, unread: { names: ['huge-id'] } });
    world.unreadable = [];
    await world.bulk.panic();
    await world.rest();
    expect(world.view.panic?.mayBeOn).toBeUndefined();
  });

  it('counts every unreadable row as possibly on where the vendor ignores the status that is asked for', async () => {
    const world = createBulkTestbed(someSubs([true, true]));
    world.ignoresStatus = true;
    world.unreadable = [{ name: 'huge-id', isOn: false }];
    world.untold.add(2);
    await world.bulk.panic();
    await world.rest();
    expect(world.view.panic).toMatchObject({ phase: 'done', counts: { changed: 2 }, mayBeOn: 1 });
    expect(world.view.panic?.stillOn).toBeUndefined();
  });

  it('disables one whose status is not told, does not count it as one that was on, and restores only what was', async () => {
    const world = createBulkTestbed(someSubs([true, true, false]));
    world.untold.add(2);
    await world.bulk.panic();
    await world.rest();
    expect(world.values().map(([, value]) => value)).toEqual([false, false, false]);
    expect(world.view.panic).toMatchObject({ counts: { changed: 2 }, untoldBefore: 1, toRestore: 1 });
    world.bulk.restore();
    await world.rest();
    expect(world.values().map(([, value]) => value)).toEqual([true, false, false]);
    expect(world.view.panic).toMatchObject({ phase: 'undone', counts: { undone: 1 }, toRestore: 0 });
    expect(world.bulk.dismiss('panic').ok).toBe(true);
  });

  it('comes to rest where there is nothing to restore, though it disabled something', async () => {
    const world = createBulkTestbed(someSubs([true]));
    world.untold.add(1);
    await world.bulk.panic();
    await world.rest();
    expect(world.view.panic).toMatchObject({ phase: 'done', counts: { changed: 1 }, toRestore: 0 });
    expect(world.bulk.dismiss('panic').ok).toBe(true);
    expect(world.view.panic).toBeNull();
  });

  it('still knows what was on where the vendor stops telling it before the stop is begun again', async () => {
    const world = createBulkTestbed(someSubs([true, true]));
    await world.bulk.panic();
    await world.rest();
    world.untold.add(1);
    await world.bulk.panic();
    await world.rest();
    world.bulk.restore();
    await world.rest();
    expect(world.values().map(([, value]) => value)).toEqual([true, true]);
  });

  it('that disabled nothing can be taken off', async () => {
    const world = createBulkTestbed(someSubs([false, false]));
    await world.bulk.panic();
    await world.rest();
    expect(world.view.panic).toMatchObject({ phase: 'done', total: 0 });
    expect(world.bulk.dismiss('panic').ok).toBe(true);
    expect(world.view.panic).toBeNull();
    world.restart();
    expect(world.view.panic).toBeNull();
  });
});
