import { describe, expect, it } from 'vitest';
import { failed, ok } from '../../model/problem';
import { createPageCursor } from './page-cursor';
import { readAllPages } from './read-all-pages';

const page = (items: number[], totalItems: number | null = null, skipped = 0) =>
  ok({ items, totalItems, totalPages: null, skipped });

/** Reads these pages, the first is number 1; further ones are empty. */
function setUp(pages: readonly ReturnType<typeof page>[]) {
  const requested: number[] = [];
  const received: number[][] = [];
  const controller = new AbortController();
  const options = {
    signal: controller.signal,
    keyOf: (row: number) => row,
    readPage: async (number: number) => {
      requested.push(number);
      return pages[number - 1] ?? page([]);
    },
    onPage: (_: unknown, newRows: number[]): 'stop' | void => {
      received.push(newRows);
    },
  };
  return { requested, received, controller, options };
}

describe('readAllPages', () => {
  it('requests one page after the other until the totals say that it was the last', async () => {
    const { requested, received, options } = setUp([page([1, 2], 5), page([3, 4], 5), page([5], 5)]);
    expect(await readAllPages(options)).toEqual(ok({ end: 'all', rows: 5, skipped: 0, missing: 0 }));
    expect(requested).toEqual([1, 2, 3]);
    expect(received).toEqual([[1, 2], [3, 4], [5]]);
  });

  it('passes on a row once that a shifted page repeats', async () => {
    const { received, options } = setUp([page([1, 2, 3], 5), page([3, 4, 5], 5)]);
    await readAllPages(options);
    expect(received).toEqual([
      [1, 2, 3],
      [4, 5],
    ]);
  });

  it('requests the next page only when the page before was used', async () => {
    const { requested, options } = setUp([page([1], 2), page([2], 2)]);
    const order: string[] = [];
    const onPage = async () => {
      order.push(`requested ${requested.length}`);
      await Promise.resolve();
      order.push(`used ${requested.length}`);
    };
    await readAllPages({ ...options, onPage });
    expect(order).toEqual(['requested 1', 'used 1', 'requested 2', 'used 2']);
  });

  it('stops where the caller needs no further page, and reports what is missing', async () => {
    const { requested, options } = setUp([page([1, 2], 10, 1)]);
    const read = await readAllPages({ ...options, onPage: () => 'stop' });
    expect(read).toEqual(ok({ end: 'stopped', rows: 2, skipped: 1, missing: 7 }));
    expect(requested).toEqual([1]);
  });

  it('fails with the problem of the page that failed', async () => {
    const { received, options } = setUp([page([1], 9)]);
    const readPage = (number: number) =>
      number === 2 ? Promise.resolve(failed({ kind: 'timed-out' })) : options.readPage(number);
    expect(await readAllPages({ ...options, readPage })).toEqual(failed({ kind: 'timed-out' }));
    expect(received).toEqual([[1]]);
  });

  it('passes nothing on after it was cancelled, not even the page on its way', async () => {
    const { received, controller, options } = setUp([page([1], 9)]);
    const reading = readAllPages(options);
    controller.abort();
    expect(await reading).toEqual(failed({ kind: 'cancelled' }));
    expect(received).toEqual([]);
  });

  it('continues a reading with the page that was cancelled', async () => {
    const { requested, received, controller, options } = setUp([page([1], 2), page([2], 2)]);
    const cursor = createPageCursor<number>();
    const pausing = { ...options, cursor, onPage: () => controller.abort() };
    expect(await readAllPages(pausing)).toEqual(failed({ kind: 'cancelled' }));
    const read = await readAllPages({ ...options, cursor, signal: new AbortController().signal });
    expect(read).toMatchObject(ok({ end: 'all', rows: 2 }));
    expect([requested, received]).toEqual([[1, 2], [[2]]]);
  });

  it('reads no more pages than its cursor allows', async () => {
    const { requested, options } = setUp([page([1], 9), page([2], 9), page([3], 9)]);
    const read = await readAllPages({ ...options, cursor: createPageCursor<number>(2) });
    expect(read).toMatchObject(ok({ end: 'stuck', rows: 2 }));
    expect(requested).toEqual([1, 2]);
  });
});
