import { describe, expect, it } from 'vitest';
import { type ActionId, actionIds, actionOf } from '../../model/actions/actions';
import { initialOf } from '../../model/actions/initial-form';
import type { ListId } from '../../model/lists/lists';
import type { NineProxy } from '../../nineproxy/client';
import { failed, ok, type Problem, type Result } from '../../model/problem';
import type { KnownRow } from '../lists/known-rows';
import { createSecrets } from '../lists/secrets';
import { exampleState } from '../../model/state/app-state.fixture';
import { createStateStore } from '../../state/state-store';
import { settled } from '../../model/clock.fixture';
import { fakeVendor } from '../vendor.fixture';
import { createAccountActions } from './actions';
import type { PreparedAction } from './balances';

const canary = 'CANARY-CODE-7Q2X';
const rowsByList: Partial<Record<ListId, KnownRow[]>> = {
  codesMade: ['ref-a', 'ref-b'].map((key, i) => ({
    key,
    vendorKey: `${canary}-${i}`,
    cells: { code: key, gives: 'ips', ips: 5 },
  })),
};
const plainRows: KnownRow[] = [
  { key: '41', vendorKey: '41', cells: { ips: 3, traffic: 0, description: 'Lab' }, raw: { id: 41 } },
  { key: '42', vendorKey: '42', cells: {} },
  { key: '42 #2', vendorKey: '42 #2', cells: {} },
];
const rowsOf = (list: ListId) => rowsByList[list] ?? plainRows;

const topUps = { topUpIps: false, topUpTraffic: false };
const user = { username: 'anna', enabled: true };

/** For each action: a valid form, and the request it leads to. A new action does not compile without its line. */
const samples: { [A in ActionId]: { input: Record<string, unknown>; sends: [keyof NineProxy, ...unknown[]] } } = {
  createSubAccount: {
    input: { password: 'secret1', ...topUps },
    sends: ['createSubAccount', { password: 'secret1', ...topUps }],
  },
  editSubAccount: { input: { note: 'New' }, sends: ['updateSubAccount', 41, { note: 'New' }] },
  deleteSubAccount: { input: {}, sends: ['deleteSubAccount', 41] },
  createSubUser: { input: { ...user, password: 'pass' }, sends: ['createSubUser', { ...user, password: 'pass' }] },
  editSubUser: { input: { ipCap: 8 }, sends: ['updateSubUser', 41, { ipCap: 8 }, { id: 41, now: true }] },
  enableSubUser: { input: {}, sends: ['updateSubUser', 41, { enabled: true }, { id: 41, now: true }] },
  disableSubUser: { input: {}, sends: ['updateSubUser', 41, { enabled: false }, { id: 41, now: true }] },
  deleteSubUser: { input: {}, sends: ['deleteSubUser', 41] },
  createWhitelistEntry: {
    input: { ip: '1.2.3.4', enabled: true },
    sends: ['createWhitelistEntry', { ip: '1.2.3.4', enabled: true }],
  },
  editWhitelistEntry: {
    input: { description: null },
    sends: ['updateWhitelistEntry', 41, { description: null }],
  },
  enableWhitelistEntry: { input: {}, sends: ['updateWhitelistEntry', 41, { enabled: true }] },
  disableWhitelistEntry: { input: {}, sends: ['updateWhitelistEntry', 41, { enabled: false }] },
  deleteWhitelistEntry: { input: {}, sends: ['deleteWhitelistEntry', 41] },
  createConnection: {
    input: { quantity: 3, session: 'rotating' },
    sends: ['createConnection', { quantity: 3, session: 'rotating' }],
  },
  editConnection: { input: { city: 'berlin' }, sends: ['updateConnection', 41, { city: 'berlin' }] },
  deleteConnections: { input: {}, sends: ['deleteConnections', [41, 42]] },
  makeIpCodes: { input: { ips: 5, codes: 2 }, sends: ['makeIpCodes', { ips: 5, codes: 2 }] },
  makeTrafficCodes: {
    input: { packageId: 1, traffic: 1e9, codes: 1 },
    sends: ['makeTrafficCodes', { packageId: 1, traffic: 1e9, codes: 1 }],
  },
  redeemCodes: { input: { codes: [canary] }, sends: ['redeemCodes', [canary]] },
  revokeCodes: { input: {}, sends: ['revokeCodes', [`${canary}-0`, `${canary}-1`]] },
  setAutoRenew: { input: { on: true }, sends: ['setAutoRenew', true] },
};

