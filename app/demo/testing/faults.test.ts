// Each fault does what it says, for the operations and as often as it says.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Asker, startDemo, startOfTests } from '../demo.fixture';

let asker: Asker;
beforeEach(async () => {
  asker = await startDemo();
});
afterEach(() => asker.demo.close());

/** Sets one fault through the control interface, as an end-to-end test does. */
async function trouble(one: Record<string, unknown>): Promise<void> {
  const { status, text } = await asker.control('trouble', { troubles: [one] });
  if (status !== 200) throw new Error(text);
}
const info = () => asker.ask('getAccountInfo');

describe('in place of an answer', () => {
  it('slow waits, and then answers', async () => {
    await trouble({ kind: 'slow', ms: 4_000 });
    expect([(await info()).status, asker.slept]).toEqual([200, [4_000]]);
  });

  it('rateLimited says when to come back: in seconds, as a date, or not', async () => {
    await trouble({ kind: 'rateLimited', seconds: 30 });
    const inSeconds = await info();
    expect([inSeconds.status, inSeconds.headers.get('retry-after')]).toEqual([429, '30']);
    await trouble({ kind: 'rateLimited', seconds: 30, as: 'date' });
    const asDate = (await info()).headers.get('retry-after') ?? '';
    expect(Date.parse(asDate)).toBe(startOfTests + 30_000);
    await trouble({ kind: 'rateLimited', seconds: 30, as: 'none' });
    expect((await info()).headers.get('retry-after')).toBeNull();
  });

  it('serverError answers with its status', async () => {
    await trouble({ kind: 'serverError' });
    expect((await info()).status).toBe(503);
    await trouble({ kind: 'serverError', status: 502 });
    expect((await info()).status).toBe(502);
  });

  it('redirectToSelf names the very same URL, redirect another', async () => {
    await trouble({ kind: 'redirectToSelf' });
    const self = await info();
    const url = `${asker.origin}/client/v1/account/get-info?api-key=${asker.key}`;
    expect([self.status, self.headers.get('location')]).toEqual([308, url]);
    await trouble({ kind: 'redirect', to: 'https://elsewhere.example/' });
    const other = await info();
    expect([other.status, other.headers.get('location')]).toEqual([302, 'https://elsewhere.example/']);
  });

  it('html and missing are pages', async () => {
    await trouble({ kind: 'html' });
    const page = await info();
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    await trouble({ kind: 'missing', operations: ['getAutoRenew'] });
    expect([(await asker.ask('getAutoRenew')).status, (await info()).status]).toEqual([404, 200]);
  });

  it('refuseKey refuses the right key', async () => {
    await trouble({ kind: 'refuseKey' });
    expect(await info()).toMatchObject({ status: 403, json: { message: 'Permission denied' } });
    await trouble({ kind: 'refuseKey', status: 401 });
    expect((await info()).status).toBe(401);
  });

  it('blocked answers what stands in front of 9Proxy answers', async () => {
    await trouble({ kind: 'blocked' });
    expect(await info()).toMatchObject({ status: 403, text: 'error code: 1020' });
    await trouble({ kind: 'blocked', as: 'html' });
    const page = await info();
    expect([page.status, page.headers.get('content-type')]).toEqual([403, 'text/html; charset=utf-8']);
    await trouble({ kind: 'blocked', as: 'basic' });
    const asked = await info();
    expect([asked.status, asked.headers.get('www-authenticate')]).toEqual([401, 'Basic realm="gateway"']);
  });

  it('none answers as for an account that has nothing yet', async () => {
    const result = async (operation: string) => (await asker.ask(operation)).json.result;
    await trouble({ kind: 'none' });
    expect(await result('listSubAccounts')).toBeNull();
    await trouble({ kind: 'none', as: 'list' });
    expect(await result('getAutoRenew')).toEqual([]);
    await trouble({ kind: 'none', as: 'parts' });
    expect(await result('getBalanceData')).toEqual({ ip_data: null, traffic_data: null });
  });

  it('echoKey gives the key and the URL away, as JSON and as a page', async () => {
    for (const [as, status] of [
      ['json', 400],
      ['html', 502],
    ] as const) {
      await trouble({ kind: 'echoKey', as });
      const echoed = await info();
      expect(echoed.status).toBe(status);
      expect(echoed.text).toContain(`api-key ${asker.key}`);
      expect(echoed.text).toContain(`?api-key=${asker.key}`);
    }
  });

  it('successFalse is 200 and no success', async () => {
    await trouble({ kind: 'successFalse', message: 'Not today' });
    expect(await info()).toMatchObject({ status: 200, json: { success: false, message: 'Not today' } });
  });

  it('hang never answers, and does nothing', async () => {
    await trouble({ kind: 'hang', operations: ['setSubAccountStatus'] });
    const path = `${asker.origin}/client/v1/subs/update-status?api-key=${asker.key}`;
    const giveUp = new AbortController();
    const hanging = fetch(path, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id: 20_001, status: 2 }),
      signal: giveUp.signal,
    });
    // Another request is answered meanwhile, which the server has read after this one.
    await expect.poll(async () => (await asker.control('state')).json.requests.inFlight).toBe(1);
    giveUp.abort();
    await expect(hanging).rejects.toThrow('aborted');
    expect(asker.demo.account.subs.find(20_001)?.enabled).toBe(true);
    await expect.poll(async () => (await asker.control('state')).json.requests.inFlight).toBe(0);
  });
});

