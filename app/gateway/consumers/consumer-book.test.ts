import { describe, expect, it } from 'vitest';
import { reachedCap } from '../../model/access/caps';
import { usualConsumerChoices } from '../../model/access/consumer';
import { manualClock } from '../../model/clock.fixture';
import { failed } from '../../model/problem';
import { createMemoryDocument } from '../../settings/document/memory-document';
import { type AccessContent, emptyAccess } from './access-document';
import { repeatableBytes } from './random.fixture';
import { ConsumerBook } from './consumer-book';

const start = new Date(2026, 10, 29, 12).getTime();
const choices = { ...usualConsumerChoices, name: 'Scraper', role: 'read' } as const;
const use = { operation: 'getAccountInfo', status: 200, isRead: true, isRefused: false };

/** A book whose document counts its writes, and refuses them when a test says so. */
function openBook(content: AccessContent = emptyAccess, clock = manualClock(start)) {
  const memory = createMemoryDocument(content);
  const disk = { writes: 0, isFull: false };
  let count = 0;
  const book = new ConsumerBook({
    document: {
      ...memory,
      write(next) {
        disk.writes += 1;
        return disk.isFull ? failed({ kind: 'disk-full' }) : memory.write(next);
      },
    },
    clock,
    newId: () => `id-${(count += 1)}`,
    random: repeatableBytes(),
    onChange: () => undefined,
  });
  const add = (more: Partial<typeof usualConsumerChoices & { name: string }> = {}) => {
    const added = book.add({ ...choices, ...more });
    if (!added.ok) throw new Error(added.problem.kind);
    return added.value;
  };
  const only = () => {
    const [consumer] = book.view().consumers;
    if (consumer === undefined) throw new Error('There is no consumer.');
    return consumer;
  };
  return { book, disk, clock, read: () => memory.read(), add, only };
}

describe('consumers', () => {
  it('have names of their own, and there are 50 at most', () => {
    const { book, add } = openBook();
    add();
    expect(book.add(choices)).toEqual(failed({ kind: 'bad-input', field: 'name' }));
    for (let at = 1; at < 50; at += 1) add({ name: `Consumer ${at}` });
    expect(book.add({ ...choices, name: 'One more' })).toEqual(failed({ kind: 'bad-input', field: 'consumers' }));
    const [newest] = book.view().consumers;
    expect(newest?.name).toBe('Consumer 49');
    expect(book.change(newest?.id ?? '', choices)).toEqual(failed({ kind: 'bad-input', field: 'name' }));
    expect(book.change('nobody', choices)).toEqual(failed({ kind: 'bad-input', field: 'id' }));
    expect(book.renew('nobody')).toEqual(failed({ kind: 'bad-input', field: 'id' }));
  });

  it('have their new rates at once when they are changed, and keep their token', () => {
    const { book, add, only } = openBook();
    const { id, token } = add();
    const one = { ...usualConsumerChoices.limits, readsPerSecond: 0.5 };
    expect(Array.from({ length: 4 }, () => book.waitOf(only(), false))).toEqual([0, 0, 0, 0]);
    expect(book.change(id, { ...choices, limits: one }).ok).toBe(true);
    expect([book.waitOf(only(), false), book.waitOf(only(), false) > 0]).toEqual([0, true]);
    expect(book.identify(token)).toMatchObject({ consumer: { id, limits: one } });
  });

  it('that are revoked end what is under way, and are remembered by their name', () => {
    const { book, add } = openBook();
    const { id, token } = add();
    const who = book.identify(token);
    const lease = book.lease('Scraper', 60_000);
    expect(book.revoke((one) => one.id === id).ok).toBe(true);
    expect(who).toMatchObject({ signal: { aborted: true } });
    expect(book.identify(token)).toBe('token-revoked');
    expect(book.identify(lease.ok ? lease.value.token : '')).toBe('token-unknown');
    expect(book.view()).toMatchObject({ consumers: [], revoked: [{ id, name: 'Scraper', at: start }] });
  });

  it('that are revoked stay so where the disk refuses, and one that was not written is none', () => {
    const { book, add, disk } = openBook();
    const { token } = add();
    disk.isFull = true;
    expect(book.add({ ...choices, name: 'Second' })).toEqual(failed({ kind: 'disk-full' }));
    expect(book.view().consumers.map(({ name }) => name)).toEqual(['Scraper']);
    expect(book.revoke(() => true)).toEqual(failed({ kind: 'disk-full' }));
    expect(book.identify(token)).toBe('token-unknown');
    expect(book.view().consumers).toEqual([]);
  });
});

