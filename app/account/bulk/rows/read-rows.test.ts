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

describe('readAllRows', () => {
  it('reads to the last page, whether or not the vendor counts pages', async () => {
    const counted = setUp(({ page: at }) => page(from(at * 10, 2), { totalPages: 3, totalItems: 6 }));
    expect((await counted.all()).ok).toBe(true);
    expect(counted.found).toEqual([10, 11, 20, 21, 30, 31]);
    const uncounted = setUp(({ page: at }) => page(at < 3 ? from(at * 10, 1) : []));
    expect((await uncounted.all()).ok).toBe(true);
    expect(uncounted.found).toEqual([10, 20]);
  });

  it('passes each row on once, though pages shift while the list is read', async () => {
    const moving = setUp(({ page: at }) => page(at === 1 ? from(1, 3) : from(3, 3), { totalPages: 2, totalItems: 5 }));
    await moving.all();
    expect(moving.found).toEqual([1, 2, 3, 4, 5]);
  });

  it('fails where the vendor only repeats a page', async () => {
    const stuck = setUp(() => page(from(1, 2), { totalPages: 9, totalItems: 18 }));
    expect(await stuck.all()).toEqual(failed({ kind: 'unreadable-answer', why: 'shape' }));
    expect(stuck.asked).toHaveLength(3);
  });

  it('waits as long as a rate limit says, and fails with any other problem', async () => {
    const slow = setUp((_, time) =>
      time === 1 ? failed({ kind: 'rate-limited', until: 4000 }) : page(from(1, 1), { totalPages: 1 }),
    );
    expect((await slow.all()).ok).toBe(true);
    expect([slow.waited, slow.said]).toEqual([[3000], ['rate-limited', undefined]]);
    const away = setUp(() => failed({ kind: 'timed-out' }));
    expect(await away.all()).toEqual(failed({ kind: 'timed-out' }));
  });
});

describe('readTheseRows', () => {
  it('searches for a few by name, and does not read every page for one that is gone', async () => {
    const { these, asked, found } = setUp(({ search }) =>
      search === 'user2' ? page([row(2), row(22)], { totalItems: 2 }) : page([], { totalItems: 0 }),
    );
    expect((await these([2, 3], { 2: 'user2', 3: 'user3' })).ok).toBe(true);
    expect(asked.map(({ search }) => search)).toEqual(['user2', 'user3']);
    expect(found).toEqual([2]);
  });

  it('does not take rows for gone where the search finds none of them: it may search in other fields', async () => {
    const { these, found } = setUp(({ search }) =>
      search === '' ? page(from(1, 5), { totalItems: 5, totalPages: 1 }) : page([], { totalItems: 0 }),
    );
    expect((await these([2, 3], { 2: 'user2', 3: 'user3' })).ok).toBe(true);
    expect(found).toEqual([2, 3]);
  });

  it('reads page by page where no name is known, no further than needed', async () => {
    const { these, asked, found } = setUp(({ page: at }) => page(from(at * 10, 10), { totalPages: 50 }));
    await these([15, 32]);
    expect(found).toEqual([15, 32]);
    expect(asked.map(({ page: at }) => at)).toEqual([1, 2, 3]);
  });

  it('reads the list a second time: rows that others deleted move later ones to a page that was read', async () => {
    const { these, found } = setUp((_, time) => page(time <= 2 ? from(1, 1) : from(5, 1), { totalPages: 2 }));
    await these([5]);
    expect(found).toEqual([5]);
  });
});
