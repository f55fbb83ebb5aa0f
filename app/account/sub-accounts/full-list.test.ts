import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failed, ok, type Result } from '../../model/problem';
import { settled } from '../../model/clock.fixture';
import { createFullList, type FullListPage, type FullListProgress } from './full-list';
import type { SubAccount } from '../../model/state/app-state';
import { exampleRow } from '../../model/state/app-state.fixture';

const start = 1_800_000_000_000;

/** A list over a vendor whose answers the test gives page by page. */
function setUp() {
  let now = start;
  const asked: { page: number; limit: number; signal: AbortSignal; resolve: (answer: Result<FullListPage>) => void }[] =
    [];
  const received: SubAccount[] = [];
  const completed: number[][] = [];
  const told: FullListProgress[] = [];
  const list = createFullList({
    now: () => now,
    readPage: (page, limit, signal) => new Promise((resolve) => asked.push({ page, limit, signal, resolve })),
    received: (items) => received.push(...items),
    complete: (ids) => completed.push([...ids]),
    progress: (progress) => told.push(progress),
  });
  return {
    list,
    asked,
    received,
    completed,
    told,
    wait: (ms: number) => {
      now += ms;
    },
    pages: () => asked.map(({ page }) => page),
    answer: async (answer: Result<FullListPage>) => {
      asked.at(-1)?.resolve(answer);
      await settled();
    },
  };
}

const rows = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => exampleRow(from + i));
const page = (items: SubAccount[], totalItems: number | null, totalPages: number | null, skipped = 0) =>
  ok<FullListPage>({ items, totalItems, totalPages, skipped });
const ids = (from: number, to: number) => rows(from, to).map(({ id }) => id);

interface Vendor {
  count: number;
  /** Rows per page at most, whatever is requested. */
  clamp?: number;
  totals?: boolean;
  pages?: (count: number, size: number, limit: number) => number | null;
  answerFor?: (page: number) => number;
}

/** Loads a whole list from a vendor that answers at once. */
async function load({ count, clamp = 1000, totals = true, pages, answerFor = (asked) => asked }: Vendor) {
  let requests = 0;
  let end: FullListProgress | null = null;
  const received = new Set<number>();
  let completed: ReadonlySet<number> | null = null;
  await new Promise<void>((resolve) => {
    const list = createFullList({
      now: () => start,
      readPage: async (asked, limit) => {
        requests += 1;
        const size = Math.min(limit, clamp);
        const first = (answerFor(asked) - 1) * size;
        const last = Math.min(count, first + size);
        const totalPages = pages === undefined ? Math.ceil(count / size) : pages(count, size, limit);
        return page(last > first ? rows(first + 1, last) : [], totals ? count : null, totals ? totalPages : null);
      },
      received: (items) => {
        for (const { id } of items) received.add(id);
      },
      complete: (all) => {
        completed = new Set(all);
      },
      progress: (progress) => {
        end = progress;
        if (!progress.running) resolve();
      },
    });
    list.setVisible(true);
  });
  return {
    requests,
    end: end as FullListProgress | null,
    received,
    completed: completed as ReadonlySet<number> | null,
  };
}

