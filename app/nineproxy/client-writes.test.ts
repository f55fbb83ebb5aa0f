// What each write sends, and what the demo, which checks as the vendor would, makes of it.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Asker, startDemo, startOfTests } from '../demo/demo.fixture';
import { createNineProxy } from './client';
import type { NineProxy } from './client';
import { demoClient } from './client.fixture';
import type { DemoClient } from './client.fixture';
import type { OperationId } from '../model/api/operation-id';
import { subUserChange } from './resources/sub-users';

let asker: Asker;
let client: NineProxy;
let sent: DemoClient['sent'];
let rowsOf: DemoClient['rows'];

beforeAll(async () => {
  asker = await startDemo({ size: 3 });
  ({ client, sent, rows: rowsOf } = demoClient(asker));
});
afterEach(() => sent.splice(0));
afterAll(() => asker.demo.close());

/** Exactly this was sent since the last check, in one request. */
function expectSent(operation: OperationId, body: unknown): void {
  expect(sent.splice(0)).toEqual([{ operation, body }]);
}

const done = { ok: true, value: undefined };
const says = (message: string) => ({
  ok: false,
  problem: { kind: 'rejected', message: expect.stringContaining(message) },
});

const noTopUp = { topUpIps: false, topUpTraffic: false };

describe('sub-accounts', () => {
  it('are made, in the vendor’s units, and listed', async () => {
    const packageId = asker.demo.account.trafficPackages.at(-2)?.id;
    const input = {
      password: 'its password',
      note: 'Ours',
      ips: 12,
      traffic: 2e9,
      packageId,
      disableAt: startOfTests + 86_400_999,
      topUpIps: true,
      topUpIpsBelow: 10,
      topUpIpsBy: 20,
      topUpTraffic: true,
      topUpTrafficBelow: 1e9,
      topUpTrafficBy: 2e9,
    };
    expect(await client.createSubAccount(input)).toEqual({ ok: true, value: { id: expect.any(Number) } });
    expectSent('createSubAccount', {
      password: 'its password',
      note: 'Ours',
      number_of_ips: 12,
      amount_traffic: 2e9,
      traffic_plan_id: packageId,
      auto_disable_at: startOfTests / 1000 + 86_400,
      auto_add_ips: 1,
      auto_add_when_number_ips: 10,
      number_ips_auto_add: 20,
      auto_add_traffic: 1,
      auto_add_when_traffic_bellow: 1e9,
      amount_traffic_auto_add: 2e9,
      traffic_plan_id_auto_add: packageId,
    });
    const [newest] = await rowsOf('subAccounts');
    expect(newest?.cells).toMatchObject({
      note: 'Ours',
      ips: 12,
      traffic: 2e9,
      topUpIps: 'on',
      topUpTraffic: 'on',
      topUpIpsBelow: 10,
      topUpIpsBy: 20,
      topUpTrafficBelow: 1e9,
      topUpTrafficBy: 2e9,
      status: 'enabled',
    });
  });

  it('a sub-account is created with the given fields alone, and an amount beyond the balance is refused', async () => {
    expect(await client.createSubAccount({ password: 'long enough', ips: 999_999, ...noTopUp })).toEqual(
      says('Insufficient IP balance'),
    );
    expectSent('createSubAccount', {
      password: 'long enough',
      number_of_ips: 999_999,
      auto_add_ips: 0,
      auto_add_traffic: 0,
    });
  });

  it('are edited by what was changed alone', async () => {
    const id = 20_001;
    expect(await client.updateSubAccount(id, { note: 'New', password: 'another one' })).toEqual(done);
    expectSent('updateSubAccount', { id, password: 'another one', note: 'New' });
    expect(await client.updateSubAccount(id, { topUpIps: true, topUpIpsBelow: 5, topUpIpsBy: 9 })).toEqual(done);
    expectSent('updateSubAccount', { id, auto_add_ips: 1, auto_add_when_number_ips: 5, number_ips_auto_add: 9 });
    expect(await client.updateSubAccount(id, { note: null, disableAt: null, topUpIps: false })).toEqual(done);
    expectSent('updateSubAccount', { id, note: '', auto_disable_at: null, auto_add_ips: 0 });
    expect(asker.demo.account.subs.find(id)).toMatchObject({ password: 'another one', note: '' });
    expect(await client.updateSubAccount(99, { note: 'x' })).toEqual(says('Sub-account not found'));
  });

  it('are given more or less, and disabled later, under the names that creating has', async () => {
    const id = 20_001;
    const packageId = asker.demo.account.trafficPackages.at(-2)?.id ?? 0;
    const [before] = (await rowsOf('subAccounts')).filter(({ key }) => key === String(id));
    const ips = Number(before?.cells.ips) + 3;
    const traffic = Number(before?.cells.traffic) + 1e9;
    const disableAt = startOfTests + 86_400_000;
    expect(await client.updateSubAccount(id, { ips, traffic, packageId, disableAt })).toEqual(done);
    expectSent('updateSubAccount', {
      id,
      number_of_ips: ips,
      amount_traffic: traffic,
      traffic_plan_id: packageId,
      auto_disable_at: disableAt / 1000,
    });
    const [after] = (await rowsOf('subAccounts')).filter(({ key }) => key === String(id));
    expect(after?.cells).toMatchObject({ ips, traffic, disableAt });
  });

  it('are topped up by themselves, or no longer, and keep the amounts that are not named', async () => {
    const id = 20_002;
    const rule = { topUpIps: true, topUpIpsBelow: 50, topUpIpsBy: 70, topUpTraffic: false };
    expect(await client.setTopUp(id, { ...rule, topUpTrafficBelow: null, topUpTrafficBy: 0 })).toEqual(done);
    expectSent('updateSubAccount', {
      id,
      auto_add_ips: 1,
      auto_add_when_number_ips: 50,
      number_ips_auto_add: 70,
      auto_add_traffic: 0,
    });
    expect(await client.setTopUp(id, noTopUp)).toEqual(done);
    expectSent('updateSubAccount', { id, auto_add_ips: 0, auto_add_traffic: 0 });
    expect((await rowsOf('subAccounts')).find(({ key }) => key === String(id))?.cells).toMatchObject({
      note: '東京オフィス',
      topUpIps: 'off',
      topUpIpsBelow: 50,
      topUpIpsBy: 70,
    });
    expect(await client.setTopUp(id, { topUpIps: false, topUpTraffic: true })).toEqual(says('is required'));
  });

  it('are switched and deleted', async () => {
    expect(await client.setSubAccountEnabled(20_001, false)).toEqual(done);
    expectSent('setSubAccountStatus', { id: 20_001, status: 2 });
    expect(await client.deleteSubAccount(20_003)).toEqual(done);
    expectSent('deleteSubAccount', { id: 20_003 });
    expect(await client.deleteSubAccount(20_003)).toEqual(says('Sub-account not found'));
    expect((await rowsOf('subAccounts')).map(({ key, cells }) => [key, cells.status])).toEqual([
      ['20004', 'enabled'],
      ['20002', 'enabled'],
      ['20001', 'disabled'],
    ]);
  });
});

