import { describe, expect, it } from 'vitest';
import { type ActionId, actionIds, actionOf } from '../../areas/action';
import type { ListId } from '../../areas/list';
import type { NineProxy } from '../../nineproxy/client';
import { failed, ok, type Problem } from '../../problem/problem';
import type { KnownRow } from '../lists/lists';
import { createSecrets } from '../secrets';
import { exampleState } from '../state.fixture';
import { createStateStore } from '../store';
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
  { key: '41', vendorKey: '41', cells: { ips: 3, traffic: 0 } },
  { key: '42', vendorKey: '42', cells: {} },
  { key: '42 #2', vendorKey: '42 #2', cells: {} },
];
const rowsOf = (list: ListId) => rowsByList[list] ?? plainRows;

const topUps = { topUpIps: false, topUpTraffic: false };
const user = { username: 'anna', enabled: true };

/** For each action: a form that is right, and what reaches the vendor by it. A new action does not compile without its line. */
const samples: { [A in ActionId]: { input: Record<string, unknown>; sends: [keyof NineProxy, ...unknown[]] } } = {
  createSubAccount: {
    input: { password: 'secret1', ...topUps },
    sends: ['createSubAccount', { password: 'secret1', ...topUps }],
  },
  editSubAccount: { input: topUps, sends: ['updateSubAccount', 41, topUps, { ips: 3, traffic: 0 }] },
  deleteSubAccount: { input: {}, sends: ['deleteSubAccount', 41] },
  createSubUser: { input: { ...user, password: 'pass' }, sends: ['createSubUser', { ...user, password: 'pass' }] },
  editSubUser: { input: user, sends: ['updateSubUser', 41, user, { ips: 3, traffic: 0 }] },
  enableSubUser: { input: {}, sends: ['setSubUserEnabled', 41, true] },
  disableSubUser: { input: {}, sends: ['setSubUserEnabled', 41, false] },
  deleteSubUser: { input: {}, sends: ['deleteSubUser', 41] },
  createWhitelistEntry: {
    input: { ip: '1.2.3.4', enabled: true },
    sends: ['createWhitelistEntry', { ip: '1.2.3.4', enabled: true }],
  },
  editWhitelistEntry: {
    input: { ip: '1.2.3.4', enabled: true },
    sends: ['updateWhitelistEntry', 41, { ip: '1.2.3.4', enabled: true }, { ips: 3, traffic: 0 }],
  },
  enableWhitelistEntry: { input: {}, sends: ['setWhitelistEntryEnabled', 41, true] },
  disableWhitelistEntry: { input: {}, sends: ['setWhitelistEntryEnabled', 41, false] },
  deleteWhitelistEntry: { input: {}, sends: ['deleteWhitelistEntry', 41] },
  createConnection: {
    input: { quantity: 3, session: 'rotating' },
    sends: ['createConnection', { quantity: 3, session: 'rotating' }],
  },
  editConnection: { input: { session: 'rotating' }, sends: ['updateConnection', 41, { session: 'rotating' }] },
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

function fixture() {
  const vendor = fakeVendor();
  const store = createStateStore(exampleState());
  let ids = 0;
  const newId = () => `id-${(ids += 1)}`;
  const secrets = createSecrets({ newRef: newId });
  const world = { now: 1000, generation: 1, hasKey: true, readAgain: 0, askedAnew: 0, done: [] as PreparedAction[] };
  const actions = createAccountActions({
    store,
    client: () => (world.hasKey ? vendor.client : null),
    generation: () => world.generation,
    now: () => world.now,
    newTicket: newId,
    secrets,
    rows: {
      find: (list, key) => rowsOf(list).find((row) => row.key === key) ?? null,
      askAnew: () => (world.askedAnew += 1),
    },
    readAgain: () => (world.readAgain += 1),
    done: (prepared) => world.done.push(prepared),
  });
  /** A ticket for an action, with as many rows as it takes. */
  function ticketFor(action: ActionId, input = samples[action].input): string {
    const { on } = actionOf(action);
    const count = on === null ? 0 : on.rows === 'one' ? 1 : 2;
    const keys = on === null ? [] : rowsOf(on.list).slice(0, count);
    const prepared = actions.prepare({ action, rows: keys.map(({ key }) => key), input });
    if (!prepared.ok) throw new Error(JSON.stringify(prepared.problem));
    return prepared.value.ticket;
  }
  return { vendor, store, secrets, world, actions, ticketFor };
}

const answers: Partial<Record<keyof NineProxy, unknown>> = {
  makeIpCodes: [canary],
  makeTrafficCodes: [],
  redeemCodes: 1,
};

describe('an action', () => {
  it.each(actionIds)('%s sends nothing when prepared, and exactly one request when done', async (action) => {
    const { vendor, actions, ticketFor, world } = fixture();
    const ticket = ticketFor(action);
    expect(vendor.asked).toEqual([]);
    const running = actions.run(ticket);
    const [what, ...parameters] = samples[action].sends;
    expect(vendor.asked.map((one) => [one.what, ...one.with])).toEqual([[what, ...parameters]]);
    await vendor.answer(what, ok(answers[what]) as never);
    expect((await running).ok).toBe(true);
    expect(vendor.asked).toHaveLength(1);
    expect([world.readAgain, world.askedAnew]).toEqual([1, 1]);
    expect(world.done.map((one) => one.action)).toEqual([action]);
  });

  it('hands new codes out as references', async () => {
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
  ])('%s says for how many it worked, as far as it is told', async (action, what, value, count) => {
    const { vendor, actions, ticketFor } = fixture();
    const running = actions.run(ticketFor(action));
    await vendor.answer(what, ok(value) as never);
    expect(await running).toEqual(ok({ made: [], count }));
  });
});

describe('preparing', () => {
  const prepare = (action: ActionId, rows: string[], input: Record<string, unknown> = samples[action].input) =>
    fixture().actions.prepare({ action, rows, input });
  const bad = (field: string) => failed({ kind: 'bad-input', field });

  it('says what it does to the balances', () => {
    const prepared = prepare('makeIpCodes', [], { ips: 10, codes: 2 });
    expect(prepared.ok && prepared.value.balances).toMatchObject([{ what: 'ips', before: 1200, after: 1180 }]);
  });

  it('names the field that is wrong, or that asks for more than there is', () => {
    expect(prepare('createSubAccount', [], topUps)).toEqual(bad('password'));
    expect(prepare('createSubAccount', [], { password: 'secret1', ...topUps, topUpIps: true })).toEqual(
      bad('topUpIpsBelow'),
    );
    // The vendor makes no code for fewer than five IPs.
    expect(prepare('makeIpCodes', [], { ips: 4, codes: 1 })).toEqual(bad('ips'));
    expect(prepare('makeIpCodes', [], { ips: 5000, codes: 1 })).toEqual(bad('ips'));
  });

  it('knows only rows that were read, each once, and as many as it takes', () => {
    expect(prepare('deleteSubAccount', ['41']).ok).toBe(true);
    expect(prepare('deleteSubAccount', ['41', '41']).ok).toBe(true);
    expect(prepare('deleteSubAccount', [])).toEqual(bad('rows'));
    expect(prepare('deleteSubAccount', ['41', '42'])).toEqual(bad('rows'));
    expect(prepare('deleteSubAccount', ['99'])).toEqual(bad('rows'));
    expect(prepare('deleteConnections', ['41', '99'])).toEqual(bad('rows'));
    expect(prepare('createSubUser', ['41'])).toEqual(bad('rows'));
    // One that the vendor cannot be told by its id.
    expect(prepare('deleteSubAccount', ['42 #2'])).toEqual(bad('rows'));
    // A code by its text: only its reference is known outside.
    expect(prepare('revokeCodes', [`${canary}-0`])).toEqual(bad('rows'));
  });

  it('needs a key that is not dead', () => {
    const { actions, store, world } = fixture();
    const asked = { action: 'setAutoRenew', rows: [], input: { on: true } } as const;
    store.update((state) => ({ ...state, key: { ...state.key, status: 'refused' } }));
    expect(actions.prepare(asked)).toEqual(failed({ kind: 'key-refused' }));
    world.hasKey = false;
    expect(actions.prepare(asked)).toEqual(failed({ kind: 'key-missing' }));
  });
});

describe('a ticket', () => {
  it('is good once, however it ends', async () => {
    const { vendor, actions, ticketFor } = fixture();
    const ticket = ticketFor('makeIpCodes');
    const [first, second] = [actions.run(ticket), actions.run(ticket)];
    expect(await second).toEqual(failed({ kind: 'not-now' }));
    await vendor.answer('makeIpCodes', failed({ kind: 'outcome-unknown' }));
    expect(await first).toEqual(failed({ kind: 'outcome-unknown' }));
    expect(await actions.run(ticket)).toEqual(failed({ kind: 'not-now' }));
    expect(vendor.asked).toHaveLength(1);
  });

  it('is good for five minutes', async () => {
    const { vendor, actions, ticketFor, world } = fixture();
    const ticket = ticketFor('makeIpCodes');
    world.now += 300_000;
    void actions.run(ticket);
    expect(vendor.asked).toHaveLength(1);
  });

  it.each([300_001, -1])('is good for nothing %i ms later', async (ms) => {
    const { vendor, actions, ticketFor, world } = fixture();
    const ticket = ticketFor('makeIpCodes');
    world.now += ms;
    expect(await actions.run(ticket)).toEqual(failed({ kind: 'not-now' }));
    expect(vendor.asked).toEqual([]);
  });

  it('is void with its key', async () => {
    const { vendor, actions, ticketFor } = fixture();
    const ticket = ticketFor('makeIpCodes');
    actions.reset();
    expect(await actions.run(ticket)).toEqual(failed({ kind: 'not-now' }));
    expect(vendor.asked).toEqual([]);
  });

  it('that nobody knows is good for nothing; of very many the oldest go', async () => {
    const { vendor, actions, ticketFor } = fixture();
    expect(await actions.run('id-1')).toEqual(failed({ kind: 'not-now' }));
    const tickets = Array.from({ length: 51 }, () => ticketFor('makeIpCodes'));
    expect(await actions.run(tickets[0] ?? '')).toEqual(failed({ kind: 'not-now' }));
    void actions.run(tickets[1] ?? '');
    expect(vendor.asked).toHaveLength(1);
  });

  it('does exactly what was prepared, whatever becomes of what was given', async () => {
    const { vendor, actions } = fixture();
    const input: Record<string, unknown> = { ips: 5, codes: 1 };
    const prepared = actions.prepare({ action: 'makeIpCodes', rows: [], input });
    input['codes'] = 500;
    void actions.run(prepared.ok ? prepared.value.ticket : '');
    expect(vendor.asked[0]?.with).toEqual([{ ips: 5, codes: 1 }]);
  });
});

describe('an action that did not work', () => {
  async function ends(action: ActionId, problem: Problem) {
    const made = fixture();
    const running = made.actions.run(made.ticketFor(action));
    await made.vendor.answer(samples[action].sends[0], failed(problem));
    return { ...made, running };
  }

  it('is told as it is, and nothing is repeated', async () => {
    const { running, world, vendor } = await ends('deleteSubUser', { kind: 'rejected', message: 'No such sub-user' });
    expect(await running).toEqual(failed({ kind: 'rejected', message: 'No such sub-user' }));
    expect(world).toMatchObject({ readAgain: 0, done: [] });
    expect(vendor.asked).toHaveLength(1);
  });

  it.each<Problem>([{ kind: 'outcome-unknown' }, { kind: 'server-trouble', status: 500 }])(
    'may have worked where no answer came, or no clear one: the figures are read again ($kind)',
    async (problem) => {
      const { running, world, vendor } = await ends('makeIpCodes', problem);
      expect(await running).toEqual(failed(problem));
      expect(world).toMatchObject({ readAgain: 1, askedAnew: 1, done: [] });
      expect(vendor.asked).toHaveLength(1);
    },
  );

  it('lets no code or password out in the vendor’s words', async () => {
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
  it('changes nothing about what happened, but its secrets are not kept', async () => {
    const { vendor, actions, ticketFor, world, secrets } = fixture();
    const running = actions.run(ticketFor('makeIpCodes'));
    world.generation = 2;
    secrets.clear();
    await vendor.answer('makeIpCodes', ok([canary]));
    expect(await running).toEqual(ok({ made: [], count: 1 }));
    expect(world).toMatchObject({ readAgain: 0, done: [] });
  });
});
