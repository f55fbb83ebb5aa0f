// Lists, actions and balances against the demo, which has an account as the vendor would: the balances change as
// announced.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ActionId } from '../../model/actions/actions';
import { initialOf } from '../../model/actions/initial-form';
import type { ListQuery, Row } from '../../model/lists/list-description';
import { type ListId, listIds } from '../../model/lists/lists';
import { type Asker, startDemo, startOfTests } from '../../demo/demo.fixture';
import type { NineProxy } from '../../nineproxy/client';
import { demoClient } from '../../nineproxy/client.fixture';
import { failed } from '../../model/problem';
import { createAccountLists } from '../lists/lists';
import { createSecrets } from '../lists/secrets';
import { exampleState, fresh } from '../../model/state/app-state.fixture';
import { createStateStore } from '../../state/state-store';
import { createAccountActions } from './actions';

const query: ListQuery = { page: 1, limit: 100, search: '', sort: null, filters: {} };
const store = createStateStore(exampleState());
let asker: Asker;
let client: NineProxy;
let ids = 0;
const common = {
  client: () => client,
  generation: () => 1,
  now: () => startOfTests,
  newTicket: () => `id-${(ids += 1)}`,
  secrets: createSecrets({ newRef: () => `ref-${(ids += 1)}` }),
  readAgain: () => undefined,
};
const lists = createAccountLists({
  ...common,
  confirmedSince: () => undefined,
  onSubAccounts: () => undefined,
  readLocalToday: async () => failed({ kind: 'not-offered' }),
});
const actions = createAccountActions({ ...common, store, rows: lists, fieldNames: () => ({}), done: () => undefined });

beforeAll(async () => {
  asker = await startDemo({ size: 3 });
  ({ client } = demoClient(asker));
});
afterAll(() => asker.demo.close());

async function balances() {
  const read = await client.readBalance();
  if (!read.ok) throw new Error(read.problem.kind);
  const { ips, traffic } = read.value;
  if (ips === null || traffic === null) throw new Error('the demo knows both');
  store.update((state) => ({ ...state, ips: fresh(ips), traffic: fresh(traffic) }));
  const usable = traffic.packages.find(({ left, expiresAt }) => left > 2e9 && (expiresAt ?? 0) > startOfTests);
  return { ips: ips.total, traffic: traffic.total, packageId: usable?.id };
}

async function rowsOf(list: ListId): Promise<Row[]> {
  const read = await lists.read(list, query);
  if (!read.ok) throw new Error(`${list}: ${read.problem.kind}`);
  return read.value.rows;
}

/** Runs the action, and checks that the balances changed as announced. */
async function does(
  action: ActionId,
  input: Record<string, unknown>,
  rows: string[] = [],
  before: Record<string, unknown> = {},
) {
  await balances();
  const prepared = actions.prepare({ action, rows, input, before });
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.problem));
  const done = await actions.run(prepared.value.ticket);
  if (!done.ok) throw new Error(JSON.stringify(done.problem));
  const after = await balances();
  const said = prepared.value.balances.filter(({ what }) => what !== 'wallet');
  return {
    made: done.value.made,
    said: said.map((change) => change.after),
    came: said.map(({ what }) => (what === 'ips' ? after.ips : what === 'traffic' ? after.traffic : null)),
  };
}

const newest = async (list: ListId, before: readonly Row[]) =>
  (await rowsOf(list)).filter(({ key }) => !before.some((row) => row.key === key));

