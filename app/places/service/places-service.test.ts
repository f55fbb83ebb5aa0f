// What the user asks of the places, and what windows see of them.
import { describe, expect, it, vi } from 'vitest';
import type { Place } from '../../model/places/place';
import { noRotation } from '../../model/rotation/rotation';
import {
  command,
  commandPlace,
  confirmAll,
  filePlace,
  inUse,
  NEW,
  OLD,
  type PlacesComputer,
  placesComputer,
} from './places.fixture';

const wiki: Place = { id: 'wiki', name: 'wiki', kind: 'other', where: '', note: '' };
const byId = (id: string) => (row: { place: Place }) => row.place.id === id;

async function pushed(
  list: readonly Place[],
  prepare: (computer: ReturnType<typeof placesComputer>) => void = () => {},
) {
  const computer = placesComputer(list);
  await confirmAll(computer.now);
  prepare(computer);
  computer.now.rotationChanged(inUse(), true);
  for (let turn = 0; turn < 10; turn += 1) await computer.clock.advance(100);
  const rowOf = (id: string) => computer.view().run?.rows.find(byId(id));
  return { ...computer, computer, rowOf };
}

describe('the list of places', () => {
  it('is carried over from where an older NineTray kept it, and written with the first change', async () => {
    const { now, disk } = placesComputer([wiki]);
    expect([now.list(), disk.size]).toEqual([[wiki], 0]);
    await now.save(filePlace('env'));
    expect(JSON.parse(disk.get('places.json') ?? '')).toMatchObject({
      isListHere: true,
      places: [wiki, { id: 'env' }],
    });
    await now.remove('wiki');
    expect(now.list().map(({ id }) => id)).toEqual(['env']);
  });

  it('is as it was where the disk takes nothing', async () => {
    const computer = placesComputer([wiki]);
    computer.diskError = 'ENOSPC';
    expect(await computer.now.remove('wiki')).toEqual({ ok: false, problem: { kind: 'disk-full' } });
    expect(computer.now.list()).toEqual([wiki]);
  });

  it('takes no confirmation of commands that a window wrote into a place, and none of commands that are others by now', async () => {
    const computer = placesComputer([commandPlace('store', true)]);
    const [place] = computer.now.list();
    if (place === undefined) throw new Error('the place is there');
    await confirmAll(computer.now);
    const confirmed = computer.now.list()[0]?.confirmed;
    expect(confirmed).toBeDefined();
    expect(computer.view().rows[0]?.readiness).toBe('unchecked');
    const other = commandPlace('store', true, { hook: command('rm') });
    // What the user would confirm, had the user seen it.
    const forged = placesComputer([other]);
    await confirmAll(forged.now);
    await computer.now.save({ ...other, confirmed: forged.now.list()[0]?.confirmed });
    expect(computer.view().rows[0]?.readiness).toBe('unconfirmed');
    expect(await computer.now.confirmCommands(place)).toEqual({ ok: false, problem: { kind: 'not-now' } });
  });
});

describe('a rehearsal', () => {
  it('says which places are ready, changes none, and is good for a day', async () => {
    const computer = placesComputer([filePlace('env'), filePlace('lost'), wiki]);
    computer.files.delete('/home/lost');
    const before = new Map(computer.files);
    expect(computer.view().rows.map(({ readiness }) => readiness)).toEqual(['unchecked', 'unchecked', 'hand']);
    expect(await computer.now.rehearse(null)).toEqual({ ok: true, value: undefined });
    expect(computer.files).toEqual(before);
    expect(computer.view().rows).toMatchObject([
      { readiness: 'untried', rehearsal: { problem: null, file: { strategy: 'patch', proof: 'parsed' } } },
      { readiness: 'blocked', rehearsal: { problem: { kind: 'file-blocked', why: 'gone' } } },
      { readiness: 'hand', rehearsal: null },
    ]);
    await computer.clock.advance(24 * 3_600_000);
    expect(computer.view().rows.map(({ readiness }) => readiness)).toEqual(['unchecked', 'unchecked', 'hand']);
    expect(computer.seen.at(-1)).toContain('unchecked');
  });

  it('no longer holds for a place that was changed', async () => {
    const computer = placesComputer([filePlace('env')]);
    await computer.now.rehearse(['env']);
    await computer.now.save(filePlace('env', { name: 'another name' }));
    expect(computer.view().rows[0]?.readiness).toBe('untried');
    await computer.now.save(filePlace('env', { update: { by: 'file', path: '/home/other' } }));
    expect(computer.view().rows[0]?.readiness).toBe('unchecked');
  });

  it.each([
    [
      'a file that was edited',
      (computer: PlacesComputer) => computer.files.set('/home/env', `# new\nKEY="${OLD}"\n`),
      'unchecked',
    ],
    ['a program that was replaced', (computer: PlacesComputer) => (computer.programs = 'version 2'), 'unchecked'],
    ['nothing', () => undefined, 'untried'],
  ])(
    'is compared with the disk when a regeneration begins, also after a restart: %s',
    async (_what, change, expected) => {
      const computer = placesComputer([filePlace('env')]);
      await computer.now.rehearse(null);
      change(computer);
      const service = computer.start();
      service.rotationChanged(inUse({ step: 'prepare', newFingerprint: null }), true);
      await vi.waitFor(() => expect(computer.view().rows[0]?.readiness).toBe(expected));
      await new Promise(setImmediate);
      expect(computer.view().rows[0]?.readiness).toBe(expected);
      expect(computer.ran).toEqual([]);
    },
  );

  it('for real brings today’s key, runs hook and check, and keeps how long they took', async () => {
    const computer = placesComputer([
      commandPlace('store', true, { hook: command('restart'), check: command('is-up') }),
    ]);
    expect(await computer.now.tryForReal('store')).toMatchObject({ ok: false });
    expect(computer.stores.size).toBe(0);
    await confirmAll(computer.now);
    await computer.now.rehearse(null);
    expect(await computer.now.tryForReal('store')).toEqual({ ok: true, value: undefined });
    expect([computer.stores.get('store'), computer.ran]).toEqual([[OLD], ['restart', 'is-up']]);
    expect(computer.view().rows[0]).toMatchObject({ readiness: 'ready', durations: { update: 0, hook: 0, check: 0 } });
  });
});

