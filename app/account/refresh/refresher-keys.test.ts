import { describe, expect, it } from 'vitest';
import { failed, ok } from '../../model/problem';
import { absent } from '../../model/figures/figure';
import {
  MINUTE,
  timedOut,
  refusedKey,
  anna,
  batchRequests,
  ben,
  renew,
  page,
  balance,
  running,
} from './refresher.fixture';
import { appStateSchema } from '../../model/state/app-state';
import { exampleNow, exampleRow, exampleState } from '../../model/state/app-state.fixture';
import { fakeVendor } from '../vendor.fixture';

describe('a refused key', () => {
  it('stops everything within one batch: the rest of it is cancelled, and from then on the key is tried once an hour', async () => {
    const { refresher, clock, vendor, state, refusals, batches, reads, answerAll } = await running();
    const over = refresher.refresh();
    await clock.advance(0);
    await vendor.answer('readAccount', refusedKey);
    await over;
    expect(vendor.open()).toEqual([]);
    expect(vendor.asked.slice(1 - batchRequests.length).every(({ signal }) => signal?.aborted === true)).toBe(true);
    expect(state().key.status).toBe('refused');
    expect(state().refresh).toMatchObject({ running: false, nextAt: clock.now() + 60 * MINUTE, reason: 'key-dead' });
    expect([refusals(), reads.length]).toEqual([1, 1]);
    refresher.setVisible(true);
    refresher.woke();
    refresher.acted();
    refresher.setOnline(false);
    refresher.setOnline(true);
    await clock.advance(60 * MINUTE - 1);
    expect(batches()).toBe(2);
    await clock.advance(1);
    expect(batches()).toBe(3);
    await vendor.answer('readAccount', refusedKey);
    expect(state().key.status).toBe('refused');
    await clock.advance(60 * MINUTE);
    await answerAll(5);
    expect([state().key.status, state().ips.value?.total]).toEqual(['present', 5]);
  });

  it('keeps the numbers, as old ones', async () => {
    const { refresher, clock, vendor, state } = await running();
    void refresher.refresh();
    await clock.advance(0);
    // The others' refusals come first, and do not count as something that the vendor does not offer.
    for (const what of batchRequests.filter((one) => one !== 'readAccount')) await vendor.answer(what, refusedKey);
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

  it('a rejected key is read again when the user asks, and works again when the vendor accepts it', async () => {
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
    const { refresher, clock, vendor, state, refusals, answerRest } = await running();
    void refresher.refresh();
    await clock.advance(0);
    await vendor.answer('readAutoRenew', refusedKey);
    await vendor.answer('readAccount', ok({ account: anna, wallet: { amount: 9 } }));
    await vendor.answer('readBalance', balance(9));
    await vendor.answer('listSubAccounts', page([]));
    await answerRest();
    expect([state().key.status, refusals()]).toEqual(['present', 0]);
    expect(state().autoRenew.problem).toEqual({ kind: 'not-offered' });
    expect(state().refresh.reason).toBe('idle');
  });

  it.each([{ kind: 'not-offered' } as const, { kind: 'blocked-on-the-way' } as const, timedOut])(
    'is not what refusals of everything else mean while the account answers with $kind',
    async (problem) => {
      const { refresher, clock, vendor, state, refusals } = await running();
      void refresher.refresh();
      await clock.advance(0);
      for (const what of batchRequests.filter((one) => one !== 'readAccount')) await vendor.answer(what, refusedKey);
      await vendor.answer('readAccount', failed(problem));
      expect([state().key.status, refusals()]).toEqual(['present', 0]);
      expect(state().refresh.reason).toBe('backing-off');
      expect([state().ips.status, state().ips.problem]).toEqual(['failed', { kind: 'rejected', message: '' }]);
    },
  );

  it('a proxy on the way that refuses everything does not make the key refused, and reading continues', async () => {
    const { refresher, clock, failAll, state, refusals, batches } = await running();
    void refresher.refresh();
    await clock.advance(0);
    await failAll({ kind: 'blocked-on-the-way' });
    expect([state().key.status, refusals()]).toEqual(['present', 0]);
    expect(state().refresh.reason).toBe('backing-off');
    const before = batches();
    await clock.advance(MINUTE);
    expect(batches()).toBe(before + 1);
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
    expect(next.open()).toEqual(batchRequests);
    expect([state().ips.status, state().refresh.running]).toEqual(['fresh', true]);
  });

  it('drops an answer that comes although its request was cancelled', async () => {
    const { refresher, clock, vendor, state, store, refusals, reads, answerRest } = await running();
    const over = refresher.refresh();
    await clock.advance(0);
    store.update((before) => ({ ...before, generation: before.generation + 1 }));
    const before = state();
    await vendor.answer('readBalance', balance(1));
    await vendor.answer('readAutoRenew', failed(timedOut));
    await vendor.answer('listSubAccounts', page([]));
    await vendor.answer('readAccount', refusedKey);
    await answerRest();
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
    expect(next.open()).toEqual(batchRequests);
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