describe('sub-users', () => {
  it('are made, edited, switched and deleted', async () => {
    const input = { username: 'tester', password: 'word', trafficCap: 5e9, ipCap: 9, note: 'ours', enabled: false };
    expect(await client.createSubUser(input)).toEqual(done);
    const body = { user_name: 'tester', use_key: 'word', note: 'ours', usage_cap: 5e9, ip_usage_cap: 9, status: 2 };
    expectSent('createSubUser', body);
    expect(await client.createSubUser(input)).toEqual(says('user_name is taken'));
    expectSent('createSubUser', body);
    const [newest] = await rowsOf('subUsers');
    const id = Number(newest?.key);
    expect(newest?.cells).toMatchObject({ username: 'tester', password: 'word', trafficCap: 5e9, status: 'disabled' });

    expect(
      await client.updateSubUser(id, { username: 'tested', enabled: true, note: null, ipCap: null }, newest?.raw ?? {}),
    ).toEqual(done);
    expectSent('updateSubUser', {
      id,
      user_name: 'tested',
      use_key: 'word',
      status: 1,
      note: '',
      usage_cap: 5e9,
      ip_usage_cap: -1,
    });
    const [edited] = await rowsOf('subUsers');
    expect(await client.updateSubUser(id, { enabled: false }, edited?.raw ?? {})).toEqual(done);
    expectSent('updateSubUser', {
      id,
      user_name: 'tested',
      use_key: 'word',
      status: 2,
      usage_cap: 5e9,
      ip_usage_cap: -1,
    });
    expect((await rowsOf('subUsers'))[0]?.cells).toMatchObject({
      username: 'tested',
      password: 'word',
      trafficCap: 5e9,
      ipCap: -1,
      note: null,
      status: 'disabled',
      enabled: false,
    });
    expect(await client.deleteSubUser(id)).toEqual(done);
    expectSent('deleteSubUser', { id });
    expect(await client.deleteSubUser(id)).toEqual(says('Sub-user not found'));
  });

  it('are sent back whole and exactly as they were read, joiners, length and password included', () => {
    const row = {
      id: 7,
      user_name: 'می\u200cخواهم',
      use_key: ' p\u200bw ',
      status: 1,
      note: 'n'.repeat(800),
      usage_cap: -1,
      ip_usage_cap: 7,
    };
    expect(subUserChange(7, { ipCap: 8 }, row)).toEqual({ ...row, ip_usage_cap: 8 });
  });

  it('are not sent what was empty, nor a status that the vendor does not take', () => {
    const row = { id: 7, user_name: 'ab', use_key: 'k', status: 3, note: null, usage_cap: null, ip_usage_cap: null };
    expect(subUserChange(7, { trafficCap: 5 }, row)).toEqual({ id: 7, user_name: 'ab', use_key: 'k', usage_cap: 5 });
  });
});

