// `npm run bench:places`: how long the search for the key takes over 100,000 files, next to ripgrep with two threads;
// how much main is delayed meanwhile, and how soon it stops. The table goes into docs/performance.md.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { rgPath } from '@vscode/ripgrep';
import { root } from '../build/paths.mjs';
import { buildParts } from './build-parts.mjs';
import { betweenMarkers, summary } from './statistics.mjs';

const rounds = 7;
const folders = 5000;
const filesPerFolder = 20;
const filesWithKey = 100;
// Made up; the same two in every run.
const keys = ['k9Zq7mXc2vB4nL8pR6tY1wE3sD5fG0hJ', 'A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6'];
const ripgrepFlags = '--no-config -F -f - -l --hidden --no-ignore --max-filesize 5M -j2'.split(' ');
const request = { quick: false, programs: false, containers: false };

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'ninetray-places-'));
try {
  const tree = path.join(folder, 'tree');
  const size = makeTree(tree);
  const ScanService = await bundled();
  const found = {
    ripgrep: [],
    ripgrepWork: [],
    scan: [],
    scanWork: [],
    delay: [],
    idleDelay: [],
    cancel: [],
    memory: [],
  };
  // The first round fills caches.
  for (let round = -1; round < rounds; round += 1) {
    const ripgrep = await timeRipgrep(tree);
    const scan = await timeScan(ScanService, tree);
    const cancel = await timeCancel(ScanService, tree, 100 + 40 * round);
    if (round < 0) continue;
    found.ripgrep.push(ripgrep.ms);
    found.ripgrepWork.push(ripgrep.work);
    found.idleDelay.push(ripgrep.delay);
    found.scan.push(scan.ms);
    found.scanWork.push(scan.work);
    found.delay.push(scan.delay);
    found.memory.push(scan.memory);
    found.cancel.push(cancel);
  }
  const text = report(found, size);
  console.log(text);
  const page = path.join(root, 'docs/performance.md');
  fs.writeFileSync(page, betweenMarkers(fs.readFileSync(page, 'utf8'), text, 'places-scan'));
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}

