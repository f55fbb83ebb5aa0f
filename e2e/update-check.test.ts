// The check for updates in a real Electron, against a server of the test on this computer: what it sends, and what it refuses.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { longestFeed } from '../app/updates/feed';
import { testSigner } from '../app/updates/feed.fixture';
import type { UpdatesContent } from '../app/updates/updates-document';
import { waitFor } from '../build/desktop/wait-for.mjs';
import { type NetworkApp, startNetwork } from './harness/network/network-app';
import { openTestEnvironment } from './harness/test-environment';

const stage = openTestEnvironment({ tray: 'none' });
const servers: { close(): void }[] = [];
const [signer, stranger] = [testSigner(), testSigner()];
const day = 86_400_000;
const moment = (ms: number) => new Date(ms).toISOString();
const feed = (changes: object = {}) => ({
  version: '0.2.0',
  released: moment(Date.now() - day),
  expires: moment(Date.now() + 90 * day),
  counter: 5,
  notes: 'https://ninetray.github.io/ninetray/releases/0.2.0.html',
  files: [{ name: 'NineTray-0.2.0-linux-amd64.deb', size: 1, sha256: 'a'.repeat(64) }],
  ...changes,
});

let network: NetworkApp;
let server: { origin: string; connections(): Promise<number> };
let requests: IncomingMessage[] = [];
let answer: (response: ServerResponse, request: IncomingMessage) => void = () => undefined;

beforeAll(async () => {
  const folder = stage.folder('certificate');
  const files = ['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')];
  const made = ['-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'];
  execFileSync('openssl', ['req', ...made, ...files], { stdio: 'pipe' });
  const identity = { key: readFileSync(join(folder, 'key.pem')), cert: readFileSync(join(folder, 'cert.pem')) };
  const listener: RequestListener = (request, response) => {
    requests.push(request);
    answer(response, request);
  };
  const https = createServer(identity, listener);
  await new Promise<void>((resolve) => https.listen(0, '127.0.0.1', resolve));
  servers.push({
    close() {
      https.close();
      https.closeAllConnections();
    },
  });
  server = {
    origin: `https://127.0.0.1:${(https.address() as AddressInfo).port}`,
    connections: () => new Promise((resolve) => https.getConnections((_, count) => resolve(count))),
  };
  network = await startNetwork(stage, 1);
});

afterAll(() => {
  for (const one of servers) one.close();
});

beforeEach(() => {
  requests = [];
  answer = (response) => response.end(signer.sign(feed()));
});

/** From now on the certificate of this server counts as good. Chromium remembers a verdict of before. */
const trust = () =>
  network.app.electron.evaluate(({ session }) =>
    session.fromPartition('updates', { cache: false }).setCertificateVerifyProc((_request, answerTo) => answerTo(0)),
  );
const check = (content: Partial<UpdatesContent> = {}, timeLimit = 20_000) =>
  network.checkForUpdates({ address: `${server.origin}/feed-1.txt`, publicKey: signer.publicKey, content, timeLimit });

it('trusts no certificate that the system does not', async () => {
  const address = `${server.origin.replace('127.0.0.1', 'localhost')}/feed-1.txt`;
  const { publicKey } = signer;
  expect(await network.checkForUpdates({ address, publicKey })).toMatchObject({ failure: 'unreachable', counter: 0 });
  expect(requests).toEqual([]);
});

