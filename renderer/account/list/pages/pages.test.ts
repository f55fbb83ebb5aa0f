import { describe, expect, test } from 'vitest';
import type { CallOutput } from '../../../../app/bridge/contract';
import type { Problem, Result } from '../../../../app/model/problem';
import { pageSize } from './loaded-pages';
import { createPages } from './pages';

type Answer = Result<CallOutput<'lists.read'>>;

/** A vendor with so many rows, whose answers come when the test says so. */
function vendor(rows: number, tellsTotal = true, cap = pageSize) {
  let size = rows;
  let asOf = 1_000;
  let problem: Problem | null = null;
  const asked: number[] = [];
  const waiting: (() => void)[] = [];
  return {
    asked,
    become: (to: number, at = asOf) => {
      size = to;
      asOf = at;
    },
    fail: (with_: Problem | null) => {
      problem = with_;
    },
    read: (page: number): Promise<Answer> => {
      asked.push(page);
      return new Promise((resolve) => {
        waiting.push(() => {
          if (problem !== null) return resolve({ ok: false, problem });
          const first = (page - 1) * cap;
          const keys = Array.from({ length: Math.max(0, Math.min(cap, size - first)) }, (_, at) => first + at);
          const found = keys.map((key) => ({ key: `${key}`, cells: { at: asOf } }));
          resolve({ ok: true, value: { rows: found, total: tellsTotal ? size : null, asOf } });
        });
      });
    },
    /** Answers all waiting calls, and those that follow. */
    answer: async () => {
      while (waiting.length > 0) {
        waiting.shift()?.();
        await Promise.resolve();
        await Promise.resolve();
      }
    },
  };
}

const rowsOf = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => ({ key: `${from + at}`, cells: {} }));
/** Lets answers that are there arrive. */
const settle = async () => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
};
const down: Problem = { kind: 'timed-out' };