type Reread = (list: ListId, key: string) => Result<KnownRow>;

/** The rows as they are now: as they were, with a mark that shows that they were read again. */
const asTheyWere: Reread = (list, key) => {
  const row = rowsOf(list).find((one) => one.key === key);
  return row === undefined
    ? failed({ kind: 'left-alone', why: 'gone' })
    : ok({ ...row, raw: { ...row.raw, now: true } });
};

function fixture(reread: Reread = asTheyWere) {
  const vendor = fakeVendor();
  const store = createStateStore(exampleState());
  let ids = 0;
  const newId = () => `id-${(ids += 1)}`;
  const secrets = createSecrets({ newRef: newId });
  const testbed = {
    now: 1000,
    generation: 1,
    hasKey: true,
    readAgain: 0,
    askedAnew: 0,
    reread: 0,
    done: [] as PreparedAction[],
  };
  const actions = createAccountActions({
    store,
    client: () => (testbed.hasKey ? vendor.client : null),
    generation: () => testbed.generation,
    now: () => testbed.now,
    newTicket: newId,
    secrets,
    rows: {
      find: (list, key) => rowsOf(list).find((row) => row.key === key) ?? null,
      reread: async (list, key) => {
        testbed.reread += 1;
        return reread(list, key);
      },
      readNew: async () => failed({ kind: 'left-alone', why: 'gone' }),
      invalidate: () => (testbed.askedAnew += 1),
    },
    fieldNames: () => ({}),
    readAgain: () => (testbed.readAgain += 1),
    done: (prepared) => testbed.done.push(prepared),
  });
  /** A ticket for an action, with as many rows as it takes. */
  function ticketFor(action: ActionId, input = samples[action].input, given?: Record<string, unknown>): string {
    const { on } = actionOf(action);
    const count = on === null ? 0 : on.rows === 'one' ? 1 : 2;
    const keys = on === null ? [] : rowsOf(on.list).slice(0, count);
    const before = given ?? initialOf(action, keys[0]);
    const prepared = actions.prepare({ action, rows: keys.map(({ key }) => key), input, before });
    if (!prepared.ok) throw new Error(JSON.stringify(prepared.problem));
    return prepared.value.ticket;
  }
  return { vendor, store, secrets, testbed, actions, ticketFor };
}

const answers: Partial<Record<keyof NineProxy, unknown>> = {
  createSubAccount: { id: null },
  makeIpCodes: [canary],
  makeTrafficCodes: [],
  redeemCodes: 1,
};

describe('an action', () => {
  it.each(actionIds)('%s sends nothing when prepared, and exactly one request when done', async (action) => {
    const { vendor, actions, ticketFor, testbed } = fixture();
    const ticket = ticketFor(action);
    expect(vendor.asked).toEqual([]);
    const running = actions.run(ticket);
    await settled();
    const [what, ...parameters] = samples[action].sends;
    expect(vendor.asked.map((one) => [one.what, ...one.with])).toEqual([[what, ...parameters]]);
    await vendor.answer(what, ok(answers[what]) as never);
    expect((await running).ok).toBe(true);
    expect(vendor.asked).toHaveLength(1);
    expect([testbed.readAgain, testbed.askedAnew]).toEqual([1, 1]);
    expect(testbed.done.map((one) => one.action)).toEqual([action]);
  });

  it('returns new codes as references', async () => {
    const { vendor, actions, ticketFor, secrets } = fixture();
    const running = actions.run(ticketFor('makeIpCodes'));
    await vendor.answer('makeIpCodes', ok([canary, `${canary}2`]));
    const answer = await running;
    expect(JSON.stringify(answer)).not.toContain(canary);
    expect(answer.ok && answer.value.count).toBe(2);
    expect(answer.ok && answer.value.made.map((ref) => secrets.textOf(ref))).toEqual([canary, `${canary}2`]);
  });

  it.each<[ActionId, keyof NineProxy, unknown, number | null]>([
    ['deleteConnections', 'deleteConnections', undefined, 2],
    ['revokeCodes', 'revokeCodes', undefined, 2],
    ['redeemCodes', 'redeemCodes', 1, 1],
    ['redeemCodes', 'redeemCodes', null, null],
    ['makeTrafficCodes', 'makeTrafficCodes', [], null],
    ['deleteSubUser', 'deleteSubUser', undefined, null],
  ])('%s reports for how many it succeeded, as far as 9Proxy names them', async (action, what, value, count) => {
    const { vendor, actions, ticketFor } = fixture();
    const running = actions.run(ticketFor(action));
    await vendor.answer(what, ok(value) as never);
    expect(await running).toEqual(ok({ made: [], count, notTaken: [], sentAs: [] }));
  });
});

