// The client's network in a real Electron, against servers that answer too long, too late, half, or as HTTP does not allow.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createSecureServer } from 'node:http2';
import { createServer as createTcpServer, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { waitFor } from '../build/desktop/wait-for.mjs';
import { type NetworkApp, startNetwork } from './harness/network/network-app';
import { openTestEnvironment } from './harness/test-environment';

const stage = openTestEnvironment({ tray: 'none' });
const servers: { close(): unknown }[] = [];
let network: NetworkApp;

/** Time limits of ten seconds are over after half a second. */
const HURRY = 20;

beforeAll(async () => {
  network = await startNetwork(stage, HURRY);
});

afterAll(() => {
  for (const server of servers) server.close();
});

interface Counted {
  origin: string;
  server: Server;
  /** Connections that are open now. */
  open: Set<Socket>;
}

async function serve(listener: RequestListener): Promise<Counted> {
  const server = createServer(listener);
  const open = new Set<Socket>();
  server.on('connection', (socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.push({
    close() {
      server.close();
      server.closeAllConnections();
    },
  });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server, open };
}

const account = JSON.stringify({ success: true, result: { id: 7, email: 'ann@example.org', username: 'ann' } });
const json = { 'content-type': 'application/json' };

it('redirects are not followed: the other server gets no request', async () => {
  const asked: string[] = [];
  const elsewhere = await serve((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(200, json).end(account);
  });
  for (const status of [301, 302, 303, 307, 308]) {
    const vendor = await serve((_, response) =>
      response.writeHead(status, { location: `${elsewhere.origin}/taken?api-key=aB3dE5fG7hJ9kL2m` }).end(),
    );
    expect(await network.ask(vendor.origin, 'readAccount')).toEqual({ ok: false, problem: { kind: 'redirected' } });
    expect(await network.ask(vendor.origin, 'setSubAccountEnabled', 1, true)).toMatchObject({ ok: false });
  }
  const loop = await serve((request, response) => response.writeHead(302, { location: request.url ?? '' }).end());
  expect(await network.ask(loop.origin, 'readAccount')).toEqual({ ok: false, problem: { kind: 'redirect-loop' } });
  expect(asked).toEqual([]);
});

it('a write is sent once, even if its connection breaks without an answer', async () => {
  const writes: string[] = [];
  const vendor = await serve((request, response) => {
    if (request.method === 'GET') response.writeHead(200, json).end(account);
    else {
      writes.push(request.method ?? '');
      // The first one leaves a connection that could be used again.
      if (writes.length === 1) response.writeHead(200, json).end('{"success":true,"result":null}');
      else request.socket.destroy();
    }
  });
  await network.ask(vendor.origin, 'readAccount');
  expect(await network.ask(vendor.origin, 'setSubAccountEnabled', 1, true)).toMatchObject({ ok: true });
  expect(await network.ask(vendor.origin, 'setSubAccountEnabled', 2, true)).toEqual({
    ok: false,
    problem: { kind: 'outcome-unknown' },
  });
  expect(writes).toEqual(['PUT', 'PUT']);
});

it('a write whose answer is cut off after any of its bytes is sent once, and its outcome is not known', async () => {
  const body = '{"success":true,"result":null}';
  const answer = `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
  let cut = answer.length;
  let writes = 0;
  const vendor = createTcpServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.on('data', (data) => {
      if (!String(data).startsWith('PUT ')) return;
      writes += 1;
      // A whole answer leaves a connection that could be used again.
      socket.write(answer.slice(0, cut), () => {
        if (cut < answer.length) socket.destroySoon();
      });
    });
  });
  await new Promise<void>((resolve) => vendor.listen(0, '127.0.0.1', resolve));
  servers.push(vendor);
  const origin = `http://127.0.0.1:${(vendor.address() as AddressInfo).port}`;
  const write = () => network.ask(origin, 'setSubAccountEnabled', 1, true);
  for (let bytes = 0; bytes < answer.length; bytes += 1) {
    cut = answer.length;
    expect(await write()).toMatchObject({ ok: true });
    cut = bytes;
    writes = 0;
    const result = await write();
    const unknown = { ok: false, problem: { kind: 'outcome-unknown' } };
    expect({ bytes, result, writes }).toEqual({ bytes, result: unknown, writes: 1 });
  }
}, 60_000);

it('the network sessions are in memory, and accept and send no cookies', async () => {
  const cookies: (string | undefined)[] = [];
  const vendor = await serve((request, response) => {
    cookies.push(request.headers.cookie);
    response.writeHead(200, { ...json, 'set-cookie': 'a=b; Max-Age=9999' }).end(account);
  });
  await network.ask(vendor.origin, 'readAccount');
  await network.ask(vendor.origin, 'readAccount');
  await network.ask(vendor.origin, 'setSubAccountEnabled', 1, true);
  expect(cookies).toEqual([undefined, undefined, undefined]);
  const alike = { persistent: false, storage: null, cookies: 0 };
  expect(await network.sessions()).toEqual([alike, alike]);
});

it.each([101, 199, 600, 999])('status %s is treated as an unusable answer', async (status) => {
  const raw = createTcpServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.once('data', () => socket.end(`HTTP/1.1 ${status} Odd\r\nContent-Length: 2\r\n\r\n{}`));
  });
  await new Promise<void>((resolve) => raw.listen(0, '127.0.0.1', resolve));
  servers.push(raw);
  const origin = `http://127.0.0.1:${(raw.address() as AddressInfo).port}`;
  const read = await network.ask(origin, 'readAccount');
  expect(read).toMatchObject({ ok: false });
  expect(['server-trouble', 'unreachable']).toContain(read.ok ? '' : read.problem.kind);
  expect(await network.ask(origin, 'setSubAccountEnabled', 1, true)).toEqual({
    ok: false,
    problem: { kind: 'outcome-unknown' },
  });
});

