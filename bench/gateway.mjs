// `npm run bench:gateway`: what the local gateway adds to a request, next to a plain proxy of Node and to asking directly. The upstream is a
// server of Node's, so that nothing but our own part differs.
import { build } from 'vite';
import { fork } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../build/paths.mjs';

const requests = 600;
const atOnce = 8;
const body = JSON.stringify({
  success: true,
  message: 'ok',
  result: { id: 7, balances: [1, 2, 3], text: 'x'.repeat(400) },
});
const accountPath = '/client/v1/account/get-info';
const port = 19_191;

if (process.argv[2] === 'server') await serve();
else await measure();

/** In a process of its own: the upstream, a plain proxy to it, and the gateway. */
async function serve() {
  const { createBenchGateway, listen } = await import(pathToFileURL(process.argv[3]).href);
  const upstream = http.createServer((_request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(body);
  });
  await new Promise((resolve) => upstream.listen(0, '127.0.0.1', resolve));
  const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });
  const { port: upstreamPort } = upstream.address();
  const get = (target, onResponse) =>
    http.get({ host: '127.0.0.1', port: upstreamPort, path: target, agent }, onResponse);
  const plain = http.createServer((request, response) => {
    get(request.url, (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    });
  });
  await new Promise((resolve) => plain.listen(0, '127.0.0.1', resolve));
  const before = process.memoryUsage().rss;
  const { gateway, token } = createBenchGateway(`http://127.0.0.1:${upstreamPort}`, (request) => {
    const { pathname, search } = new URL(request.url);
    return new Promise((resolve, reject) => {
      get(pathname + search, (answer) => {
        const chunks = [];
        answer.on('data', (chunk) => chunks.push(chunk));
        answer.on('end', () =>
          resolve({
            status: answer.statusCode,
            headers: { get: (name) => answer.headers[name] ?? null },
            body: chunks,
          }),
        );
      }).on('error', reject);
    });
  });
  const uid = process.platform === 'linux' ? process.getuid() : null;
  const started = await listen({ port, socket: null, uid, answer: (incoming) => gateway.answer(incoming) });
  if (!started.ok) throw new Error(`port ${port}: ${started.problem.why}`);
  process.send({
    direct: upstreamPort,
    plain: plain.address().port,
    gateway: port,
    token,
    added: process.memoryUsage().rss - before,
  });
}

async function measure() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'ninetray-gateway-'));
  try {
    await build({
      root,
      configFile: false,
      logLevel: 'error',
      build: {
        outDir: folder,
        ssr: true,
        rolldownOptions: { input: { gateway: 'bench/gateway-parts.ts' }, output: { entryFileNames: '[name].mjs' } },
      },
      ssr: { noExternal: true },
    });
    const server = fork(import.meta.filename, ['server', path.join(folder, 'gateway.mjs')]);
    const ports = await new Promise((resolve, reject) => {
      server.once('message', resolve);
      server.once('exit', (code) => reject(new Error(`The server ended with ${code}.`)));
    });
    const ways = ['direct', 'plain', 'gateway'];
    for (const way of ways) await run(ports, way, { count: 100, concurrency: 1 });
    const rows = {};
    // In turns, so that a slower minute of the machine hits all three.
    for (let round = 0; round < 3; round += 1)
      for (const way of ways) {
        rows[way] ??= { times: [], rates: [] };
        rows[way].times.push(...(await run(ports, way, { count: requests / 3, concurrency: 1 })).times);
        rows[way].rates.push((await run(ports, way, { count: requests, concurrency: atOnce })).rate);
      }
    server.removeAllListeners('exit');
    server.kill();
    const figures = Object.fromEntries(
      ways.map((way) => [
        way,
        { p50: at(rows[way].times, 0.5), p99: at(rows[way].times, 0.99), rate: at(rows[way].rates, 0.5) },
      ]),
    );
    for (const way of ways) {
      const { p50, p99, rate } = figures[way];
      console.log(
        `${way.padEnd(8)} p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms, ${rate.toFixed(0)} requests/s at ${atOnce}`,
      );
    }
    const { plain, gateway } = figures;
    console.log(
      `gateway to a plain proxy: p50 x ${(gateway.p50 / plain.p50).toFixed(2)} (goal 1.4), requests/s x ${(gateway.rate / plain.rate).toFixed(2)} (goal 0.8)`,
    );
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function run(ports, way, { count, concurrency }) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: concurrency });
  const times = [];
  let left = count;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      while (left > 0) {
        left -= 1;
        const start = performance.now();
        await ask({ host: '127.0.0.1', port: ports[way], path: `${accountPath}?api-key=${ports.token}`, agent });
        times.push(performance.now() - start);
      }
    }),
  );
  agent.destroy();
  return { times, rate: (count / (performance.now() - began)) * 1000 };
}

function ask(options) {
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

function at(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}