describe('preparing', () => {
  const prepare = (action: ActionId, rows: string[], input: Record<string, unknown> = samples[action].input) =>
    fixture().actions.prepare({ action, rows, input });
  const bad = (field: string) => failed({ kind: 'bad-input', field });

  it('returns what becomes of the balances', () => {
    const prepared = prepare('makeIpCodes', [], { ips: 10, codes: 2 });
    expect(prepared.ok && prepared.value.balances).toMatchObject([{ what: 'ips', before: 1200, after: 1180 }]);
  });

  it('names the field that is invalid, or that needs more than there is', () => {
    expect(prepare('createSubAccount', [], topUps)).toEqual(bad('password'));
    expect(prepare('createSubAccount', [], { password: 'secret1', ...topUps, topUpIps: true })).toEqual(
      bad('topUpIpsBelow'),
    );
    // The vendor creates no code for fewer than five IPs.
    expect(prepare('makeIpCodes', [], { ips: 4, codes: 1 })).toEqual(bad('ips'));
    expect(prepare('makeIpCodes', [], { ips: 5000, codes: 1 })).toEqual(bad('ips'));
  });

  it('accepts only rows that were read, each once, and as many as the action takes', () => {
    expect(prepare('deleteSubAccount', ['41']).ok).toBe(true);
    expect(prepare('deleteSubAccount', ['41', '41']).ok).toBe(true);
    expect(prepare('deleteSubAccount', [])).toEqual(bad('rows'));
    expect(prepare('deleteSubAccount', ['41', '42'])).toEqual(bad('rows'));
    expect(prepare('deleteSubAccount', ['99'])).toEqual(bad('rows'));
    expect(prepare('deleteConnections', ['41', '99'])).toEqual(bad('rows'));
    expect(prepare('createSubUser', ['41'])).toEqual(bad('rows'));
    // A row without an id: the vendor could not know which one is meant.
    expect(prepare('deleteSubAccount', ['42 #2'])).toEqual(bad('rows'));
    // A code by its text: only its reference is known outside main.
    expect(prepare('revokeCodes', [`${canary}-0`])).toEqual(bad('rows'));
  });

  it('needs a key that is not dead', () => {
    const { actions, store, testbed } = fixture();
    const asked = { action: 'setAutoRenew', rows: [], input: { on: true } } as const;
    store.update((state) => ({ ...state, key: { ...state.key, status: 'refused' } }));
    expect(actions.prepare(asked)).toEqual(failed({ kind: 'key-refused' }));
    testbed.hasKey = false;
    expect(actions.prepare(asked)).toEqual(failed({ kind: 'key-missing' }));
  });
});