describe('the full list', () => {
  it('requests nothing until it is visible', () => {
    expect(setUp().asked).toEqual([]);
  });

  it('loads one page at a time, and reports its progress', async () => {
    const { list, asked, received, completed, told, pages, answer } = setUp();
    list.setVisible(true);
    expect(told).toEqual([{ loaded: 0, total: null, running: true, completeAt: null }]);
    expect(asked).toMatchObject([{ page: 1, limit: 100 }]);
    await answer(page(rows(1, 100), 150, 2));
    expect(pages()).toEqual([1, 2]);
    expect(told.at(-1)).toEqual({ loaded: 100, total: 150, running: true, completeAt: null });
    expect([received.length, completed]).toEqual([100, []]);
    await answer(page(rows(101, 150), 150, 2));
    expect(pages()).toEqual([1, 2]);
    expect(received).toHaveLength(150);
    expect(completed).toEqual([ids(1, 150)]);
    expect(told.at(-1)).toEqual({ loaded: 150, total: 150, running: false, completeAt: start });
  });

  it('completes at once where there are no sub-accounts', async () => {
    const { list, completed, told, answer } = setUp();
    list.setVisible(true);
    await answer(page([], 0, 0));
    expect(completed).toEqual([[]]);
    expect(told.at(-1)).toEqual({ loaded: 0, total: 0, running: false, completeAt: start });
  });

  it('loads the list once when it is set visible twice', async () => {
    const { list, pages } = setUp();
    list.setVisible(true);
    list.setVisible(true);
    expect(pages()).toEqual([1]);
  });

  it('stops when it is no longer visible, drops the page on its way, and continues there later', async () => {
    const { list, asked, received, completed, told, pages, answer } = setUp();
    list.setVisible(true);
    await answer(page(rows(1, 100), 300, 3));
    list.setVisible(false);
    expect(asked[1]?.signal.aborted).toBe(true);
    expect(told.at(-1)).toEqual({ loaded: 100, total: 300, running: false, completeAt: null });
    await answer(page(rows(101, 200), 300, 3));
    expect(received).toHaveLength(100);
    expect(told.at(-1)?.loaded).toBe(100);
    list.setVisible(true);
    expect(pages()).toEqual([1, 2, 2]);
    await answer(page(rows(101, 200), 300, 3));
    await answer(page(rows(201, 300), 300, 3));
    expect(completed).toEqual([ids(1, 300)]);
  });

  it('reports nothing when it was not visible and still is not', () => {
    const { list, told } = setUp();
    list.setVisible(false);
    expect(told).toEqual([]);
  });

  it('stops at a problem, reports it, and continues there when it is set visible again', async () => {
    const { list, completed, told, pages, answer } = setUp();
    list.setVisible(true);
    await answer(page(rows(1, 100), 150, 2));
    await answer(failed({ kind: 'timed-out' }));
    expect(told.at(-1)).toEqual({
      loaded: 100,
      total: 150,
      running: false,
      completeAt: null,
      problem: { kind: 'timed-out' },
    });
    expect(pages()).toEqual([1, 2]);
    list.setVisible(true);
    expect(pages()).toEqual([1, 2, 2]);
    expect(told.at(-1)).toEqual({ loaded: 100, total: 150, running: true, completeAt: null });
    await answer(page(rows(101, 150), 150, 2));
    expect(completed).toEqual([ids(1, 150)]);
  });

  it('loads the list again after ten minutes, without the rows that are gone', async () => {
    const { list, completed, pages, answer, wait } = setUp();
    list.setVisible(true);
    await answer(page(rows(1, 3), 3, 1));
    wait(10 * 60_000 - 1);
    list.setVisible(true);
    expect(pages()).toEqual([1]);
    wait(1);
    list.setVisible(true);
    expect(pages()).toEqual([1, 1]);
    await answer(page(rows(2, 3), 2, 1));
    expect(completed).toEqual([ids(1, 3), ids(2, 3)]);
  });

  it('loads the list again after the clock was set back', async () => {
    const { list, pages, answer, wait } = setUp();
    list.setVisible(true);
    await answer(page(rows(1, 3), 3, 1));
    wait(-3_600_000);
    list.setVisible(true);
    expect(pages()).toEqual([1, 1]);
  });

  it('starts over with another key, and drops the page on its way', async () => {
    const { list, asked, received, told, pages, answer } = setUp();
    list.setVisible(true);
    await answer(page(rows(1, 100), 300, 3));
    list.reset();
    expect(told.at(-1)).toEqual({ loaded: 0, total: null, running: false, completeAt: null });
    expect(asked[1]?.signal.aborted).toBe(true);
    await answer(page(rows(101, 200), 300, 3));
    expect(received).toHaveLength(100);
    list.setVisible(true);
    expect(pages()).toEqual([1, 2, 1]);
  });
});

