// Real connections whose other end takes its time: each is ended at its limit, and is no obstacle for others.
/** @module-tag sweep */
import http from 'node:http';
import net from 'node:net';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { usualConsumerChoices } from '../../model/access/consumer';
import { endpoints } from '../../nineproxy/operations/endpoints';
import { accountPath } from '../gateway.fixture';
import type { TimeLimits } from './serve';
import { serveGateway } from './served.fixture';

/** As many as there may be at a time. */
const allConnections = 64;
/** No limit that a test waits for, unless it says so. */
const patient: TimeLimits = { headers: 600_000, request: 600_000, checks: 10 };

interface SlowClient {
  /** The gateway ended the connection. */
  ended: Promise<void>;
  /** How many bytes it has read. */
  read(): number;
}

/** Sends `first` at once and then a byte each few milliseconds, and reads just as slowly: it is never idle. */
function slowClient(port: number, first: string, next: string): SlowClient {
  const socket = net.connect({ port, host: '127.0.0.1' });
  socket.write(first);
  let read = 0;
  const step = setInterval(() => {
    if (next !== '') socket.write(next);
    read += socket.read(1)?.length ?? 0;
  }, 5);
  onTestFinished(() => {
    clearInterval(step);
    socket.destroy();
  });
  return {
    read: () => read,
    ended: new Promise((resolve) => {
      socket.on('error', () => undefined);
      socket.on('close', () => {
        clearInterval(step);
        resolve();
      });
    }),
  };
}

async function until(isDone: () => boolean): Promise<void> {
  while (!isDone()) await new Promise((resolve) => setImmediate(resolve));
}

function status(port: number, token: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    http
      .get({ host: '127.0.0.1', port, path: `${accountPath}?api-key=${token}`, agent: false }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
      .on('error', reject);
  });
}

describe('clients on every connection that there may be', () => {
  it('that send their headers slowly are ended at the time limit, and others are answered (T17)', async () => {
    const { port, host, token, arrivals, lines } = await serveGateway({ ...patient, headers: 300 });
    const first = `GET ${accountPath}?api-key=${token()} HTTP/1.1\r\nHost: ${host}\r\nX-Slow: `;
    const began = performance.now();
    const clients = Array.from({ length: allConnections }, () => slowClient(port, first, 'x'));
    await Promise.all(clients.map(({ ended }) => ended));
    // Not before it either: nothing but the limit ended them.
    expect(performance.now() - began).toBeGreaterThan(300);
    expect([arrivals, lines]).toEqual([[], []]);
    expect(await status(port, token())).toBe(200);
  });

  it('that send their bodies slowly are ended at the time limit, nothing of theirs is sent, and others are answered (T17)', async () => {
    const { port, host, token, arrivals, lines } = await serveGateway({ ...patient, headers: 1000, request: 1000 });
    const limits = { ...usualConsumerChoices.limits, writesPerMinute: 60_000 };
    const head = `POST ${endpoints.createProxyConnection.path}?api-key=${token({ role: 'spend', limits })} HTTP/1.1`;
    const first = `${head}\r\nHost: ${host}\r\nContent-Length: 200000\r\n\r\n{"quantity":1`;
    const clients = Array.from({ length: allConnections }, () => slowClient(port, first, ' '));
    await Promise.all(clients.map(({ ended }) => ended));
    // Each was waited for until its connection ended, and none was refused before that.
    await until(() => lines.length === allConnections);
    expect(new Set(lines.map(({ code }) => code))).toEqual(new Set(['too-large']));
    expect(arrivals).toEqual([]);
    expect(await status(port, token())).toBe(200);
  });
});

describe('clients that read their answers slowly', () => {
  const long = JSON.stringify({ success: true, result: 'x'.repeat(4_900_000) });

  it('are ended at the time limit, and others are answered (T17)', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const { port, host, token, world, sockets } = await serveGateway(patient);
    world.answer = () => ({ body: long });
    const head = `GET ${accountPath}?api-key=${token()} HTTP/1.1\r\nHost: ${host}\r\n\r\n`;
    const clients = Array.from({ length: 8 }, () => slowClient(port, head, ''));
    await until(() => vi.getTimerCount() === clients.length);
    vi.advanceTimersByTime(29_999);
    expect(sockets.size).toBe(clients.length);
    vi.advanceTimersByTime(1);
    await until(() => sockets.size === 0);
    for (const { read } of clients) expect(read()).toBeLessThan(long.length / 2);
    world.answer = () => ({});
    expect(await status(port, token())).toBe(200);
  });

  it('are the only ones: whoever has read all of it keeps the connection', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const { port, host, token, world, sockets } = await serveGateway(patient);
    world.answer = () => ({ body: long });
    const socket = net.connect({ port, host: '127.0.0.1' });
    onTestFinished(() => void socket.destroy());
    socket.write(`GET ${accountPath}?api-key=${token()} HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
    await until(() => vi.getTimerCount() === 1);
    socket.resume();
    await until(() => vi.getTimerCount() === 0);
    expect(sockets.size).toBe(1);
  });
});
