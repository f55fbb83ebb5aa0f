// The ninetray command of the package: found through the links that the deb makes, and with the packaged application behind it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, realpathSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, expect, inject, it } from 'vitest';
import { emptyAccess } from '../../app/gateway/consumers/access-document';
import { waitFor } from '../../build/desktop/wait-for.mjs';
import { root } from '../../build/paths.mjs';
import { ownPort } from '../harness/gateway';
import { agreeToNoSandbox, launchPackaged, type PackagedApp } from '../harness/packaged-app';
import { sandboxSwitches } from '../harness/running-app';
import { openTestEnvironment } from '../harness/test-environment';
import { runCommand } from '../harness/terminal';

const stage = openTestEnvironment();
const executable = inject('packaged');
const front = join(dirname(executable), 'resources/bin/ninetray');
const apps: PackagedApp[] = [];

afterAll(async () => {
  for (const app of apps) await app.kill();
});

/** The command as /usr/bin has it: a link to a link of update-alternatives, which leads into the package. */
function installed(): string {
  const folder = stage.folder('usr');
  const [alternative, command] = [join(folder, 'alternative'), join(folder, 'ninetray')];
  symlinkSync(front, alternative);
  symlinkSync(alternative, command);
  return command;
}

/** What it prints first with Node: its variables, and how the account read went. It exits with 42. */
const script = `
  const { NINEPROXY_API_KEY: key, NINEPROXY_API_URL: url } = process.env;
  fetch(url + '/client/v1/account/get-info', { headers: { 'api-key': key } }).then(({ status }) => {
    console.log(JSON.stringify({ key, url, status }));
    process.exitCode = 42;
  });`;

it('the deb’s scripts link /usr/bin to the command, which is in the package and may be run', () => {
  expect(statSync(front).mode & 0o777).toBe(0o755);
  const inPackage = "'/opt/${sanitizedProductName}/resources/bin/${executable}'";
  for (const name of ['after-install.tpl', 'after-remove.tpl'])
    expect(readFileSync(join(root, 'build/package/linux', name), 'utf8')).toContain(inPackage);
});

it('the package’s command prints its version, also where no profile can be made', async () => {
  const command = installed();
  expect(await runCommand(stage, ['--version'], { executable: command })).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^NineTray \d/),
  });
  const file = join(stage.folder('home'), 'file');
  writeFileSync(file, '');
  const nowhere = { executable: command, profile: join(file, 'profile') };
  expect((await runCommand(stage, ['--version'], nowhere)).code).toBe(0);
  expect(await runCommand(stage, ['places', 'list'], nowhere)).toMatchObject({ code: 1, out: '' });
});

it('the package’s command runs a program with a token, and searches for the key', async () => {
  const demo = await stage.demoServer();
  const profile = stage.folder('profile');
  agreeToNoSandbox(profile);
  writeFileSync(join(profile, 'access.json'), JSON.stringify({ version: 1, ...emptyAccess, port: ownPort }));
  const env = { NINETRAY_API_URL: demo.origin };
  const command = installed();
  const asked = (...args: string[]) => runCommand(stage, args, { executable: command, profile, env });
  const storing = { executable: command, profile, env, input: demo.key };
  expect((await runCommand(stage, ['--set-key', '--storage=unprotected'], storing)).code).toBe(0);
  const app = launchPackaged(executable, { profile, args: ['--hidden'], env: { ...stage.env, ...env } });
  apps.push(app);
  await waitFor('the application', async () => (await asked('--status')).code === 0);
  expect((await asked('gateway', 'on')).code).toBe(0);
  expect((await asked('access', 'add', 'bot', '--role', 'figures')).out).toMatch(/^ntk\w{40}\n$/);

  const switches = [...sandboxSwitches(), '--ozone-platform=headless', `--user-data-dir=${profile}`];
  const child = spawn(command, ['run', ...switches, '--as', 'bot', '--', process.execPath, '-e', script], {
    env: { ...stage.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.on('data', (data: Buffer) => (out += data.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  expect({ code, ...(JSON.parse(out) as object) }).toEqual({
    code: 42,
    key: expect.stringMatching(/^ntk\w{40}$/),
    url: `http://127.0.0.1:${String(ownPort)}`,
    status: 200,
  });

  const folder = stage.folder('projects');
  mkdirSync(join(folder, 'shop'));
  writeFileSync(join(folder, 'shop/.env'), `KEY=${demo.key}\n`);
  const found = await asked('places', 'scan', folder, '--json');
  expect(found).toMatchObject({ code: 0, out: expect.not.stringContaining(demo.key) });
  expect(JSON.parse(found.out)).toMatchObject({ places: [{ path: join(realpathSync(folder), 'shop/.env') }] });
  await app.kill();
});