describe('the full list of any vendor', () => {
  it('loads a list of 50,000 rows', async () => {
    const { requests, received, completed, end } = await load({ count: 50_000 });
    expect([requests, received.size, completed?.size]).toEqual([500, 50_000, 50_000]);
    expect(end).toEqual({ loaded: 50_000, total: 50_000, running: false, completeAt: start });
  });

  it('loads the whole list where pages have fewer rows than requested, whether or not the totals are right', async () => {
    const vendor = fc.record({
      count: fc.integer({ min: 0, max: 400 }),
      clamp: fc.integer({ min: 5, max: 150 }),
      totals: fc.boolean(),
      counted: fc.constantFrom('right', 'as asked', 'not at all'),
    });
    await fc.assert(
      fc.asyncProperty(vendor, async ({ count, clamp, totals, counted }) => {
        const { requests, received, completed, end } = await load({
          count,
          clamp,
          totals,
          pages: (of, size, limit) =>
            counted === 'not at all' ? null : Math.ceil(of / (counted === 'right' ? size : limit)),
        });
        expect([received.size, completed?.size]).toEqual([count, count]);
        expect(end).toEqual({ loaded: count, total: count, running: false, completeAt: start });
        expect(requests).toBeLessThanOrEqual(Math.ceil(count / Math.min(clamp, 100)) + 2);
      }),
    );
  });

  it('ends where a vendor without pages returns all rows each time', async () => {
    const { requests, completed } = await load({ count: 40, totals: false, answerFor: () => 1 });
    expect([requests, completed?.size]).toEqual([2, 40]);
  });

  it('gives up where the same page repeats for ever, and takes no row for gone', async () => {
    const { requests, completed, received, end } = await load({ count: 5000, answerFor: () => 1 });
    expect([requests, completed, received.size]).toEqual([3, null, 100]);
    expect(end).toEqual({
      loaded: 100,
      total: 5000,
      running: false,
      completeAt: null,
      problem: { kind: 'unreadable-answer', why: 'shape' },
    });
  });

  it('takes no row for gone when a page within the list is empty', async () => {
    const { list, completed, told, answer } = setUp();
    list.setVisible(true);
    await answer(page(rows(1, 100), 300, 3));
    await answer(page([], 300, 3));
    await answer(page([], 300, 3));
    expect(completed).toEqual([]);
    expect(told.at(-1)).toMatchObject({ loaded: 100, running: false, problem: { kind: 'unreadable-answer' } });
  });

  it('ends after the last page though the vendor counts more than it lists', async () => {
    const { list, completed, pages, answer } = setUp();
    list.setVisible(true);
    await answer(page(rows(1, 100), 250, 2));
    await answer(page(rows(101, 200), 250, 2));
    await answer(page([], 250, 2));
    expect([pages(), completed]).toEqual([[1, 2, 3], [ids(1, 200)]]);
  });

  it('continues after rows that cannot be read', async () => {
    const { list, completed, pages, answer } = setUp();
    list.setVisible(true);
    await answer(page([], 250, 3, 100));
    await answer(page(rows(101, 199), 250, 3, 1));
    await answer(page(rows(201, 250), 250, 3));
    expect([pages(), completed]).toEqual([[1, 2, 3], [[...ids(101, 199), ...ids(201, 250)]]]);
  });

  it('reports how many rows could not be read', async () => {
    const { list, told, answer } = setUp();
    list.setVisible(true);
    await answer(page(rows(1, 99), 136, 2, 1));
    await answer(page(rows(101, 135), 136, 2, 1));
    expect(told.at(-1)).toEqual({ loaded: 134, total: 136, running: false, completeAt: start, unread: 2 });
  });

  it('does not continue for ever where each page has new rows', async () => {
    let requests = 0;
    let end: FullListProgress | null = null;
    await new Promise<void>((resolve) => {
      const list = createFullList({
        now: () => start,
        readPage: async (asked) => {
          requests += 1;
          return page([exampleRow(asked)], null, null);
        },
        received: () => undefined,
        complete: () => expect.unreachable(),
        progress: (progress) => {
          end = progress;
          if (!progress.running) resolve();
        },
      });
      list.setVisible(true);
    });
    expect(requests).toBe(10_000);
    expect(end).toMatchObject({ running: false, problem: { kind: 'unreadable-answer', why: 'shape' } });
  });
});
