// `npm run bench:gateway`: what the local gateway costs, next to plain proxies of Node and to asking directly, in one run. The upstream is a
// server of Node's, so that nothing but our own part differs. The table goes into docs/performance.md.
import { fork } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { root } from '../build/paths.mjs';
import { buildParts } from './build-parts.mjs';
import { betweenMarkers, median, summary } from './statistics.mjs';

const atOnce = 8;
const oneByOne = 300;
const together = 1200;
const rounds = 9;
/** Until V8 has compiled all of them: what is asked a few hundred times is several times as slow, in the gateway more than in a plain proxy. */
const warmUp = 8000;
const heldAtOnce = 64;
const idleSeconds = 30;
const visits = 10_000;
const ways = ['direct', 'plain', 'two', 'gateway'];
const accountPath = '/client/v1/account/get-info';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'ninetray-gateway-'));
try {
  await buildParts(folder, { gateway: 'bench/gateway-parts.ts', session: 'app/session/account-session.ts' });
  const idle = await measureIdle();
  const found = await measure();
  const text = report(found, idle);
  console.log(text);
  const page = path.join(root, 'docs/performance.md');
  fs.writeFileSync(page, betweenMarkers(fs.readFileSync(page, 'utf8'), text, 'gateway'));
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}

/** The process of gateway-server.mjs, which answers one question at a time. */
async function startServer(mode) {
  const script = path.join(root, 'bench/gateway-server.mjs');
  const child = fork(script, [mode, folder], { execArgv: ['--expose-gc'] });
  const next = () =>
    new Promise((resolve, reject) => {
      const fail = (code) => reject(new Error(`The server ended with ${code}.`));
      child.once('exit', fail);
      child.once('message', (answer) => {
        child.off('exit', fail);
        resolve(answer);
      });
    });
  const ports = await next();
  const ask = (question) => {
    const answer = next();
    child.send(question);
    return answer;
  };
  return { ports, ask, end: () => child.kill() };
}

/** What a gateway costs that nobody asks, beside a session, which NineTray has anyway: memory, and how often its process wakes up. */
async function measureIdle() {
  const { ask, end } = await startServer('idle');
  const wakeUps = async () => {
    const before = await ask('switches');
    await new Promise((resolve) => setTimeout(resolve, idleSeconds * 1000));
    return (await ask('switches')) - before;
  };
  const before = await ask('memory');
  const off = await wakeUps();
  await ask('start');
  await ask('memory');
  const memory = (await ask('memory')) - before;
  const on = await wakeUps();
  end();
  return { memory, wakeUps: on - off };
}

async function measure() {
  const { ports, ask, end } = await startServer('serve');
  const cold = {};
  for (const way of ways) cold[way] = (await run(ports, way, { count: oneByOne, concurrency: 1 })).times;
  for (const way of ways) await run(ports, way, { count: warmUp, concurrency: atOnce });
  const found = Object.fromEntries(
    ways.map((way) => [way, { p50: [], p99: [], rate: [], cpu: [], fresh: [], burst: [] }]),
  );
  // In turns, so that a slower minute of the machine hits all of them.
  for (let round = 0; round < rounds; round += 1)
    for (const way of ways) {
      const { times } = await run(ports, way, { count: oneByOne, concurrency: 1 });
      found[way].p50.push(share(times, 0.5));
      found[way].p99.push(share(times, 0.99));
      const before = await ask('cpu');
      found[way].rate.push((await run(ports, way, { count: together, concurrency: atOnce })).rate);
      found[way].cpu.push((((await ask('cpu')) - before) / (together + atOnce)) * 1000);
      const fresh = (concurrency) => run(ports, way, { count: 40, concurrency, isKept: false });
      found[way].fresh.push(share((await fresh(1)).times, 0.5));
      found[way].burst.push(share((await fresh(atOnce)).times, 0.5));
    }
  const held = await measureHeld(ports, ask);
  const flood = await measureFlood(ports, ask);
  end();
  return { ...found, cold, held, flood };
}

/** Memory and timers of reads that wait, each on a connection of its own. */
async function measureHeld(ports, ask) {
  // What ended before is freed a little later.
  const settled = async () => {
    await ask('memory');
    await new Promise((resolve) => setTimeout(resolve, 1000));
    return await ask('memory');
  };
  const before = await settled();
  await ask('hold');
  const waiting = run(ports, 'gateway', { count: heldAtOnce, concurrency: heldAtOnce, isWarm: false });
  let held = await ask('held');
  while (held.reads < heldAtOnce) held = await ask('held');
  const during = await settled();
  await ask('release');
  await waiting;
  // V8 also frees code that was not run for a while, so the least without them counts.
  return { memory: during - Math.min(before, await settled()), timers: held.timers };
}

