// The terminal commands, alone and with an application that runs.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { root } from '../build/paths.mjs';
import { openAccountWindow } from './harness/account';
import { call, ownPort } from './harness/gateway';
import { enterKey, popoverOf } from './harness/popover';
import { sandboxSwitches } from './harness/running-app';
import { openTestEnvironment } from './harness/test-environment';
import { stateWhere } from './harness/state';
import { runCommand } from './harness/terminal';

const stage = openTestEnvironment();

const command = (args: readonly string[], options: Parameters<typeof runCommand>[2] = {}) =>
  runCommand(stage, args, options);

it('terminal commands store a key and print the figures, without a window or a display', async () => {
  const demo = await stage.demoServer();
  const env = { NINETRAY_API_URL: demo.origin };
  const profile = stage.folder('profile');
  const first = await command(['--status'], { profile, env });
  expect(first.code).toBe(2);

  const refused = await command(['--set-key'], { profile, env, input: demo.key });
  expect(refused).toMatchObject({ code: 2, out: '' });
  const kept = await command(['--set-key', '--storage=unprotected'], { profile, env, input: `${demo.key}\n` });
  expect(kept.code).toBe(0);
  expect(kept.out).toMatch(/^Key \S+ of .+ is stored\.\n$/);

  // An account that has nothing yet.
  await demo.troubles(
    { kind: 'none', operations: ['listSubAccounts'] },
    { kind: 'none', as: 'parts', operations: ['getBalanceData'] },
    { kind: 'none', as: 'list', operations: ['getAutoRenew'] },
  );
  const empty = await command(['--status'], { profile, env });
  expect(empty.code).toBe(0);
  expect(empty.out).toContain('Auto renew    not set up, just now');
  expect(empty.out).toContain('Sub-accounts  0, just now');
  await demo.troubles();

  const { balances } = await demo.state();
  const text = await command(['--status'], { profile, env });
  expect(text.code).toBe(0);
  expect(text.out).toContain(`IP balance    ${balances.ips.toLocaleString('en-US')}, just now`);
  expect(text.out).toMatch(/\n\nAll good\.\n$/);
  const json: unknown = JSON.parse((await command(['--status', '--json'], { profile, env })).out);
  expect(json).toMatchObject({
    exitCode: 0,
    severity: 'fine',
    figures: { ips: { value: { total: balances.ips }, status: 'fresh' } },
  });

  await demo.troubles({ kind: 'missing', operations: ['getBalanceData'] });
  expect((await command(['--status'], { profile, env })).code).toBe(0);
  await demo.troubles({ kind: 'html', operations: ['getBalanceData'] });
  expect((await command(['--status'], { profile, env })).code).toBe(5);
  await demo.troubles({ kind: 'missing' });
  expect((await command(['--status'], { profile, env })).code).toBe(5);
  // Something in front of 9Proxy refuses: that says nothing about the key.
  await demo.troubles({ kind: 'blocked', as: 'basic' });
  expect((await command(['--status'], { profile, env })).code).toBe(4);
  await demo.troubles({ kind: 'blocked', operations: ['getAccountInfo'] });
  expect((await command(['--status'], { profile, env })).code).toBe(5);
  await demo.regenerate();
  await demo.troubles();
  expect((await command(['--status'], { profile, env })).code).toBe(3);
  await demo.stop();
  const away = await command(['--status', '--json'], { profile, env });
  expect(away.code).toBe(4);
  expect(JSON.parse(away.out)).toMatchObject({
    severity: 'attention',
    figures: { ips: { value: { total: balances.ips }, status: 'failed' } },
  });
  for (const { out, err } of [kept, text, away]) expect(out + err).not.toContain(demo.key);
});

it('terminal commands ask the running application, and hand it a key', async () => {
  const demo = await stage.demoServer();
  const env = { NINETRAY_API_URL: demo.origin };
  const app = await stage.launch({ env });
  const page = await popoverOf(app);
  await enterKey(page, demo.key);
  await stateWhere(page, 'the figures', (state) => state.ips.status === 'fresh');
  await demo.control('balances', { ips: 777 });
  // The key is in that application's memory only: only it can have answered.
  const status = await command(['--status'], { env });
  expect(status.out).toContain('IP balance    777, just now');
  expect(status.code).toBe(0);

  const key = await demo.regenerate();
  const handed = await command(['--set-key', '--storage=session'], { env, input: key });
  expect(handed).toMatchObject({ code: 0 });
  await stateWhere(page, 'the new key', (state) => state.key.status === 'present' && state.generation > 2);
  expect((await command(['--status'], { env })).code).toBe(0);
  await app.quit();
});

