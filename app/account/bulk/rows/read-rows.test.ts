import { describe, expect, it } from 'vitest';
import { failed, ok, type Result } from '../../../model/problem';
import { readAllRows, type ReadRowsOptions, readTheseRows, type RowPage, type RowQuery } from './read-rows';

const row = (id: number) => ({ id, username: `user${id}`, value: true });
const from = (first: number, count: number) => Array.from({ length: count }, (_, i) => row(first + i));
const page = (items: RowPage['items'], rest: Partial<RowPage> = {}): Result<RowPage> =>
  ok({ items, totalItems: null, totalPages: null, skipped: 0, ...rest });

function setUp(answer: (query: RowQuery, time: number) => Result<RowPage>) {
  const asked: RowQuery[] = [];
  const waited: number[] = [];
  const said: (string | undefined)[] = [];
  const options: ReadRowsOptions = {
    async readPage(query) {
      asked.push(query);
      return answer(query, asked.length);
    },
    now: () => 1000,
    async wait(ms) {
      waited.push(ms);
    },
    waiting: (problem) => said.push(problem?.kind),
  };
  const found: number[] = [];
  const take = (rows: readonly { id: number }[]) => {
    found.push(...rows.map(({ id }) => id));
  };
  const { signal } = new AbortController();
  return {
    asked,
    waited,
    said,
    found,
    all: () => readAllRows(options, { search: '', status: null }, signal, take),
    these: (ids: number[], names: Record<number, string> = {}) =>
      readTheseRows({ ...options, nameOf: (id) => names[id] }, new Set(ids), signal, take),
  };
}

describe('all rows', () => {
  it('are read to the last page, where the vendor counts pages and where it does not', async () => {
    const counted = setUp(({ page: at }) => page(from(at * 10, 2), { totalPages: 3, totalItems: 6 }));
    expect((await counted.all()).ok).toBe(true);
    expect(counted.found).toEqual([10, 11, 20, 21, 30, 31]);
    const uncounted = setUp(({ page: at }) => page(at < 3 ? from(at * 10, 1) : []));
    expect((await uncounted.all()).ok).toBe(true);
    expect(uncounted.found).toEqual([10, 20]);
  });

  it('come once, though a page may move while the list is read', async () => {
    const moving = setUp(({ page: at }) => page(at === 1 ? from(1, 3) : from(3, 3), { totalPages: 2, totalItems: 5 }));
    await moving.all();
    expect(moving.found).toEqual([1, 2, 3, 4, 5]);
  });

  it('are not said to be all when the vendor only repeats itself', async () => {
    const stuck = setUp(() => page(from(1, 2), { totalPages: 9, totalItems: 18 }));
    expect(await stuck.all()).toEqual(failed({ kind: 'unreadable-answer', why: 'shape' }));
    expect(stuck.asked).toHaveLength(3);
  });

  it('wait as long as the vendor asks, and fail with what else is wrong', async () => {
    const slow = setUp((_, time) =>
      time === 1 ? failed({ kind: 'rate-limited', until: 4000 }) : page(from(1, 1), { totalPages: 1 }),
    );
    expect((await slow.all()).ok).toBe(true);
    expect([slow.waited, slow.said]).toEqual([[3000], ['rate-limited', undefined]]);
    const away = setUp(() => failed({ kind: 'timed-out' }));
    expect(await away.all()).toEqual(failed({ kind: 'timed-out' }));
  });
});

describe('these rows', () => {
  it('are asked for by name where they are few, and one that is gone is not looked for on every page', async () => {
    const { these, asked, found } = setUp(({ search }) =>
      search === 'user2' ? page([row(2), row(22)], { totalItems: 2 }) : page([], { totalItems: 0 }),
    );
    expect((await these([2, 3], { 2: 'user2', 3: 'user3' })).ok).toBe(true);
    expect(asked.map(({ search }) => search)).toEqual(['user2', 'user3']);
    expect(found).toEqual([2]);
  });

  it('are not taken for gone by a search that finds none of them: it may search in something else', async () => {
    const { these, found } = setUp(({ search }) =>
      search === '' ? page(from(1, 5), { totalItems: 5, totalPages: 1 }) : page([], { totalItems: 0 }),
    );
    expect((await these([2, 3], { 2: 'user2', 3: 'user3' })).ok).toBe(true);
    expect(found).toEqual([2, 3]);
  });

  it('are looked for page by page where no name is known, no further than needed', async () => {
    const { these, asked, found } = setUp(({ page: at }) => page(from(at * 10, 10), { totalPages: 50 }));
    await these([15, 32]);
    expect(found).toEqual([15, 32]);
    expect(asked.map(({ page: at }) => at)).toEqual([1, 2, 3]);
  });

  it('are looked for a second time: what others deleted moves rows to a page that was read', async () => {
    const { these, found } = setUp((_, time) => page(time <= 2 ? from(1, 1) : from(5, 1), { totalPages: 2 }));
    await these([5]);
    expect(found).toEqual([5]);
  });
});
