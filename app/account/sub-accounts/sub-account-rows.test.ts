import { describe, expect, it } from 'vitest';
import { exampleRow, exampleState } from '../../model/state/app-state.fixture';
import { createStateStore } from '../../state/state-store';
import { SubAccountRows } from './sub-account-rows';

/** Rows over a state whose first page is 3, 2, 1, and which shows 9 as pinned. */
function setUp() {
  const state = exampleState();
  const pinned = [exampleRow(9)];
  const store = createStateStore({ ...state, subAccounts: { ...state.subAccounts, pinned } });
  let revision = 0;
  const rows = new SubAccountRows(
    store,
    () => (revision += 1),
    () => 0,
  );
  const shown = () => store.read().state.subAccounts;
  const found = () => rows.query({ search: '', sort: 'newest', descending: true, offset: 0, limit: 100 });
  return { rows, store, shown, found };
}

describe('SubAccountRows', () => {
  it('finds a row in the index, on the first page or among the pinned ones', () => {
    const { rows } = setUp();
    rows.addToIndex([exampleRow(50), exampleRow(2, { ips: 99 })]);
    expect([50, 2, 9].map((id) => rows.find(id)?.ips)).toEqual([10, 99, 10]);
    expect(rows.find(404)).toBeUndefined();
    expect(rows.inIndex(9)).toBeUndefined();
  });

  it('changes a row wherever it is, and shows the new revision', () => {
    const { rows, shown, found } = setUp();
    rows.addToIndex([exampleRow(9)]);
    rows.change(9, { note: 'For Anna' });
    expect([found().rows[0]?.note, shown().pinned[0]?.note]).toEqual(['For Anna', 'For Anna']);
    expect(shown().index.rev).toBe(found().rev);
  });

  it('changes statuses of many in the index at once, and in the state when they are shown', () => {
    const { rows, store, shown } = setUp();
    rows.addToIndex(shown().firstPage);
    const before = store.read().rev;
    rows.setStatus(3, false);
    rows.setStatus(2, null);
    expect([rows.find(3)?.enabled, rows.find(2)?.enabled]).toEqual([false, null]);
    expect(store.read().rev).toBe(before);
    rows.showStatuses();
    expect(shown().firstPage.map(({ enabled }) => enabled)).toEqual([false, null, false]);
    const { rev } = store.read();
    rows.showStatuses();
    expect(store.read().rev).toBe(rev);
  });

  it('changes nothing that windows hear of where a read brings the rows as they are known', () => {
    const { rows, store, shown } = setUp();
    const read = () => {
      rows.put([...shown().firstPage, ...shown().pinned, exampleRow(50)].map((row) => ({ ...row })));
      rows.showRevision();
    };
    read();
    const { rev } = store.read();
    read();
    expect(store.read().rev).toBe(rev);
    rows.put([exampleRow(50, { ips: 99 })]);
    rows.showRevision();
    expect(store.read().rev).toBe(rev + 1);
  });

  it('takes no row again that was removed, until it is cleared', () => {
    const { rows, shown } = setUp();
    rows.addToIndex([exampleRow(9)]);
    rows.remove(9);
    rows.put([exampleRow(9)]);
    expect([rows.find(9), shown().pinned]).toEqual([undefined, []]);
    rows.clear();
    rows.addToIndex([exampleRow(9)]);
    expect(rows.inIndex(9)).toEqual(exampleRow(9));
  });
});