it('--status says that the demo’s figures are not real, and no gate passes on them', async () => {
  const app = await stage.launch({ args: ['--demo=3'] });
  await popoverOf(app);
  const gate = await command(['--status', '--below', 'ips=1']);
  expect(gate).toMatchObject({ code: 7, out: expect.stringContaining('Demo') });
  expect((await command(['--status', '--demo=3', '--below', 'ips=1'])).code).toBe(0);
  await app.quit();
});

it.runIf(process.platform !== 'win32')(
  'the gateway is managed from a terminal, and a command that is run gets a token that ends with it',
  async () => {
    const demo = await stage.demoServer();
    const env = { NINETRAY_API_URL: demo.origin };
    const alone = await command(['gateway', 'on'], { env });
    expect(alone).toMatchObject({ code: 1, out: '' });
    const app = await stage.launch({ env });
    const page = await popoverOf(app);
    await enterKey(page, demo.key);
    await stateWhere(page, 'the figures', (state) => state.ips.status === 'fresh');
    await call(await openAccountWindow(app, page), 'access.choosePort', { port: ownPort });
    expect((await command(['gateway', 'status'], { env })).code).toBe(3);
    expect((await command(['gateway', 'on'], { env })).code).toBe(0);
    const url = (await command(['gateway', 'url'], { env })).out.trim();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);

    const added = await command(['access', 'add', 'bot', '--role', 'figures', '--expires', '1d'], { env });
    expect(added.out).toMatch(/^ntk[A-Za-z0-9]{40}\n$/);
    const token = added.out.trim();
    const status = async (key: string) =>
      (await fetch(`${url}/client/v1/account/get-info`, { headers: { 'api-key': key } })).status;
    expect(await status(token)).toBe(200);
    expect((await command(['access', 'list', '--json'], { env })).out).not.toContain(token);

    const lease = await command(['key', '--as', 'bot', '--for', '30m'], { env });
    expect(lease.out).toMatch(/^ntk[A-Za-z0-9]{40}\n$/);
    expect(lease.out.trim()).not.toBe(token);
    expect(await status(lease.out.trim())).toBe(200);

    const ran = await ranByFront(['--as', 'bot', '--', process.execPath, '-e', reportingScript], env);
    expect(ran.code).toBe(42);
    const report = JSON.parse(ran.out) as { key: string; url: string; noProxy: string; status: number };
    expect(report).toMatchObject({ url, status: 200, noProxy: expect.stringContaining('127.0.0.1') });
    expect(report.key).not.toBe(token);
    // It ends with its command, and the consumer's own token does not. Asked more often, it would reach the consumer's limit.
    await expect.poll(() => status(report.key), { timeout: 20_000, interval: 1000 }).toBe(401);
    expect(await status(token)).toBe(200);

    expect((await command(['access', 'pause'], { env })).code).toBe(0);
    expect((await command(['gateway', 'status'], { env })).code).toBe(5);
    expect((await command(['access', 'resume'], { env })).code).toBe(0);
    expect((await command(['access', 'revoke', 'bot'], { env })).code).toBe(0);
    expect(await status(token)).toBe(401);
    expect((await ranByFront(['--as', 'bot', '--', 'true'], env)).code).toBe(125);
    expect((await command(['gateway', 'off'], { env })).code).toBe(0);
    expect((await ranByFront(['--', 'true'], env)).code).toBe(125);
    await app.quit();
  },
);

