import { describe, expect, it } from 'vitest';
import { failed, ok, type Problem, type Result } from '../../model/problem';
import { manualClock, settled } from '../../model/clock.fixture';
import type { AppState, SubAccount } from '../../model/state/app-state';
import { appStateSchema } from '../../model/state/app-state';
import { exampleNow, exampleRow, exampleState } from '../../model/state/app-state.fixture';
import { createStateStore } from '../../state/state-store';
import type { SubAccountQuery } from './sub-account-rows';
import { createSubAccounts } from './sub-accounts';
import { fakeVendor } from '../vendor.fixture';

const all: SubAccountQuery = { search: '', sort: 'newest', descending: true, offset: 0, limit: 200 };
const refusal: Problem = { kind: 'rejected', message: 'No' };

/** Sub-accounts over a vendor whose answers the test gives, after one read of the first page (3, 2, 1; 1 is off). */
function setUp({
  withKey = true,
  saved = ok(undefined) as Result<void>,
  kept = [] as number[],
  state = exampleState(),
} = {}) {
  const clock = manualClock(exampleNow);
  const vendor = fakeVendor();
  const store = createStateStore(state);
  const pins: [number, number[]][] = [];
  let readings = 0;
  let revision = 0;
  const subAccounts = createSubAccounts({
    store,
    clock,
    nextRevision: () => (revision += 1),
    client: () => (withKey ? vendor.client : null),
    readAgain: () => {
      readings += 1;
    },
    savePins: (accountId, pinned) => {
      pins.push([accountId, pinned]);
      return saved;
    },
    savedPins: () => kept,
  });
  subAccounts.syncFrom(store.read().state);
  const shown = () => store.read().state.subAccounts;
  return {
    clock,
    vendor,
    store,
    subAccounts,
    pins,
    readings: () => readings,
    shown,
    found: (query: Partial<SubAccountQuery> = {}) => subAccounts.query({ ...all, ...query }).rows.map(({ id }) => id),
    row: (id: number) => subAccounts.query(all).rows.find((row) => row.id === id),
  };
}

const page = (items: SubAccount[], totalItems: number, totalPages: number) =>
  ok({ items, totalItems, totalPages, skipped: 0 });
const change = (part: Partial<AppState['subAccounts']>) => (state: AppState) => ({
  ...state,
  subAccounts: { ...state.subAccounts, ...part },
});

describe('rows', () => {
  it('finds rows of the first page and pinned ones, with a mark for those that are pinned', () => {
    const { subAccounts, shown } = setUp({ state: change({ pinned: [exampleRow(9)] })(exampleState()) });
    const { rows, total, rev } = subAccounts.query(all);
    expect(rows.map(({ id, pinned }) => [id, pinned])).toEqual([
      [9, true],
      [3, false],
      [2, false],
      [1, false],
    ]);
    expect([total, rev]).toEqual([4, shown().index.rev]);
  });
});

describe('rows that another list brought', () => {
  it('finds and switches rows that another list brought, and shows them in place of older ones', () => {
    const { subAccounts, shown, found, vendor } = setUp();
    const before = shown().index.rev;
    expect(subAccounts.switch(77, false).ok).toBe(false);
    subAccounts.upsert([exampleRow(77), exampleRow(2, { ips: 99 })]);
    expect(found()).toContain(77);
    expect(shown().firstPage.find(({ id }) => id === 2)?.ips).toBe(99);
    expect(shown().index.rev).toBeGreaterThan(before);
    expect(subAccounts.switch(77, false)).toEqual(ok(undefined));
    expect(vendor.asked.map((one) => one.with)).toEqual([[77, false]]);
  });
});