describe('whitelisted addresses', () => {
  it('are made, edited, switched and deleted', async () => {
    const input = { ip: '198.51.100.9', description: 'Lab', enabled: true };
    expect(await client.createWhitelistEntry(input)).toEqual(done);
    expectSent('createWhitelist', { ip: '198.51.100.9', description: 'Lab', status: 1 });
    expect(await client.createWhitelistEntry({ ip: '198.51.100.9', enabled: true })).toEqual(says('on the whitelist'));
    expectSent('createWhitelist', { ip: '198.51.100.9', status: 1 });
    const id = Number((await rowsOf('whitelist'))[0]?.key);

    expect(await client.updateWhitelistEntry(id, { ip: '198.51.100.10', description: null })).toEqual(done);
    expectSent('updateWhitelist', { id, ip: '198.51.100.10', description: '' });
    expect(await client.updateWhitelistEntry(id, { enabled: false })).toEqual(done);
    expectSent('updateWhitelist', { id, status: 2 });
    expect((await rowsOf('whitelist'))[0]?.cells).toMatchObject({
      ip: '198.51.100.10',
      description: null,
      status: 'disabled',
    });
    expect(await client.deleteWhitelistEntry(id)).toEqual(done);
    expectSent('deleteWhitelist', { id });
    expect(await client.updateWhitelistEntry(id, { enabled: true })).toEqual(says('not found'));
    expect(await client.deleteWhitelistEntry(id)).toEqual(says('not found'));
  });
});

describe('connections', () => {
  it('are made, edited and deleted', async () => {
    const sticky = { quantity: 5, country: 'DE', city: 'berlin', session: 'sticky', sessionMinutes: 15 } as const;
    expect(await client.createConnection(sticky)).toEqual(done);
    expectSent('createProxyConnection', {
      quantity: 5,
      country_code: 'DE',
      city_code: 'berlin',
      session_type: 2,
      session_time: 15,
    });
    const made = (await rowsOf('connections'))[0];
    expect(made?.cells).toMatchObject({ country: 'DE', city: 'berlin', session: 'sticky', sessionTime: 15 });
    const startPort = Number(made?.key);

    expect(
      await client.updateConnection(startPort, { country: null, city: '', region: 'bavaria', session: 'rotating' }),
    ).toEqual(done);
    expectSent('updateProxyConnection', {
      start_port: startPort,
      country_code: null,
      state_code: 'bavaria',
      city_code: null,
      session_type: 1,
    });
    expect((await rowsOf('connections'))[0]?.cells).toMatchObject({
      country: null,
      region: 'bavaria',
      city: null,
      session: 'rotating',
      sessionTime: null,
    });
    expect(await client.createConnection({ quantity: 5_000, session: 'rotating' })).toEqual(says('quantity'));
    expect(await client.updateConnection(7, { session: 'rotating' })).toEqual(says('not found'));
    sent.splice(0);
    expect(await client.deleteConnections([startPort])).toEqual(done);
    expectSent('deleteProxyConnections', { start_port: [startPort] });
    expect(await client.deleteConnections([startPort])).toEqual(says('No range begins'));
  });
});