describe('the expected outage', () => {
  it('is the slowest place and the user’s part, as the last receipts have it', async () => {
    const computer = placesComputer([filePlace('env')]);
    expect(computer.view().outage).toEqual({ own: 0, user: 60, isMeasured: false });
    await computer.now.rehearse(null);
    const receipts = [9, 21, 15].flatMap((seconds) => {
      const { current } = inUse({ finishedAt: 1 });
      if (current === null) return [];
      return [{ ...current, receivedAt: (current.oldKey.diedAt ?? 0) + seconds * 1000 }];
    });
    computer.now.rotationChanged({ ...noRotation, receipts }, true);
    expect(computer.view().outage).toEqual({ own: 1, user: 15, isMeasured: true });
  });
});

describe('a new key that is in use', () => {
  it('goes to all places that NineTray updates, at most eight at once, each ticked once it is proved', async () => {
    const list = Array.from({ length: 20 }, (_, i) => filePlace(`env-${i}`));
    const { computer, ticked, view } = await pushed([...list, commandPlace('store', true), wiki]);
    expect(list.every(({ id }) => computer.files.get(`/home/${id}`)?.includes(NEW))).toBe(true);
    expect(computer.mostAtOnce).toBeLessThanOrEqual(8);
    expect(ticked.toSorted()).toEqual([...list.map(({ id }) => id), 'store'].toSorted());
    expect(view()).toMatchObject({ left: { own: 0, user: 1 }, run: { endedAt: expect.any(Number) } });
    expect(view().run?.rows.find(byId('store'))).toMatchObject({ state: 'done', how: 'command' });
    expect(view().run?.rows.find(byId('env-3'))).toMatchObject({
      state: 'done',
      how: 'parsed',
      provedAt: expect.any(Number),
    });
  });

  it('goes nowhere before it is in use, for another address, or automatically when it is another account’s', async () => {
    for (const [rotation, isHere] of [
      [inUse({ step: 'prove' }), true],
      [inUse(), false],
      [inUse({ proof: { ...inUse().current!.proof, otherAccount: { id: 8, name: 'other' } } }), true],
    ] as const) {
      const computer = placesComputer([filePlace('env'), commandPlace('store', true)]);
      await confirmAll(computer.now);
      computer.now.rotationChanged(rotation, isHere);
      await computer.clock.advance(60_000);
      expect(computer.files.get('/home/env')).toContain(OLD);
      expect(computer.stores.size).toBe(0);
    }
  });

  it('restarts once for places with the same hook, after all of them have it', async () => {
    const hook = command('restart-web');
    const { computer, rowOf } = await pushed([
      filePlace('a', { hook }),
      filePlace('b', { hook, check: command('is-up') }),
    ]);
    expect(computer.ran).toEqual(['restart-web', 'is-up']);
    expect([rowOf('a')?.state, rowOf('b')?.state]).toEqual(['done', 'done']);
  });

  it('runs no command that the user did not confirm as it is, and says so', async () => {
    const computer = placesComputer([commandPlace('store', true), filePlace('env', { hook: command('restart') })]);
    computer.now.rotationChanged(inUse(), true);
    await computer.clock.advance(1000);
    expect([computer.stores.size, computer.ran]).toEqual([0, []]);
    expect(computer.view().run?.rows).toMatchObject([
      { state: 'blocked', provedAt: null, problem: { kind: 'not-allowed' } },
      { state: 'blocked', provedAt: expect.any(Number), problem: { kind: 'not-allowed' } },
    ]);
  });

  it('waits while the disk takes nothing: no act comes before its line in the journal', async () => {
    for (const isBegun of [false, true]) {
      const computer = placesComputer([filePlace('env')]);
      if (!isBegun) computer.diskError = 'ENOSPC';
      computer.now.rotationChanged(inUse(), true);
      computer.diskError = 'ENOSPC';
      await computer.clock.advance(5000);
      expect(computer.view().run === null).toBe(!isBegun);
      expect(computer.files.get('/home/env')).toContain(OLD);
      expect(computer.view().problem).toEqual({ kind: 'disk-full' });
      computer.diskError = null;
      await computer.clock.advance(20_000);
      expect(computer.view().run?.rows[0]?.state).toBe('done');
      expect(computer.view().problem).toBeUndefined();
    }
  });

  it('waits for a keyring that is locked, and leaves files to the user once the old key’s text is gone', async () => {
    const { computer, rowOf } = await pushed([filePlace('env')], (pc) => pc.vault.clear());
    expect(computer.view().problem).toEqual({ kind: 'key-missing' });
    computer.vault.set('new', NEW);
    await computer.clock.advance(10_000);
    expect(rowOf('env')).toMatchObject({ state: 'manual', problem: { kind: 'key-missing' } });
  });
});

