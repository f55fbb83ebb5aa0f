// A page in a real browser (Debian's Chromium) attacks the gateway of the running application, with a good token.
import http from 'node:http';
import { chromium } from 'playwright-core';
import { expect, it } from 'vitest';
import { usualConsumerChoices } from '../../app/model/access/consumer';
import { call, openWithGateway } from '../harness/gateway';
import { openTestEnvironment } from '../harness/test-environment';

const stage = openTestEnvironment({ keyring: 'unlocked' });

async function hostilePage(): Promise<{ origin: string; close(): void }> {
  const server = http.createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end(`<!doctype html><title>x</title><body></body><script>${attack}</script>`);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('There is no port.');
  return { origin: `http://evil.example:${address.port}`, close: () => server.close() };
}

/** All the ways in which a page can send a request; returns what it could read of each. */
const attack = `
async function attack(gateway, token) {
  const read = [];
  const url = gateway + '/client/v1/account/get-info?api-key=' + token;
  const write = gateway + '/client/v1/proxy-connection/create?api-key=' + token;
  const attempt = async (run) => {
    try {
      const text = await run();
      if (text) read.push(text);
    } catch {}
  };
  const inElement = (name) => attempt(() => new Promise((resolve, reject) => {
    const element = document.createElement(name);
    element.onerror = reject;
    element.onload = () => resolve(name === 'iframe' ? element.contentDocument?.body.textContent : 'loaded');
    element.src = url;
    document.body.append(element);
  }));
  await attempt(async () => (await fetch(url)).text());
  await attempt(async () => (await fetch(url, { headers: { authorization: 'Bearer ' + token } })).text());
  await attempt(async () => (await fetch(url, { mode: 'no-cors' })).text());
  await attempt(async () => (await fetch(write, { method: 'POST', mode: 'no-cors', body: '{"quantity":1}' })).text());
  for (const name of ['img', 'script', 'iframe']) await inElement(name);
  await attempt(() => new Promise((resolve, reject) => {
    const socket = new WebSocket(url.replace('http', 'ws'));
    socket.onopen = () => resolve('a socket');
    socket.onerror = reject;
  }));
  await attempt(() => new Promise((resolve) => {
    const frame = document.createElement('iframe');
    frame.name = 'target';
    const form = document.createElement('form');
    Object.assign(form, { method: 'post', action: write, target: 'target' });
    document.body.append(frame, form);
    form.submit();
    setTimeout(() => resolve(''), 1000);
  }));
  return read;
}
`;

/** The application with its gateway on, and a token that may do everything. */
async function openGateway() {
  const demo = await stage.demoServer(['--still', '--size', '3']);
  const app = await stage.launch({ profile: stage.folder('profile'), env: { NINETRAY_API_URL: demo.origin } });
  const { account, url: gateway } = await openWithGateway(app, demo.key);
  const { token } = await call(account, 'access.addConsumer', {
    ...usualConsumerChoices,
    name: 'Stolen',
    role: 'everything',
    limits: { ...usualConsumerChoices.limits, readsPerSecond: 50 },
  });
  return { app, account, gateway, token };
}

/** Debian's Chromium, in which every name of .example leads to this computer. */
function openChromium(...args: string[]) {
  return chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--host-resolver-rules=MAP *.example 127.0.0.1', ...args],
  });
}

it('a page in a real browser can’t reach 9Proxy, and reads nothing, even with a token and under another name', async () => {
  const { app, account, gateway, token } = await openGateway();
  const page = await hostilePage();
  // A browser that asks for no permission, as most do.
  const browser = await openChromium('--disable-features=LocalNetworkAccessChecks,BlockInsecurePrivateNetworkRequests');
  try {
    const tab = await browser.newPage();
    await tab.goto(page.origin);
    expect(await tab.evaluate(`attack(${JSON.stringify(gateway)}, ${JSON.stringify(token)})`)).toEqual([]);
    // A name of the attacker's that now leads to this computer: requests of the same origin, without any sign of a browser.
    const rebound = gateway.replace('127.0.0.1', 'rebound.example');
    const answer = await tab.goto(`${rebound}/client/v1/account/get-info?api-key=${token}`);
    expect([answer?.status(), await answer?.text()]).toEqual([
      403,
      '{"success":false,"message":"Forbidden","errors":[]}',
    ]);
    const same = await tab.evaluate(
      async (secret) => (await fetch(`/client/v1/account/get-info?api-key=${secret}`)).status,
      token,
    );
    expect(same).toBe(403);
  } finally {
    await browser.close();
    page.close();
  }
  const { lines } = await call(account, 'access.readActivity', undefined);
  // They did arrive, and each was refused by what it is.
  expect(lines.length).toBeGreaterThanOrEqual(8);
  expect(lines.filter(({ code }) => code !== 'browser' && code !== 'foreign-host')).toEqual([]);
  expect(lines.some(({ code }) => code === 'foreign-host')).toBe(true);
  await app.quit();
}, 120_000);

it('a page that the browser allows to reach this computer can’t reach 9Proxy, and reads nothing (T4)', async () => {
  const { app, account, gateway, token } = await openGateway();
  const page = await hostilePage();
  // As if it came from the internet, over https: only then does the browser ask the user at all.
  const browser = await openChromium(
    `--ip-address-space-overrides=${page.origin.replace('http://evil.example', '127.0.0.1')}=public`,
    `--unsafely-treat-insecure-origin-as-secure=${page.origin}`,
  );
  const linesOfActivity = async () => (await call(account, 'access.readActivity', undefined)).lines;
  try {
    const context = await browser.newContext();
    const tab = await context.newPage();
    await tab.goto(page.origin);
    const run = () => tab.evaluate(`attack(${JSON.stringify(gateway)}, ${JSON.stringify(token)})`);
    expect(await run()).toEqual([]);
    // Without the permission this browser sends nothing, so that the next requests are there because of it.
    expect(await linesOfActivity()).toEqual([]);
    await context.grantPermissions(['local-network-access'], { origin: page.origin });
    expect(await run()).toEqual([]);
  } finally {
    await browser.close();
    page.close();
  }
  const lines = await linesOfActivity();
  expect(lines.length).toBeGreaterThanOrEqual(6);
  expect(lines.filter(({ code }) => code !== 'browser')).toEqual([]);
  await app.quit();
}, 120_000);