describe('after an action', () => {
  const pinnedOne = change({ pinned: [exampleRow(2)] })(exampleState());

  it('a deleted one is removed from every list, and no read that began before brings it back', () => {
    const { subAccounts, shown, found, store } = setUp({ state: pinnedOne, kept: [2] });
    const [before, read] = [shown().index.rev, store.read().state];
    subAccounts.removed(2);
    expect([found(), shown().firstPage.map(({ id }) => id), shown().pinned]).toEqual([[3, 1], [3, 1], []]);
    expect(shown().index.rev).toBeGreaterThan(before);
    subAccounts.syncFrom(read);
    expect([found(), shown().pinned]).toEqual([[3, 1], []]);
  });

  it('no page of the full list brings a deleted one back either', async () => {
    const { subAccounts, vendor, found } = setUp();
    subAccounts.setVisible(true);
    subAccounts.removed(2);
    await vendor.answer('listSubAccounts', page([exampleRow(1), exampleRow(2), exampleRow(3)], 3, 1));
    expect(found()).toEqual([3, 1]);
  });

  it('an id that was deleted in another account is shown', () => {
    const { subAccounts, found, store } = setUp();
    subAccounts.removed(2);
    subAccounts.reset();
    subAccounts.syncFrom(store.read().state);
    subAccounts.syncFrom(change({ firstPage: [exampleRow(2)] })(store.read().state));
    expect(found()).toContain(2);
  });

  it('use is counted from what each read brings, but not over balances that the user changed, a deletion or another account', () => {
    const { subAccounts } = setUp();
    const read = (ips: number) => subAccounts.upsert([exampleRow(2, { ips })]);
    read(100);
    read(90);
    expect(subAccounts.useOf(2)?.ips).toBe(10);
    subAccounts.balancesChanged(2);
    read(40);
    expect(subAccounts.useOf(2)?.ips).toBe(0);
    subAccounts.reset();
    expect(subAccounts.useOf(2)).toBeNull();
    read(30);
    subAccounts.removed(2);
    expect(subAccounts.useOf(2)).toBeNull();
  });

  it('a new note is shown wherever the row is', () => {
    const { subAccounts, shown, row } = setUp({ state: pinnedOne });
    subAccounts.setNote(2, 'For Anna');
    const notes = [row(2), shown().firstPage.find(({ id }) => id === 2), shown().pinned[0]].map((one) => one?.note);
    expect(notes).toEqual(['For Anna', 'For Anna', 'For Anna']);
    subAccounts.setNote(2, null);
    expect(row(2)?.note).toBeNull();
  });
});

