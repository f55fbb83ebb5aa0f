import { describe, expect, it } from 'vitest';
import { type FindPorts, findSubAccounts } from './find-sub-accounts';
import type { SubAccount } from '../../model/state/app-state';
import { exampleRow } from '../../model/state/app-state.fixture';

type Query = Parameters<FindPorts['readPage']>[0];

/** A vendor with these sub-accounts, that searches in names. */
function vendor(rows: readonly SubAccount[], skipped = 0) {
  const asked: Query[] = [];
  const found: number[] = [];
  const ports: FindPorts = {
    async readPage(query) {
      asked.push(query);
      const { page, limit, keyword = '' } = query;
      const hits = rows.filter(({ username }) => username.includes(keyword));
      return {
        items: hits.slice((page - 1) * limit, page * limit),
        totalItems: hits.length + skipped,
        totalPages: Math.ceil(hits.length / limit),
        skipped,
      };
    },
    found: ({ id }) => found.push(id),
    asked: () => undefined,
  };
  return { ports, asked, found };
}
const rows = (count: number, name: (id: number) => string) =>
  Array.from({ length: count }, (_, i) => exampleRow(i + 1, { username: name(i + 1) }));

describe('a sub-account', () => {
  it('is found by its name though many others bear it in theirs', async () => {
    const { ports, asked, found } = vendor(rows(100, () => 'shop'));
    expect(await findSubAccounts([{ id: 95, username: 'shop' }], ports)).toEqual([]);
    expect(found).toEqual([95]);
    expect(asked.map(({ page }) => page)).toEqual([1, 2, 3, 4]);
  });

  it('that was renamed is found in the list, once for all that are missing', async () => {
    const { ports, asked, found } = vendor(rows(250, (id) => `new${id}`));
    const wanted = [
      { id: 150, username: 'old' },
      { id: 20, username: 'older' },
    ];
    expect(await findSubAccounts(wanted, ports)).toEqual([]);
    expect(found).toEqual([20, 150]);
    expect(asked).toHaveLength(4);
  });

  it('is gone only where all of the list was seen', async () => {
    const few = vendor(rows(250, (id) => `user${id}`));
    expect(await findSubAccounts([{ id: 999, username: 'x' }], few.ports)).toEqual([{ id: 999, why: 'gone' }]);
    const unreadable = vendor(
      rows(3, (id) => `user${id}`),
      1,
    );
    expect(await findSubAccounts([{ id: 999, username: 'x' }], unreadable.ports)).toEqual([
      { id: 999, why: 'not-found' },
    ]);
    const many = vendor(rows(50_000, (id) => `user${id}`));
    expect(await findSubAccounts([{ id: 49_000, username: 'x' }], many.ports)).toEqual([
      { id: 49_000, why: 'not-found' },
    ]);
    expect(many.asked.length).toBeLessThan(20);
  });

  it('is not said to be missing where a page could not be read', async () => {
    const { ports } = vendor([]);
    expect(await findSubAccounts([{ id: 1, username: 'a' }], { ...ports, readPage: async () => null })).toBeNull();
  });
});