describe('an edit', () => {
  const changed: Reread = (list, key) => {
    const row = asTheyWere(list, key);
    return row.ok ? ok({ ...row.value, cells: { ...row.value.cells, description: 'Somebody else’s' } }) : row;
  };

  it('is not sent over a field that someone else changed meanwhile', async () => {
    const { vendor, actions, ticketFor } = fixture(changed);
    const ran = await actions.run(ticketFor('editWhitelistEntry', { description: 'Mine' }));
    expect(ran).toEqual(failed({ kind: 'left-alone', why: 'changed-since' }));
    expect(vendor.asked).toEqual([]);
  });

  it('is sent where someone else changed another field', async () => {
    const { vendor, actions, ticketFor } = fixture(changed);
    void actions.run(ticketFor('editWhitelistEntry', { enabled: false }));
    await settled();
    expect(vendor.asked.map((one) => one.with)).toEqual([[41, { enabled: false }]]);
  });

  it('sends nothing where the row already has every value', async () => {
    const { vendor, actions, ticketFor } = fixture(changed);
    const ran = await actions.run(ticketFor('editWhitelistEntry', { description: 'Somebody else’s' }));
    expect(ran).toEqual(ok({ made: [], count: null, notTaken: [], sentAs: [] }));
    expect((await actions.run(ticketFor('editWhitelistEntry', {}))).ok).toBe(true);
    expect(vendor.asked).toEqual([]);
  });

  it('sends nothing where its row is gone, or cannot be read again', async () => {
    for (const problem of [{ kind: 'left-alone', why: 'gone' }, { kind: 'timed-out' }] as const) {
      const { vendor, actions, ticketFor } = fixture(() => failed(problem));
      expect(await actions.run(ticketFor('editSubUser'))).toEqual(failed(problem));
      expect(await actions.run(ticketFor('disableSubUser'))).toEqual(failed(problem));
      expect(vendor.asked).toEqual([]);
    }
  });

  it('names the fields that are unchanged although the vendor accepted the edit', async () => {
    const { vendor, actions, ticketFor, testbed } = fixture();
    const running = actions.run(ticketFor('editWhitelistEntry', { description: 'New', enabled: true }));
    await settled();
    await vendor.answer('updateWhitelistEntry', ok(undefined));
    expect(await running).toEqual(ok({ made: [], count: null, notTaken: ['description', 'enabled'], sentAs: [] }));
    expect(testbed.reread).toBe(2);
  });

  it('is checked by the changed fields alone: a field that was not touched is no reason to refuse', () => {
    const { actions } = fixture();
    const before = { username: 'ab', note: 'n'.repeat(6000), topUpIps: true };
    const prepare = (action: ActionId, input: Record<string, unknown>) =>
      actions.prepare({ action, rows: ['41'], input, before });
    const bad = (field: string) => failed({ kind: 'bad-input', field });
    expect(prepare('editSubUser', { ipCap: 8 }).ok).toBe(true);
    expect(prepare('editSubAccount', { note: 'x' }).ok).toBe(true);
    expect(prepare('editSubUser', { username: 'a' })).toEqual(bad('username'));
    expect(prepare('editSubUser', { username: null })).toEqual(bad('username'));
    expect(prepare('editSubUser', { constructor: 'x' })).toEqual(bad('constructor'));
    expect(prepare('editSubAccount', { ips: null })).toEqual(bad('ips'));
    expect(prepare('editSubAccount', { topUpTraffic: true })).toEqual(bad('topUpTrafficBelow'));
    expect(prepare('editSubAccount', { topUpIpsBelow: null })).toEqual(bad('topUpIpsBelow'));
  });

  it('of a sub-account’s IPs and traffic returns what becomes of the balances', () => {
    const { actions } = fixture();
    const prepare = (input: Record<string, unknown>, before: Record<string, unknown>) =>
      actions.prepare({ action: 'editSubAccount', rows: ['41'], input, before });
    const more = prepare({ ips: 13 }, { ips: 3 });
    expect(more.ok && more.value.balances).toMatchObject([{ what: 'ips', before: 1200, after: 1190 }]);
    const less = prepare({ ips: 1 }, { ips: 3 });
    expect(less.ok && less.value.balances).toMatchObject([{ what: 'ips', before: 1200, after: 1202 }]);
    expect(prepare({ ips: 1204 }, { ips: 3 })).toEqual(failed({ kind: 'bad-input', field: 'ips' }));
    const unknown = prepare({ ips: 13 }, {});
    expect(unknown.ok && unknown.value.balances).toMatchObject([{ what: 'ips', before: 1200, after: null }]);
  });
});