it.each([
  ['plain', (text: string) => ({ headers: json, body: Buffer.from(text) })],
  ['gzip', (text: string) => ({ headers: { ...json, 'content-encoding': 'gzip' }, body: gzipSync(text) })],
])('reads on after answers of 6 MB (%s), and closes their connections', async (_, encode) => {
  const long = encode(`{"success":true,"result":"${'x'.repeat(6_000_000)}"}`);
  let isLong = true;
  const vendor = await serve((_request, response) => {
    if (isLong) response.writeHead(200, long.headers).end(long.body);
    else response.writeHead(200, json).end(account);
  });
  for (let round = 0; round < 3; round += 1) {
    const reads = [1, 2, 3, 4].map(() => network.ask(vendor.origin, 'readAccount'));
    for (const read of await Promise.all(reads)) {
      expect(read).toEqual({ ok: false, problem: { kind: 'unreadable-answer', why: 'not-json' } });
    }
  }
  isLong = false;
  expect(await network.ask(vendor.origin, 'readAccount')).toMatchObject({ ok: true });
  await waitFor('the connections to be closed', () => vendor.open.size <= 2);
});

it('the connection of a stalled answer is closed at its time limit, even after a garbage collection, and reading continues', async () => {
  let stalls = true;
  let stalled = 0;
  const vendor = await serve((_, response) => {
    if (stalls) {
      stalled += 1;
      response.writeHead(200, { ...json, 'content-length': 200 }).write('{"success":true,"res');
    } else response.writeHead(200, json).end(account);
  });
  const read = async () => {
    const before = stalled;
    const answer = network.ask(vendor.origin, 'readAccount');
    await waitFor('the request', () => stalled > before);
    await network.collect();
    await network.collect();
    return await answer;
  };
  // The first read is tried under three limits, the others under the longest.
  for (let round = 0; round < 8; round += 1)
    expect(await read()).toEqual({ ok: false, problem: { kind: 'timed-out' } });
  expect(stalled).toBe(10);
  await waitFor('the connections to be closed', () => vendor.open.size === 0);
  stalls = false;
  expect(await network.ask(vendor.origin, 'readAccount')).toMatchObject({ ok: true });
});

it('a write whose answer stalls has an unknown outcome, and the next writes are sent', async () => {
  const arrived: unknown[] = [];
  const vendor = await serve((request, response) => {
    arrived.push(request.method);
    request.resume();
    if (arrived.length === 1) response.writeHead(200, { ...json, 'content-length': 200 }).write('{"success":true,"res');
    else response.writeHead(200, json).end('{"success":true,"result":null}');
  });
  const first = network.ask(vendor.origin, 'setSubAccountEnabled', 1, false);
  await waitFor('the first write', () => arrived.length === 1);
  await network.collect();
  expect(await first).toEqual({ ok: false, problem: { kind: 'outcome-unknown' } });
  const others = [2, 3].map((id) => network.ask(vendor.origin, 'setSubAccountEnabled', id, false));
  expect(await Promise.all(others)).toEqual([{ ok: true }, { ok: true }]);
  expect(arrived).toHaveLength(3);
});

it('a new connection is used after several time-outs in a row on a dead one', async () => {
  const folder = stage.folder('certificate');
  const files = ['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')];
  const made = ['-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'];
  execFileSync('openssl', ['req', ...made, ...files], { stdio: 'pipe' });
  const identity = { key: readFileSync(join(folder, 'key.pem')), cert: readFileSync(join(folder, 'cert.pem')) };
  let connections = 0;
  let dying: number | null = null;
  let dead = 0;
  const server = createSecureServer(identity);
  server.on('session', (session) => {
    connections += 1;
    const mine = connections;
    session.on('error', () => session.destroy());
    session.on('stream', (stream) => {
      stream.on('error', () => stream.destroy());
      // The connection that answers first does so once, and is dead then.
      if (mine === dying) dead += 1;
      else {
        dying ??= mine;
        stream.respond({ ':status': 200, ...json });
        stream.end(account);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.push(server);
  await network.app.electron.evaluate(({ session }) =>
    session.fromPartition('nineproxy').setCertificateVerifyProc((_request, answer) => answer(0)),
  );
  const origin = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  // Half a second can be too short for a first answer, or for one on the next connection, where a machine is busy.
  const isAnswered = async () => (await network.ask(origin, 'readAccount')).ok;
  await waitFor('a first answer', isAnswered);
  expect(await network.ask(origin, 'readAccount')).toEqual({ ok: false, problem: { kind: 'timed-out' } });
  expect(dead).toBe(3);
  await waitFor('an answer on a new connection', isAnswered);
  expect(dead).toBe(3);
});
