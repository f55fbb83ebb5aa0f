// A vendor that asks Chromium to report its requests to another server: the packaged application reports nothing.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { afterAll, expect, inject, it } from 'vitest';
import { endAll, tree } from '../../build/desktop/processes.mjs';
import { waitFor } from '../../build/desktop/wait-for.mjs';
import type { DemoServer } from '../harness/demo-server';
import { type HttpsServer, makeCa } from '../harness/network/https-vendor';
import { agreeToNoSandbox } from '../harness/packaged-app';
import { sandboxSwitches } from '../harness/running-app';
import { openTestEnvironment, type TestEnvironment } from '../harness/test-environment';
import { runCommand } from '../harness/terminal';

const stage = openTestEnvironment();
const servers: HttpsServer[] = [];
const pids: number[] = [];
let env: NodeJS.ProcessEnv = {};
let demo: DemoServer;

afterAll(async () => {
  for (const pid of pids) await endAll(() => tree(pid));
  for (const server of servers) server.close();
});

/** What the vendor does with the next request: passes it to the demo, breaks the connection, or sends half an answer. */
let manner: 'pass' | 'reset' | 'stall' = 'pass';

async function pass(request: IncomingMessage, response: ServerResponse, collector: string): Promise<void> {
  const answer = await fetch(`${demo.origin}${request.url ?? ''}`, { headers: { accept: 'application/json' } });
  response.writeHead(answer.status, {
    'content-type': answer.headers.get('content-type') ?? '',
    'report-to': JSON.stringify({ group: 'g', max_age: 604_800, endpoints: [{ url: collector }] }),
    'reporting-endpoints': `g="${collector}"`,
    // Reports successes as well as failures, so that each request after the first one makes a report.
    nel: JSON.stringify({ report_to: 'g', max_age: 604_800, success_fraction: 1 }),
  });
  response.end(await answer.text());
}

/** Starts a server that answers like the vendor and names a collector; answers both, and what the collector heard. */
async function startVendor(): Promise<{ origin: string; heard: string[] }> {
  const home = stage.folder('home');
  const serve = makeCa(stage.folder('ca'), home);
  env = { ...stage.env, HOME: home };
  const heard: string[] = [];
  const collector = await serve((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      heard.push(`${request.method} ${body}`);
      response.writeHead(204, { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' }).end();
    });
  });
  const vendor = await serve((request, response) => {
    const now = manner;
    if (now === 'stall') manner = 'pass';
    if (now === 'reset') request.socket.destroy();
    else if (now === 'stall') response.writeHead(200, { 'content-length': 200 }).write('{"success":');
    else void pass(request, response, `${collector.origin}/report`);
  });
  servers.push(collector, vendor);
  return { origin: vendor.origin, heard };
}

function start(file: string, args: readonly string[], more: NodeJS.ProcessEnv = {}): void {
  const child = spawn(file, [...sandboxSwitches(), '--disable-gpu', ...args], {
    env: { ...env, ...more },
    stdio: 'ignore',
  });
  if (child.pid !== undefined) pids.push(child.pid);
}

/** An Electron without NineTray's protection, which asks the same vendor: its report shows that the collector would hear one. */
function startUnprotected(at: TestEnvironment, origin: string): void {
  const folder = at.folder('unprotected');
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'unprotected', main: 'main.cjs' }));
  const address = JSON.stringify(`${origin}/client/v1/account/get-info?api-key=unprotected`);
  const ask = `session.fromPartition('vendor').fetch(${address}).then((answer) => answer.text())`;
  const code = `const { app, session } = require('electron');\nvoid app.whenReady().then(() => ${ask}).then(() => ${ask});\n`;
  writeFileSync(join(folder, 'main.cjs'), code);
  start(inject('electron').path, [`--user-data-dir=${join(folder, 'profile')}`, folder]);
}

it('no request is reported to a server that the vendor names, whether it succeeds, breaks or stalls', async () => {
  demo = await stage.demoServer();
  const { origin, heard } = await startVendor();
  const more = { NINETRAY_API_URL: origin };
  agreeToNoSandbox(stage.profile);
  start(inject('packaged'), ['--hidden', `--user-data-dir=${stage.profile}`], more);
  await waitFor('the tray item', () => stage.desktop.tray.tooltip());
  const command = (args: readonly string[], input = '') =>
    runCommand(stage, args, { executable: inject('packaged'), input, env: { ...env, ...more } });

  expect(await command(['--set-key', '--storage=session'], demo.key)).toMatchObject({ code: 0 });
  expect(await command(['--status'])).toMatchObject({ code: 0 });
  manner = 'stall';
  expect(await command(['--status'])).toMatchObject({ code: 0 });
  manner = 'reset';
  expect((await command(['--status'])).code).not.toBe(0);
  manner = 'pass';
  expect(await command(['--status'])).toMatchObject({ code: 0 });

  // A report is sent at once: those of the application would have come before this one.
  startUnprotected(stage, origin);
  await waitFor('a report of an unprotected request', () =>
    heard.some((report) => report.includes('api-key=unprotected')),
  );
  expect(heard.filter((report) => report.startsWith('POST') && !report.includes('api-key=unprotected'))).toEqual([]);
  expect(heard.join('\n')).not.toContain(demo.key);
}, 120_000);
