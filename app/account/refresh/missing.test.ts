// One operation after the other is removed, as if the vendor had no such path (404) or only its web site there (HTML):
// what depends on it says so, nothing else changes, and nothing was written. Against the demo.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ActionId, actionIds, actionOf } from '../../model/actions/actions';
import { initialOf } from '../../model/actions/initial-form';
import type { ListQuery } from '../../model/lists/list-description';
import { type ListId, listIds } from '../../model/lists/lists';
import { type Asker, startDemo, startOfTests } from '../../demo/demo.fixture';
import { readOperations } from '../../nineproxy/read-probes';
import { type DemoClient, demoClient } from '../../nineproxy/client.fixture';
import { endpoints, isWrite } from '../../nineproxy/operations/endpoints';
import { type OperationId, operationIds } from '../../model/api/operation-id';
import { type VendorListId, vendorLists } from '../../nineproxy/lists';
import { failed, type Result } from '../../model/problem';
import { createAccountActions } from '../actions/actions';
import { createAccountLists } from '../lists/lists';
import { readBatch } from './read-batch';
import { createSecrets } from '../lists/secrets';
import { exampleState } from '../../model/state/app-state.fixture';
import { withoutFigures } from '../../state/transitions';
import { createStateStore } from '../../state/state-store';

const query: ListQuery = { page: 1, limit: 10, search: '', sort: null, filters: {} };
const vendorListIds = listIds.filter((list): list is VendorListId => list !== 'localToday');
let asker: Asker;
let vendor: DemoClient;
let ids = 0;
let allAnswer: Record<string, unknown> = {};

beforeAll(async () => {
  asker = await startDemo({ size: 3 });
  vendor = demoClient(asker);
  allAnswer = await readAll();
});
afterAll(() => asker.demo.close());
beforeEach(() => trouble([]));

async function trouble(troubles: { kind: string; operations: string[] }[]) {
  const { status } = await asker.control('trouble', { troubles });
  expect(status).toBe(200);
}

/** The parts of the account window over the demo, with the figures as they are there now. */
async function setUp() {
  const store = createStateStore(withoutFigures(exampleState()));
  const secrets = createSecrets({ newRef: () => `ref-${(ids += 1)}` });
  const common = {
    client: () => vendor.client,
    generation: () => 1,
    now: () => startOfTests,
    secrets,
    readAgain: () => undefined,
  };
  const lists = createAccountLists({
    ...common,
    confirmedSince: () => undefined,
    onSubAccounts: () => undefined,
    readLocalToday: async () => failed({ kind: 'not-offered' }),
  });
  const actions = createAccountActions({
    ...common,
    store,
    rows: lists,
    newTicket: () => `ticket-${(ids += 1)}`,
    fieldNames: () => ({}),
    done: () => undefined,
  });
  const batch = () =>
    readBatch({
      client: vendor.client,
      store,
      signal: new AbortController().signal,
      now: () => startOfTests,
      confirmedSince: () => undefined,
      sameAccount: false,
      pinnedRead: 0,
    });
  return { store, lists, actions, batch };
}

/** What an operation is reported as while it is missing: a web page where a path is known means that something else answers. */
function expected(operation: OperationId, kind: 'missing' | 'html') {
  return kind === 'missing' || endpoints[operation].certainty === 'inferred'
    ? { kind: 'not-offered' }
    : { kind: 'unreadable-answer', why: 'html' };
}

const outcome = (result: Result<unknown>) => (result.ok ? 'answers' : result.problem);

/** Everything that can be read, each by its own name: `answers`, or the problem. */
async function readAll() {
  const { lists } = await setUp();
  const read = await Promise.all([
    ...vendorListIds.map(async (list) => [list, outcome(await lists.read(list, query))] as const),
    ...readOperations.map(async (one) => [one, outcome(await vendor.client.check(one))] as const),
    (async () => ['affiliate', outcome(await vendor.client.readAffiliate())] as const)(),
  ]);
  return Object.fromEntries(read);
}

