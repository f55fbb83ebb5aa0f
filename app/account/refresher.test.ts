import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { failed, ok, type Problem } from '../problem/problem';
import { absent } from './figure';
import { manualClock } from './clock.fixture';
import { staleAfter } from './refresh-policy';
import type { ReadRows } from './read-batch';
import { createRefresher } from './refresher';
import type { AppState, SubAccount } from './state';
import { appStateSchema } from './state';
import { withoutFigures } from './state-changes';
import { exampleNow, exampleRow, exampleState, fresh } from './state.fixture';
import { createStateStore } from './store';
import { fakeVendor } from './vendor.fixture';

const MINUTE = 60_000;
const timedOut: Problem = { kind: 'timed-out' };
const refusedKey = failed({ kind: 'key-refused' });

const anna = { id: 7, email: 'a@example.org', username: 'anna', emailVerified: true, twoFactor: true };
const ben = { ...anna, id: 8, username: 'ben' };
const renew = exampleState().autoRenew.value!;
const page = (items: SubAccount[], totalItems: number | null = items.length) =>
  ok({ items, totalItems, totalPages: 1, skipped: 0 });
const balance = (total: number) => ok({ ips: { total, plans: [] }, traffic: { total: total * 1000, packages: [] } });

/** A refresher over a vendor that answers only when told to, with a key and without figures unless told otherwise. */
function setUp(overrides: Partial<AppState> = {}, base = withoutFigures(exampleState())) {
  const clock = manualClock(exampleNow);
  const vendor = fakeVendor();
  const store = createStateStore({ ...base, ...overrides });
  const confirmed = new Map<number, { enabled: boolean; at: number }>();
  const reads: AppState[] = [];
  const rowsRead: ReadRows[] = [];
  let refusals = 0;
  const refresher = createRefresher({
    store,
    clock,
    random: () => 0.5,
    confirmedSince: (id, since) => {
      const known = confirmed.get(id);
      return known !== undefined && known.at >= since ? known.enabled : undefined;
    },
    read(state, rows) {
      reads.push(state);
      rowsRead.push(rows);
    },
    refused: () => {
      refusals += 1;
    },
  });
  return {
    clock,
    vendor,
    store,
    confirmed,
    reads,
    rowsRead,
    refresher,
    refusals: () => refusals,
    state: () => store.read().state,
    batches: () => vendor.asked.filter(({ what }) => what === 'readAccount').length,
    /** Answers all four reads of a batch. */
    answerAll: async (total = 100) => {
      await vendor.answer('readAccount', ok({ account: anna, wallet: { amount: total } }));
      await vendor.answer('readBalance', balance(total));
      await vendor.answer('readAutoRenew', ok(renew));
      await vendor.answer('listSubAccounts', page([exampleRow(2), exampleRow(1)]));
    },
    failAll: async (problem: Problem) => {
      for (const what of ['readAccount', 'readBalance', 'readAutoRenew', 'listSubAccounts'] as const)
        await vendor.answer(what, failed(problem));
    },
  };
}

/** The same, after a first batch that read everything. */
async function running(overrides: Partial<AppState> = {}, base = withoutFigures(exampleState())) {
  const all = setUp(overrides, base);
  all.refresher.use(all.vendor.client);
  await all.clock.advance(0);
  await all.answerAll();
  return all;
}