describe('against the demo', () => {
  it.each(listIds.filter((list) => list !== 'localToday'))('%s can be read', async (list) => {
    expect((await rowsOf(list)).length).toBeGreaterThan(0);
  });

  it('IPs moved to a sub-account and back change the balances as announced', async () => {
    const before = await rowsOf('subAccounts');
    const { packageId } = await balances();
    const made = await does('createSubAccount', {
      password: 'secret1',
      ips: 5,
      traffic: 1e9,
      packageId,
      topUpIps: false,
      topUpTraffic: false,
    });
    expect(made.came).toEqual(made.said);
    expect(made.said).toHaveLength(2);
    const [row] = await newest('subAccounts', before);
    expect(row?.cells).toMatchObject({ ips: 5, traffic: 1e9 });
    const given = await does('editSubAccount', { ips: 8 }, [row?.key ?? ''], initialOf('editSubAccount', row));
    expect(given.came).toEqual(given.said);
    expect(given.said).toHaveLength(1);
    const deleted = await does('deleteSubAccount', {}, [row?.key ?? '']);
    expect(deleted.came).toEqual(deleted.said);
    expect(await newest('subAccounts', before)).toEqual([]);
  });

  it('codes are returned as references, are in their list, and return their value when revoked', async () => {
    const before = await rowsOf('codesMade');
    const { packageId } = await balances();
    const forIps = await does('makeIpCodes', { ips: 6, codes: 2 });
    const forTraffic = await does('makeTrafficCodes', { packageId, traffic: 1e9, codes: 1 });
    expect([forIps.came, forTraffic.came]).toEqual([forIps.said, forTraffic.said]);
    const rows = await newest('codesMade', before);
    const refs = [...forIps.made, ...forTraffic.made];
    expect(rows.map(({ cells }) => String(cells['code'])).toSorted()).toEqual(refs.toSorted());
    const codes = refs.map((ref) => common.secrets.textOf(ref) ?? '');
    expect(codes.every((code) => code.length > 8 && !JSON.stringify(rows).includes(code))).toBe(true);
    const revoked = await does(
      'revokeCodes',
      {},
      rows.map(({ key }) => key),
    );
    expect(revoked.came).toEqual(revoked.said);
    expect(revoked.said).toHaveLength(2);
    const again = actions.prepare({ action: 'revokeCodes', rows: [rows[0]?.key ?? ''], input: {} });
    const refused = await actions.run(again.ok ? again.value.ticket : '');
    expect(refused).toMatchObject({ ok: false, problem: { kind: 'rejected' } });
    expect(codes.some((code) => JSON.stringify(refused).includes(code))).toBe(false);
  });

  it('a sub-user, an address and a range of ports are created, changed, switched and deleted', async () => {
    const rounds: [ListId, Record<'create' | 'edit', [ActionId, Record<string, unknown>]>, ActionId[], ActionId][] = [
      [
        'subUsers',
        {
          create: ['createSubUser', { username: 'anna2', password: 'CANARY-PASS', enabled: true }],
          edit: ['editSubUser', { username: 'anna3', ipCap: 9 }],
        },
        ['disableSubUser', 'enableSubUser'],
        'deleteSubUser',
      ],
      [
        'whitelist',
        {
          create: ['createWhitelistEntry', { ip: '198.51.100.77', enabled: true }],
          edit: ['editWhitelistEntry', { ip: '198.51.100.78', description: 'Home' }],
        },
        ['disableWhitelistEntry', 'enableWhitelistEntry'],
        'deleteWhitelistEntry',
      ],
      [
        'connections',
        {
          create: ['createConnection', { quantity: 1, session: 'rotating' }],
          edit: ['editConnection', { country: 'DE', session: 'sticky', sessionMinutes: 10 }],
        },
        [],
        'deleteConnections',
      ],
    ];
    for (const [list, { create, edit }, switches, remove] of rounds) {
      const before = await rowsOf(list);
      await does(...create);
      const [made] = await newest(list, before);
      expect(JSON.stringify(made)).not.toContain('CANARY-PASS');
      const key = made?.key ?? '';
      await does(...edit, [key], initialOf(edit[0], made));
      const [edited] = await newest(list, before);
      expect(edited?.cells).not.toEqual(made?.cells);
      for (const action of switches) await does(action, {}, [key]);
      await does(remove, {}, [key]);
      expect(await newest(list, before)).toEqual([]);
    }
  });
});