/** What depends on a reading operation, by the names of `readAll`. */
function dependents(operation: OperationId): string[] {
  const its = vendorListIds.filter((list) => vendorLists[list].operation === operation);
  return [operation, ...its, ...(operation === 'getAffiliateStats' ? ['affiliate'] : [])];
}

const kinds = ['missing', 'html'] as const;

/**
 * Each of these without its path. With a web site there, only one inferred operation and one other are tried,
 * which is all that the answer depends on: app/nineproxy/transport/response.test.ts.
 */
function away<T>(all: readonly T[], operationOf: (one: T) => OperationId): { kind: (typeof kinds)[number]; one: T }[] {
  const isInferred = (one: T) => endpoints[operationOf(one)].certainty === 'inferred';
  const two = [all.find(isInferred), all.find((one) => !isInferred(one))].filter((one) => one !== undefined);
  return [
    ...all.map((one) => ({ kind: 'missing' as const, one })),
    ...two.map((one) => ({ kind: 'html' as const, one })),
  ];
}

describe('an operation that reads', { tags: 'sweep' }, () => {
  it('is one of all that there are, but for the sandbox’s own', () => {
    const writes = operationIds.filter(isWrite);
    expect([...readOperations, ...writes].toSorted((a, b) => (a < b ? -1 : 1))).toEqual(
      operationIds.toSorted((a, b) => (a < b ? -1 : 1)),
    );
  });

  it('answers as long as it is there', () => {
    expect(new Set(Object.values(allAnswer))).toEqual(new Set(['answers']));
  });

  it.each(away(readOperations, (one) => one))(
    '$one, $kind: its own lists and figures say so, all others answer',
    async (given) => {
      const { kind, one: operation } = given;
      await trouble([{ kind, operations: [operation] }]);
      const hit = Object.fromEntries(dependents(operation).map((name) => [name, expected(operation, kind)]));
      expect(await readAll()).toEqual({ ...allAnswer, ...hit });
    },
  );

  const figures = {
    getAccountInfo: ['account', 'wallet'],
    getBalanceData: ['ips', 'traffic'],
    getAutoRenew: ['autoRenew'],
    listSubAccounts: ['subAccounts'],
  } as const satisfies Partial<Record<OperationId, readonly string[]>>;
  const everyFigure = Object.values(figures).flat();

  it.each(
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of an object literal are exactly its type's
    away(Object.keys(figures) as (keyof typeof figures)[], (one) => one),
  )('$one, $kind: its figures fail, the others are fresh, and the key is none the worse', async (given) => {
    const { kind, one: operation } = given;
    await trouble([{ kind, operations: [operation] }]);
    const { batch, store } = await setUp();
    expect((await batch()).kind).toBe('read');
    const { state } = store.read();
    const seen = everyFigure.map((name) => {
      const figure = name === 'subAccounts' ? state.subAccounts.count : state[name];
      return [name, figure.problem ?? figure.status];
    });
    const failing: readonly string[] = figures[operation];
    const wanted = everyFigure.map((name) => [name, failing.includes(name) ? expected(operation, kind) : 'fresh']);
    expect(seen).toEqual(wanted);
    expect(state.key.status).toBe('present');
  });
});

