import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { MINUTE, page, setUp } from './refresher.fixture';
import { appStateSchema, type SubAccount } from '../../model/state/app-state';
import { withoutFigures } from '../../state/transitions';
import { exampleNow, exampleRow, exampleState } from '../../model/state/app-state.fixture';

describe('pinned sub-accounts', () => {
  const pinnedState = (pinned: SubAccount[]) => ({
    subAccounts: { ...withoutFigures(exampleState()).subAccounts, pinned },
  });

  it('are taken from the first page, or read one by one by name', async () => {
    const { refresher, clock, vendor, state } = setUp(pinnedState([exampleRow(50), exampleRow(2), exampleRow(51)]));
    refresher.use(vendor.client);
    await clock.advance(0);
    expect(vendor.asked.at(-1)?.with).toEqual([{ page: 1, limit: 30 }]);
    await vendor.answer('listSubAccounts', page([exampleRow(2, { ips: 22 })]));
    expect(state().subAccounts.pinned.map(({ ips }) => ips)).toEqual([10, 22, 10]);
    expect(vendor.asked.at(-1)?.with).toEqual([
      { page: 1, limit: 30, sortBy: 'username', orderBy: 'asc', keyword: 'user50' },
    ]);
    await vendor.answer('listSubAccounts', page([exampleRow(500, { ips: 1 }), exampleRow(50, { ips: 55 })]));
    expect(vendor.asked.at(-1)?.with).toEqual([
      { page: 1, limit: 30, sortBy: 'username', orderBy: 'asc', keyword: 'user51' },
    ]);
    await vendor.answer('listSubAccounts', page([]));
    expect(state().subAccounts.pinned.map(({ id, ips }) => [id, ips])).toEqual([
      [50, 55],
      [2, 22],
      [51, 10],
    ]);
  });

  it('that are not found by their name are looked for in the list, and gone only where all of it was seen', async () => {
    const pinned = [50, 51].map((id) => exampleRow(id));
    const { refresher, clock, vendor, rowsRead, state, answerAll } = setUp(pinnedState(pinned));
    refresher.use(vendor.client);
    await clock.advance(0);
    await answerAll(1, page([], 3));
    await vendor.answer('listSubAccounts', page([]));
    await vendor.answer('listSubAccounts', page([]));
    expect(vendor.asked.at(-1)?.with).toEqual([{ page: 1, limit: 100, sortBy: 'id', orderBy: 'asc' }]);
    const renamed = exampleRow(50, { username: 'another name', ips: 3 });
    await vendor.answer('listSubAccounts', page([exampleRow(1), renamed, exampleRow(500)]));
    expect(rowsRead).toEqual([
      new Map([
        [50, renamed],
        [51, null],
      ]),
    ]);
    expect(state().subAccounts.unwatched).toEqual([{ id: 51, why: 'gone', at: exampleNow }]);
    expect(state().subAccounts.pinned[0]).toEqual(renamed);
    expect(appStateSchema.parse(state())).toEqual(state());

    // The next reads leave it alone for a while.
    void refresher.refresh();
    await clock.advance(0);
    await answerAll();
    await vendor.answer('listSubAccounts', page([renamed]));
    expect(vendor.open()).toEqual([]);
    expect(state().subAccounts.unwatched).toHaveLength(1);
    await clock.advance(30 * MINUTE);
    while (vendor.open().includes('readAccount')) await answerAll();
    expect(vendor.asked.at(-1)?.with).toMatchObject([{ keyword: 'another name' }]);
    await vendor.answer('listSubAccounts', page([renamed]));
    expect(vendor.asked.at(-1)?.with).toMatchObject([{ keyword: 'user51' }]);
    await vendor.answer('listSubAccounts', page([exampleRow(51)]));
    expect(state().subAccounts.unwatched).toEqual([]);
  });

  it('are ten a batch, in turn', async () => {
    const pinned = Array.from({ length: 14 }, (_, i) => exampleRow(50 + i));
    const { refresher, clock, vendor, state, answerAll } = setUp(pinnedState(pinned));
    const names: string[] = [];
    const batch = async () => {
      await answerAll(1, page([]));
      while (vendor.open().length > 0) {
        const { keyword } = z.object({ keyword: z.string() }).parse(vendor.asked.at(-1)?.with[0]);
        names.push(keyword);
        await vendor.answer('listSubAccounts', page(pinned.filter(({ username }) => username === keyword)));
      }
    };
    refresher.use(vendor.client);
    await clock.advance(0);
    await batch();
    expect(names).toEqual(pinned.slice(0, 10).map(({ username }) => username));
    void refresher.refresh();
    await clock.advance(0);
    await batch();
    expect(new Set(names)).toEqual(new Set(pinned.map(({ username }) => username)));
    expect([names.length, state().subAccounts.pinned.length]).toEqual([20, 14]);
  });
});

describe('a switch that the vendor confirmed', () => {
  it('is not undone by a read that began before it', async () => {
    const { refresher, clock, vendor, confirmed, state } = setUp({
      subAccounts: { ...withoutFigures(exampleState()).subAccounts, pinned: [exampleRow(1), exampleRow(50)] },
    });
    refresher.use(vendor.client);
    await clock.advance(0);
    await clock.advance(100);
    for (const id of [1, 50]) confirmed.set(id, { enabled: false, at: clock.now() });
    await vendor.answer('listSubAccounts', page([exampleRow(2), exampleRow(1)]));
    await vendor.answer('listSubAccounts', page([exampleRow(50)]));
    expect(state().subAccounts.firstPage.map(({ enabled }) => enabled)).toEqual([true, false]);
    expect(state().subAccounts.pinned.map(({ enabled }) => enabled)).toEqual([false, false]);
  });

  it('gives way to a read that began after it', async () => {
    const { refresher, clock, vendor, confirmed, state } = setUp();
    confirmed.set(1, { enabled: false, at: clock.now() - 1 });
    refresher.use(vendor.client);
    await clock.advance(0);
    await vendor.answer('listSubAccounts', page([exampleRow(1)]));
    expect(state().subAccounts.firstPage[0]?.enabled).toBe(true);
  });
});