describe('what is counted', () => {
  it('is written at once, and then at most once a minute, whatever comes', async () => {
    const { book, add, only, disk, clock, read } = openBook();
    add();
    disk.writes = 0;
    for (let second = 0; second < 180; second += 1) {
      book.noteUse(only(), use);
      await clock.advance(1000);
    }
    expect(disk.writes).toBe(4);
    expect(read().consumers[0]).toMatchObject({ today: { reads: 180 } });
    expect(clock.waiting()).toBe(0);
  });

  it('is not written while nobody asks, and is when the book is closed', async () => {
    const { book, add, only, disk, clock, read } = openBook();
    add();
    book.noteUse(only(), use);
    disk.writes = 0;
    await clock.advance(600_000);
    expect(disk.writes).toBe(0);
    book.noteUse(only(), use);
    book.noteUse(only(), use);
    expect([disk.writes, read().consumers[0]?.today.reads]).toEqual([1, 2]);
    book.stop();
    book.stop();
    expect([disk.writes, read().consumers[0]?.today.reads]).toEqual([2, 3]);
  });

  it('has reads, refusals and the last use, and begins at zero on the next day', async () => {
    const { book, add, only, clock } = openBook();
    add();
    book.noteUse(only(), use);
    book.noteUse(only(), { operation: 'x'.repeat(90), status: 403, isRead: true, isRefused: true });
    expect(only()).toMatchObject({
      today: { reads: 1, refused: 1 },
      lastUse: { at: start, operation: 'x'.repeat(60), status: 403 },
    });
    await clock.advance(12 * 3_600_000);
    expect(only().today).toEqual({ reads: 0, writes: 0, ips: 0, refused: 0 });
  });

  it('says which cap of the day refused a write, until the limits are changed or the day is over', async () => {
    const { book, add, only, clock } = openBook();
    const limits = { ...usualConsumerChoices.limits, writesPerDay: 2, ipsPerRequest: 8, ipsPerDay: 10 };
    const { id } = add({ limits });
    expect([book.countWrite(only(), 9), only().today.capped]).toEqual([false, undefined]);
    expect(book.countWrite(only(), 8)).toBe(true);
    expect([book.countWrite(only(), 3), reachedCap(only())]).toEqual([false, { what: 'ips', used: 8, limit: 10 }]);
    book.change(id, { ...choices, limits: { ...limits, ipsPerDay: 100 } });
    expect(reachedCap(only())).toBe(null);
    expect(book.countWrite(only(), 8)).toBe(true);
    expect(reachedCap(only())).toEqual({ what: 'writes', used: 2, limit: 2 });
    await clock.advance(12 * 3_600_000);
    expect(reachedCap(only())).toBe(null);
  });

  it('is written before a write where a cap counts it, and the write is refused where the disk refuses', () => {
    const { book, add, only, disk } = openBook();
    add({ limits: { ...usualConsumerChoices.limits, ipsPerDay: 10 } });
    disk.writes = 0;
    expect([book.countWrite(only(), 4), book.countWrite(only(), 4), disk.writes]).toEqual([true, true, 2]);
    expect(book.countWrite(only(), 4)).toBe(false);
    disk.isFull = true;
    expect(book.countWrite(only(), 1)).toBe(false);
  });

  it('of a consumer without caps is counted without the disk', () => {
    const { book, add, only, disk } = openBook();
    add();
    disk.isFull = true;
    expect(book.countWrite(only(), null)).toBe(true);
    expect(only().today.writes).toBe(1);
  });
});

describe('a token for NineTray’s own test', () => {
  it('may read the figures, is of no consumer, and ends', async () => {
    const { book, clock } = openBook();
    const [ended, late] = [book.leaseForTest(1000), book.leaseForTest(1000)];
    expect(book.identify(ended)).toMatchObject({ consumer: { role: 'figures', name: 'NineTray' } });
    expect(book.view().consumers).toEqual([]);
    book.endLease(ended);
    expect(book.identify(ended)).toBe('token-unknown');
    await clock.advance(1000);
    expect(book.identify(late)).toBe('token-expired');
  });
});