/** What each action is tried with; the rows are the first of its list. */
const inputs: Record<ActionId, (known: { packageId: number }) => Record<string, unknown>> = {
  createSubAccount: () => ({ password: 'secret1', ips: 1, topUpIps: false, topUpTraffic: false }),
  editSubAccount: () => ({ note: 'Other' }),
  deleteSubAccount: () => ({}),
  createSubUser: () => ({ username: 'anna2', password: 'secret1', enabled: true }),
  editSubUser: () => ({ username: 'anna3' }),
  enableSubUser: () => ({}),
  disableSubUser: () => ({}),
  deleteSubUser: () => ({}),
  createWhitelistEntry: () => ({ ip: '198.51.100.77', enabled: true }),
  editWhitelistEntry: () => ({ ip: '198.51.100.78' }),
  enableWhitelistEntry: () => ({}),
  disableWhitelistEntry: () => ({}),
  deleteWhitelistEntry: () => ({}),
  createConnection: () => ({ quantity: 1, session: 'rotating' }),
  editConnection: () => ({ region: 'elsewhere' }),
  deleteConnections: () => ({}),
  makeIpCodes: () => ({ ips: 5, codes: 1 }),
  makeTrafficCodes: ({ packageId }) => ({ packageId, traffic: 1e9, codes: 1 }),
  redeemCodes: () => ({ codes: ['9P-AAAA-BBBB-CCCC'] }),
  revokeCodes: () => ({}),
  setAutoRenew: () => ({ on: false }),
};

describe('an operation that changes something', { tags: 'sweep' }, () => {
  it('is an action’s, or that of the switches, or the sandbox’s', () => {
    const used = new Set<OperationId>(actionIds.map((action) => actionOf(action).operation));
    const unused = operationIds.filter((operation) => isWrite(operation) && !used.has(operation));
    expect(unused).toEqual(['setSubAccountStatus', 'registerSandboxAccount']);
  });

  let before: Awaited<ReturnType<typeof whole>>;
  beforeAll(async () => {
    await trouble([]);
    before = await whole();
  });

  it.each(away(actionIds, (action) => actionOf(action).operation))(
    '$one, $kind: says so after one request, and changes nothing',
    async ({ kind, one: action }) => {
      const { operation, on } = actionOf(action);
      const { lists, actions, batch, store } = await setUp();
      await batch();
      const traffic = store.read().state.traffic.value?.packages ?? [];
      const usable = traffic.find(({ left, expiresAt }) => left > 2e9 && (expiresAt ?? 0) > startOfTests);
      const rows = on === null ? [] : await firstOf(lists, on.list);
      const formAtFirst = on === null ? {} : initialOf(action, lists.find(on.list, rows[0] ?? '') ?? undefined);
      await trouble([{ kind, operations: [operation] }]);
      const input = inputs[action]({ packageId: usable?.id ?? 0 });
      const prepared = actions.prepare({ action, rows, input, before: formAtFirst });
      if (!prepared.ok) throw new Error(JSON.stringify(prepared.problem));
      vendor.sent.length = 0;
      const done = await actions.run(prepared.value.ticket);
      expect(outcome(done)).toEqual(expected(operation, kind));
      expect(vendor.sent.map((one) => one.operation)).toEqual([operation]);
      expect(await whole()).toEqual(before);
    },
  );

  it.each(kinds)('setSubAccountStatus, %s: the problem is reported, and nothing changes', async (kind) => {
    await trouble([{ kind, operations: ['setSubAccountStatus'] }]);
    const done = await vendor.client.setSubAccountEnabled(20_001, false);
    expect(outcome(done)).toEqual(expected('setSubAccountStatus', kind));
    expect(await whole()).toEqual(before);
  });
});

async function firstOf(lists: ReturnType<typeof createAccountLists>, list: ListId): Promise<string[]> {
  const read = await lists.read(list, query);
  if (!read.ok) throw new Error(`${list}: ${read.problem.kind}`);
  const row = read.value.rows.find(({ cells }) => list !== 'codesMade' || cells['status'] === 'unused');
  return row === undefined ? [] : [row.key];
}

/** What the demo has: balances and every row of what actions can change. */
async function whole() {
  const { json } = await asker.control('state');
  const rows = await Promise.all(
    (['subAccounts', 'subUsers', 'whitelist', 'connections', 'codesMade', 'codesRedeemed'] as const).map((list) =>
      vendor.rows(list),
    ),
  );
  const renew = await vendor.client.readAutoRenew();
  return { balances: json.balances, subAccounts: json.subAccounts, rows, renew: renew.ok ? renew.value.on : null };
}
