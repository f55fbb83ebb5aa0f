import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { SubAccount } from '../../../model/state/app-state';
import { exampleRow } from '../../../model/state/app-state.fixture';
import type { SubAccountSort } from './order';
import { createSubAccountIndex, type SubAccountQuery } from './sub-account-index';

const all: SubAccountQuery = { search: '', sort: 'newest', descending: true, offset: 0, limit: 200 };

function indexOf(...rows: SubAccount[]) {
  const index = createSubAccountIndex(counter());
  index.put(rows);
  return index;
}
const idsOf = (index: ReturnType<typeof indexOf>, query: Partial<SubAccountQuery>) =>
  index.query({ ...all, ...query }).rows.map(({ id }) => id);

function counter(): () => number {
  let count = 0;
  return () => (count += 1);
}

describe('the index', () => {
  it('adds, replaces, changes and finds rows', () => {
    const index = indexOf(exampleRow(1), exampleRow(2));
    expect([index.size(), index.get(2)]).toEqual([2, exampleRow(2)]);
    index.put([exampleRow(2, { ips: 99 })]);
    expect([index.size(), index.get(2)?.ips]).toEqual([2, 99]);
    index.change(1, (row) => ({ ...row, enabled: false }));
    expect(index.get(1)?.enabled).toBe(false);
    expect(index.get(404)).toBeUndefined();
    index.keepOnly(new Set([2, 3]));
    expect([index.size(), index.get(1)]).toEqual([1, undefined]);
    index.clear();
    expect([index.size(), idsOf(index, {})]).toEqual([0, []]);
  });

  it('has a new revision after each change, and after nothing else', () => {
    const index = createSubAccountIndex(counter());
    const changes: [() => void, number][] = [
      [() => index.put([exampleRow(1), exampleRow(2)]), 1],
      [() => index.put([]), 1],
      [() => index.put([exampleRow(2), exampleRow(1)]), 1],
      [() => index.change(1, (row) => ({ ...row, ips: 0 })), 2],
      [() => index.change(404, (row) => row), 2],
      [() => index.keepOnly(new Set([1, 2, 3])), 2],
      [() => index.keepOnly(new Set([1])), 3],
      [() => index.clear(), 4],
      [() => index.clear(), 4],
    ];
    for (const [change, rev] of changes) {
      change();
      expect(index.rev()).toBe(rev);
    }
  });
});

describe('search', () => {
  const index = indexOf(
    exampleRow(1, { username: 'Berlin-01', note: 'for Anna' }),
    exampleRow(2, { username: 'berlin-02', note: null }),
    exampleRow(3, { username: 'paris', note: 'ANNA, Berlin' }),
  );

  it.each<[string, number[]]>([
    ['', [3, 2, 1]],
    ['   ', [3, 2, 1]],
    ['berlin', [3, 2, 1]],
    ['BERLIN', [3, 2, 1]],
    ['anna', [3, 1]],
    ['anna  berlin-', [1]],
    ['berlin anna', [3, 1]],
    ['02', [2]],
    ['02anna', []],
    ['.*', []],
  ])('%j', (search, found) => {
    expect(idsOf(index, { search })).toEqual(found);
    expect(index.query({ ...all, search }).total).toBe(found.length);
  });

  it('does not find a word that would reach from the name into the note', () => {
    expect(idsOf(indexOf(exampleRow(1, { username: 'ber', note: 'lin' })), { search: 'berlin' })).toEqual([]);
  });

  it('searches the present text of a row', () => {
    const changing = indexOf(exampleRow(1, { username: 'old' }));
    expect(idsOf(changing, { search: 'old' })).toEqual([1]);
    changing.put([exampleRow(1, { username: 'new' })]);
    expect(idsOf(changing, { search: 'old' })).toEqual([]);
    changing.change(1, (row) => ({ ...row, note: 'old' }));
    expect(idsOf(changing, { search: 'old' })).toEqual([1]);
  });
});

describe('sorting', () => {
  const index = indexOf(
    exampleRow(1, { username: 'user10', ips: 5, traffic: null, enabled: true, createdAt: 3000 }),
    exampleRow(2, { username: 'User9', ips: null, traffic: 7, enabled: false, createdAt: 1000 }),
    exampleRow(3, { username: 'anna', ips: 500, traffic: 70, enabled: null, createdAt: 2000 }),
    exampleRow(4, { username: 'Émile', ips: 5, traffic: 7, enabled: true, createdAt: 4000 }),
  );

  it.each<[SubAccountSort, number[], number[]]>([
    ['newest', [4, 1, 3, 2], [2, 3, 1, 4]],
    ['username', [1, 2, 4, 3], [3, 4, 2, 1]],
    ['ips', [3, 4, 1, 2], [2, 4, 1, 3]],
    ['traffic', [3, 4, 2, 1], [1, 4, 2, 3]],
    ['status', [4, 1, 2, 3], [3, 2, 4, 1]],
  ])('by %s', (sort, descending, ascending) => {
    expect(idsOf(index, { sort, descending: true })).toEqual(descending);
    expect(idsOf(index, { sort, descending: false })).toEqual(ascending);
  });

  it('sorts a row whose age is not known by its id', () => {
    const ageless = indexOf(exampleRow(1, { createdAt: null }), exampleRow(2, { createdAt: null }));
    expect(idsOf(ageless, {})).toEqual([2, 1]);
  });
});

