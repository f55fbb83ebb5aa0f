import { describe, expect, test } from 'vitest';
import type { CallOutput, Problem, Result } from '../../../app/bridge/contract';
import { createPages, pageSize } from './pages';

type Answer = Result<CallOutput<'lists.read'>>;

/** A vendor with so many rows, whose answers come when the test says so. */
function vendor(rows: number, tellsTotal = true) {
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
          const first = (page - 1) * pageSize;
          const keys = Array.from({ length: Math.max(0, Math.min(pageSize, size - first)) }, (_, at) => first + at);
          const found = keys.map((key) => ({ key: `${key}`, cells: { at: asOf } }));
          resolve({ ok: true, value: { rows: found, total: tellsTotal ? size : null, asOf } });
        });
      });
    },
    /** Answers all that waits, and what is asked thereupon. */
    answer: async () => {
      while (waiting.length > 0) {
        waiting.shift()?.();
        await Promise.resolve();
        await Promise.resolve();
      }
    },
  };
}

const down: Problem = { kind: 'timed-out' };

describe('pages', () => {
  test('are asked for as they come into view, each once', async () => {
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

  test('are asked for two at once, and never once they were scrolled past', async () => {
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

  test('are read again in place: rows stay until the answer, those out of view are forgotten', async () => {
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

  test('an answer that was on its way when it was to be read again does not count as new', async () => {
    const from = vendor(10);
    const pages = createPages({ read: from.read, isWhole: false });
    pages.want(0, 0);
    pages.again();
    await from.answer();
    expect(from.asked).toEqual([1, 1]);
  });

  test('that fail keep their old rows, and say why', async () => {
    const from = vendor(10);
    const pages = createPages({ read: from.read, isWhole: false });
    pages.want(0, 0);
    await from.answer();
    from.fail(down);
    pages.again();
    await from.answer();
    expect(pages.view()).toMatchObject({ loaded: 10, problem: down, asOf: 1_000 });
    expect(pages.view().problemAt(0)).toBeNull();
    from.fail(null);
    pages.again();
    await from.answer();
    expect(pages.view().problem).toBeNull();
  });

  test('one that fails among others leaves the rest, and is tried again when asked to', async () => {
    const from = vendor(300);
    const pages = createPages({ read: from.read, isWhole: false });
    pages.want(0, 0);
    await from.answer();
    from.fail(down);
    pages.want(100, 120);
    await from.answer();
    expect(pages.view().problemAt(100)).toEqual(down);
    expect(pages.view().problemAt(99)).toBeNull();
    expect(pages.view().problem).toBeNull();
    pages.want(100, 120);
    expect(from.asked).toEqual([1, 2]);
    from.fail(null);
    pages.retry(150);
    await from.answer();
    expect(pages.view().problemAt(100)).toBeNull();
    expect(pages.view().at(150)?.key).toBe('150');
  });

  test('the first that fails is the whole list’s problem', async () => {
    const from = vendor(300);
    from.fail(down);
    const pages = createPages({ read: from.read, isWhole: false });
    pages.want(0, 0);
    await from.answer();
    expect(pages.view()).toMatchObject({ ready: true, count: 0, problem: down, asOf: null });
  });

  test('without a total there is one row more while there may be more', async () => {
    const from = vendor(150, false);
    const pages = createPages({ read: from.read, isWhole: false });
    pages.want(0, 0);
    await from.answer();
    expect(pages.view()).toMatchObject({ total: null, count: 101, loaded: 100 });
    pages.want(80, 100);
    await from.answer();
    expect(pages.view()).toMatchObject({ count: 150, loaded: 150 });
    expect(from.asked).toEqual([1, 2]);
  });

  test('a list that became shorter forgets what was beyond its end, and does not ask for it', async () => {
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

  test('a list that has no pages is one, however long', async () => {
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

  test('after its end nothing is asked and no answer counts', async () => {
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
