// The client against a real HTTP server on this computer, with Node's fetch.
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { createNineProxy } from './client';
import { firstPage } from './client.fixture';
import type { NineProxyOptions } from './client';
import { applyEndpoints } from './operations/endpoints';
import type { RequestLine } from './transport/transport';

const key = 'Kq8z/+%Wm3 tY7uRb2';
const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(
  listener: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<{ address: string; asked: IncomingMessage[] }> {
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    listener(request, response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const listening = server.address();
  if (listening === null || typeof listening === 'string') throw new Error('not listening');
  return { address: `http://127.0.0.1:${listening.port}`, asked };
}

function answer(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** Waits do not wait here, but the time limit of ten seconds never ends. */
function client(address: string, more: Partial<NineProxyOptions> = {}) {
  return createNineProxy({
    key,
    address,
    fetch: globalThis.fetch,
    now: () => 1_700_000_000_000,
    random: () => 0.5,
    wait: (ms) => (ms === 10_000 ? new Promise(() => undefined) : Promise.resolve()),
    ...more,
  });
}

describe('the client and a server', () => {
  it('sends the key percent-encoded in the query, and reads account and wallet', async () => {
    const { address, asked } = await serve((_, response) =>
      answer(response, {
        success: true,
        result: {
          id: '77',
          email: 'ann@example.org',
          username: 'ann',
          email_verified: 1,
          _2fa_enabled: false,
          wallet_balance: '12.5',
        },
      }),
    );
    expect(await client(address).readAccount()).toEqual({
      ok: true,
      value: {
        account: { id: 77, email: 'ann@example.org', username: 'ann', emailVerified: true, twoFactor: false },
        wallet: { amount: 12.5 },
      },
    });
    expect(asked[0]?.method).toBe('GET');
    expect(asked[0]?.url).toBe('/client/v1/account/get-info?api-key=Kq8z%2F%2B%25Wm3%20tY7uRb2');
    expect(asked[0]?.headers.cookie).toBeUndefined();
    expect(asked[0]?.headers.authorization).toBeUndefined();
  });

  it('reads balances, and counts only traffic that has not expired', async () => {
    const { address } = await serve((_, response) =>
      answer(response, {
        success: true,
        result: {
          ip_data: [{ plan_id: 1, amount: 120 }, { plan_id: 2, amount: '30' }, { plan_id: 3 }],
          traffic_data: [
            { id: 5, amount: 2e9, original_amount: '5000000000', plan_name: 'GB', expires_at: 1_700_000_100 },
            { id: 6, amount: 7e9, original_amount: '7000000000', plan_name: 'Old', expires_at: 1_699_999_999 },
            { id: 7, amount: '1000000000', plan_name: null, expires_at: null },
          ],
        },
      }),
    );
    expect(await client(address).readBalance()).toEqual({
      ok: true,
      value: {
        ips: {
          total: 150,
          plans: [
            { planId: 1, amount: 120 },
            { planId: 2, amount: 30 },
          ],
        },
        traffic: {
          total: 3e9,
          packages: [
            { id: 5, name: 'GB', left: 2e9, original: 5e9, expiresAt: 1_700_000_100_000 },
            { id: 6, name: 'Old', left: 7e9, original: 7e9, expiresAt: 1_699_999_999_000 },
            { id: 7, name: '', left: 1e9, original: null, expiresAt: null },
          ],
        },
      },
    });
  });

  it('reads auto renew', async () => {
    const { address } = await serve((_, response) =>
      answer(response, {
        success: true,
        result: {
          status: 1,
          package_name: '100 IPs',
          price: 7.5,
          when_number_ips: 20,
          last_status: -1,
          last_message: 'no',
        },
      }),
    );
    expect(await client(address).readAutoRenew()).toEqual({
      ok: true,
      value: {
        on: true,
        packageName: '100 IPs',
        price: 7.5,
        whenIps: 20,
        whenTraffic: null,
        nextAt: null,
        lastAt: null,
        lastOutcome: 'failed',
        lastMessage: 'no',
      },
    });
  });

  it('lists sub-accounts, one without a username by its id, and counts and names those it could not read', async () => {
    const { address, asked } = await serve((_, response) =>
      answer(response, {
        success: true,
        result: {
          items: [
            { id: 9, username: 'shop', note: null, number_of_ips: 4, traffic_data: 0, status: 1, created_at: 1.6e9 },
            { id: 10, username: 'lab', status: 2 },
            { id: 11 },
            { username: 'nobody' },
            null,
          ],
          total_items: '105',
          total_pages: 1,
        },
      }),
    );
    const leftOut: unknown[] = [];
    const onRowsLeftOut = (...line: unknown[]) => leftOut.push(line);
    const listed = await client(address, { onRowsLeftOut }).listSubAccounts({
      page: 2,
      limit: 100,
      sortBy: 'username',
      orderBy: 'asc',
      keyword: 'a & b',
      status: 'disabled',
    });
    const rest = { note: null, ips: null, traffic: null, createdAt: null };
    expect(listed).toEqual({
      ok: true,
      value: {
        items: [
          { id: 9, username: 'shop', note: null, ips: 4, traffic: 0, enabled: true, createdAt: 1.6e12 },
          { id: 10, username: 'lab', enabled: false, ...rest },
          { id: 11, username: '#11', enabled: null, ...rest },
        ],
        totalItems: 105,
        totalPages: 1,
        skipped: 2,
        skippedNames: ['nobody'],
      },
    });
    expect(leftOut).toEqual([['listSubAccounts', 2]]);
    const parameters = new URL(asked[0]?.url ?? '', address).searchParams;
    expect(Object.fromEntries(parameters)).toEqual({
      page: '2',
      limit: '100',
      sort_by: 'username',
      order_by: 'asc',
      keyword: 'a & b',
      status: '2',
      'api-key': key,
    });
  });

  it('switches a sub-account with one PUT, and follows a corrected path and method', async () => {
    const bodies: Promise<string>[] = [];
    const { address, asked } = await serve((request, response) => {
      request.on('end', () => answer(response, { success: true, message: 'ok' }));
      bodies.push(text(request));
    });
    expect(await client(address).setSubAccountEnabled(9, false)).toEqual({ ok: true, value: undefined });
    const corrected = applyEndpoints({ setSubAccountStatus: { method: 'POST', path: '/client/v2/subs/switch' } });
    await client(`${address}/gate/`, { endpoints: () => corrected }).setSubAccountEnabled(9, true);
    expect(asked.map(({ method, url }) => `${method} ${url?.split('?')[0]}`)).toEqual([
      'PUT /client/v1/subs/update-status',
      'POST /gate/client/v2/subs/switch',
    ]);
    expect((await Promise.all(bodies)).map((body): unknown => JSON.parse(body))).toEqual([
      { id: 9, status: 2 },
      { id: 9, status: 1 },
    ]);
  });

  it('sends and reads a field by its corrected name, from the next request on', async () => {
    const bodies: Promise<string>[] = [];
    const item = {
      id: 9,
      username: 'shop',
      status: 1,
      ends_at: 1.8e9,
      setting: { auto_add_traffic: 1, traffic_add: 7 },
    };
    const { address } = await serve((request, response) => {
      const isWrite = request.method !== 'GET';
      if (isWrite) bodies.push(text(request));
      const page = { items: [item], total_items: 1, total_pages: 1 };
      request.on('end', () => answer(response, { success: true, message: 'ok', result: isWrite ? null : page }));
      if (!isWrite) request.resume();
    });
    let fields = {};
    const asker = client(address, { fieldNames: () => fields });
    await asker.updateSubAccount(9, { topUpTrafficBy: 7 });
    fields = { amount_traffic_auto_add: 'traffic_add', auto_disable_at: 'ends_at' };
    await asker.updateSubAccount(9, { topUpTrafficBy: 7, disableAt: 1.8e12 });
    expect((await Promise.all(bodies)).map((body): unknown => JSON.parse(body))).toEqual([
      { id: 9, amount_traffic_auto_add: 7 },
      { id: 9, traffic_add: 7, ends_at: 1.8e9 },
    ]);
    const read = await asker.readList('subAccounts', firstPage);
    expect(read.ok && read.value.items[0]?.cells).toMatchObject({ topUpTrafficBy: 7, disableAt: 1.8e12 });
  });

  it('never follows a redirect, and knows one to itself', async () => {
    const elsewhere = await serve((_, response) => answer(response, { success: true, result: { id: 1 } }));
    const { address, asked } = await serve((request, response) => {
      const itself = request.url?.includes('get-info');
      response.writeHead(308, { location: itself ? request.url : `${elsewhere.address}${request.url}` }).end();
    });
    expect(await client(address).readAccount()).toEqual({ ok: false, problem: { kind: 'redirect-loop' } });
    expect(await client(address).readBalance()).toEqual({ ok: false, problem: { kind: 'redirected' } });
    expect(asked).toHaveLength(2);
    expect(elsewhere.asked).toHaveLength(0);
  });

  it('tells a refused connection from a connection that broke, for reads and for writes', async () => {
    const gone = await serve(() => undefined);
    servers.splice(0).forEach((server) => server.close());
    const refused = { ok: false, problem: { kind: 'unreachable', why: 'refused' } };
    expect(await client(gone.address).readAccount()).toEqual(refused);
    expect(await client(gone.address).setSubAccountEnabled(1, true)).toEqual(refused);

    const breaking = await serve((request) => request.socket.destroy());
    expect(await client(breaking.address).readAccount()).toEqual({
      ok: false,
      problem: { kind: 'unreachable', why: 'other' },
    });
    expect(breaking.asked).toHaveLength(3);
    expect(await client(breaking.address).setSubAccountEnabled(1, true)).toEqual({
      ok: false,
      problem: { kind: 'outcome-unknown' },
    });
    expect(breaking.asked).toHaveLength(4);
  });

  it('stops reading a body that is longer than five megabytes', async () => {
    const { address } = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const more = () => {
        while (!response.destroyed && response.write(' '.repeat(100_000)));
        response.once('drain', more);
      };
      more();
    });
    expect(await client(address).readAccount()).toEqual({
      ok: false,
      problem: { kind: 'unreadable-answer', why: 'not-json' },
    });
  });

  it('gives up when the caller does, in the middle of an answer', async () => {
    const caller = new AbortController();
    const { address } = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('{"success":');
      caller.abort();
    });
    expect(await client(address).readAccount({ signal: caller.signal })).toEqual({
      ok: false,
      problem: { kind: 'cancelled' },
    });
  });

  it('asks nobody at an address that is not safe', async () => {
    const insecure = { ok: false, problem: { kind: 'insecure-address' } };
    const fetch = () => Promise.reject(new Error('asked'));
    expect(await client('http://api.9proxy.com', { fetch }).readAccount()).toEqual(insecure);
    expect(await client('http://api.9proxy.com', { fetch }).setSubAccountEnabled(1, true)).toEqual(insecure);
  });

  it('logs one line for each try, with nothing of the request in it but the operation', async () => {
    let time = 0;
    const lines: RequestLine[] = [];
    let tries = 0;
    const { address } = await serve((_, response) => {
      tries += 1;
      if (tries < 3) answer(response, { success: false }, 503);
      else answer(response, { success: true, result: { id: 1 } });
    });
    const now = () => (time += 10);
    expect((await client(address, { now, log: (line) => lines.push(line) }).readAccount()).ok).toBe(true);
    expect(lines.map((line) => ({ ...line, ms: line.ms > 0 }))).toEqual([
      { operation: 'getAccountInfo', outcome: 'server-trouble', status: 503, ms: true, attempt: 1 },
      { operation: 'getAccountInfo', outcome: 'server-trouble', status: 503, ms: true, attempt: 2 },
      { operation: 'getAccountInfo', outcome: 'ok', status: 200, ms: true, attempt: 3 },
    ]);
  });
});