describe('a window', () => {
  const rows = fc.uniqueArray(
    fc.record({
      id: fc.integer({ min: 1, max: 500 }),
      username: fc.constantFrom('a', 'b', 'ab', 'user1', 'user20'),
      ips: fc.option(fc.nat(3)),
      traffic: fc.option(fc.nat(3)),
      enabled: fc.option(fc.boolean()),
      createdAt: fc.option(fc.integer({ min: 1000, max: 1003 })),
    }),
    { selector: ({ id }) => id, maxLength: 60 },
  );
  const query = fc.record({
    search: fc.constantFrom('', 'a', 'user', 'b', 'nobody'),
    sort: fc.constantFrom<SubAccountSort>('newest', 'username', 'ips', 'traffic', 'status'),
    descending: fc.boolean(),
  });

  it('shows each match once, in one order, whatever the windows', () => {
    fc.assert(
      fc.property(rows, query, fc.integer({ min: 1, max: 25 }), (given, asked, limit) => {
        const index = indexOf(...given.map(({ id, ...rest }) => exampleRow(id, rest)));
        const whole = index.query({ ...asked, offset: 0, limit: 200 });
        const matching = given.filter(({ username }) => username.includes(asked.search)).map(({ id }) => id);
        expect(whole.rows.map(({ id }) => id).sort((a, b) => a - b)).toEqual(matching.sort((a, b) => a - b));
        expect(whole.total).toBe(matching.length);
        const pieces: SubAccount[] = [];
        for (let offset = 0; offset < whole.total; offset += limit)
          pieces.push(...index.query({ ...asked, offset, limit }).rows);
        expect(pieces).toEqual(whole.rows);
      }),
    );
  });

  it('past the end is empty, and still has the number of matches', () => {
    expect(indexOf(exampleRow(1)).query({ ...all, offset: 10 })).toEqual({ rows: [], total: 1 });
  });

  it('is sorted again only when rows or the query changed', () => {
    let compared = 0;
    const counting = (id: number): SubAccount => {
      const row = exampleRow(id);
      return Object.defineProperty({ ...row }, 'ips', { enumerable: true, get: () => ((compared += 1), id % 10) });
    };
    const index = indexOf(...Array.from({ length: 100 }, (_, i) => counting(i + 1)));
    index.query({ ...all, sort: 'ips' });
    const once = compared;
    expect(once).toBeGreaterThan(0);
    index.query({ ...all, sort: 'ips', offset: 50 });
    expect(compared).toBe(once);
    index.query({ ...all, sort: 'ips', descending: false });
    expect(compared).toBeGreaterThan(once);
  });
});

describe('typing', () => {
  it('finds after each step what a new index finds, whatever was typed and changed before', () => {
    const texts = fc.constantFrom('', 'a', 'ab', 'abc', 'b', 'b a', 'c');
    const step = fc.oneof(
      fc.record({
        search: texts,
        sort: fc.constantFrom<SubAccountSort>('newest', 'username'),
        without: fc.subarray([1, 2]),
      }),
      fc.record({ put: fc.integer({ min: 1, max: 8 }), username: fc.constantFrom('abc', 'bca', 'cab', 'a', 'b') }),
      fc.record({ remove: fc.integer({ min: 1, max: 8 }) }),
      fc.record({ keep: fc.subarray([1, 2, 3, 4, 5, 6, 7, 8]) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const used = createSubAccountIndex(counter());
        let rows: SubAccount[] = [];
        let asked = all;
        for (const each of steps) {
          if ('put' in each) {
            const row = exampleRow(each.put, { username: each.username });
            rows = [...rows.filter(({ id }) => id !== row.id), row];
            used.put([row]);
          } else if ('remove' in each) {
            rows = rows.filter(({ id }) => id !== each.remove);
            used.remove(each.remove);
          } else if ('keep' in each) {
            rows = rows.filter(({ id }) => each.keep.includes(id));
            used.keepOnly(new Set(each.keep));
          } else {
            asked = { ...all, ...each };
          }
          expect(used.query(asked)).toEqual(indexOf(...rows).query(asked));
        }
      }),
    );
  });

  it('one more letter looks only at the rows that were found before', () => {
    let read = 0;
    const index = indexOf(exampleRow(1, { username: 'berlin' }), exampleRow(2, { username: 'paris' }));
    index.query({ ...all, search: 'b' });
    const includes = vi.spyOn(String.prototype, 'includes').mockImplementation(function (this: string, part) {
      read += this.startsWith('paris') ? 1 : 0;
      return this.indexOf(part) >= 0;
    });
    expect(idsOf(index, { search: 'be' })).toEqual([1]);
    includes.mockRestore();
    expect(read).toBe(0);
  });
});

describe('50,000 rows', () => {
  const index = createSubAccountIndex(counter());
  for (let page = 0; page < 500; page += 1)
    index.put(Array.from({ length: 100 }, (_, i) => exampleRow(page * 100 + i + 1)));

  it.each<[SubAccountSort, number, number]>([
    ['newest', 50_000, 1],
    ['username', 50_000, 1],
    ['ips', 50_000, 1],
    ['status', 50_000, 1],
  ])('are sorted by %s, to their end', (sort, first, last) => {
    expect(idsOf(index, { sort, limit: 1 })).toEqual([first]);
    expect(idsOf(index, { sort, offset: 49_999, limit: 1 })).toEqual([last]);
  });

  it('are searched', () => {
    expect(idsOf(index, { search: 'user4999', sort: 'username', descending: false })).toEqual([
      4999, 49_990, 49_991, 49_992, 49_993, 49_994, 49_995, 49_996, 49_997, 49_998, 49_999,
    ]);
  });
});
