// Real connections that end in the middle of a request: what was not sent whole never reaches 9Proxy.
import net from 'node:net';
import { expect, it } from 'vitest';
import { endpoints } from '../../nineproxy/operations/endpoints';
import { gatewayFixture } from '../gateway.fixture';
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
