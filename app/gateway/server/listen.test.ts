// The real server on this computer: where it listens, who it answers, and what it does with slow, many and malformed connections.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import os from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Result } from '../../model/problem';
import { endpoints } from '../../nineproxy/operations/endpoints';
import { accountPath, gatewayFixture, type GatewayFixture, realKey } from '../gateway.fixture';
import { listen, type Listening } from './listen';
import { freePort } from './free-port.fixture';

const isLinux = process.platform === 'linux';
const isRoot = process.getuid?.() === 0;
const open: { close(): void }[] = [];

afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

interface Served extends GatewayFixture {
  port: number;
  listening: Listening;
}

async function serve({ socket = null }: { socket?: string | null } = {}): Promise<Served> {
  const fixture = gatewayFixture();
  const port = await freePort();
  const started = await listenAt(port, fixture, socket);
  if (!started.ok) throw new Error(started.problem.kind);
  return { ...fixture, port, listening: started.value };
}

async function listenAt(
  port: number,
  { gateway }: GatewayFixture,
  socket: string | null = null,
): Promise<Result<Listening>> {
  const uid = isLinux ? (process.getuid?.() ?? null) : null;
  const started = await listen({ port, socket, uid, answer: (incoming) => gateway.answer(incoming) });
  if (started.ok) open.push(started.value);
  return started;
}

/** Sends these bytes, and returns all that comes back until the connection ends. */
function raw(port: number, bytes: string, host = '127.0.0.1'): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = net.connect({ port, host });
    let text = '';
    socket.on('data', (chunk) => (text += String(chunk)));
    socket.on('close', () => resolve(text));
    socket.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNRESET' || error.code === 'EPIPE' ? resolve(text) : reject(error),
    );
    socket.write(bytes);
  });
}

function get(
  port: number,
  token: string,
  agent?: http.Agent,
): Promise<{ status: number; headers: http.IncomingHttpHeaders; body: string }> {
  return new Promise((resolve, reject) => {
    const request = http.get(
      { host: '127.0.0.1', port, path: `${accountPath}?api-key=${token}`, ...(agent === undefined ? {} : { agent }) },
      (response) => {
        let body = '';
        response.on('data', (chunk) => (body += String(chunk)));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
      },
    );
    request.on('error', reject);
  });
}