describe('a ticket', () => {
  it('is valid once, however the action ends', async () => {
    const { vendor, actions, ticketFor } = fixture();
    const ticket = ticketFor('makeIpCodes');
    const [first, second] = [actions.run(ticket), actions.run(ticket)];
    expect(await second).toEqual(failed({ kind: 'not-now' }));
    await vendor.answer('makeIpCodes', failed({ kind: 'outcome-unknown' }));
    expect(await first).toEqual(failed({ kind: 'outcome-unknown' }));
    expect(await actions.run(ticket)).toEqual(failed({ kind: 'not-now' }));
    expect(vendor.asked).toHaveLength(1);
  });

  it('is valid for five minutes', async () => {
    const { vendor, actions, ticketFor, testbed } = fixture();
    const ticket = ticketFor('makeIpCodes');
    testbed.now += 300_000;
    void actions.run(ticket);
    expect(vendor.asked).toHaveLength(1);
  });

  it.each([300_001, -1])('is no longer valid %i ms later', async (ms) => {
    const { vendor, actions, ticketFor, testbed } = fixture();
    const ticket = ticketFor('makeIpCodes');
    testbed.now += ms;
    expect(await actions.run(ticket)).toEqual(failed({ kind: 'not-now' }));
    expect(vendor.asked).toEqual([]);
  });

  it('is no longer valid after its key was replaced', async () => {
    const { vendor, actions, ticketFor } = fixture();
    const ticket = ticketFor('makeIpCodes');
    actions.reset();
    expect(await actions.run(ticket)).toEqual(failed({ kind: 'not-now' }));
    expect(vendor.asked).toEqual([]);
  });

  it('is not valid if it was never issued, or is one of the oldest of very many', async () => {
    const { vendor, actions, ticketFor } = fixture();
    expect(await actions.run('id-1')).toEqual(failed({ kind: 'not-now' }));
    const tickets = Array.from({ length: 51 }, () => ticketFor('makeIpCodes'));
    expect(await actions.run(tickets[0] ?? '')).toEqual(failed({ kind: 'not-now' }));
    void actions.run(tickets[1] ?? '');
    expect(vendor.asked).toHaveLength(1);
  });

  it('does exactly what was prepared, even if the input changes afterwards', async () => {
    const { vendor, actions } = fixture();
    const input: Record<string, unknown> = { ips: 5, codes: 1 };
    const prepared = actions.prepare({ action: 'makeIpCodes', rows: [], input });
    input['codes'] = 500;
    void actions.run(prepared.ok ? prepared.value.ticket : '');
    expect(vendor.asked[0]?.with).toEqual([{ ips: 5, codes: 1 }]);
  });
});

describe('an action that failed', () => {
  async function ends(action: ActionId, problem: Problem) {
    const made = fixture();
    const running = made.actions.run(made.ticketFor(action));
    await made.vendor.answer(samples[action].sends[0], failed(problem));
    return { ...made, running };
  }

  it('returns its problem, and is not sent again', async () => {
    const { running, testbed, vendor } = await ends('deleteSubUser', { kind: 'rejected', message: 'No such sub-user' });
    expect(await running).toEqual(failed({ kind: 'rejected', message: 'No such sub-user' }));
    expect(testbed).toMatchObject({ readAgain: 0, done: [] });
    expect(vendor.asked).toHaveLength(1);
  });

  it.each<Problem>([{ kind: 'outcome-unknown' }, { kind: 'server-trouble', status: 500 }])(
    'may have worked where no clear answer came, so the figures are read again ($kind)',
    async (problem) => {
      const { running, testbed, vendor } = await ends('makeIpCodes', problem);
      expect(await running).toEqual(failed(problem));
      expect(testbed).toMatchObject({ readAgain: 1, askedAnew: 1, done: [] });
      expect(vendor.asked).toHaveLength(1);
    },
  );

  it('leaves no code or password in the vendor’s message', async () => {
    const told = (text: string): Problem => ({ kind: 'rejected', message: `${text} is not good` });
    const revoked = await ends('revokeCodes', told(`${canary}-1`));
    expect(await revoked.running).toEqual(failed(told('…2X-1')));
    const redeemed = await ends('redeemCodes', told(canary));
    expect(await redeemed.running).toEqual(failed(told('…7Q2X')));
    const created = await ends('createSubUser', told('pass'));
    expect(await created.running).toEqual(failed(told('…')));
  });

  it('is not offered where the account still answers', async () => {
    const { running, vendor } = await ends('setAutoRenew', { kind: 'key-refused' });
    expect(vendor.open()).toEqual(['readAccount']);
    await vendor.answer('readAccount', ok({} as never));
    expect(await running).toEqual(failed({ kind: 'not-offered' }));
  });
});

describe('a key that is replaced while an action is on its way', () => {
  it('does not change the outcome of the action, but its secrets are not stored', async () => {
    const { vendor, actions, ticketFor, testbed, secrets } = fixture();
    const running = actions.run(ticketFor('makeIpCodes'));
    testbed.generation = 2;
    secrets.clear();
    await vendor.answer('makeIpCodes', ok([canary]));
    expect(await running).toEqual(ok({ made: [], count: 1, notTaken: [], sentAs: [] }));
    expect(testbed).toMatchObject({ readAgain: 0, done: [] });
  });
});
