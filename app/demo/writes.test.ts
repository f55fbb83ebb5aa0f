// Writes really change the account, and nothing is created or lost on the way between main account, sub-accounts and codes.
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mainIps, mainTraffic } from './data/allocations';
import { codeStatus } from './data/account';
import { type Asker, startDemo } from './demo.fixture';

let asker: Asker;
beforeEach(async () => {
  asker = await startDemo();
});
afterEach(() => asker.demo.close());

const ipsEverywhere = () => {
  const { account } = asker.demo;
  return {
    main: mainIps(account),
    subs: account.subs.list.reduce((sum, sub) => sum + sub.ips, 0),
    codes: account.shareCodes.reduce((sum, code) => sum + (code.status === codeStatus.unused ? code.ips : 0), 0),
  };
};
const held = () => Object.values(ipsEverywhere()).reduce((sum, one) => sum + one, 0);
const ledgerHeld = () => {
  const { granted, used, given } = asker.demo.account.ipLedger;
  return granted - used - given;
};

describe('sub-accounts', () => {
  it('take IPs and traffic from the main account and give them back', async () => {
    const { account } = asker.demo;
    const before = { ips: mainIps(account), traffic: mainTraffic(account) };
    const made = await asker.result('createSubAccount', { number_of_ips: 25, amount_traffic: 2e9, note: 'ours' });
    expect(made).toMatchObject({ number_of_ips: 25, traffic_data: 2e9, note: 'ours', status: 1 });
    expect(made.username).toMatch(/^[a-z]+-\d{3}$/);
    expect({ ips: mainIps(account), traffic: mainTraffic(account) }).toEqual({
      ips: before.ips - 25,
      traffic: before.traffic - 2e9,
    });
    await asker.result('updateSubAccount', { id: made.id, number_of_ips: 5, amount_traffic: 5e8 });
    expect(mainIps(account)).toBe(before.ips - 5);
    await asker.result('deleteSubAccount', { id: made.id });
    expect({ ips: mainIps(account), traffic: mainTraffic(account) }).toEqual(before);
    expect((await asker.ask('deleteSubAccount', { id: made.id })).json.message).toBe('Sub-account not found');
  });

  it('are refused more than there is, and then nothing moves', async () => {
    const before = ipsEverywhere();
    const tooMany = await asker.ask('createSubAccount', { number_of_ips: before.main + 1, amount_traffic: 1e9 });
    expect([tooMany.status, tooMany.json.message]).toEqual([400, 'Insufficient IP balance']);
    const tooMuch = await asker.ask('updateSubAccount', { id: 20_001, number_of_ips: 400, amount_traffic: 9e15 });
    expect([tooMuch.status, tooMuch.json.message]).toEqual([400, 'Insufficient traffic balance']);
    expect(ipsEverywhere()).toEqual(before);
    expect((await asker.result('listSubAccounts')).total_items).toBe(3);
  });

  it('are switched off and on', async () => {
    const enabled = async () =>
      (await asker.result('listSubAccounts', { status: 1 })).items.map((item: { username: string }) => item.username);
    expect(await enabled()).toEqual(['nimbus-108', 'atlas-042']);
    await asker.result('setSubAccountStatus', { id: 20_001, status: 2 });
    expect(await enabled()).toEqual(['nimbus-108']);
    await asker.result('updateSubAccount', { id: 20_003, status: 1 });
    await asker.result('setSubAccountStatus', { id: 20_001, status: 1 });
    expect(await enabled()).toEqual(['quartz-311', 'nimbus-108', 'atlas-042']);
  });

  it('are topped up when they fall below their threshold', async () => {
    const before = mainIps(asker.demo.account);
    const made = await asker.result('createSubAccount', {
      number_of_ips: 4,
      auto_add_ips: 1,
      auto_add_when_number_ips: 10,
      number_ips_auto_add: 30,
    });
    expect(made.number_of_ips).toBe(34);
    expect(mainIps(asker.demo.account)).toBe(before - 34);
    const { status, json } = await asker.ask('updateSubAccount', { id: 20_002, auto_add_ips: 1 });
    expect([status, json.errors.length]).toEqual([400, 2]);
  });

  it('are topped up with traffic, by so much, from the package that is named', async () => {
    const { account } = asker.demo;
    const [, offered] = account.trafficPackages.filter((one) => one.expiresAt > account.now && one.left > 5e9);
    const before = offered?.left ?? 0;
    const rule = { auto_add_traffic: 1, auto_add_when_traffic_bellow: 2e9, amount_traffic_auto_add: 3e9 };
    const made = await asker.result('createSubAccount', { ...rule, traffic_plan_id_auto_add: offered?.id });
    expect(made).toMatchObject({
      traffic_data: 3e9,
      setting: { ...rule, traffic_plan_id_auto_add: offered?.id, auto_add_ips: 0 },
    });
    expect(offered?.left).toBe(before - 3e9);
    const { status, json } = await asker.ask('updateSubAccount', { id: 20_002, auto_add_traffic: 1 });
    expect([status, json.errors.length]).toEqual([400, 2]);
  });

  it('keep what an edit does not name, and clear a note that is null', async () => {
    const before = asker.demo.account.subs.find(20_001);
    const topUp = { ...before?.topUp };
    await asker.result('updateSubAccount', { id: 20_001, note: null });
    expect(before).toMatchObject({ note: null, ips: 320, enabled: true, topUp });
  });
});

