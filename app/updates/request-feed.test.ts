import { expect, it } from 'vitest';
import type { Reply } from '../nineproxy/transport/body';
import { longestFeed } from './feed';
import { requestFeed, type SendFeedRequest } from './request-feed';

const address = 'https://ninetray.github.io/ninetray/updates/feed-1.txt';
const reply = (status: number, body: Uint8Array[] = [Buffer.from('feed')]): Reply => ({
  status,
  headers: { get: () => null },
  body,
});
const ask = (send: SendFeedRequest, signal = new AbortController().signal, limit = new AbortController().signal) =>
  requestFeed(address, send, signal, limit);

it('a request says the same for everyone: it names no system and no version', async () => {
  const sent: unknown[] = [];
  await ask(async (to, headers) => {
    sent.push([to, headers]);
    return reply(200);
  });
  expect(sent).toEqual([[address, { 'user-agent': 'NineTray', accept: '*/*', 'accept-language': '*' }]]);
});

it('an answer is all of its bytes', async () => {
  const answer = await ask(async () => reply(200, [Buffer.from('fe'), Buffer.from('ed')]));
  expect(answer.ok && Buffer.from(answer.bytes).toString()).toBe('feed');
});

it.each([
  [301, 'redirected'],
  [304, 'redirected'],
  [308, 'redirected'],
  [204, 'status'],
  [404, 'status'],
  [500, 'status'],
])('status %i is refused: %s', async (status, why) => {
  expect(await ask(async () => reply(status))).toEqual({ ok: false, why });
});

it('an answer of 64,000 bytes is taken, and a longer one is not', async () => {
  const piece = (length: number) => [new Uint8Array(length), new Uint8Array(1)];
  expect(await ask(async () => reply(200, piece(longestFeed - 1)))).toMatchObject({ ok: true });
  expect(await ask(async () => reply(200, piece(longestFeed)))).toEqual({ ok: false, why: 'too-long' });
});

it('an address that is not https is not asked', async () => {
  const asked: string[] = [];
  const send: SendFeedRequest = async (to) => {
    asked.push(to);
    return reply(200);
  };
  const { signal } = new AbortController();
  for (const unsafe of ['http://localhost/feed', 'https://localhost/feed?id=7', 'file:///feed', 'feed'])
    expect(await requestFeed(unsafe, send, signal, signal)).toEqual({ ok: false, why: 'unsafe-address' });
  expect(asked).toEqual([]);
});

it('a connection that fails, a time limit and an end by the application are told apart', async () => {
  const aborted = AbortSignal.abort();
  const send: SendFeedRequest = async (_, __, signal) => {
    signal.throwIfAborted();
    throw new Error('net::ERR_CONNECTION_REFUSED');
  };
  expect(await ask(send)).toEqual({ ok: false, why: 'unreachable' });
  expect(await ask(send, undefined, aborted)).toEqual({ ok: false, why: 'timed-out' });
  expect(await ask(send, aborted)).toEqual({ ok: false, why: 'cancelled' });
});
