// For bench/gateway.mjs, in a process of its own: an upstream, plain proxies to it, and the gateway; or, as `idle`, a gateway that nobody asks.
// Answers its parent's questions one at a time.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [, , mode, folder] = process.argv;
const bundled = (name) => pathToFileURL(path.join(folder, `${name}.mjs`)).href;
const uid = process.platform === 'linux' ? process.getuid() : null;
const body = JSON.stringify({
  success: true,
  message: 'ok',
  result: { id: 7, balances: [1, 2, 3], text: 'x'.repeat(400) },
});
// Kept, so that it is not collected while the parent asks.
const running = mode === 'idle' ? { session: await import(bundled('session')) } : await serve();

process.on('message', (question) => void reply(question));
process.send(running.ports ?? null);

async function reply(question) {
  process.send((await answers[question]()) ?? null);
}

const answers = {
  /** Processor time so far (ms). */
  cpu: () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  },
  /** What is in use after a collection (bytes): pages that the system has given are kept by V8, and say nothing. */
  memory: () => {
    globalThis.gc();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  },
  /** What the process has of the system's memory, after a collection (bytes). */
  resident: () => {
    globalThis.gc();
    return process.memoryUsage.rss();
  },
  hold: () => running.gateway.hold(true),
  release: () => running.gateway.hold(false),
  /** How many wait, and how many timers the gateway has. */
  held: () => ({ reads: running.gateway.gateway.holding()?.reads ?? 0, timers: running.gateway.timers() }),
  start: async () => {
    running.started = await startGateway('http://127.0.0.1:9', () => Promise.reject(new Error('Nobody asks.')), 19_192);
  },
  switches: () => Number(/voluntary_ctxt_switches:\s+(\d+)/.exec(readProc('status'))?.[1] ?? Number.NaN),
};

function readProc(name) {
  return process.platform === 'linux' ? fs.readFileSync(`/proc/self/${name}`, 'utf8') : '';
}

async function serve() {
  const upstream = await listenAt(
    http.createServer((_request, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(body);
    }),
  );
  const requester = (maxSockets) => {
    const agent = new http.Agent({ keepAlive: true, maxSockets });
    return (target, onResponse) => http.get({ host: '127.0.0.1', port: upstream, path: target, agent }, onResponse);
  };
  const plain = (get) =>
    listenAt(
      http.createServer((request, response) => {
        get(request.url, (answer) => {
          response.writeHead(answer.statusCode, answer.headers);
          answer.pipe(response);
        });
      }),
    );
  const get = requester(64);
  // Like send.electron.ts: the whole answer, as the list of its parts.
  const fetchWhole = (url) => {
    const { pathname, search } = new URL(url);
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
  };
  const { gateway, port, token } = await startGateway(`http://127.0.0.1:${upstream}`, fetchWhole, 19_191);
  const ports = { direct: upstream, plain: await plain(get), two: await plain(requester(2)), gateway: port };
  return { gateway, ports: { ...ports, token } };
}

async function startGateway(address, fetch, port) {
  const { createBenchGateway, listen } = await import(bundled('gateway'));
  const gateway = createBenchGateway(address, fetch);
  const listening = await listen({ port, socket: null, uid, answer: (incoming) => gateway.gateway.answer(incoming) });
  if (!listening.ok) throw new Error(`port ${port}: ${listening.problem.why}`);
  return { gateway, port, token: gateway.token, listening };
}

async function listenAt(server) {
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server.address().port;
}