it('the key is searched for and places are listed and rehearsed from a terminal, which prints no key', async () => {
  const demo = await stage.demoServer();
  const env = { NINETRAY_API_URL: demo.origin };
  const app = await stage.launch({ env });
  const page = await popoverOf(app);
  expect((await command(['places', 'scan', '.'], { env })).code).toBe(2);
  await enterKey(page, demo.key);
  await stateWhere(page, 'the figures', (state) => state.ips.status === 'fresh');
  const folder = stage.folder('projects');
  mkdirSync(join(folder, 'shop'), { recursive: true });
  const file = join(realpathSync(folder), 'shop', '.env');
  writeFileSync(file, `NINEPROXY_KEY=${demo.key}\n`);
  writeFileSync(join(folder, 'other.txt'), 'nothing\n');

  const listed = await command(['places', 'list'], { env });
  expect(listed).toMatchObject({ code: 0, out: expect.stringContaining('ninetray places scan') });
  const found = await command(['places', 'scan', folder, '--json'], { env });
  expect(found.code).toBe(0);
  expect(JSON.parse(found.out)).toMatchObject({ status: 'done', found: 1, places: [{ path: file, class: 'config' }] });
  expect((await command(['places', 'scan', join(folder, 'other.txt')], { env })).out).not.toContain('.env');
  const missing = await command(['places', 'scan', 'A'.repeat(60)], { env });
  expect(missing).toMatchObject({ code: 1, out: '' });
  expect(missing.err).not.toContain('AAAA');

  const update = { by: 'file' as const, path: file };
  const place = { id: 'shop', name: 'Web shop', kind: 'env-file' as const, where: '', note: '', update };
  await call(await openAccountWindow(app, page), 'places.save', { place });
  const rehearsed = await command(['places', 'rehearse', 'Web shop', '--json'], { env });
  expect(rehearsed.code).toBe(0);
  expect(JSON.parse(rehearsed.out)).toMatchObject({ places: [{ name: 'Web shop', state: 'untried', where: file }] });
  writeFileSync(file, 'NINEPROXY_KEY=none\n');
  expect((await command(['places', 'rehearse'], { env })).code).toBe(5);
  expect((await command(['places', 'rehearse', 'Shop'], { env })).code).toBe(3);
  for (const { out, err } of [listed, found, rehearsed]) expect(out + err).not.toContain(demo.key);

  if (process.platform !== 'win32') await expectSearchToStop(page, env);
  await app.quit();
});

/** Ctrl-C in a search of everything ends it, also in the application. */
async function expectSearchToStop(page: Page, env: Record<string, string>): Promise<void> {
  const isRunning = stateWhere(page, 'a search of everything', ({ places }) => places.scan?.status === 'running');
  const stopped = await command(['places', 'scan', '/'], { env, interruptAfter: isRunning });
  expect(stopped).toMatchObject({ code: 130, out: '' });
  await stateWhere(page, 'the end of the search', ({ places }) => places.scan?.status === 'cancelled');
}

/** Says what it was given and how the account read went, and exits with 42. */
const reportingScript = `
  const { NINEPROXY_API_KEY: key, NINEPROXY_API_URL: url, NO_PROXY: noProxy } = process.env;
  fetch(url + '/client/v1/account/get-info', { headers: { 'api-key': key } }).then(({ status }) => {
    console.log(JSON.stringify({ key, url, noProxy, status }));
    process.exitCode = 42;
  });`;

/** `ninetray run` with these arguments, on the profile of these tests: the command of a package, beside a program that is this application. */
async function ranByFront(args: readonly string[], env: NodeJS.ProcessEnv) {
  const { DISPLAY: _, ...rest } = stage.env;
  const folder = stage.folder('package');
  const front = join(folder, 'resources/bin/ninetray');
  mkdirSync(dirname(front), { recursive: true });
  copyFileSync(join(root, 'build/package/bin/ninetray'), front);
  const headless = process.platform === 'linux' ? ['--ozone-platform=headless'] : [];
  const program = [
    inject('electron').path,
    ...sandboxSwitches(),
    ...headless,
    `--user-data-dir=${stage.profile}`,
    root,
  ];
  const quoted = program.map((part) => `'${part}'`).join(' ');
  writeFileSync(join(folder, 'ninetray'), `#!/bin/sh\nexec ${quoted} "$@"\n`, { mode: 0o755 });
  const child = spawn(front, ['run', ...args], { env: { ...rest, ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
  let out = '';
  child.stdout.on('data', (data: Buffer) => (out += data.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out };
}

it('a command whose output cannot be written exits with 1, without a window', async () => {
  const outputs: ('closed pipe' | '/dev/full')[] = process.platform === 'linux' ? ['closed pipe', '/dev/full'] : [];
  for (const output of outputs) expect((await command(['--status', '--demo=3'], { output })).code).toBe(1);
});

it('a mistyped switch gets a suggestion, and nothing that may be a key is repeated', async () => {
  expect(await command(['--status', '--jsn'])).toMatchObject({ code: 1, err: expect.stringContaining('--json?') });
  const bare = await command(['--set-key', 'A'.repeat(60)]);
  expect(bare.code).toBe(1);
  expect(bare.err).not.toContain('AAAA');
});

it('the command line shows help and version, and refuses unknown arguments', async () => {
  expect(await command(['--version'])).toMatchObject({ code: 0, out: expect.stringMatching(/^NineTray \d/) });
  expect(await command(['-h'])).toMatchObject({ code: 0, out: expect.stringContaining('--set-key') });
  expect(await command(['--demo=5'])).toMatchObject({ code: 1, out: '' });
});
