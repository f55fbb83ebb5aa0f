// Real connections that end in the middle of a request, or of 9Proxy's answer: what was not sent whole never reaches 9Proxy, and a write is
// never sent again.
import net from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { endpoints } from '../../nineproxy/operations/endpoints';
import { gatewayFixture, realKey } from '../gateway.fixture';
import { listen } from './listen';

/** Sends these bytes and ends the connection at once; resolves when it is closed. */
function sendAndCut(port: number, bytes: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = net.connect({ port, host: '127.0.0.1' }, () => socket.write(bytes, () => socket.destroySoon()));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve());
    socket.resume();
  });
}

it('a write that is cut off after any of its bytes is not sent, and at most once when its client leaves without the answer (T15)', async () => {
  const { gateway, token, arrivals } = gatewayFixture();
  const port = 20_000 + (process.pid % 10_000);
  let answers = 0;
  const started = await listen({
    port,
    socket: null,
    uid: null,
    answer: async (incoming) => {
      const answer = await gateway.answer(incoming);
      answers += 1;
      return answer;
    },
  });
  if (!started.ok) throw new Error(started.problem.kind);
  const limits = {
    readsPerSecond: 1000,
    writesPerMinute: 60_000,
    writesPerDay: null,
    ipsPerRequest: null,
    ipsPerDay: null,
  };
  const body = '{"quantity":1}';
  const head = `POST ${endpoints.createProxyConnection.path}?api-key=${token({ role: 'spend', limits })} HTTP/1.1\r\n`;
  const whole = `${head}Host: 127.0.0.1:${port}\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
  try {
    for (let cut = 0; cut < whole.length; cut += 1) await sendAndCut(port, whole.slice(0, cut));
    // Each that had its headers was answered, to nobody.
    while (answers < body.length) await new Promise((resolve) => setImmediate(resolve));
    expect(arrivals).toEqual([]);
    await sendAndCut(port, whole);
    while (answers < body.length + 1) await new Promise((resolve) => setImmediate(resolve));
    expect(arrivals.length).toBeLessThanOrEqual(1);
  } finally {
    started.value.close();
  }
});

/** A vendor on this computer that sends only the first bytes of its answer, and then ends the connection. */
async function cuttingVendor(answer: string) {
  const vendor = { origin: '', arrivals: 0, cutAfter: 0 };
  const server = net.createServer((socket) => {
    let request = '';
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      request += String(chunk);
      if (!request.endsWith('}')) return;
      vendor.arrivals += 1;
      socket.write(answer.slice(0, vendor.cutAfter), () => socket.destroySoon());
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('There is no port.');
  vendor.origin = `http://127.0.0.1:${address.port}`;
  return vendor;
}

it('a write whose answer is cut off after any of its bytes is sent once, and its outcome is not known (T15)', async () => {
  const body = '{"success":true,"message":"ok","result":null}';
  const answer = `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
  const vendor = await cuttingVendor(answer);
  const { ask, token, world, clock } = gatewayFixture({
    network: (url, { method, headers, body: sent, signal }) =>
      fetch(url, {
        method,
        headers: { ...headers },
        signal,
        redirect: 'manual',
        ...(sent === null ? {} : { body: sent }),
      }),
  });
  world.key = { text: realKey, address: vendor.origin, generation: 1 };
  const spender = token({ role: 'spend' });
  const write = () => ask(endpoints.createProxyConnection.path, spender, { method: 'POST', body: '{"quantity":1}' });
  for (let cut = 0; cut < answer.length; cut += 1) {
    Object.assign(vendor, { arrivals: 0, cutAfter: cut });
    const { code } = await write();
    expect({ cut, code, arrivals: vendor.arrivals }).toEqual({ cut, code: 'outcome-unknown', arrivals: 1 });
    await clock.advance(60_000);
    expect(vendor.arrivals).toBe(1);
  }
  Object.assign(vendor, { arrivals: 0, cutAfter: answer.length });
  expect([await write(), vendor.arrivals]).toMatchObject([{ status: 200, code: null }, 1]);
});