describe('a batch', () => {
  it('reads all figures at once with a new key', async () => {
    const { refresher, vendor, clock, state, answerAll, reads } = setUp();
    refresher.use(vendor.client);
    await clock.advance(0);
    expect(vendor.open()).toEqual(['readAccount', 'readBalance', 'readAutoRenew', 'listSubAccounts']);
    expect(state().refresh).toMatchObject({ running: true, nextAt: null });
    await answerAll(100);
    expect(state().account).toEqual(fresh(anna));
    expect(state().wallet).toEqual(fresh({ amount: 100 }));
    expect(state().ips).toEqual(fresh({ total: 100, plans: [] }));
    expect(state().traffic).toEqual(fresh({ total: 100_000, packages: [] }));
    expect(state().autoRenew).toEqual(fresh(renew));
    expect(state().subAccounts.count).toEqual(fresh(2));
    expect(state().subAccounts.firstPage).toEqual([exampleRow(2), exampleRow(1)]);
    expect(state().refresh).toEqual({
      running: false,
      lastAt: exampleNow,
      nextAt: exampleNow + 10 * MINUTE,
      reason: 'idle',
    });
    expect(reads).toHaveLength(1);
    expect(reads[0]?.ips.value?.total).toBe(100);
    expect(appStateSchema.parse(state())).toEqual(state());
  });

  it('shows each figure as it comes', async () => {
    const { refresher, vendor, clock, state } = setUp();
    refresher.use(vendor.client);
    await clock.advance(0);
    await vendor.answer('readBalance', balance(5));
    expect([state().ips.value?.total, state().wallet.value]).toEqual([5, null]);
  });

  it('is followed by the next when the policy says so', async () => {
    const { clock, batches, answerAll, state, vendor } = await running();
    await clock.advance(10 * MINUTE - 1);
    expect(batches()).toBe(1);
    await clock.advance(1);
    expect(batches()).toBe(2);
    await answerAll(90);
    expect(state().ips).toEqual(fresh({ total: 90, plans: [] }, exampleNow + 10 * MINUTE));
    expect(vendor.open()).toEqual([]);
  });

  it('is one at a time: who asks meanwhile waits for the one under way', async () => {
    const { refresher, clock, batches, answerAll } = await running();
    const over: string[] = [];
    const first = refresher.refresh().then(() => over.push('first'));
    const second = refresher.refresh().then(() => over.push('second'));
    refresher.look(true);
    refresher.woke();
    await clock.advance(5 * MINUTE);
    expect([batches(), over]).toEqual([2, []]);
    await answerAll();
    await Promise.all([first, second]);
    expect(over).toHaveLength(2);
  });

  it('counts the rows where the vendor does not say how many there are', async () => {
    const { refresher, clock, vendor, state } = setUp();
    refresher.use(vendor.client);
    await clock.advance(0);
    await vendor.answer('listSubAccounts', page([exampleRow(1), exampleRow(2)], null));
    expect(state().subAccounts.count.value).toBe(2);
  });

  it('cannot be had without a key', async () => {
    const { refresher, state, vendor } = setUp();
    refresher.use(null);
    await refresher.refresh();
    expect(vendor.asked).toEqual([]);
    expect(state().refresh).toMatchObject({ running: false, nextAt: null, reason: 'no-key' });
  });
});

