// Known keys go to places and through the gateway in a regeneration, on a desktop with a real keyring. Apart from the places themselves they
// are in no journal, log or other file, in nothing that the gateway sends, in no list of its activity, and in no argument or environment of a
// command, a hook, a check or a program that `ninetray run` starts.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { usualConsumerChoices } from '../../app/model/access/consumer';
import type { Place } from '../../app/model/places/place';
import { endpoints } from '../../app/nineproxy/operations/endpoints';
import { accessTexts } from '../../app/texts/account/access';
import { root } from '../../build/paths.mjs';
import { goTo } from '../harness/account';
import { files, heapSnapshot, sightings, sightingsInFolder, watchProcesses } from '../harness/canary';
import type { DemoServer } from '../harness/demo-server';
import { call, openWithGateway } from '../harness/gateway';
import { sandboxSwitches } from '../harness/running-app';
import { stateWhere } from '../harness/state';
import { openTestEnvironment } from '../harness/test-environment';
import { begin, giveKey, goToField, recordPages } from '../harness/wizard';
import { callAll } from '../in-page/hostile.mjs';

const stage = openTestEnvironment({ keyring: 'unlocked' });

/** What a program of the shell was started with, and the arguments of every program of this computer. */
const report = "{ tr '\\0' '\\n' < /proc/$$/cmdline; tr '\\0' '\\n' < /proc/$$/environ; ps -A -o args=; }";

const programs = ['store', 'hook', 'check'] as const;

/** A file, and a command that waits until `hurry` is there, with a hook and a check; and a command that prints the key and fails. */
function placesIn(folder: string, key: string): Place[] {
  writeFileSync(join(folder, '.env'), `KEY=${key}\n`);
  for (const name of programs) writeFileSync(join(folder, `${name}.sh`), `${report} > seen-${name}\n`);
  writeFileSync(
    join(folder, 'store.sh'),
    `cat > stored\n${report} > seen-store\nuntil [ -e hurry ]; do sleep 0.1; done\n`,
  );
  writeFileSync(join(folder, 'broken.sh'), 'cat\necho " was refused"\nexit 1\n');
  const command = (name: string) => ({
    program: '/bin/sh',
    arguments: [join(folder, `${name}.sh`)],
    folder,
    timeLimit: 120,
  });
  const common = { kind: 'other', where: '', note: '', hook: command('hook'), check: command('check') } as const;
  const byCommand = { by: 'command', recipe: 'own', newline: false, repeatable: true, probe: null } as const;
  return [
    { ...common, id: 'file', name: 'Scraper', update: { by: 'file', path: join(folder, '.env') } },
    { ...common, id: 'store', name: 'Store', update: { ...byCommand, command: command('store') } },
    {
      kind: 'other',
      where: '',
      note: '',
      id: 'broken',
      name: 'Broken',
      update: { ...byCommand, command: command('broken') },
    },
  ];
}

/** Sends one request over a connection of its own, and returns every byte that comes back. */
function ask(url: string, method: string, path: string, credential: string, body = ''): Promise<string> {
  const { hostname, port, host } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = net.connect({ host: hostname, port: Number(port) });
    const lines = [`${method} ${path} HTTP/1.1`, `Host: ${host}`, `api-key: ${credential}`, 'Connection: close'];
    socket.write([...lines, `Content-Length: ${body.length}`, '', body].join('\r\n'));
    let text = '';
    socket.on('data', (data) => (text += String(data)));
    socket.on('error', reject);
    socket.on('close', () => resolve(text));
  });
}