it('listens on this computer only, on both families at one port (T3)', async () => {
  const { port, listening, token } = await serve();
  const hasIpv6 = listening.addresses.length === 2;
  expect(listening.addresses).toEqual([`http://127.0.0.1:${port}`, ...(hasIpv6 ? [`http://[::1]:${port}`] : [])]);
  expect((await get(port, token())).status).toBe(200);
  const others = Object.values(os.networkInterfaces())
    .flatMap((some) => some ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4');
  for (const { address } of others)
    await expect(raw(port, 'GET / HTTP/1.1\r\n\r\n', address)).rejects.toThrow('ECONNREFUSED');
});

it('takes no port of which another program has one family, and no other port in its place (T6)', async () => {
  for (const host of ['127.0.0.1', '::1']) {
    const port = await freePort();
    const other = net.createServer();
    const isThere = await new Promise<boolean>((resolve) => {
      other.on('error', () => resolve(false));
      other.listen({ port, host, ipv6Only: true }, () => resolve(true));
    });
    if (!isThere) continue;
    const started = await listenAt(port, gatewayFixture());
    expect(started).toEqual({ ok: false, problem: { kind: 'port-busy', port, why: 'taken' } });
    other.close();
    // Nothing was left listening.
    const again = net.createServer();
    await new Promise<void>((resolve, reject) => {
      again.on('error', reject);
      again.listen({ port, host: '127.0.0.1' }, resolve);
    });
    again.close();
  }
});

it.runIf(isLinux && isRoot)('a good token of another user of this computer is refused (T5)', async () => {
  const { port, token, arrivals } = await serve();
  const script = `const http=require('node:http');http.get('http://127.0.0.1:${port}${accountPath}?api-key='+process.env.T,r=>{console.log(r.statusCode)})`;
  const status = await new Promise<string>((resolve) => {
    const child = spawn(process.execPath, ['-e', script], { uid: 65_534, gid: 65_534, env: { T: token() }, cwd: '/' });
    let text = '';
    child.stdout.on('data', (chunk) => (text += String(chunk)));
    child.on('close', () => resolve(text.trim()));
  });
  // The connections of all tests are root's but this one.
  expect([status, arrivals]).toEqual(['403', []]);
});

it.runIf(isLinux)(
  'the socket is in a folder of our own, answers as localhost only, and is gone at the end',
  async () => {
    const folder = fs.mkdtempSync(join(os.tmpdir(), 'ninetray-gateway-'));
    const socketPath = join(folder, 'gateway', 'gateway.sock');
    const { listening, token } = await serve({ socket: socketPath });
    expect(listening.socket).toBe(socketPath);
    expect(fs.statSync(socketPath).mode & 0o777).toBe(0o600);
    expect(fs.statSync(join(folder, 'gateway')).mode & 0o777).toBe(0o700);
    const status = (host: string) =>
      new Promise<number>((resolve, reject) => {
        http
          .get({ socketPath, path: `${accountPath}?api-key=${token()}`, headers: { host } }, (response) => {
            response.resume();
            resolve(response.statusCode ?? 0);
          })
          .on('error', reject);
      });
    expect([await status('localhost'), await status('127.0.0.1'), await status('evil.example')]).toEqual([
      200, 403, 403,
    ]);
    listening.close();
    expect(fs.existsSync(socketPath)).toBe(false);
    fs.rmSync(folder, { recursive: true });
  },
);

it('an answer has our own headers and none of 9Proxy’s (T11)', async () => {
  const { port, token, world } = await serve();
  world.answer = () => ({
    headers: {
      'set-cookie': 'a=b',
      location: `/?api-key=${realKey}`,
      'x-key': realKey,
      'access-control-allow-origin': '*',
      'retry-after': '7',
    },
  });
  const { headers } = await get(port, token());
  expect(Object.keys(headers).filter((name) => !['date', 'connection', 'keep-alive'].includes(name))).toEqual([
    'cache-control',
    'x-content-type-options',
    'content-type',
    'content-length',
    'retry-after',
  ]);
});

it('a page of 9Proxy is sent as text, so that none runs at this address', async () => {
  const { port, token, world } = await serve();
  world.answer = () => ({ headers: { 'content-type': 'text/html' }, body: '<html><script>1</script>' });
  expect((await get(port, token())).headers['content-type']).toBe('text/plain; charset=utf-8');
});

it('more than 64 connections at a time are turned away, and the others still answer (T17)', async () => {
  const { port, token } = await serve();
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  expect((await get(port, token(), agent)).status).toBe(200);
  const sockets = await Promise.all(
    Array.from(
      { length: 200 },
      () =>
        new Promise<net.Socket>((resolve) => {
          const socket = net.connect({ port, host: '127.0.0.1' }, () => resolve(socket));
          socket.on('error', () => resolve(socket));
          socket.resume();
        }),
    ),
  );
  const isOpen = (socket: net.Socket) => !socket.destroyed;
  // The agent's own is the 64th.
  while (sockets.filter(isOpen).length > 63) await new Promise((resolve) => setImmediate(resolve));
  expect(sockets.filter(isOpen)).toHaveLength(63);
  expect((await get(port, token(), agent)).status).toBe(200);
  for (const socket of sockets) socket.destroy();
  agent.destroy();
});

it('a body that is too long, and headers that are, end the connection (T17)', async () => {
  const { port, token, arrivals } = await serve();
  const { path } = endpoints.createProxyConnection;
  const head = `POST ${path}?api-key=${token({ role: 'spend' })} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n`;
  expect(await raw(port, `${head}Content-Length: 300000\r\n\r\n`)).toMatch(/^HTTP\/1\.1 413 /);
  expect(await raw(port, `${head}X-Long: ${'x'.repeat(10_000)}\r\n\r\n`)).not.toMatch(/ 200 /);
  expect(arrivals).toEqual([]);
});

describe('bytes that are no request of ours (T20)', () => {
  it.each([
    ['CONNECT evil.example:443 HTTP/1.1\r\nHost: HOST\r\n\r\n'],
    ['GET PATH HTTP/1.1\r\nHost: HOST\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'],
    ['TRACE PATH HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n'],
    [
      'POST PATH HTTP/1.1\r\nHost: HOST\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET PATH HTTP/1.1\r\n\r\n',
    ],
    ['POST PATH HTTP/1.1\r\nHost: HOST\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab'],
    ['GET PATH HTTP/1.1\nHost: HOST\n\n\0'],
    ['GET PATH HTTP/0.9\r\n\r\n'],
    ['GET PATH HTTP/1.1\r\nHost: HOST\r\n Folded: x\r\nConnection: close\r\n\r\n'],
    ['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['\x16\x03\x01\x02\x00'],
  ])('%j', async (bytes) => {
    const { port, token, arrivals } = await serve();
    const path = `${accountPath}?api-key=${token()}`;
    const answer = await raw(port, bytes.replaceAll('PATH', path).replaceAll('HOST', `127.0.0.1:${port}`));
    expect([arrivals, answer.includes(' 200 ')]).toEqual([[], false]);
  });
});

it('revoking a token ends its idle connections and its reads (G3)', async () => {
  const { port, token, book, world } = await serve();
  const good = token();
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  expect((await get(port, good, agent)).status).toBe(200);
  let isCut = false;
  let arrived: () => void = () => undefined;
  const isThere = new Promise<void>((resolve) => (arrived = resolve));
  world.answer = (_, signal) =>
    new Promise((_resolve, reject) => {
      arrived();
      signal.addEventListener('abort', () => {
        isCut = true;
        reject(new Error('net::ERR_ABORTED'));
      });
    });
  const running = get(port, good, agent).catch(() => null);
  await isThere;
  book.revoke(() => true);
  const answer = await running;
  expect([isCut, answer === null || answer.status !== 200]).toEqual([true, true]);
  world.answer = () => ({});
  expect((await get(port, good, agent)).headers['x-ninetray']).toBe('token-revoked');
  agent.destroy();
});