describe('a failure', () => {
  it('wipes no number: it says what is wrong, and the number ages', async () => {
    const { refresher, clock, state, failAll, reads } = await running();
    void refresher.refresh();
    await clock.advance(0);
    await failAll(timedOut);
    for (const figure of [
      state().ips,
      state().traffic,
      state().wallet,
      state().account,
      state().autoRenew,
      state().subAccounts.count,
    ])
      expect(figure).toMatchObject({ asOf: exampleNow, status: 'failed', problem: timedOut });
    expect(state().ips.value?.total).toBe(100);
    expect(state().subAccounts.firstPage).toHaveLength(2);
    expect(reads).toHaveLength(1);
  });

  it('of one capability leaves the others alone', async () => {
    const { refresher, clock, vendor, state, reads } = await running();
    void refresher.refresh();
    await clock.advance(0);
    await vendor.answer('readAccount', failed(timedOut));
    await vendor.answer('readBalance', balance(50));
    await vendor.answer('readAutoRenew', failed({ kind: 'not-offered' }));
    await vendor.answer('listSubAccounts', page([]));
    expect(state().wallet).toMatchObject({ value: { amount: 100 }, status: 'failed' });
    expect(state().ips).toEqual(fresh({ total: 50, plans: [] }));
    expect(state().autoRenew).toMatchObject({ value: renew, problem: { kind: 'not-offered' } });
    expect(reads).toHaveLength(2);
    expect(state().refresh.reason).toBe('idle');
  });

  it('of half an answer fails that half only', async () => {
    const { refresher, clock, vendor, state } = await running();
    void refresher.refresh();
    await clock.advance(0);
    await vendor.answer('readBalance', ok({ ips: { total: 60, plans: [] }, traffic: null }));
    await vendor.answer('readAccount', ok({ account: anna, wallet: null }));
    expect([state().ips.value?.total, state().ips.status]).toEqual([60, 'fresh']);
    expect([state().traffic.value?.total, state().traffic.status]).toEqual([100_000, 'failed']);
    expect([state().wallet.value?.amount, state().wallet.status]).toEqual([100, 'failed']);
  });

  it('of everything backs off, longer each time, and is over with the first answer', async () => {
    const { refresher, clock, state, failAll, answerAll, batches } = await running();
    void refresher.refresh();
    await clock.advance(0);
    await failAll(timedOut);
    expect(state().refresh).toMatchObject({ reason: 'backing-off', nextAt: exampleNow + 30_000 });
    await clock.advance(30_000);
    expect(batches()).toBe(3);
    await failAll(timedOut);
    expect(state().refresh).toMatchObject({ reason: 'backing-off', nextAt: clock.now() + 60_000 });
    await clock.advance(60_000);
    await answerAll();
    expect(state().refresh.reason).toBe('idle');
  });

  it.each<[string, number | null, number]>([
    ['until when', exampleNow + 20 * MINUTE, exampleNow + 20 * MINUTE],
    ['no end', null, exampleNow + MINUTE],
  ])('by too many requests is followed by silence, where the vendor says %s', async (_, until, nextAt) => {
    const { refresher, clock, vendor, state, answerAll, batches } = await running();
    refresher.look(true);
    void refresher.refresh();
    await clock.advance(0);
    await vendor.answer('readBalance', failed({ kind: 'rate-limited', until }));
    await vendor.answer('readAccount', ok({ account: anna, wallet: null }));
    await vendor.answer('readAutoRenew', ok(renew));
    await vendor.answer('listSubAccounts', page([]));
    expect(state().refresh).toMatchObject({ reason: 'rate-limited', nextAt });
    await clock.advance(nextAt - exampleNow - 1);
    expect(batches()).toBe(2);
    await clock.advance(1);
    await answerAll();
    expect(state().refresh.reason).toBe('looking');
  });

  it('by too many requests for pinned ones is followed by silence as well, and by no more of them', async () => {
    const pinned = [exampleRow(50), exampleRow(51)];
    const { refresher, clock, vendor, state } = setUp({
      subAccounts: { ...withoutFigures(exampleState()).subAccounts, pinned },
    });
    refresher.use(vendor.client);
    await clock.advance(0);
    await vendor.answer('readAccount', ok({ account: anna, wallet: null }));
    await vendor.answer('readBalance', balance(1));
    await vendor.answer('readAutoRenew', ok(renew));
    await vendor.answer('listSubAccounts', page([]));
    await vendor.answer('listSubAccounts', failed({ kind: 'rate-limited', until: exampleNow + 60 * MINUTE }));
    expect(vendor.open()).toEqual([]);
    expect(state().refresh).toMatchObject({ reason: 'rate-limited', nextAt: exampleNow + 60 * MINUTE });
  });
});