describe('switching', () => {
  it('shows the wanted status, sends it, and then shows the row as confirmed everywhere', async () => {
    const { subAccounts, vendor, shown, row, store } = setUp({
      state: change({ pinned: [exampleRow(1, { enabled: false })] })(exampleState()),
    });
    const before = shown().index.rev;
    expect(subAccounts.switch(1, true)).toEqual(ok(undefined));
    expect(shown().switches).toMatchObject([{ id: 1, username: 'user1', wanted: true, phase: 'pending' }]);
    expect(vendor.asked.map(({ what, with: given }) => [what, given])).toEqual([['setSubAccountEnabled', [1, true]]]);
    expect(row(1)?.enabled).toBe(false);
    await vendor.answer('setSubAccountEnabled', ok(undefined));
    expect(shown().switches).toMatchObject([{ phase: 'done' }]);
    expect(row(1)?.enabled).toBe(true);
    expect(shown().firstPage.find(({ id }) => id === 1)?.enabled).toBe(true);
    expect(shown().pinned[0]?.enabled).toBe(true);
    expect(shown().index.rev).toBeGreaterThan(before);
    expect(appStateSchema.parse(store.read().state)).toEqual(store.read().state);
  });

  it('refuses to switch an unknown sub-account', () => {
    const { subAccounts, vendor } = setUp();
    expect(subAccounts.switch(404, true)).toEqual(failed({ kind: 'bad-input', field: 'id' }));
    expect(vendor.asked).toEqual([]);
  });

  it('rolls a refused switch back with the reason, and lets it be dismissed', async () => {
    const { subAccounts, vendor, shown, row, readings } = setUp();
    subAccounts.switch(1, true);
    await vendor.answer('setSubAccountEnabled', failed(refusal));
    expect(shown().switches).toMatchObject([{ phase: 'rolled-back', problem: refusal }]);
    expect([row(1)?.enabled, readings()]).toEqual([false, 0]);
    subAccounts.dismiss(1);
    expect(shown().switches).toEqual([]);
  });

  it('reads the figures again when the outcome of a switch is not known, and shows no status meanwhile', async () => {
    const { subAccounts, vendor, row, shown, readings } = setUp();
    subAccounts.switch(1, true);
    await vendor.answer('setSubAccountEnabled', failed({ kind: 'outcome-unknown' }));
    expect([row(1)?.enabled, shown().firstPage[2]?.enabled, readings()]).toEqual([null, null, 1]);
  });

  describe('whose outcome is not known', () => {
    /** Switches number 3 off; no answer comes. */
    async function lost() {
      const parts = setUp();
      parts.subAccounts.switch(3, false);
      await parts.vendor.answer('setSubAccountEnabled', failed({ kind: 'outcome-unknown' }));
      const reads = () => parts.vendor.asked.filter(({ what }) => what === 'listSubAccounts').length;
      const answer = (enabled: boolean | null) =>
        parts.vendor.answer('listSubAccounts', page([exampleRow(3, { enabled })], 1, 1));
      return { ...parts, reads, answer };
    }

    it('counts a switch of unknown outcome as done once a read shows it, and offers undo', async () => {
      const { shown, answer, row, subAccounts, clock, reads } = await lost();
      await answer(false);
      expect(shown().switches).toMatchObject([{ id: 3, phase: 'done' }]);
      expect(row(3)?.enabled).toBe(false);
      expect(subAccounts.undo(3).ok).toBe(true);
      await clock.advance(3_600_000);
      expect(reads()).toBe(1);
    });

    it('rolls a switch of unknown outcome back after two reads, since the first can be too early', async () => {
      const { shown, answer, row, clock, reads } = await lost();
      await answer(true);
      expect(shown().switches).toMatchObject([{ phase: 'rolled-back', problem: { kind: 'outcome-unknown' } }]);
      expect(row(3)?.enabled).toBe(true);
      await clock.advance(15_000);
      await answer(true);
      expect(shown().switches).toMatchObject([{ phase: 'rolled-back', problem: { kind: 'timed-out' } }]);
      await clock.advance(3_600_000);
      expect(reads()).toBe(2);
    });

    it('counts a switch of unknown outcome as done when only the second read shows it', async () => {
      const { shown, answer, clock } = await lost();
      await answer(true);
      await clock.advance(15_000);
      await answer(false);
      expect(shown().switches).toMatchObject([{ id: 3, phase: 'done' }]);
    });

    it('reads a switch of unknown outcome again until a read has an answer', async () => {
      const { vendor, shown, answer, row, clock, reads } = await lost();
      for (const pause of [15_000, 60_000, 300_000, 300_000]) {
        await vendor.answer('listSubAccounts', failed({ kind: 'timed-out' }));
        expect(row(3)?.enabled).toBe(null);
        await clock.advance(pause);
      }
      expect(reads()).toBe(5);
      await answer(false);
      expect(shown().switches).toMatchObject([{ id: 3, phase: 'done' }]);
    });

    it('stops reading a switch of unknown outcome when the key changes', async () => {
      const { subAccounts, answer, shown, clock, reads } = await lost();
      subAccounts.reset();
      await answer(false);
      expect(shown().switches).toEqual([]);
      await clock.advance(3_600_000);
      expect(reads()).toBe(1);
    });
  });

  it('reads the figures again when the key is refused, and sends nothing more with a dead key', async () => {
    const { subAccounts, vendor, store, shown, readings } = setUp();
    subAccounts.switch(1, true);
    subAccounts.switch(2, false);
    store.update((state) => ({ ...state, key: { ...state.key, status: 'refused' } }));
    await vendor.answer('setSubAccountEnabled', failed({ kind: 'key-refused' }));
    expect(readings()).toBe(1);
    expect(vendor.asked).toHaveLength(1);
    expect(shown().switches).toMatchObject([
      { id: 1, problem: { kind: 'key-refused' } },
      { id: 2, problem: { kind: 'key-refused' } },
    ]);
  });

  it('rolls a switch back with the reason when there is no key', async () => {
    const { subAccounts, shown } = setUp({ withKey: false });
    subAccounts.switch(1, true);
    await settled();
    expect(shown().switches).toMatchObject([{ phase: 'rolled-back', problem: { kind: 'key-missing' } }]);
  });

  it('offers undo of a switch for twelve seconds', async () => {
    const { subAccounts, vendor, clock, shown, row } = setUp();
    subAccounts.switch(1, true);
    await vendor.answer('setSubAccountEnabled', ok(undefined));
    expect(subAccounts.undo(1)).toEqual(ok(undefined));
    expect(vendor.asked.at(-1)?.with).toEqual([1, false]);
    await vendor.answer('setSubAccountEnabled', ok(undefined));
    expect(row(1)?.enabled).toBe(false);
    await clock.advance(12_000);
    expect(shown().switches).toEqual([]);
    expect(subAccounts.undo(1)).toEqual(failed({ kind: 'bad-input', field: 'id' }));
  });

  it('knows which switches were confirmed since a read began', async () => {
    const { subAccounts, vendor } = setUp();
    subAccounts.switch(1, true);
    await vendor.answer('setSubAccountEnabled', ok(undefined));
    expect(subAccounts.confirmedSince(1, exampleNow)).toBe(true);
    expect(subAccounts.confirmedSince(1, exampleNow + 1)).toBeUndefined();
  });
});