/** Reads and a write, while the vendor does what it can to send the key back, and a program that sends the key as a token. */
async function survive(demo: DemoServer, key: string, url: string, token: string): Promise<string[]> {
  const { path } = endpoints.getAccountInfo;
  const answers = [await ask(url, 'GET', path, token)];
  for (const trouble of [
    { kind: 'echoKey', as: 'json' },
    { kind: 'echoKey', as: 'html' },
    { kind: 'redirectToSelf' },
    { kind: 'successFalse', message: `No such key ${key}` },
  ]) {
    await demo.troubles(trouble);
    answers.push(await ask(url, 'GET', path, token));
  }
  await demo.troubles({ kind: 'echoKey', as: 'json', operations: ['setSubAccountStatus'] });
  const write = endpoints.setSubAccountStatus;
  answers.push(await ask(url, write.method, write.path, token, '{"id":1,"status":1}'));
  await demo.troubles();
  answers.push(await ask(url, 'GET', path, key));
  return answers;
}

/** The ninetray command as in a package, with this profile and the built application behind it. */
function installedCommand(profile: string): string {
  const folder = stage.folder('installed');
  const command = join(folder, 'resources/bin/ninetray');
  mkdirSync(join(folder, 'resources/bin'), { recursive: true });
  copyFileSync(join(root, 'build/package/bin/ninetray'), command);
  const switches = [...sandboxSwitches(), '--ozone-platform=headless', `--user-data-dir=${profile}`, root];
  const application = [inject('electron').path, ...switches].map((word) => `'${word}'`).join(' ');
  writeFileSync(join(folder, 'ninetray'), `#!/bin/sh\nexec ${application} "$@"\n`, { mode: 0o755 });
  return command;
}

