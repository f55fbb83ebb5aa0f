// The control interface: what tests see and set, and that it exists only on request.
import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDemo } from '../demo';
import { type Asker, read, startDemo } from '../demo.fixture';

let asker: Asker;
beforeEach(async () => {
  asker = await startDemo();
});
afterEach(() => asker.demo.close());

describe('the control interface', () => {
  it('is not in the demo of the product', async () => {
    const product = createDemo({ size: 3 });
    const listening = await product.listen();
    if (!listening.ok) throw new Error(listening.code);
    expect((await read(new URL('/_demo/state', listening.origin))).status).toBe(404);
    expect((await read(new URL('/_demo/regenerate', listening.origin), 'POST', {})).status).toBe(404);
    await product.close();
  });

  it('shows the account and counts requests, without the key', async () => {
    await asker.ask('listSubAccounts');
    await asker.ask('listSubAccounts', {}, 'wrong');
    await read(new URL('/client/v1/nothing', asker.origin));
    const { json, text } = await asker.control('state');
    expect(json.subAccounts).toMatchObject({
      total: 3,
      enabled: 2,
      byId: { 20001: { username: 'atlas-042', enabled: true } },
    });
    expect(json.requests).toMatchObject({
      total: 2,
      unknownPaths: 1,
      mostInFlight: 1,
      operations: { listSubAccounts: { count: 2, statuses: { 200: 1, 403: 1 } } },
    });
    expect(json.ipLedger.granted).toBe(
      json.ipLedger.used +
        json.ipLedger.given +
        json.ipLedger.main +
        json.ipLedger.subAccounts +
        json.ipLedger.unusedCodes,
    );
    expect(text).not.toContain(asker.key);
    await asker.control('requests/clear', {});
    expect((await asker.control('state')).json.requests.total).toBe(0);
    expect(Object.keys((await asker.control('state?ids=20002')).json.subAccounts.byId)).toEqual(['20002']);
  });

  it('sets balances, sub-accounts, auto renew, owner', async () => {
    await asker.control('balances', { ips: 12, traffic: 5_000_000, wallet: 3.25 });
    const data = await asker.result('getBalanceData');
    expect(data.ip_data).toEqual([
      { plan_id: 1, amount: 12 },
      { plan_id: 2, amount: 0 },
    ]);
    expect((await asker.control('state')).json.balances).toEqual({ ips: 12, traffic: 5_000_000, wallet: 3.25 });
    await asker.control('sub-account', { id: 20_002, enabled: false, ips: 9 });
    const items = (await asker.result('listSubAccounts', { username: 'nimbus-108' })).items;
    expect(items[0]).toMatchObject({ status: 2, number_of_ips: 9 });
    await asker.control('auto-renew', { lastStatus: -1, lastMessage: 'Card expired' });
    expect(await asker.result('getAutoRenew')).toMatchObject({
      status: 1,
      last_status: -1,
      last_message: 'Card expired',
    });
    await asker.control('owner', { twoFactor: false, id: 7 });
    expect(await asker.result('getAccountInfo')).toMatchObject({ id: 7, _2fa_enabled: false, wallet_balance: 3.25 });
    expect((await asker.control('balances', { ips: -1 })).status).toBe(400);
    expect((await asker.control('balances', { gold: 1 })).status).toBe(400);
    expect((await asker.control('sub-account', { id: 1 })).json).toEqual({ error: 'No such sub-account' });
  });

  it('lets time pass', async () => {
    const before = (await asker.control('state')).json;
    const { now } = (await asker.control('advance', { seconds: 3_600 })).json;
    const after = (await asker.control('state')).json;
    expect([now, after.now]).toEqual([before.now + 3_600, before.now + 3_600]);
    expect(after.balances.ips).toBeLessThan(before.balances.ips - 100);
  });

  it('refuses requests under another host name', async () => {
    const status = await new Promise((resolve, reject) => {
      request(new URL('/_demo/state', asker.origin), { headers: { host: 'evil.example' } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(status).toBe(404);
  });
});

describe('a demo that stands still', () => {
  it('changes only through the control interface', async () => {
    let now = Date.UTC(2025, 0, 1);
    const still = await startDemo({ still: true, now: () => now });
    const before = (await still.control('state')).json;
    now += 3_600_000;
    expect((await still.control('state')).json.balances).toEqual(before.balances);
    await still.control('advance', { seconds: 600 });
    expect((await still.control('state')).json.balances.ips).toBeLessThan(before.balances.ips);
    await still.demo.close();
  });

  it('says when its port is taken', async () => {
    const second = createDemo();
    expect(await second.listen(Number(new URL(asker.origin).port))).toEqual({ ok: false, code: 'EADDRINUSE' });
  });
});
