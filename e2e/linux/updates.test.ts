// Whom the application connects to, with the check for updates off and on; and a newer version, from the feed to the popover.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { z } from 'zod';
import type { Api } from '../../app/bridge/contract';
import { exampleFeed, testSigner } from '../../app/updates/feed.fixture';
import { updateTexts } from '../../app/texts/updates';
import { waitFor } from '../../build/desktop/wait-for.mjs';
import { type HttpsServer, makeCa } from '../harness/network/https-vendor';
import { enterKey, popoverOf } from '../harness/popover';
import { stateOf, stateWhere } from '../harness/state';
import { runCommand } from '../harness/terminal';
import { openTestEnvironment } from '../harness/test-environment';

const stage = openTestEnvironment();
const signer = testSigner();
const servers: (HttpsServer | Server)[] = [];

afterAll(() => {
  for (const server of servers) server.close();
});

/** A profile with these settings. */
function profileWith(settings: object): string {
  const profile = stage.folder('profile');
  mkdirSync(profile, { recursive: true, mode: 0o700 });
  writeFileSync(join(profile, 'settings.json'), JSON.stringify(settings), { mode: 0o600 });
  return profile;
}

/** A proxy for all that does not stay on this computer. It notes whom it is to connect to, and connects to nobody. */
async function recordingProxy(): Promise<{ url: string; wanted: string[] }> {
  const wanted: string[] = [];
  const proxy = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.once('data', (data) => {
      wanted.push(data.toString('latin1').split('\r\n')[0] ?? '');
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    });
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  servers.push(proxy);
  return { url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`, wanted };
}

const feedVariable = (address: string) => `${address} ${signer.publicKey} 0`;

it('nobody but 9Proxy is asked with the check off, and the feed alone, once, with it on', async () => {
  const demo = await stage.demoServer();
  const { url, wanted } = await recordingProxy();
  const env = { NINETRAY_API_URL: demo.origin, NINETRAY_UPDATE_FEED: feedVariable('https://feed.test/feed-1.txt') };
  const profile = profileWith({ updateCheck: 'off', proxy: { mode: 'given', url } });
  // The setting is for NineTray's own sessions, the switch for all others of Chromium.
  const app = await stage.launch({ profile, env, switches: [`--proxy-server=${url}`] });
  const page = await popoverOf(app);
  await enterKey(page, demo.key);
  await stateWhere(page, 'the figures', ({ ips }) => ips.status === 'fresh');
  // The file of updates is written by the pulse that would check.
  await waitFor('the pulse', () => existsSync(join(profile, 'updates.json')), 60_000);
  expect(wanted).toEqual([]);

  await page.evaluate(() =>
    (globalThis as unknown as { ninetray: Api }).ninetray.call('settings.change', { updateCheck: 'on' }),
  );
  const { updates } = await stateWhere(page, 'the check', (state) => state.updates.failure !== null, 60_000);
  expect(updates).toMatchObject({ failure: 'unreachable', newer: null });
  expect([...new Set(wanted)]).toEqual(['CONNECT feed.test:443 HTTP/1.1']);
  await app.quit();
});

it('a newer version is told of in the popover and in a terminal, and no more once it is skipped', async () => {
  const home = stage.folder('home');
  const serve = makeCa(stage.folder('ca'), home);
  let requests = 0;
  const expires = new Date(Date.now() + 86_400_000).toISOString();
  const server = await serve((_request, response) => {
    requests += 1;
    response.end(signer.sign({ ...exampleFeed, version: '99.1.0', expires }));
  });
  servers.push(server);
  const demo = await stage.demoServer();
  const profile = profileWith({ updateCheck: 'on' });
  const env = {
    HOME: home,
    NINETRAY_API_URL: demo.origin,
    NINETRAY_UPDATE_FEED: feedVariable(`${server.origin}/feed-1.txt`),
  };
  const app = await stage.launch({ profile, env });
  const page = await popoverOf(app);
  await enterKey(page, demo.key);
  await stateWhere(page, 'the newer version', ({ updateLine }) => updateLine === 'newer', 60_000);
  await page.getByText(updateTexts.available({ version: '99.1.0' })).waitFor();
  const status = async () => {
    const { out } = await runCommand(stage, ['--status', '--json'], { profile, env });
    return z.object({ newerVersion: z.string().nullable() }).parse(JSON.parse(out)).newerVersion;
  };
  expect(await status()).toBe('99.1.0');
  await page.getByRole('button', { name: updateTexts.skip }).click();
  await waitFor('the line to be gone', async () => (await stateOf(page)).updateLine === 'none');
  await app.quit();
  // Without the application, which remembers it; nothing is requested for that.
  expect(await status()).toBe('99.1.0');
  expect(requests).toBe(1);
});