describe('the pages of a list', () => {
  test('pages are asked for as they come into view, each once', async () => {
    const from = vendor(1_000);
    const pages = createPages({ read: from.read, isWhole: false });
    expect(from.asked).toEqual([]);
    pages.want(0, 0);
    expect(pages.view()).toMatchObject({ ready: false, busy: true, count: 0 });
    await from.answer();
    expect(pages.view()).toMatchObject({
      ready: true,
      busy: false,
      total: 1_000,
      count: 1_000,
      loaded: 100,
      asOf: 1_000,
    });
    expect(pages.view().at(99)?.key).toBe('99');
    expect(pages.view().at(100)).toBeUndefined();
    pages.want(90, 210);
    await from.answer();
    pages.want(0, 210);
    expect(from.asked).toEqual([1, 2, 3]);
    expect(pages.view().at(210)?.key).toBe('210');
    expect(
      pages
        .view()
        .rows()
        .map(({ key }) => key),
    ).toEqual(Array.from({ length: 300 }, (_, at) => `${at}`));
  });

  test('two pages are asked for at a time, and none that is out of view again', async () => {
    const from = vendor(50_000);
    const pages = createPages({ read: from.read, isWhole: false });
    pages.want(0, 0);
    await from.answer();
    pages.want(100, 599);
    expect(from.asked).toEqual([1, 2, 3]);
    pages.want(40_000, 40_010);
    await from.answer();
    expect(from.asked).toEqual([1, 2, 3, 401]);
  });

  test('a refresh keeps the rows in view until the answer, and drops the pages out of view', async () => {
    const from = vendor(1_000);
    const pages = createPages({ read: from.read, isWhole: false });
    pages.want(0, 0);
    await from.answer();
    pages.want(500, 510);
    await from.answer();
    from.become(999, 2_000);
    pages.again();
    expect(pages.view().at(500)?.cells).toEqual({ at: 1_000 });
    await from.answer();
    expect(pages.view().at(500)?.cells).toEqual({ at: 2_000 });
    expect(pages.view()).toMatchObject({ count: 999, loaded: 100, asOf: 2_000 });
    pages.want(0, 0);
    await from.answer();
    expect(from.asked).toEqual([1, 6, 6, 1]);
  });

  test('a page that is being read when a refresh begins is read again', async () => {
    const from = vendor(10);
    const pages = createPages({ read: from.read, isWhole: false });
    pages.want(0, 0);
    pages.again();
    await from.answer();
    expect(from.asked).toEqual([1, 1]);
  });

  test('a page that fails keeps its old rows and its problem', async () => {
    const from = vendor(10);
    const pages = createPages({ read: from.read, isWhole: false });
    pages.want(0, 0);
    await from.answer();
    from.fail(down);
    pages.again();
    await from.answer();
    expect(pages.view()).toMatchObject({ loaded: 10, problem: down, asOf: 1_000 });
    expect(pages.view().stretchAt(0)).toBeNull();
    from.fail(null);
    pages.again();
    await from.answer();
    expect(pages.view().problem).toBeNull();
  });

  test('a page that fails leaves the others as they are, and a retry reads it again', async () => {
    const from = vendor(300);
    const pages = createPages({ read: from.read, isWhole: false });
    pages.want(0, 0);
    await from.answer();
    from.fail(down);
    pages.want(100, 120);
    await from.answer();
    expect(pages.view().stretchAt(100)).toEqual({ from: 100, to: 199, problem: down });
    expect(pages.view().stretchAt(99)).toBeNull();
    expect(pages.view().problem).toBeNull();
    pages.want(100, 120);
    expect(from.asked).toEqual([1, 2]);
    from.fail(null);
    pages.retry(150);
    await from.answer();
    expect(pages.view().stretchAt(100)).toBeNull();
    expect(pages.view().at(150)?.key).toBe('150');
  });

  test('a first page that fails is the problem of the whole list', async () => {
    const from = vendor(300);
    from.fail(down);
    const pages = createPages({ read: from.read, isWhole: false });
    pages.want(0, 0);
    await from.answer();
    expect(pages.view()).toMatchObject({ ready: true, count: 0, problem: down, asOf: null });
  });

  test('a list without a total has one row more while there may be more', async () => {
    const from = vendor(150, false);
    const pages = createPages({ read: from.read, isWhole: false });
    pages.want(0, 0);
    await from.answer();
    expect(pages.view()).toMatchObject({ total: null, count: 101, loaded: 100 });
    pages.want(80, 100);
    await from.answer();
    expect(pages.view()).toMatchObject({ count: 150, loaded: 150 });
    // A short page may be one that the vendor caps: only an empty one after it says that it was the last.
    expect(from.asked).toEqual([1, 2, 3]);
  });

  test.each([true, false])(
    'a vendor that returns 50 of 100 rows asked gives all 250, with a total: %s',
    async (tellsTotal) => {
      const from = vendor(250, tellsTotal, 50);
      const pages = createPages({ read: from.read, isWhole: false });
      pages.want(0, 0);
      await from.answer();
      expect(pages.view()).toMatchObject({ size: 50, unread: 0 });
      for (let last = 0; last < 250; last += 50) {
        pages.want(last, last + 60);
        await from.answer();
      }
      expect(pages.view()).toMatchObject({ count: 250, loaded: 250, unread: 0 });
      expect(Array.from({ length: 250 }, (_, at) => pages.view().at(at)?.key)).toEqual(
        Array.from({ length: 250 }, (_, at) => `${at}`),
      );
      expect(new Set(from.asked).size).toBe(from.asked.length);
    },
  );

  test('rows of a page that could not be read are a stretch of their own, and are counted', async () => {
    const answers: Answer[] = [
      { ok: true, value: { rows: rowsOf(0, 100), total: 136, skipped: 0, asOf: 1 } },
      { ok: true, value: { rows: rowsOf(100, 134), total: 136, skipped: 2, asOf: 1 } },
    ];
    const pages = createPages({
      read: async (page) => answers[page - 1] ?? { ok: false, problem: down },
      isWhole: false,
    });
    pages.want(0, 135);
    await settle();
    await settle();
    expect(pages.view()).toMatchObject({ count: 136, loaded: 134, unread: 2 });
    expect(pages.view().stretchAt(133)).toBeNull();
    const problem = { kind: 'unreadable-answer', why: 'shape' };
    expect(pages.view().stretchAt(135)).toEqual({ from: 134, to: 135, problem });
  });

  test('a page that repeats the one before is not shown as other rows', async () => {
    const read = (total: number | null) => async (): Promise<Answer> => ({
      ok: true,
      value: { rows: rowsOf(0, 100), total, asOf: 1 },
    });
    const counted = createPages({ read: read(200), isWhole: false });
    counted.want(0, 0);
    await settle();
    counted.want(100, 150);
    await settle();
    expect(counted.view()).toMatchObject({ count: 200, loaded: 100 });
    expect(counted.view().stretchAt(100)).toMatchObject({ from: 100, to: 199 });
    const uncounted = createPages({ read: read(null), isWhole: false });
    uncounted.want(0, 0);
    await settle();
    uncounted.want(90, 100);
    await settle();
    expect(uncounted.view()).toMatchObject({ count: 100, loaded: 100 });
  });

  test('a short list without a total whose next page fails says that there may be more', async () => {
    const read = async (page: number): Promise<Answer> =>
      page === 1 ? { ok: true, value: { rows: rowsOf(0, 50), total: null, asOf: 1 } } : { ok: false, problem: down };
    const pages = createPages({ read, isWhole: false });
    pages.want(0, 0);
    await settle();
    await settle();
    expect(pages.view()).toMatchObject({ count: 51, loaded: 50 });
    expect(pages.view().stretchAt(50)).toMatchObject({ problem: down });
  });

  test('a list that became shorter drops the pages beyond its end, and does not ask for them', async () => {
    const from = vendor(300);
    const pages = createPages({ read: from.read, isWhole: false });
    pages.want(150, 299);
    await from.answer();
    from.become(50);
    pages.again();
    await from.answer();
    expect(pages.view()).toMatchObject({ count: 50 });
    expect(pages.view().at(150)).toBeUndefined();
    expect(from.asked.filter((page) => page > 1)).toEqual([2, 3, 2, 3]);
  });

  test('a list that the vendor does not page is one page, however long', async () => {
    const rows = Array.from({ length: 250 }, (_, at) => ({ key: `${at}`, cells: {} }));
    const pages = createPages({
      read: () => Promise.resolve({ ok: true, value: { rows, total: null, asOf: 1 } }),
      isWhole: true,
    });
    pages.want(0, 240);
    await Promise.resolve();
    await Promise.resolve();
    expect(pages.view()).toMatchObject({ count: 250, loaded: 250 });
    expect(pages.view().at(249)?.key).toBe('249');
  });

  test('after a stop nothing is asked and no answer counts', async () => {
    const from = vendor(300);
    const pages = createPages({ read: from.read, isWhole: false });
    pages.want(0, 0);
    pages.stop();
    await from.answer();
    pages.want(0, 200);
    expect(from.asked).toEqual([1]);
    expect(pages.view().ready).toBe(false);
  });
});