describe('share codes', () => {
  it('are made for IPs and for traffic, and revoked', async () => {
    const made = await client.makeIpCodes({ ips: 5, codes: 2, forwardTo: 'a@b.example' });
    expectSent('generateIpShareCodes', { plan: 1, number_of_ips: 5, number_of_codes: 2, forward_to: 'a@b.example' });
    const packageId = asker.demo.account.trafficPackages.at(-2)?.id ?? 0;
    const traffic = await client.makeTrafficCodes({ packageId, traffic: 1e9, codes: 1 });
    expectSent('generateTrafficShareCodes', { traffic_plan_id: packageId, amount_traffic: 1e9, number_of_codes: 1 });
    if (!made.ok || !traffic.ok) throw new Error('no codes');
    const codes = [...made.value, ...traffic.value];
    expect(codes).toHaveLength(3);
    const unused = (await rowsOf('codesMade')).filter(({ cells }) => cells.status === 'unused').map(({ key }) => key);
    expect(unused).toEqual(expect.arrayContaining(codes));

    expect(await client.makeIpCodes({ ips: 999_999, codes: 9 })).toEqual(says('Insufficient IP balance'));
    expectSent('generateIpShareCodes', { plan: 1, number_of_ips: 999_999, number_of_codes: 9 });
    expect(await client.makeTrafficCodes({ packageId: 1, traffic: 1e9, codes: 1 })).toEqual(says('plan not found'));
    sent.splice(0);
    expect(await client.revokeCodes(codes)).toEqual(done);
    expectSent('revokeShareCodes', { codes });
    expect(
      (await rowsOf('codesMade')).filter(({ key }) => codes.includes(key)).map(({ cells }) => cells.status),
    ).toEqual(['revoked', 'revoked', 'revoked']);
    expect(await client.revokeCodes(codes)).toEqual(says('Only unused codes'));
  });

  it('are redeemed, and counted', async () => {
    const codes = asker.demo.account.foreignCodes.filter((one) => one.usedAt === null).map(({ code }) => code);
    expect(codes).toHaveLength(4);
    expect(await client.redeemCodes([...codes, 'not-a-code'])).toEqual({ ok: true, value: 4 });
    expectSent('useShareCodes', { codes: [...codes, 'not-a-code'] });
    expect((await rowsOf('codesRedeemed')).map(({ key }) => key)).toEqual(expect.arrayContaining(codes));
    expect(await client.redeemCodes(codes)).toEqual(says('has been used'));
  });

  it('count as made, or redeemed, when the answer says success and no more', async () => {
    const answers: unknown[] = [null, 'ok', [{ code: 'A' }, 7, null], { items: ['B'] }, { codes: 2 }];
    const silent = createNineProxy({
      key: asker.key,
      address: asker.origin,
      fetch: async () => new Response(JSON.stringify({ success: true, result: answers[0] })),
      now: () => startOfTests,
      random: () => 0,
      wait: () => new Promise(() => undefined),
    });
    const found: unknown[] = [];
    for (; answers.length > 0; answers.shift()) {
      const made = await silent.makeIpCodes({ ips: 5, codes: 1 });
      const redeemed = await silent.redeemCodes(['A']);
      found.push([made, redeemed].map((one) => (one.ok ? one.value : one.problem)));
    }
    expect(found).toEqual([
      [[], null],
      [[], null],
      [['A', '7'], 2],
      [['B'], 1],
      [[], null],
    ]);
  });
});

describe('auto renew', () => {
  it('is switched, and refused with the key', async () => {
    expect(await client.setAutoRenew(false)).toEqual(done);
    expectSent('updateAutoRenew', { status: 0 });
    expect(asker.demo.account.autoRenew.on).toBe(false);
    expect(await client.setAutoRenew(true)).toEqual(done);
    expectSent('updateAutoRenew', { status: 1 });
    const stranger = demoClient({ ...asker, key: 'some-other-key-1234' });
    expect(await stranger.client.setAutoRenew(false)).toEqual({ ok: false, problem: { kind: 'key-refused' } });
    expect(asker.demo.account.autoRenew.on).toBe(true);
  });
});