describe('share codes', () => {
  it('carry IPs out of the main account, and back when revoked', async () => {
    const before = ipsEverywhere();
    const { codes } = await asker.result('generateIpShareCodes', { plan: 1, number_of_ips: 7, number_of_codes: 3 });
    expect(codes).toHaveLength(3);
    expect(ipsEverywhere()).toEqual({ main: before.main - 21, subs: before.subs, codes: before.codes + 21 });
    const listed = (await asker.result('listShareCodes')).items.slice(0, 3);
    expect(new Set(listed.map((item: { code: string }) => item.code))).toEqual(new Set(codes));
    await asker.result('revokeShareCodes', { codes });
    expect(ipsEverywhere()).toEqual(before);
    const again = await asker.ask('revokeShareCodes', { codes });
    expect([again.status, again.json.errors.length]).toEqual([400, 3]);
  });

  it('carry traffic of one package', async () => {
    const { account } = asker.demo;
    const offered = account.trafficPackages.find((one) => one.expiresAt > account.now && one.left > 3e9);
    const before = mainTraffic(account);
    const body = { traffic_plan_id: offered?.id, amount_traffic: 1e9, number_of_codes: 2 };
    const { codes } = await asker.result('generateTrafficShareCodes', body);
    expect(mainTraffic(account)).toBe(before - 2e9);
    await asker.result('revokeShareCodes', { codes });
    expect(mainTraffic(account)).toBe(before);
    expect((await asker.ask('generateTrafficShareCodes', { ...body, amount_traffic: 999_999_999 })).status).toBe(400);
  });

  it('of others are worth something once', async () => {
    const before = { ips: mainIps(asker.demo.account), traffic: mainTraffic(asker.demo.account) };
    const found: { code: string }[] = (await asker.control('redeemable')).json.codes;
    const codes = found.map(({ code }) => code);
    const applied = await asker.result('useShareCodes', { codes: [...codes, '9P-NOT-A-CODE'] });
    expect(applied.codes).toEqual(codes);
    expect(mainIps(asker.demo.account)).toBeGreaterThan(before.ips);
    expect(mainTraffic(asker.demo.account)).toBe(before.traffic + 2e9);
    expect((await asker.result('listUsedCodes')).items[0]).toMatchObject({ used_by: 'mara@northwind.example' });
    expect((await asker.ask('useShareCodes', { codes })).status).toBe(400);
    expect(held()).toBe(ledgerHeld());
  });
});

describe('IPs', () => {
  it('are neither made nor lost, whatever is written and however time passes', async () => {
    const id = fc.integer({ min: 20_001, max: 20_006 });
    const ips = fc.integer({ min: 0, max: 3_000 });
    const step = fc.oneof(
      fc.tuple(fc.constant('createSubAccount'), fc.record({ number_of_ips: ips })),
      fc.tuple(fc.constant('updateSubAccount'), fc.record({ id, number_of_ips: ips })),
      fc.tuple(fc.constant('deleteSubAccount'), fc.record({ id })),
      fc.tuple(
        fc.constant('generateIpShareCodes'),
        fc.record({
          plan: fc.constant(1),
          number_of_ips: fc.integer({ min: 1, max: 90 }),
          number_of_codes: fc.constant(3),
        }),
      ),
      fc.tuple(fc.constant('advance'), fc.record({ seconds: fc.integer({ min: 1, max: 90_000 }) })),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        for (const [name, fields] of steps) {
          if (name === 'advance' && 'seconds' in fields) asker.demo.advance(fields.seconds);
          else await asker.ask(name, fields);
          expect(held()).toBe(ledgerHeld());
          expect(Math.min(...Object.values(ipsEverywhere()))).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 25, seed: 9 },
    );
  });
});