describe('after the action', () => {
  const switchOff = () => asker.ask('setSubAccountStatus', { id: 20_001, status: 2 });
  const isOn = () => asker.demo.account.subs.find(20_001)?.enabled;

  it('lost performs the action and cuts the connection', async () => {
    await trouble({ kind: 'lost' });
    await expect(switchOff()).rejects.toThrow('fetch failed');
    expect(isOn()).toBe(false);
  });

  it('emptyBody and truncated spoil the answer', async () => {
    await trouble({ kind: 'emptyBody' });
    expect(await switchOff()).toMatchObject({ status: 200, text: '' });
    expect(isOn()).toBe(false);
    await trouble({ kind: 'truncated' });
    const half = await info();
    expect([half.text.startsWith('{"success":true'), half.json]).toEqual([true, undefined]);
  });

  it('numbersAsStrings and nulls bend the values, not the shape', async () => {
    await trouble({ kind: 'numbersAsStrings' });
    expect(await info()).toMatchObject({ json: { success: true, result: { id: '481516', email_verified: true } } });
    await trouble({ kind: 'nulls' });
    const list = (await asker.ask('listSubAccounts')).json.result;
    expect(list.items).toHaveLength(3);
    expect(list).toMatchObject({ total_items: null, items: [{ id: null, setting: { auto_add_ips: null } }, {}, {}] });
  });
});

describe('scope', () => {
  it('is some operations, some requests, or several troubles at once', async () => {
    await asker.control('trouble', {
      troubles: [
        { kind: 'serverError', operations: ['getAccountInfo'], times: 2 },
        { kind: 'slow', ms: 10 },
      ],
    });
    const statuses: number[] = [];
    for (let index = 0; index < 3; index += 1) statuses.push((await info()).status);
    statuses.push((await asker.ask('getBalanceData')).status);
    expect(statuses).toEqual([503, 503, 200, 200]);
    expect(asker.slept).toHaveLength(4);
    await asker.control('trouble', { troubles: [] });
    await info();
    expect(asker.slept).toHaveLength(4);
  });

  it('is refused where it makes no sense', async () => {
    for (const one of [{ kind: 'earthquake' }, { kind: 'slow' }, { kind: 'html', ms: 3 }, { kind: 'html', times: 0 }]) {
      expect((await asker.control('trouble', { troubles: [one] })).status).toBe(400);
    }
    expect((await asker.control('trouble')).json).toEqual({ troubles: [] });
  });
});
