import { describe, expect, it } from 'vitest';
import { type FindPorts, findSubAccounts } from './find-sub-accounts';
import type { SubAccount } from '../../model/state/app-state';
import { exampleRow } from '../../model/state/app-state.fixture';

type Query = Parameters<FindPorts['readPage']>[0];

/** A vendor with these sub-accounts that searches in names. */
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

describe('findSubAccounts', () => {
  it('finds a sub-account by its name though many other names contain it', async () => {
    const { ports, asked, found } = vendor(rows(100, () => 'shop'));
    expect(await findSubAccounts([{ id: 95, username: 'shop' }], ports)).toEqual([]);
    expect(found).toEqual([95]);
    expect(asked.map(({ page }) => page)).toEqual([1, 2, 3, 4]);
  });

  it('finds renamed ones in the list, which is read once for all that are missing', async () => {
    const { ports, asked, found } = vendor(rows(250, (id) => `new${id}`));
    const wanted = [
      { id: 150, username: 'old' },
      { id: 20, username: 'older' },
    ];
    expect(await findSubAccounts(wanted, ports)).toEqual([]);
    expect(found).toEqual([20, 150]);
    expect(asked).toHaveLength(4);
  });

  it('reports a sub-account as gone only where the whole list was read', async () => {
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

  it('reports nothing as missing where a page could not be read', async () => {
    const { ports } = vendor([]);
    expect(await findSubAccounts([{ id: 1, username: 'a' }], { ...ports, readPage: async () => null })).toBeNull();
  });
});
