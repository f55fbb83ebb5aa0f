// The package that users install: it starts with its fuses set, and no switch, variable or helper of it exposes the key.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { refusedText, startupTexts } from '../../app/texts/startup';
import { figureNames } from '../../app/texts/figures';
import { testSigner } from '../../app/updates/feed.fixture';
import { visibleWindows } from '../../build/desktop/screen.mjs';
import { menuText } from '../../build/desktop/tray.mjs';
import { waitFor } from '../../build/desktop/wait-for.mjs';
import { fuseProblems } from '../../build/package/check/fuses.mjs';
import { run } from '../../build/run.mjs';
import type { DemoServer } from '../harness/demo-server';
import { type HttpsServer, makeCa } from '../harness/network/https-vendor';
import { agreeToNoSandbox, launchPackaged, type PackagedApp } from '../harness/packaged-app';
import { sandboxSwitches } from '../harness/running-app';
import { openTestEnvironment } from '../harness/test-environment';
import { runCommand } from '../harness/terminal';

const stage = openTestEnvironment();
const executable = inject('packaged');
let demo: DemoServer;
/** A profile with a key of the demo, whose user agreed to run without the sandbox. */
let profile = '';
const apps: PackagedApp[] = [];
const servers: (HttpsServer | Server)[] = [];

beforeAll(async () => {
  demo = await stage.demoServer();
  profile = stage.folder('with-key');
  agreeToNoSandbox(profile);
  const env = { NINETRAY_API_URL: demo.origin };
  const kept = await runCommand(stage, ['--set-key', '--storage=unprotected'], {
    executable,
    profile,
    env,
    input: demo.key,
  });
  if (kept.code !== 0) throw new Error(`The key was not stored: ${kept.err}`);
});

afterAll(async () => {
  for (const app of apps) await app.kill();
  for (const server of servers) server.close();
});

function launch(options: { profile: string; args?: readonly string[]; env?: NodeJS.ProcessEnv }): PackagedApp {
  const app = launchPackaged(executable, { ...options, env: { ...stage.env, ...options.env } });
  apps.push(app);
  return app;
}

it('the package starts, registers its tray item and formats a figure in the system’s locale', async () => {
  const own = stage.folder('profile');
  agreeToNoSandbox(own);
  const app = launch({ profile: own, args: ['--demo'], env: { LANG: 'de_DE.UTF-8' } });
  expect(await stage.desktop.tray.tooltip()).toContain('NineTray');
  await waitFor('a figure in the menu', async () =>
    new RegExp(`${figureNames.ips}.*\\d\\.\\d{3}`).test(menuText(await stage.desktop.tray.menu())),
  );
  await waitFor('the popover', async () => (await visibleWindows(stage.env, app.pid)).length > 0);
  await stage.picture('packaged-popover');
  await app.kill();
});

it('the package refuses a debugger, Node mode, and code that is not its own', async () => {
  expect(await fuseProblems(executable)).toEqual([]);
});

it('the package does not start with a switch that could expose the key, and names the switch', async () => {
  const env = { NINETRAY_API_URL: demo.origin };
  const traces = stage.folder('traces');
  const file = join(traces, 'f');
  const starts = [
    ['--trace-startup=netlog', `--trace-startup-file=${file}`],
    [`--log-net-log=${file}`, '--net-log-capture-mode=Everything'],
    ['--enable-logging=file', `--log-file=${file}`, '--v=2'],
    [`--ssl-key-log-file=${file}`],
    ['--remote-debugging-port=0'],
    ['--ignore-certificate-errors', '--host-resolver-rules=MAP * 127.0.0.1'],
    ['--proxy-server=http://127.0.0.1:9'],
    [`--utility-cmd-prefix=tee ${file}`],
    [`--renderer-cmd-prefix=tee ${file}`],
    ['--disable-seccomp-filter-sandbox'],
    ['--keyring-helper'],
  ];
  expect((await runCommand(stage, ['--status'], { executable, profile, env })).code).toBe(0);
  for (const switches of starts) {
    const { code, out, err } = await runCommand(stage, [...switches, '--status'], { executable, profile, env });
    const names = switches.map((one) => one.split('=')[0] ?? '');
    expect([switches, code, out]).toEqual([switches, 1, '']);
    expect(err).toContain(refusedText(names));
    expect(err).not.toContain('DevTools listening');
  }
  for (const name of readdirSync(traces)) expect(readFileSync(join(traces, name), 'utf8')).not.toContain(demo.key);
});