/** How much more the process has of the system's memory after so many connections, one after the other, none of which waits for an answer. */
async function measureFlood(ports, ask) {
  const before = await ask('resident');
  for (let visit = 0; visit < visits; visit += 1) await leave(ports.gateway, ports.token);
  // Still answered.
  await run(ports, 'gateway', { count: 1, concurrency: 1 });
  return (await ask('resident')) - before;
}

/** Sends a request and ends the connection at once. */
function leave(port, token) {
  return new Promise((resolve) => {
    const socket = net.connect({ port, host: '127.0.0.1' });
    socket.write(`GET ${accountPath}?api-key=${token} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`, () =>
      socket.resetAndDestroy(),
    );
    socket.on('error', () => undefined);
    socket.on('close', resolve);
  });
}

/** Asks so many times. Connections are open before it counts, unless each request has a new one (`isKept` false). */
async function run(ports, way, { count, concurrency, isKept = true, isWarm = isKept }) {
  const agent = isKept ? new http.Agent({ keepAlive: true, maxSockets: concurrency }) : false;
  const once = () => get({ host: '127.0.0.1', port: ports[way], path: `${accountPath}?api-key=${ports.token}`, agent });
  if (isWarm) await Promise.all(Array.from({ length: concurrency }, once));
  const times = [];
  let left = count;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      while (left > 0) {
        left -= 1;
        const start = performance.now();
        await once();
        times.push(performance.now() - start);
      }
    }),
  );
  const rate = (count / (performance.now() - began)) * 1000;
  if (agent) agent.destroy();
  return { times, rate };
}

function get(options) {
  return new Promise((resolve, reject) => {
    http
      .get(options, (response) => {
        if (response.statusCode !== 200) reject(new Error(`${response.statusCode}`));
        response.on('data', () => undefined);
        response.on('end', resolve);
      })
      .on('error', reject);
  });
}

function share(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
}

function report(found, idle) {
  const row = (title, name, digits, aims = {}) => {
    const cells = ways.map((way) => {
      const { median: middle, low, high } = summary(found[way][name]);
      return `${middle.toFixed(digits)} (${low.toFixed(digits)}-${high.toFixed(digits)})`;
    });
    const ratios = ['plain', 'two'].map((base) => (median(found.gateway[name]) / median(found[base][name])).toFixed(2));
    return `| ${[title, ...cells, `**${ratios[0]}**`, `**${ratios[1]}**`, aims.aim ?? ''].join(' | ')} |`;
  };
  const cold = ways.map((way) => share(found.cold[way], 0.5));
  const coldRatios = [cold[3] / cold[1], cold[3] / cold[2]].map((value) => `**${value.toFixed(2)}**`);
  const megabytes = (bytes) => (bytes / 1024 / 1024).toFixed(1);
  return [
    '',
    `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${os.type()}, ${os.availableParallelism()} processors;`,
    `medians (lowest-highest) of ${rounds} rounds, taken in turn in one run; load ${os.loadavg()[0].toFixed(1)}.`,
    '',
    '| | directly | plain proxy | plain proxy, 2 at once | gateway | to plain | to plain, 2 at once | aim |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    row('one at a time, median ms', 'p50', 2, { aim: '1.40' }),
    row('one at a time, 99th percentile ms', 'p99', 2),
    row(`${atOnce} at once, requests/s`, 'rate', 0, { aim: '0.80' }),
    row('processor time of a request, µs', 'cpu', 0),
    row('a new connection for each, median ms', 'fresh', 2),
    row(`${atOnce} new connections at once, median ms`, 'burst', 2),
    `| ${['the first requests after a start, median ms', ...cold.map((value) => value.toFixed(2)), ...coldRatios, ''].join(' | ')} |`,
    '',
    '| | value | aim |',
    '| --- | --- | --- |',
    `| ${heldAtOnce} reads that wait: memory, with their connections, MB | ${megabytes(found.held.memory)} | 4.0 |`,
    `| ${heldAtOnce} reads that wait: timers, not one for each | ${found.held.timers} | |`,
    `| ${visits.toLocaleString('en-US')} connections, one after the other: memory of the process, MB | ${megabytes(found.flood)} | 20.0 |`,
    `| switched on, nobody asks: memory, MB | ${megabytes(idle.memory)} | 2.0 |`,
    `| switched on, nobody asks: wake-ups in ${idleSeconds} s more than switched off | ${idle.wakeUps} | 0 |`,
    '',
  ].join('\n');
}
