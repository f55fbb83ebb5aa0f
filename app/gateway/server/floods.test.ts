// Ten thousand real connections, one after the other: nothing of them is left, and the next one is answered.
/** @module-tag sweep */
import { getEventListeners } from 'node:events';
import net from 'node:net';
import { expect, it } from 'vitest';
import { usualConsumerChoices } from '../../model/access/consumer';
import { accountPath } from '../gateway.fixture';
import { serveGateway } from './served.fixture';

/** Of ten connections each. */
const rounds = 1000;

/** Opens a connection, sends this, and leaves without a word: after the first bytes of the answer, or at once where none is to come. */
function visit(port: number, bytes: string, isAnswered: boolean): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = net.connect({ port, host: '127.0.0.1' }, () => {
      if (!isAnswered) socket.write(bytes, () => socket.resetAndDestroy());
    });
    let text = '';
    if (isAnswered) socket.write(bytes);
    socket.on('data', (chunk) => {
      text += String(chunk);
      socket.resetAndDestroy();
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(text));
  });
}

it('ten thousand connections one after the other leave nothing behind, and the next one is answered (T17)', {
  timeout: 300_000,
}, async () => {
  const { server, host, port, sockets, token, book, arrivals } = await serveGateway();
  const good = token({ limits: { ...usualConsumerChoices.limits, readsPerSecond: 1e6 } });
  const who = book.identify(good);
  if (typeof who === 'string') throw new Error(who);
  const head = (credential: string) => `GET ${accountPath}?api-key=${credential} HTTP/1.1\r\nHost: ${host}\r\n`;
  let most = 0;
  for (let round = 0; round < rounds; round += 1) {
    expect(await visit(port, `${head(good)}\r\n`, true)).toMatch(/^HTTP\/1\.1 200 /);
    expect(await visit(port, `${head('ntkNobody')}\r\n`, true)).toMatch(/^HTTP\/1\.1 401 /);
    for (let left = 0; left < 8; left += 1) await visit(port, left % 2 === 0 ? head(good) : '', false);
    most = Math.max(most, sockets.size);
  }
  expect(arrivals).toHaveLength(rounds);
  while (sockets.size > 0) await new Promise((resolve) => setImmediate(resolve));
  // None of them was kept until the limit of connections was reached.
  expect(most).toBeLessThan(64);
  expect(await new Promise((resolve) => void server.getConnections((_error, count) => resolve(count)))).toBe(0);
  expect(getEventListeners(who.signal, 'abort')).toHaveLength(0);
  expect(await visit(port, `${head(good)}\r\n`, true)).toMatch(/^HTTP\/1\.1 200 /);
});