/** Runs a program with `ninetray run`; it reports what it was started with. Returns all that it prints. */
async function runWithToken(command: string, env: NodeJS.ProcessEnv): Promise<string> {
  // In the address it would be an argument of curl's.
  const address = `url = "%s${endpoints.getAccountInfo.path}?api-key=%s"`;
  const script = `${report}; printf '${address}' "$NINEPROXY_API_URL" "$NINEPROXY_API_KEY" | curl -s -K -`;
  const child = spawn(command, ['run', '--role', 'figures', '--', 'sh', '-c', script], {
    env: { ...stage.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (text += String(data)));
  await once(child, 'close');
  return text;
}

async function addPlaces(wizard: Page, places: readonly Place[]): Promise<void> {
  for (const place of places) expect(await wizard.evaluate(callAll, [['places.save', { place }]])).toEqual(['ok']);
  const { places: listed } = await stateWhere(
    wizard,
    'the places',
    (state) => state.places.rows.length === places.length,
  );
  for (const { place } of listed.rows)
    expect(await wizard.evaluate(callAll, [['places.confirmCommands', { seen: place }]])).toEqual(['ok']);
  expect(await wizard.evaluate(callAll, [['places.rehearse', { placeIds: null }]])).toEqual(['ok']);
}

it('no key leaves a trace in the journal, the gateway’s answers and activity, or what commands and hooks are started with', {
  timeout: 240_000,
}, async () => {
  const demo = await stage.demoServer(['--still', '--size', '3']);
  const env = { NINETRAY_API_URL: demo.origin, ELECTRON_ENABLE_LOGGING: '1' };
  const old = demo.key;
  const keys = [old];
  const folder = stage.folder('places');
  const processes = watchProcesses();
  const app = await stage.launch({ env });
  const { popover, account, url } = await openWithGateway(app, demo.key);
  await recordPages(app);
  const limits = { ...usualConsumerChoices.limits, readsPerSecond: 50 };
  const choices = { ...usualConsumerChoices, name: 'Scraper', role: 'everything', holdSeconds: 60, limits } as const;
  const { token } = await call(account, 'access.addConsumer', choices);
  const traffic = await survive(demo, demo.key, url, token);
  const command = installedCommand(stage.profile);
  const printed = [await runWithToken(command, env)];

  const wizard = await begin(popover, app, 'on-purpose');
  await addPlaces(wizard, placesIn(folder, demo.key));
  await goToField(wizard);
  keys.push(await demo.regenerate());
  const waits = ask(url, 'GET', endpoints.getAccountInfo.path, token);
  await stateWhere(popover, 'the read to wait', ({ access }) => access.holding !== null);
  await giveKey(wizard, keys[1] ?? '');
  // In the middle of the push: the command has the key and still runs.
  await stateWhere(
    popover,
    'the push',
    ({ places }) => existsSync(join(folder, 'seen-store')) && places.run?.endedAt === null,
  );
  expect(readFileSync(join(stage.profile, 'places-run.json'), 'utf8')).toContain('begun');
  expect(sightingsInFolder(stage.profile, keys)).toEqual([]);
  printed.push(await runWithToken(command, env));
  writeFileSync(join(folder, 'hurry'), '');
  const { places } = await stateWhere(
    popover,
    'the end of the push',
    ({ places: { run } }) => run !== null && run.rows.every(({ state }) => state === 'done' || state === 'blocked'),
  );
  traffic.push(
    await waits,
    ...(await survive(demo, keys[1] ?? '', url, token)),
    await ask(url, 'GET', endpoints.getAccountInfo.path, old),
  );

  await goTo(account, 'access');
  await account.getByRole('heading', { name: accessTexts.activity }).waitFor();
  const { lines } = await call(account, 'access.readActivity', undefined);
  const shown = await account.locator('body').innerText();
  const heap = await heapSnapshot(account);
  await app.quit();
  const started = processes.stop();
  const seen = programs.map((name) => readFileSync(join(folder, `seen-${name}`), 'utf8'));

  // The searches were not blind.
  expect(readFileSync(join(folder, 'stored'), 'utf8')).toBe(keys[1]);
  expect(places.run?.rows.map(({ state, output }) => ({ state, output }))).toEqual([
    { state: 'done', output: undefined },
    { state: 'done', output: undefined },
    { state: 'blocked', output: expect.stringContaining('was refused') },
  ]);
  expect(readFileSync(join(folder, '.env'), 'utf8')).toBe(`KEY=${keys[1]}\n`);
  for (const [at, name] of programs.entries()) expect(seen[at]).toMatch(new RegExp(`${name}\\.sh\n(.*\n)*PATH=`));
  for (const text of printed) expect(text).toMatch(/NINEPROXY_API_KEY=ntk\w{40}\n(.*\n)*.*"success":true/);
  expect(traffic.filter((text) => text.startsWith('HTTP/1.1 200 '))).not.toHaveLength(0);
  expect(lines.map(({ code }) => code)).toEqual(expect.arrayContaining(['real-key', 'old-key', 'redirected']));
  expect(heap).toContain('real-key');
  expect(files(stage.profile).length).toBeGreaterThan(10);

  expect(sightings('the gateway’s answers', traffic.join('\n'), keys)).toEqual([]);
  expect(sightings('the activity', JSON.stringify(lines) + shown, keys)).toEqual([]);
  expect(sightings('the account window', heap, keys)).toEqual([]);
  expect(sightings('a program of a place', seen.join('\n'), keys)).toEqual([]);
  expect(sightings('a program that ninetray ran', printed.join('\n'), keys)).toEqual([]);
  expect(sightings('a process', started.join('\n'), keys)).toEqual([]);
  expect(sightings('output', app.output(), keys)).toEqual([]);
  expect([...sightingsInFolder(stage.profile, keys), ...sightingsInFolder(stage.desktop.folder, keys)]).toEqual([]);
  // A token is in the environment of the program that it was made for, and in no argument.
  const tokens = printed.map((text) => /NINEPROXY_API_KEY=(ntk\w{40})/.exec(text)?.[1] ?? '');
  const inArguments = [
    ...started.filter((text) => text.startsWith('cmdline')),
    ...printed.map((text) => text.replaceAll(/^NINEPROXY_API_KEY=.*$/gm, '')),
  ];
  expect(sightings('an argument', inArguments.join('\n'), [token, ...tokens])).toEqual([]);
});