it('is one GET that is the same for everyone, over https, from a session of its own in memory', async () => {
  await trust();
  answer = (response) => {
    response.writeHead(200, { 'set-cookie': 'id=7; Max-Age=9999', etag: '"7"' }).end(signer.sign(feed()));
  };
  for (const _ of [1, 2])
    expect(await check()).toMatchObject({ failure: null, newer: { version: '0.2.0' }, counter: 5 });
  const sent = requests.map(({ method, url, headers }) => ({ method, url, headers }));
  expect(sent[0]).toEqual({
    method: 'GET',
    url: '/feed-1.txt',
    headers: {
      host: new URL(server.origin).host,
      connection: 'keep-alive',
      'user-agent': 'NineTray',
      accept: '*/*',
      'accept-language': '*',
      'accept-encoding': 'gzip, deflate, br, zstd',
      'sec-fetch-site': 'none',
      'sec-fetch-mode': 'no-cors',
      'sec-fetch-dest': 'empty',
    },
  });
  // Nothing that the answer said comes back.
  expect(sent[1]).toEqual(sent[0]);
  const sessions = await network.sessions();
  expect(sessions.at(-1)).toEqual({ persistent: false, storage: null, cookies: 0 });
  await waitFor('the connections to be closed', async () => (await server.connections()) === 0);
});

describe('refuses', () => {
  beforeAll(trust);
  const known = { counter: 5, newer: { version: '0.1.5', released: 1, notes: 'https://ninetray.github.io/x' } };

  it.each<[string, () => Buffer]>([
    ['not-signed', () => Buffer.from(JSON.stringify(feed()))],
    ['unknown-key', () => stranger.sign(feed())],
    ['bad-signature', () => Buffer.concat([signer.sign(feed()), Buffer.from('\n')])],
    ['unreadable', () => signer.sign({ ...feed(), files: 'none' })],
    ['unreadable', () => signer.sign(feed({ notes: 'https://evil.example/' }))],
    ['expired', () => signer.sign(feed({ expires: moment(Date.now() - 1000), released: moment(0) }))],
    ['replayed', () => signer.sign(feed({ counter: 4 }))],
    ['too-long', () => signer.sign(JSON.stringify(feed()).padEnd(longestFeed + 1))],
  ])('a feed that is %s, and keeps what it knows', async (why, bytes) => {
    answer = (response) => response.end(bytes());
    expect(await check(known)).toMatchObject({ ...known, failure: why });
    expect(requests).toHaveLength(1);
  });

  it('a redirect: the other server gets no request', async () => {
    for (const status of [301, 302, 303, 307, 308]) {
      requests = [];
      answer = (response) => response.writeHead(status, { location: `${server.origin}/elsewhere` }).end();
      expect(await check()).toMatchObject({ failure: 'redirected' });
      expect(requests.map(({ url }) => url)).toEqual(['/feed-1.txt']);
    }
  });

  it('an answer that never ends, or that is small only until it is unpacked', async () => {
    answer = (response) => {
      const piece = Buffer.alloc(60_000, 32);
      const more = setInterval(() => response.write(piece), 10);
      response.on('close', () => clearInterval(more));
    };
    expect(await check()).toMatchObject({ failure: 'too-long' });
    answer = (response) => {
      const bomb = gzipSync(Buffer.alloc(50_000_000, 32));
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    };
    expect(await check()).toMatchObject({ failure: 'too-long' });
    await waitFor('the connections to be closed', async () => (await server.connections()) === 0);
  });

  it('an answer that stalls, and closes its connection', async () => {
    answer = (response) => {
      response.writeHead(200, { 'content-length': 500 }).write('ed25519 ');
    };
    expect(await check({}, 500)).toMatchObject({ failure: 'timed-out' });
    await waitFor('the connections to be closed', async () => (await server.connections()) === 0);
  });

  it.each([404, 500, 204])('status %i', async (status) => {
    answer = (response) => response.writeHead(status).end(status === 204 ? '' : signer.sign(feed()));
    expect(await check()).toMatchObject({ failure: 'status', newer: null });
  });

  it('an address without https, and sends nothing', async () => {
    const { publicKey } = signer;
    const address = `${server.origin.replace('https', 'http')}/feed-1.txt`;
    expect(await network.checkForUpdates({ address, publicKey })).toMatchObject({ failure: 'unsafe-address' });
    expect(requests).toEqual([]);
  });

  it('to tell of a version that is not newer', async () => {
    answer = (response) => response.end(signer.sign(feed({ version: '0.1.0' })));
    expect(await check()).toMatchObject({ failure: null, newer: null, counter: 5 });
  });
});