describe('a refused key', () => {
  it('stops everything within one batch: the rest of it is called off, and nothing is read again', async () => {
    const { refresher, clock, vendor, state, refusals, batches, reads } = await running();
    const over = refresher.refresh();
    await clock.advance(0);
    await vendor.answer('readAccount', refusedKey);
    await over;
    expect(vendor.open()).toEqual([]);
    expect(vendor.asked.slice(-3).every(({ signal }) => signal?.aborted === true)).toBe(true);
    expect(state().key.status).toBe('refused');
    expect(state().refresh).toMatchObject({ running: false, nextAt: null, reason: 'key-dead' });
    expect([refusals(), reads.length]).toEqual([1, 1]);
    refresher.look(true);
    refresher.woke();
    refresher.acted();
    refresher.setOnline(false);
    refresher.setOnline(true);
    await clock.advance(24 * 60 * MINUTE);
    expect(batches()).toBe(2);
  });

  it('keeps the numbers, as old ones', async () => {
    const { refresher, clock, vendor, state } = await running();
    void refresher.refresh();
    await clock.advance(0);
    // The others' refusals come first, and are not taken for something that the vendor does not offer.
    for (const what of ['readBalance', 'readAutoRenew', 'listSubAccounts'] as const)
      await vendor.answer(what, refusedKey);
    expect([state().ips.status, state().ips.problem]).toEqual(['fresh', undefined]);
    await vendor.answer('readAccount', refusedKey);
    for (const figure of [state().ips, state().wallet, state().subAccounts.count]) expect(figure.status).toBe('stale');
    expect([state().ips.value?.total, state().ips.problem]).toEqual([100, undefined]);
    expect(appStateSchema.parse(state())).toEqual(state());
  });

  it('takes nothing that comes in the same moment as the refusal', async () => {
    const { refresher, clock, vendor, state } = await running();
    void refresher.refresh();
    await clock.advance(0);
    await Promise.all([vendor.answer('readAccount', refusedKey), vendor.answer('readBalance', balance(1))]);
    expect([state().key.status, state().ips.value?.total]).toEqual(['refused', 100]);
  });

  it('is read once more by hand, and lives again when the vendor answers', async () => {
    const { refresher, clock, vendor, state, answerAll, batches } = await running();
    void refresher.refresh();
    await clock.advance(0);
    await vendor.answer('readAccount', refusedKey);
    void refresher.refresh();
    await clock.advance(0);
    expect(batches()).toBe(3);
    await answerAll(42);
    expect([state().key.status, state().ips.value?.total, state().ips.status]).toEqual(['present', 42, 'fresh']);
    expect(state().refresh.reason).toBe('idle');
  });

  it('is not what one refused capability means', async () => {
    const { refresher, clock, vendor, state, refusals } = await running();
    void refresher.refresh();
    await clock.advance(0);
    await vendor.answer('readAutoRenew', refusedKey);
    await vendor.answer('readAccount', ok({ account: anna, wallet: { amount: 9 } }));
    await vendor.answer('readBalance', balance(9));
    await vendor.answer('listSubAccounts', page([]));
    expect([state().key.status, refusals()]).toEqual(['present', 0]);
    expect(state().autoRenew.problem).toEqual({ kind: 'not-offered' });
    expect(state().refresh.reason).toBe('idle');
  });

  it('is what refusals mean where the account cannot be read and nothing else answers', async () => {
    const { refresher, clock, vendor, state, refusals } = await running();
    void refresher.refresh();
    await clock.advance(0);
    await vendor.answer('readAccount', failed({ kind: 'not-offered' }));
    for (const what of ['readBalance', 'readAutoRenew', 'listSubAccounts'] as const)
      await vendor.answer(what, refusedKey);
    expect([state().key.status, refusals()]).toEqual(['refused', 1]);
    expect(state().refresh).toMatchObject({ nextAt: null, reason: 'key-dead' });
    expect([state().ips.status, state().ips.problem]).toEqual(['stale', undefined]);
  });
});