it('the package writes no TLS secrets to a file, whatever the environment requests', async () => {
  const home = stage.folder('home');
  const serve = makeCa(stage.folder('ca'), home);
  const vendor = await serve((_request, response) => response.writeHead(500).end());
  servers.push(vendor);
  const secrets = join(stage.folder('secrets'), 'keys');
  const env = { HOME: home, NINETRAY_API_URL: vendor.origin, SSLKEYLOGFILE: secrets };
  const answer = await runCommand(stage, ['--set-key', '--storage=unprotected'], {
    executable,
    profile,
    env,
    input: demo.key,
  });
  // The server answered, so there was a connection whose secrets could have been written.
  expect(answer).toMatchObject({ code: 4 });
  expect(existsSync(secrets)).toBe(false);
});

it('the package asks no other feed of updates, whatever the environment requests', async () => {
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.push(server);
  const { port } = server.address() as AddressInfo;
  const own = stage.folder('updates');
  mkdirSync(own, { recursive: true, mode: 0o700 });
  const settings = { runWithoutSandbox: true, updateCheck: 'on' };
  writeFileSync(join(own, 'settings.json'), JSON.stringify(settings), { mode: 0o600 });
  // In development it is asked at the first pulse (e2e/linux/updates.test.ts).
  const feed = `https://127.0.0.1:${port}/feed-1.txt ${testSigner().publicKey} 0`;
  const app = launch({ profile: own, env: { NINETRAY_API_URL: demo.origin, NINETRAY_UPDATE_FEED: feed } });
  await waitFor('the first pulse', () => existsSync(join(own, 'updates.json')), 60_000);
  await app.kill();
  // Written before a request, in the same step as the time of the first pulse.
  expect(JSON.parse(readFileSync(join(own, 'updates.json'), 'utf8'))).toMatchObject({ checkedAt: null });
  expect(connections).toBe(0);
});

it('the keyring helper decrypts nothing for a program that starts it', async () => {
  const { code, out } = await new Promise<{ code: number | null; out: string }>((resolve) => {
    const switches = [...sandboxSwitches(), '--ozone-platform=headless', `--user-data-dir=${stage.folder('helper')}`];
    const child = spawn(executable, [...switches, '--keyring-helper'], {
      env: stage.env,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    let printed = '';
    child.stdout.on('data', (data: Buffer) => (printed += data.toString()));
    // It may have ended before it is asked.
    child.stdin.on('error', () => undefined);
    child.stdin.end('{"id":1,"call":"available","input":""}\n{"id":2,"call":"decrypt","input":"djExYWJj"}\n');
    child.on('close', (ended) => resolve({ code: ended, out: printed }));
  });
  expect({ code, out }).toEqual({ code: 1, out: '' });
});

it('without its sandbox the package reads no key and shows no window until the user agrees', async () => {
  const own = stage.folder('new');
  const env = { NINETRAY_API_URL: demo.origin };
  const refused = await runCommand(stage, ['--no-sandbox', '--set-key'], {
    executable,
    profile: own,
    env,
    input: demo.key,
  });
  expect(refused).toMatchObject({ code: 2, out: '' });
  expect(refused.err).toContain(startupTexts.noSandboxInTerminal);

  const { env: desktop, tray } = stage.desktop;
  const press = (...keys: string[]) => run('xdotool', ['key', ...keys], { env: desktop, limit: 20_000 });
  const question = (app: PackagedApp) =>
    waitFor('the question to have the keyboard', async () => {
      const active = (await run('xdotool', ['getactivewindow'], { env: desktop, limit: 20_000 })).out.trim();
      return (await visibleWindows(desktop, app.pid)).some(({ id }) => id === active);
    });
  const first = launch({ profile: own, args: ['--no-sandbox', '--demo=3'] });
  await question(first);
  await stage.picture('no-sandbox-question');
  expect(await tray.items()).toEqual([]);
  await press('Escape');
  expect(await first.ended).toBe(0);

  const second = launch({ profile: own, args: ['--no-sandbox', '--demo=3'] });
  await question(second);
  await press('Tab', 'Return');
  expect(await tray.tooltip()).toContain('NineTray');
  await waitFor('the banner', async () => (await visibleWindows(desktop, second.pid)).length > 0);
  await stage.picture('no-sandbox-banner');
  expect(JSON.parse(readFileSync(join(own, 'settings.json'), 'utf8'))).toMatchObject({ runWithoutSandbox: true });
  const status = await runCommand(stage, ['--no-sandbox', '--status'], { executable, profile: own });
  expect(status.out).toContain(startupTexts.noSandboxLine);
  await second.kill();
});