/** Writes the same files in every run, most of them small, a few with zero bytes; returns their size in bytes. */
function makeTree(tree) {
  let seed = 12_345;
  const random = () => (seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;
  const words = fs.readFileSync(path.join(root, 'docs/architecture.md'), 'utf8').split(/\s+/);
  let text = '';
  while (text.length < 2_000_000)
    text += `${words[Math.floor(random() * words.length)]} ${Math.floor(random() * 1e6)}\n`;
  const pool = Buffer.from(text);
  let bytes = 0;
  for (let at = 0; at < folders; at += 1) {
    const inside = path.join(tree, `p${at % 50}`, `s${Math.floor(at / 50) % 10}`, `f${at}`);
    fs.mkdirSync(inside, { recursive: true });
    for (let file = 0; file < filesPerFolder; file += 1) {
      const length = Math.floor(300 * Math.exp(random() * 4.4));
      const start = Math.floor(random() * (pool.length - length));
      const content = Buffer.from(pool.subarray(start, start + length));
      if (random() < 0.03) content[length >> 1] = 0;
      const number = at * filesPerFolder + file;
      const hasKey = number % ((folders * filesPerFolder) / filesWithKey) === 0;
      fs.writeFileSync(path.join(inside, `m${file}.ts`), hasKey ? `const key = '${keys[number % 2]}';\n` : content);
      bytes += content.length;
    }
  }
  return bytes;
}

async function bundled() {
  const imported = await buildParts(path.join(folder, 'built'), {
    'scan-service': 'app/places/scan/scan-service.ts',
    'scan-worker': 'app/places/scan/scan-worker.ts',
  });
  return (await imported('scan-service')).ScanService;
}

/** Processor time of the child processes that have ended (ms); 0 elsewhere than on Linux. */
function workOfChildren() {
  if (process.platform !== 'linux') return 0;
  const fields = fs.readFileSync('/proc/self/stat', 'utf8').split(') ')[1].split(' ');
  return (Number(fields[13]) + Number(fields[14])) * 10;
}

/** The 99th percentile (ms). The monitor's own interval is in each of its values. */
function delayOf(delays) {
  return Math.max(0, delays.percentile(99) / 1e6 - 1);
}

async function timeRipgrep(tree) {
  const before = workOfChildren();
  const delays = monitorEventLoopDelay({ resolution: 1 });
  delays.enable();
  const began = performance.now();
  const child = spawn(rgPath, [...ripgrepFlags, tree], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(`${keys.join('\n')}\n`);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const lines = (await child.stdout.toArray()).join('').trim().split('\n').length;
  await ended;
  delays.disable();
  const ms = performance.now() - began;
  if (lines !== filesWithKey) throw new Error(`ripgrep found ${lines} files`);
  return { ms, work: workOfChildren() - before, delay: delayOf(delays) };
}

function serviceOf(ScanService, publish) {
  return new ScanService({
    publish,
    now: Date.now,
    after(ms, run) {
      const timer = setTimeout(() => run(), ms);
      return () => clearTimeout(timer);
    },
    workerFile: path.join(folder, 'built/scan-worker.mjs'),
    home: os.homedir(),
    ownFolders: [],
    salt: Buffer.alloc(32),
  });
}

async function timeScan(ScanService, tree) {
  const delays = monitorEventLoopDelay({ resolution: 1 });
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let most = before;
  const view = withResolvers();
  const service = serviceOf(ScanService, (published) => {
    most = Math.max(most, process.memoryUsage().rss);
    if (published.status !== 'running') view.resolve(published);
  });
  delays.enable();
  const worked = process.cpuUsage();
  const began = performance.now();
  service.start({ ...request, folders: [tree] }, keys);
  const { status, found } = await view.promise;
  const ms = performance.now() - began;
  const { user, system } = process.cpuUsage(worked);
  delays.disable();
  if (status !== 'done' || found !== filesWithKey) throw new Error(`${status}: ${found} files`);
  return {
    ms,
    work: (user + system) / 1000,
    delay: delayOf(delays),
    memory: (most - before) / 2 ** 20,
  };
}

/** From the call to the last view, `after` ms into a search. */
async function timeCancel(ScanService, tree, after) {
  const view = withResolvers();
  const service = serviceOf(ScanService, (published) => published.status !== 'running' && view.resolve(published));
  service.start({ ...request, folders: [tree] }, keys);
  await new Promise((resolve) => setTimeout(resolve, after));
  const began = performance.now();
  service.cancel();
  const { status } = await view.promise;
  if (status !== 'cancelled') throw new Error(`It was ${status} before it was cancelled`);
  return performance.now() - began;
}

function withResolvers() {
  let resolve;
  const promise = new Promise((done) => (resolve = done));
  return { promise, resolve };
}

function report(found, size) {
  const day = new Date().toISOString().slice(0, 10);
  const shown = (values, digits = 0) => {
    const { median, low, high } = summary(values);
    return `${median.toFixed(digits)} (${low.toFixed(digits)}-${high.toFixed(digits)})`;
  };
  const ratio = (summary(found.scan).median / summary(found.ripgrep).median).toFixed(2);
  return (
    `\n${day}, Node ${process.versions.node}, ${os.type()}, ${os.availableParallelism()} processors;\n` +
    `${folders * filesPerFolder} files, ${(size / 1e6).toFixed(0)} MB, warm; medians (lowest-highest) of ${rounds} rounds,\n` +
    `taken in turn in one run; load ${os.loadavg()[0].toFixed(1)}.\n\n` +
    '| | value | aim |\n| --- | --- | --- |\n' +
    `| ripgrep, two threads, ms | ${shown(found.ripgrep)} | |\n` +
    `| NineTray, one thread, ms | ${shown(found.scan)} | |\n` +
    `| ratio | **${ratio}** | 1.50 |\n` +
    `| processor time of ripgrep, ms | ${shown(found.ripgrepWork)} | |\n` +
    `| processor time of NineTray, ms | ${shown(found.scanWork)} | |\n` +
    `| main's event loop meanwhile: 99th percentile of its delay, ms | ${shown(found.delay, 1)} | 20 |\n` +
    `| the same while ripgrep runs in another process, ms | ${shown(found.idleDelay, 1)} | |\n` +
    `| from cancelling to the last result, ms | ${shown(found.cancel)} | 200 |\n` +
    `| memory of the process meanwhile, MiB more | ${shown(found.memory)} | 60 |\n`
  );
}