describe('sub-users, whitelist, connections, auto renew, sandbox', () => {
  it('sub-users are made, changed and deleted; a name is taken once', async () => {
    const body = { user_name: 'tester', use_key: 'secret-word', status: 1 };
    const made = await asker.result('createSubUser', body);
    expect(made).toMatchObject({ user_name: 'tester', use_key: 'secret-word', usage_cap: -1, ip_usage_cap: -1 });
    expect((await asker.ask('createSubUser', body)).json.message).toBe('user_name is taken');
    await asker.result('updateSubUser', { id: made.id, status: 2, note: 'off' });
    expect((await asker.result('listSubUsers', { keyword: 'TESTER' })).items[0]).toMatchObject({
      status: 2,
      note: 'off',
    });
    await asker.result('deleteSubUser', { id: made.id });
    expect((await asker.result('listSubUsers', { keyword: 'tester' })).items).toEqual([]);
  });

  it('a whitelisted address is an address, once', async () => {
    const made = await asker.result('createWhitelist', { ip: '2001:db8::7' });
    expect((await asker.ask('createWhitelist', { ip: '2001:db8::7' })).status).toBe(400);
    expect((await asker.ask('createWhitelist', { ip: '300.1.2.3' })).json.errors).toEqual(['ip must be an IP address']);
    await asker.result('updateWhitelist', { id: made.id, description: 'new', status: 2 });
    const [first] = (await asker.result('listWhitelist')).items;
    expect(first).toMatchObject({ ip: '2001:db8::7', description: 'new', status: 2 });
    await asker.result('deleteWhitelist', { id: made.id });
    expect((await asker.result('listWhitelist')).items[0].id).not.toBe(made.id);
  });

  it('connections get unused ports', async () => {
    const one = await asker.result('createProxyConnection', { quantity: 40, session_type: 2, session_time: 15 });
    const two = await asker.result('createProxyConnection', { quantity: 1_000, country_code: 'de' });
    expect(one).toMatchObject({ session_time: '15', is_keep: 1 });
    expect(two).toMatchObject({ session_time: null, is_keep: 0, country_code: 'DE' });
    const ranges = (await asker.result('listProxyConnections', { sort_by: 'start_port', order_by: 'asc' })).items;
    for (const [index, range] of ranges.entries()) {
      expect(range.start_port).toBeGreaterThan(ranges[index - 1]?.end_port ?? 0);
    }
    const changed = { start_port: two.start_port, country_code: null, city_code: 'berlin' };
    expect(await asker.result('updateProxyConnection', changed)).toMatchObject({
      country_code: null,
      city_code: 'berlin',
      end_port: two.end_port,
    });
    expect((await asker.ask('createProxyConnection', { quantity: 2, session_type: 2 })).status).toBe(400);
    expect((await asker.ask('deleteProxyConnections', { start_port: [one.start_port, 1] })).status).toBe(400);
    await asker.result('deleteProxyConnections', { start_port: [one.start_port, two.start_port] });
    expect((await asker.result('listProxyConnections')).total_items).toBe(ranges.length - 2);
  });

  it('auto renew is switched', async () => {
    await asker.result('updateAutoRenew', { status: 0 });
    expect(await asker.result('getAutoRenew')).toMatchObject({ status: 0, package_name: '10,000 IPs', price: 240 });
    await asker.result('updateAutoRenew', { status: 1 });
    expect(await asker.result('getAutoRenew')).toMatchObject({ status: 1 });
  });

  it('a sandbox account is registered once, without a key', async () => {
    const body = { email: 'New@There.example', password: 'long-enough' };
    const made = await asker.ask('registerSandboxAccount', body, null);
    expect(made.json.result).toMatchObject({ email: 'new@there.example', wallet_balance: 0, email_verified: false });
    expect(made.text).not.toContain(asker.key);
    expect((await asker.ask('registerSandboxAccount', body, null)).json.message).toBe('This email is registered');
    expect((await asker.ask('registerSandboxAccount', { email: 'no', password: '1' }, null)).json.errors).toHaveLength(
      2,
    );
  });
});