describe('the full list', () => {
  it('loads the full list oldest first while it is visible, shows the progress, and can search it', async () => {
    const { subAccounts, vendor, shown, found } = setUp();
    subAccounts.setVisible(true);
    expect(vendor.asked[0]?.with).toEqual([{ page: 1, limit: 100, sortBy: 'id', orderBy: 'asc' }]);
    expect(shown().index).toMatchObject({ running: true, loaded: 0 });
    await vendor.answer('listSubAccounts', page([exampleRow(2), exampleRow(7)], 4, 2));
    expect(shown().index).toMatchObject({ running: true, loaded: 2, total: 4 });
    expect(found()).toEqual([7, 3, 2, 1]);
    await vendor.answer('listSubAccounts', page([exampleRow(8), exampleRow(9)], 4, 2));
    expect(shown().index).toMatchObject({ running: false, loaded: 4, total: 4, completeAt: exampleNow });
    // 3 and 1 are gone at the vendor.
    expect(found()).toEqual([9, 8, 7, 2]);
    expect(found({ search: 'user8' })).toEqual([8]);
    expect(shown().index.rev).toBe(subAccounts.query(all).rev);
  });

  it('does not load the full list without a key', async () => {
    const { subAccounts, vendor } = setUp({ withKey: false });
    subAccounts.setVisible(true);
    await settled();
    expect(vendor.asked).toEqual([]);
  });

  it('stops loading when the list is no longer visible', () => {
    const { subAccounts, vendor, shown } = setUp();
    subAccounts.setVisible(true);
    subAccounts.setVisible(false);
    expect(vendor.asked[0]?.signal?.aborted).toBe(true);
    expect(shown().index.running).toBe(false);
  });

  it('continues loading after a problem once the list answers again, while it is visible', async () => {
    const { subAccounts, vendor, shown, store } = setUp();
    subAccounts.setVisible(true);
    await vendor.answer('listSubAccounts', failed({ kind: 'timed-out' }));
    expect(shown().index).toMatchObject({ running: false, problem: { kind: 'timed-out' } });
    const { count } = shown();
    const sync = (status: typeof count.status) =>
      subAccounts.syncFrom(change({ count: { ...count, status } })(store.read().state));
    sync('failed');
    expect(vendor.open()).toEqual([]);
    sync('fresh');
    expect(vendor.open()).toEqual(['listSubAccounts']);
    subAccounts.setVisible(false);
    sync('fresh');
    expect(vendor.open()).toEqual([]);
  });

  it('does not revert a switch that was confirmed after its page was requested', async () => {
    const { subAccounts, vendor, clock, row } = setUp();
    subAccounts.setVisible(true);
    await clock.advance(100);
    subAccounts.switch(1, true);
    await vendor.answer('setSubAccountEnabled', ok(undefined));
    await vendor.answer('listSubAccounts', page([exampleRow(1, { enabled: false }), exampleRow(4)], 2, 1));
    expect(row(1)?.enabled).toBe(true);
  });

  it('replaces rows of the first page and pinned ones by those of the full list', async () => {
    const { subAccounts, vendor, shown, row, store } = setUp({
      state: change({ pinned: [exampleRow(9)] })(exampleState()),
    });
    subAccounts.setVisible(true);
    await vendor.answer(
      'listSubAccounts',
      page(
        [1, 2, 3, 9].map((id) => exampleRow(id, { ips: 77 })),
        4,
        1,
      ),
    );
    expect(shown().firstPage.map(({ ips }) => ips)).toEqual([77, 77, 77]);
    expect(shown().pinned.map(({ ips }) => ips)).toEqual([77]);
    subAccounts.syncFrom(store.read().state);
    expect(row(9)?.ips).toBe(77);
  });

  it('does not find a pinned one that the vendor no longer has', async () => {
    const { subAccounts, vendor, found, store } = setUp({ state: change({ pinned: [exampleRow(9)] })(exampleState()) });
    subAccounts.setVisible(true);
    await vendor.answer(
      'listSubAccounts',
      page(
        [1, 2, 3].map((id) => exampleRow(id)),
        3,
        1,
      ),
    );
    expect(found()).toEqual([3, 2, 1]);
    subAccounts.syncFrom(store.read().state);
    expect(found()).toEqual([3, 2, 1]);
  });
});