it('a place that was proved just before NineTray was stopped is ticked after the next start', async () => {
  const list = [filePlace('env'), filePlace('other')];
  const { computer } = await pushed(list);
  computer.ticked.length = 0;
  const { current } = inUse({ places: list.map((place) => ({ place, tickedAt: place.id === 'env' ? 1 : null })) });
  await computer.start().resume(current);
  expect(computer.ticked).toEqual(['other']);
});

describe('a place that failed', () => {
  it('is tried again from where it failed: its hook only, once it has the key', async () => {
    const { computer, rowOf } = await pushed([commandPlace('store', true, { hook: command('restart') })], (pc) =>
      pc.failing.add('restart'),
    );
    expect(rowOf('store')).toMatchObject({ state: 'blocked', output: 'no such service', provedAt: expect.any(Number) });
    computer.failing.clear();
    expect(await computer.now.retry('store')).toEqual({ ok: true, value: undefined });
    await computer.clock.advance(1000);
    expect(rowOf('store')).toMatchObject({ state: 'done', provedAt: expect.any(Number) });
    expect(rowOf('store')?.problem).toBeUndefined();
    expect(computer.stores.get('store')).toEqual([NEW]);
  });

  it('is tried again as the user has changed it since, skipped with a reason, or done by hand', async () => {
    const { computer, rowOf } = await pushed([filePlace('a'), filePlace('b'), filePlace('c')], (pc) => {
      for (const id of ['a', 'b', 'c']) pc.files.delete(`/home/${id}`);
    });
    expect(rowOf('a')).toMatchObject({ state: 'gone' });
    computer.files.set('/home/moved', OLD);
    await computer.now.save(filePlace('a', { update: { by: 'file', path: '/home/moved' } }));
    expect(await computer.now.retry('a')).toMatchObject({ ok: true });
    expect(await computer.now.skip('b', 'no longer used')).toMatchObject({ ok: true });
    expect(await computer.now.byHand('c')).toMatchObject({ ok: true });
    await computer.clock.advance(1000);
    expect(computer.files.get('/home/moved')).toBe(NEW);
    expect([rowOf('a'), rowOf('b'), rowOf('c')]).toMatchObject([
      { state: 'done' },
      { state: 'skipped', reason: 'no longer used' },
      { state: 'manual' },
    ]);
    expect(computer.view().left).toEqual({ own: 0, user: 1 });
    expect(await computer.now.retry('a')).toMatchObject({ ok: false });
  });

  it('stays as it is where a dead key would have to be written: nothing goes back', async () => {
    const { computer } = await pushed([filePlace('env')]);
    computer.now.rotationChanged(inUse({ step: 'update' }), true);
    await computer.clock.advance(60_000);
    expect(computer.files.get('/home/env')).toContain(NEW);
    expect(computer.view().run?.rows).toHaveLength(1);
  });
});

describe('a search for the key', () => {
  it('is for the key in use and the old one while that is stored, and looks beside the known places', async () => {
    const { computer } = await pushed([filePlace('env')]);
    const request = { quick: true, folders: [], programs: false, containers: false };
    expect(await computer.now.scan(request)).toEqual({ ok: true, value: undefined });
    computer.vault.clear();
    expect(await computer.now.scan(request)).toEqual({ ok: false, problem: { kind: 'key-missing' } });
    expect(computer.searched).toEqual([[1, ['/home']]]);
  });
});

describe('programs that still run with the old key', () => {
  it('are listed at the end of a run, and again when the user asks', async () => {
    const program = { pid: 7, name: 'scraper', startedAt: null };
    const { computer } = await pushed([filePlace('env')], (pc) => pc.running.push(program));
    expect(computer.view().stillRunning).toEqual([program]);
    computer.running.length = 0;
    expect(await computer.now.findRunning()).toMatchObject({ ok: true });
    expect(computer.view().stillRunning).toEqual([]);
  });
});
