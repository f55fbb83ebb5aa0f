import { describe, expect, it } from 'vitest';
import { failed, ok } from '../../model/problem';
import { staleAfter } from './refresh-policy';
import { MINUTE, timedOut, anna, batchRequests, renew, page, balance, setUp, running } from './refresher.fixture';
import { figureIds } from '../../model/figures/figures';
import { type AppState, appStateSchema } from '../../model/state/app-state';
import { withoutFigures } from '../../state/transitions';
import { exampleNow, exampleRow, exampleState, fresh } from '../../model/state/app-state.fixture';

const failedOnce = failed(timedOut);
/** Everything that a batch reads. */
const allRead = (state: AppState) => [...figureIds.map((id) => state[id]), state.account, state.subAccounts.count];

describe('a batch', () => {
  it('reads all figures at once with a new key', async () => {
    const { refresher, vendor, clock, state, answerAll, reads } = setUp();
    refresher.use(vendor.client);
    await clock.advance(0);
    expect(vendor.open()).toEqual(batchRequests);
    expect(state().refresh).toMatchObject({ running: true, nextAt: null });
    await answerAll(100);
    for (const figure of allRead(state())) expect(figure).toMatchObject({ asOf: exampleNow, status: 'fresh' });
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

  it('has the first figures heard of at once, whatever the others take', async () => {
    const { refresher, vendor, clock, store } = setUp();
    const heard: (number | undefined)[] = [];
    store.subscribe(({ state }) => heard.push(state.ips.value?.total));
    refresher.use(vendor.client);
    await clock.advance(0);
    heard.length = 0;
    await vendor.answer('readBalance', balance(5));
    expect(heard).toEqual([5]);
  });

  it.each<[string, () => ReturnType<typeof page> | typeof failedOnce]>([
    ['answers', () => page([exampleRow(1)])],
    ['fails in part', () => failedOnce],
  ])('that %s is heard of twice: when it begins, and when all of it is there', async (_, listed) => {
    const { refresher, clock, store, answerAll } = await running();
    const heard: [boolean, number | undefined][] = [];
    store.subscribe(({ state }) => heard.push([state.refresh.running, state.ips.value?.total]));
    void refresher.refresh();
    await clock.advance(0);
    await answerAll(90, listed());
    expect(heard).toEqual([
      [true, 100],
      [false, 90],
    ]);
  });

  it('a batch is followed by the next one at the moment that the policy names', async () => {
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
    refresher.setVisible(true);
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

  it('cannot be had where the settings lead nowhere', async () => {
    const { refresher, state } = setUp();
    refresher.use(null);
    await refresher.refresh();
    expect(state().refresh).toMatchObject({ running: false, nextAt: null, reason: 'settings' });
  });

  it('cannot be had without a key', async () => {
    const { refresher, state, vendor } = setUp({ key: { ...exampleState().key, status: 'absent' } });
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
    for (const figure of allRead(state()))
      expect(figure).toMatchObject({ asOf: exampleNow, status: 'failed', problem: timedOut });
    expect(state().ips.value?.total).toBe(100);
    expect(state().subAccounts.firstPage).toHaveLength(2);
    expect(reads).toHaveLength(1);
  });

  it('of one capability leaves the others alone', async () => {
    const { refresher, clock, vendor, state, reads, answerRest } = await running();
    void refresher.refresh();
    await clock.advance(0);
    await vendor.answer('readAccount', failed(timedOut));
    await vendor.answer('readBalance', balance(50));
    await vendor.answer('readAutoRenew', failed({ kind: 'not-offered' }));
    await answerRest();
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
    const { refresher, clock, vendor, state, answerAll, answerRest, batches } = await running();
    refresher.setVisible(true);
    void refresher.refresh();
    await clock.advance(0);
    await vendor.answer('readBalance', failed({ kind: 'rate-limited', until }));
    await vendor.answer('readAccount', ok({ account: anna, wallet: null }));
    await answerRest();
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
    const { refresher, clock, vendor, state, answerAll } = setUp({
      subAccounts: { ...withoutFigures(exampleState()).subAccounts, pinned },
    });
    refresher.use(vendor.client);
    await clock.advance(0);
    await answerAll(1, page([]));
    await vendor.answer('listSubAccounts', failed({ kind: 'rate-limited', until: exampleNow + 60 * MINUTE }));
    expect(vendor.open()).toEqual([]);
    expect(state().refresh).toMatchObject({ reason: 'rate-limited', nextAt: exampleNow + 60 * MINUTE });
  });
});

describe('what is asked for', () => {
  it('by a look is read at once, and often while it lasts', async () => {
    const { refresher, clock, batches, answerAll, state } = await running();
    await clock.advance(MINUTE);
    refresher.setVisible(true);
    await clock.advance(0);
    expect(batches()).toBe(2);
    await answerAll();
    expect(state().refresh).toMatchObject({ reason: 'looking', nextAt: clock.now() + 15_000 });
    refresher.setVisible(false);
    expect(state().refresh).toMatchObject({ reason: 'recently-looked', nextAt: clock.now() + 2 * MINUTE });
  });

  it('is read though the system reports no network, as often as ever while 9Proxy answers', async () => {
    const { refresher, clock, batches, answerAll, state } = await running();
    refresher.setOnline(false);
    await clock.advance(3_000);
    expect(batches()).toBe(2);
    await answerAll();
    expect(state()).toMatchObject({ online: true, refresh: { reason: 'idle', nextAt: clock.now() + 10 * MINUTE } });
  });

  it('is read less often while the network is gone, and soon after it is back', async () => {
    const { refresher, clock, batches, answerAll, failAll, state } = await running();
    refresher.setOnline(false);
    await clock.advance(3_000);
    await failAll({ kind: 'unreachable', why: 'offline' });
    expect(state()).toMatchObject({ online: false, refresh: { reason: 'offline', nextAt: clock.now() + MINUTE } });
    await clock.advance(MINUTE);
    expect(batches()).toBe(3);
    await failAll({ kind: 'unreachable', why: 'offline' });
    refresher.setOnline(true);
    expect(state().online).toBe(true);
    await clock.advance(2_999);
    expect(batches()).toBe(3);
    await clock.advance(1);
    expect([batches(), state().refresh.reason]).toEqual([4, 'after-network']);
    await answerAll();
    expect(state().refresh.reason).toBe('idle');
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

  it('by an action during a batch is read after it: that batch may have started too early', async () => {
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

  it('during a rate limit waits at most a day, though 9Proxy asked for more', async () => {
    const { refresher, clock, failAll, batches } = await running();
    void refresher.refresh();
    await clock.advance(0);
    const day = 24 * 60 * MINUTE;
    await failAll({ kind: 'rate-limited', until: exampleNow + 40 * day });
    await clock.advance(day - 1);
    expect(batches()).toBe(2);
    await clock.advance(1);
    expect(batches()).toBe(3);
  });

  it('by hand during a rate limit sends nothing before its time, and the state says until when', async () => {
    const { refresher, clock, failAll, batches, state } = await running();
    void refresher.refresh();
    await clock.advance(0);
    await failAll({ kind: 'rate-limited', until: exampleNow + 2 * MINUTE });
    for (let press = 0; press < 10; press += 1) {
      await refresher.refresh();
      await clock.advance(1000);
    }
    expect(batches()).toBe(2);
    expect(state().refresh).toMatchObject({ reason: 'rate-limited', nextAt: exampleNow + 2 * MINUTE });
    await clock.advance(110_000);
    expect(batches()).toBe(3);
  });

  it('is read within minutes after a rate limit, though the clock was years ahead when it began', async () => {
    const { refresher, clock, failAll, batches } = await running();
    const years = 5 * 365 * 24 * 60 * MINUTE;
    clock.set(exampleNow + years);
    void refresher.refresh();
    await clock.advance(0);
    await failAll({ kind: 'rate-limited', until: exampleNow + years + MINUTE });
    clock.set(exampleNow);
    refresher.setVisible(true);
    await clock.advance(MINUTE);
    expect(batches()).toBe(3);
  });

  it('is read within minutes after a rate limit, though the clock was set back by years before the read was over', async () => {
    const { refresher, clock, failAll, batches } = await running();
    const years = 5 * 365 * 24 * 60 * MINUTE;
    clock.set(exampleNow + years);
    void refresher.refresh();
    await clock.advance(0);
    clock.set(exampleNow);
    await failAll({ kind: 'rate-limited', until: exampleNow + years + MINUTE });
    await clock.advance(MINUTE - 1);
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
    expect([vendor.asked.length, clock.waiting()]).toEqual([2 * batchRequests.length, 0]);
    expect(state().ips).toEqual(before);
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
    for (const figure of allRead(state())) expect([figure.status, figure.asOf]).toEqual(['stale', exampleNow]);
  });

  it('counts for last known figures as well, when there is no key to read with', async () => {
    const { refresher, clock, state } = setUp({}, exampleState());
    refresher.use(null);
    await clock.advance(limit + 1);
    expect(state().ips.status).toBe('stale');
  });

  it('each figure becomes old at a time of its own', async () => {
    const { refresher, clock, state, vendor, answerRest } = await running();
    await clock.advance(MINUTE);
    void refresher.refresh();
    await clock.advance(0);
    await vendor.answer('readBalance', balance(5));
    await vendor.answer('readAccount', failed(timedOut));
    await answerRest();
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