describe('another key', () => {
  it('calls off what the older one asked, whose late answers change nothing', async () => {
    const { refresher, clock, vendor, state, store } = await running();
    void refresher.refresh();
    await clock.advance(0);
    const next = fakeVendor();
    store.update((before) => ({ ...before, generation: before.generation + 1 }));
    refresher.use(next.client);
    expect(vendor.open()).toEqual([]);
    await clock.advance(0);
    expect(next.open()).toHaveLength(4);
    expect([state().ips.status, state().refresh.running]).toEqual(['fresh', true]);
  });

  it('makes an answer void that does not heed being called off', async () => {
    const { refresher, clock, vendor, state, store, refusals, reads } = await running();
    const over = refresher.refresh();
    await clock.advance(0);
    store.update((before) => ({ ...before, generation: before.generation + 1 }));
    const before = state();
    await vendor.answer('readBalance', balance(1));
    await vendor.answer('readAutoRenew', failed(timedOut));
    await vendor.answer('listSubAccounts', page([]));
    await vendor.answer('readAccount', refusedKey);
    await over;
    expect({ ...state(), refresh: null }).toEqual({ ...before, refresh: null });
    expect([refusals(), reads.length]).toEqual([0, 1]);
  });

  it('forgets back-off and silence of the older one', async () => {
    const { refresher, clock, failAll, state } = await running();
    void refresher.refresh();
    await clock.advance(0);
    await failAll({ kind: 'rate-limited', until: exampleNow + 60 * MINUTE });
    const next = fakeVendor();
    refresher.use(next.client);
    await clock.advance(0);
    expect(next.open()).toHaveLength(4);
    expect(state().refresh.running).toBe(true);
  });

  it('of the same account keeps the figures', async () => {
    const { refresher, clock, state } = await running();
    const next = fakeVendor();
    refresher.use(next.client);
    await clock.advance(0);
    await next.answer('readAccount', ok({ account: anna, wallet: { amount: 3 } }));
    expect([state().ips.value?.total, state().wallet.value?.amount]).toEqual([100, 3]);
  });

  it('of another account: at no moment do figures of the two stand side by side', async () => {
    const { refresher, clock, state, store } = await running({ trends: { ...exampleState().trends, ips: [[1, 100]] } });
    const next = fakeVendor();
    const seen: [number | undefined, number | undefined, string | undefined][] = [];
    store.subscribe(({ state: { account, ips, subAccounts } }) =>
      seen.push([account.value?.id, ips.value?.total, subAccounts.firstPage[0]?.username]),
    );
    refresher.use(next.client);
    await clock.advance(0);
    await next.answer('readBalance', balance(800));
    await next.answer('listSubAccounts', page([exampleRow(80)]));
    expect(state().ips.value?.total).toBe(100);
    await next.answer('readAccount', ok({ account: ben, wallet: { amount: 8 } }));
    expect([state().account.value?.id, state().wallet.value?.amount]).toEqual([8, 8]);
    expect([state().autoRenew, state().trends.ips]).toEqual([absent(), []]);
    await next.answer('readAutoRenew', ok({ ...renew, price: 88 }));
    expect([state().ips.value?.total, state().autoRenew.value?.price]).toEqual([800, 88]);
    expect(state().subAccounts.firstPage.map(({ id }) => id)).toEqual([80]);
    for (const [account, ips, row] of seen) {
      expect(ips).toBeOneOf(account === 7 ? [100] : [undefined, 800]);
      expect(row).toBeOneOf(account === 7 ? ['user2'] : [undefined, 'user80']);
    }
  });

  it('whose account cannot be read still shows what can, after it has failed', async () => {
    const { refresher, clock, state } = await running();
    const next = fakeVendor();
    refresher.use(next.client);
    await clock.advance(0);
    await next.answer('readBalance', balance(5));
    expect(state().ips.value?.total).toBe(100);
    await next.answer('readAccount', failed(timedOut));
    expect(state().ips.value?.total).toBe(5);
  });
});

