// A refresher over a vendor that answers only when a test lets it, for the tests beside it.
import type { NineProxy } from '../../nineproxy/client';
import { failed, ok, type Problem, type Result } from '../../model/problem';
import { manualClock } from '../../model/clock.fixture';
import { type AnyFigureRead, figureRequests } from './figure-reads';
import { Refresher } from './refresher';
import type { ReadRows } from './sub-account-reads';
import type { AppState, SubAccount } from '../../model/state/app-state';
import type { FigureId } from '../../model/figures/figures';
import { withoutFigures } from '../../state/transitions';
import { exampleNow, exampleRow, exampleState } from '../../model/state/app-state.fixture';
import { createStateStore } from '../../state/state-store';
import { fakeVendor } from '../vendor.fixture';

export const MINUTE = 60_000;
export const timedOut: Problem = { kind: 'timed-out' };
export const refusedKey = failed({ kind: 'key-refused' });

export const anna = { id: 7, email: 'a@example.org', username: 'anna', emailVerified: true, twoFactor: true };
export const ben = { ...anna, id: 8, username: 'ben' };
export const renew = exampleState().autoRenew.value!;
export const page = (items: SubAccount[], totalItems: number | null = items.length) =>
  ok({ items, totalItems, totalPages: 1, skipped: 0 });
export const balance = (total: number) =>
  ok({ ips: { total, plans: [] }, traffic: { total: total * 1000, packages: [] } });

/** What requests figures asks the vendor for. */
function requestOf(read: AnyFigureRead): keyof NineProxy {
  const vendor = fakeVendor();
  void read(vendor.client, {});
  const [what] = vendor.open();
  if (what === undefined) throw new Error('a figure that asks for nothing');
  return what;
}

const figureAnswers = new Map([...figureRequests].map(([read, ids]) => [requestOf(read), exampleAnswer(ids)]));

/** The answer that has these figures as in the example. */
function exampleAnswer(ids: readonly FigureId[]): Result<unknown> {
  const example = exampleState();
  const [first] = ids;
  if (first !== undefined && ids.length === 1) return ok(example[first].value);
  return ok(Object.fromEntries(ids.map((id) => [id, example[id].value])));
}

/** Everything that a batch requests, in this order. */
export const batchRequests: readonly (keyof NineProxy)[] = ['readAccount', ...figureAnswers.keys(), 'listSubAccounts'];

type Listed = Awaited<ReturnType<NineProxy['listSubAccounts']>>;

/** A refresher over a vendor that answers only when a test lets it; by default with a key and without figures. */
export function setUp(overrides: Partial<AppState> = {}, base = withoutFigures(exampleState())) {
  const clock = manualClock(exampleNow);
  const vendor = fakeVendor();
  const store = createStateStore({ ...base, ...overrides });
  const confirmed = new Map<number, { enabled: boolean; at: number }>();
  const reads: AppState[] = [];
  const rowsRead: ReadRows[] = [];
  let refusals = 0;
  const refresher = new Refresher({
    store,
    clock,
    random: () => 0.5,
    confirmedSince: (id, since) => {
      const known = confirmed.get(id);
      return known !== undefined && known.at >= since ? known.enabled : undefined;
    },
    onRead(state, rows) {
      reads.push(state);
      rowsRead.push(rows);
    },
    onKeyRefused: () => {
      refusals += 1;
    },
  });
  /** Answers what is still open of the figures' requests, as in the example. */
  const answerRest = async () => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the answer of the request with that name
    for (const what of vendor.open().filter((one) => figureAnswers.has(one)))
      await vendor.answer(what, figureAnswers.get(what) as never);
  };
  return {
    answerRest,
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
    /** Answers everything that a batch asks for. */
    answerAll: async (total = 100, listed: Listed = page([exampleRow(2), exampleRow(1)])) => {
      await vendor.answer('readAccount', ok({ account: anna, wallet: { amount: total } }));
      await vendor.answer('readBalance', balance(total));
      await vendor.answer('readAutoRenew', ok(renew));
      await answerRest();
      await vendor.answer('listSubAccounts', listed);
    },
    failAll: async (problem: Problem) => {
      for (const what of batchRequests) await vendor.answer(what, failed(problem));
    },
  };
}

/** The same, after a first batch that read everything. */
export async function running(overrides: Partial<AppState> = {}, base = withoutFigures(exampleState())) {
  const all = setUp(overrides, base);
  all.refresher.use(all.vendor.client);
  await all.clock.advance(0);
  await all.answerAll();
  return all;
}