describe('pins', () => {
  it('shows stored pins with their rows, those of the first page at once, others when the list has them', async () => {
    const { shown, subAccounts, vendor } = setUp({ kept: [2, 40] });
    expect(shown().pinned.map(({ id }) => id)).toEqual([2]);
    subAccounts.setVisible(true);
    await vendor.answer('listSubAccounts', page([exampleRow(2), exampleRow(40)], 2, 1));
    expect(shown().pinned.map(({ id }) => id)).toEqual([2, 40]);
  });

  it('leaves pinned ones out of the list where the query asks for that', () => {
    const { found } = setUp({ kept: [2] });
    expect(found()).toEqual([3, 2, 1]);
    expect(found({ withoutPinned: true })).toEqual([3, 1]);
  });

  it('shows pins in their order and stores them by account', () => {
    const { subAccounts, pins, shown } = setUp();
    expect(subAccounts.pin(2, true)).toEqual(ok(undefined));
    subAccounts.pin(1, true);
    subAccounts.pin(2, true);
    expect(shown().pinned.map(({ id }) => id)).toEqual([1, 2]);
    subAccounts.pin(1, false);
    expect(shown().pinned.map(({ id }) => id)).toEqual([2]);
    expect(pins).toEqual([
      [7, [2]],
      [7, [2, 1]],
      [7, [1, 2]],
      [7, [2]],
    ]);
  });

  it('refuses to pin an unknown sub-account, or one of no account', () => {
    const { subAccounts, pins, store } = setUp();
    expect(subAccounts.pin(404, true)).toEqual(failed({ kind: 'bad-input', field: 'id' }));
    store.update((state) => ({ ...state, account: { value: null, asOf: null, status: 'absent' } }));
    expect(subAccounts.pin(1, true)).toEqual(failed({ kind: 'bad-input', field: 'id' }));
    expect(pins).toEqual([]);
  });

  it('shows pins that could not be stored, and returns the failure', () => {
    const { subAccounts, shown } = setUp({ saved: failed({ kind: 'disk-full' }) });
    expect(subAccounts.pin(1, true)).toEqual(failed({ kind: 'disk-full' }));
    expect(shown().pinned.map(({ id }) => id)).toEqual([1]);
  });

  it('allows thirty pins', () => {
    const pinned = Array.from({ length: 30 }, (_, i) => exampleRow(100 + i));
    const { subAccounts, pins, shown } = setUp({ state: change({ pinned })(exampleState()) });
    expect(subAccounts.pin(1, true)).toEqual(failed({ kind: 'bad-input', field: 'pinned' }));
    expect([shown().pinned.length, pins]).toEqual([30, []]);
    expect(subAccounts.pin(100, false)).toEqual(ok(undefined));
  });
});

describe('another key', () => {
  it('removes rows and switches with another key, and an answer on its way changes nothing', async () => {
    const { subAccounts, vendor, shown, found } = setUp();
    subAccounts.setVisible(true);
    subAccounts.switch(1, true);
    subAccounts.reset();
    expect([found(), shown().switches, shown().index.running]).toEqual([[], [], false]);
    await vendor.answer('setSubAccountEnabled', ok(undefined));
    expect([shown().switches, subAccounts.confirmedSince(1, 0)]).toEqual([[], undefined]);
  });
});