describe('what is asked for', () => {
  it('by a look is read at once, and often while it lasts', async () => {
    const { refresher, clock, batches, answerAll, state } = await running();
    await clock.advance(MINUTE);
    refresher.look(true);
    await clock.advance(0);
    expect(batches()).toBe(2);
    await answerAll();
    expect(state().refresh).toMatchObject({ reason: 'looking', nextAt: clock.now() + 15_000 });
    refresher.look(false);
    expect(state().refresh).toMatchObject({ reason: 'recently-looked', nextAt: clock.now() + 2 * MINUTE });
  });

  it('while the network is gone waits for it', async () => {
    const { refresher, clock, batches, state } = await running();
    refresher.setOnline(false);
    expect(state().online).toBe(false);
    expect(state().refresh).toMatchObject({ nextAt: null, reason: 'offline' });
    await clock.advance(60 * MINUTE);
    expect(batches()).toBe(1);
    refresher.setOnline(true);
    expect(state().online).toBe(true);
    await clock.advance(2_999);
    expect(batches()).toBe(1);
    await clock.advance(1);
    expect([batches(), state().refresh.reason]).toEqual([2, 'after-network']);
  });

  it('by a wake is read a second later', async () => {
    const { refresher, clock, batches } = await running();
    refresher.woke();
    await clock.advance(999);
    expect(batches()).toBe(1);
    await clock.advance(1);
    expect(batches()).toBe(2);
  });

  it('by an action is read at once', async () => {
    const { refresher, clock, batches } = await running();
    refresher.acted();
    await clock.advance(0);
    expect(batches()).toBe(2);
  });

  it('by an action during a batch is read after it: that batch may have begun too early', async () => {
    const { refresher, clock, batches, answerAll } = await running();
    void refresher.refresh();
    await clock.advance(10);
    refresher.acted();
    await clock.advance(10);
    await answerAll();
    await clock.advance(0);
    expect(batches()).toBe(3);
    await answerAll();
    await clock.advance(MINUTE);
    expect(batches()).toBe(3);
  });

  it('is rarer on battery and on a metered link, and follows the settings', async () => {
    const { refresher, state, store } = await running();
    refresher.setPower({ onBattery: true, metered: false });
    expect(state().refresh).toMatchObject({ reason: 'on-battery', nextAt: exampleNow + 20 * MINUTE });
    refresher.setPower({ onBattery: true, metered: true });
    expect(state().refresh).toMatchObject({ reason: 'metered', nextAt: exampleNow + 30 * MINUTE });
    refresher.setPower({ onBattery: false, metered: false });
    store.update((before) => ({ ...before, settings: { ...before.settings, pace: 'quick' } }));
    refresher.reconsider();
    expect(state().refresh).toMatchObject({ reason: 'idle', nextAt: exampleNow + 3 * MINUTE });
  });

  it('in a silence of days is not read before its end, though no timer can be that long', async () => {
    const { refresher, clock, failAll, batches } = await running();
    void refresher.refresh();
    await clock.advance(0);
    const day = 24 * 60 * MINUTE;
    await failAll({ kind: 'rate-limited', until: exampleNow + 40 * day });
    await clock.advance(40 * day - 1);
    expect(batches()).toBe(2);
    await clock.advance(1);
    expect(batches()).toBe(3);
  });

  it('after the end is not read at all', async () => {
    const { refresher, clock, vendor, state } = await running();
    void refresher.refresh();
    await clock.advance(0);
    const before = state().ips;
    refresher.stop();
    expect(vendor.open()).toEqual([]);
    await clock.advance(24 * 60 * MINUTE);
    await refresher.refresh();
    expect([vendor.asked.length, clock.waiting()]).toEqual([8, 0]);
    expect(state().ips).toEqual(before);
  });
});

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
    await vendor.answer('readAccount', ok({ account: anna, wallet: null }));
    await vendor.answer('readBalance', balance(1));
    await vendor.answer('readAutoRenew', ok(renew));
    await vendor.answer('listSubAccounts', page([], 3));
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
    const { refresher, clock, vendor, state } = setUp(pinnedState(pinned));
    const names: string[] = [];
    const batch = async () => {
      await vendor.answer('readAccount', ok({ account: anna, wallet: null }));
      await vendor.answer('readBalance', balance(1));
      await vendor.answer('readAutoRenew', ok(renew));
      await vendor.answer('listSubAccounts', page([]));
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

describe('age', () => {
  const limit = staleAfter('normal');

  it('makes figures stale in their time, without any read', async () => {
    const { refresher, clock, state } = await running();
    refresher.setOnline(false);
    await clock.advance(limit);
    expect(state().ips.status).toBe('fresh');
    await clock.advance(1);
    for (const figure of [
      state().ips,
      state().traffic,
      state().wallet,
      state().autoRenew,
      state().account,
      state().subAccounts.count,
    ])
      expect([figure.status, figure.asOf]).toEqual(['stale', exampleNow]);
  });

  it('counts for last known figures as well, when there is no key to read with', async () => {
    const { refresher, clock, state } = setUp({}, exampleState());
    refresher.use(null);
    await clock.advance(limit + 1);
    expect(state().ips.status).toBe('stale');
  });

  it('counts each figure by itself', async () => {
    const { refresher, clock, state, vendor } = await running();
    await clock.advance(MINUTE);
    void refresher.refresh();
    await clock.advance(0);
    await vendor.answer('readBalance', balance(5));
    await vendor.answer('readAccount', failed(timedOut));
    await vendor.answer('readAutoRenew', ok(renew));
    await vendor.answer('listSubAccounts', page([]));
    refresher.setOnline(false);
    await clock.advance(limit);
    expect([state().ips.status, state().wallet.status]).toEqual(['fresh', 'failed']);
    await clock.advance(1);
    expect([state().ips.status, state().wallet.status]).toEqual(['stale', 'failed']);
  });

  it('is looked at when the computer wakes, or when the pace is set to a quicker one', async () => {
    const { refresher, clock, state, store } = await running();
    clock.set(exampleNow + staleAfter('quick') + 1);
    store.update((before) => ({ ...before, settings: { ...before.settings, pace: 'quick' } }));
    refresher.reconsider();
    expect(state().ips.status).toBe('stale');
    const other = await running();
    other.clock.set(exampleNow + limit + 1);
    other.refresher.woke();
    expect(other.state().ips.status).toBe('stale');
  });
});
