import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, onTestFinished } from 'vitest';
import { type ScanProgress, type ScanRequest, type ScanView, scanViewSchema } from '../../model/places/scan';
import { endThreads } from '../../process/threads';
import { ScanService, type ScanServiceOptions } from './scan-service';

const KEY = 'k9Zq7mXc2vB4nL8pR6tY1wE3sD5fG0hJ';
const OLD = 'A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6';
const nothing: ScanRequest = { quick: false, folders: [], programs: false, containers: false };

const emptyProgress: ScanProgress = { files: 0, folders: 0, bytes: 0, folder: null };

let built: string;
let root: string;
let options: ScanServiceOptions;
let service: ScanService;
let views: ScanView[];
/** What waits, by how long. */
const waiting = new Map<number, () => void>();
let ended: Promise<ScanView>;

beforeAll(async () => {
  built = fs.mkdtempSync(path.join(os.tmpdir(), 'ninetray-worker-'));
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: built,
      ssr: true,
      rolldownOptions: {
        input: { 'scan-worker': path.join(import.meta.dirname, 'scan-worker.ts') },
        output: { entryFileNames: '[name].mjs' },
      },
    },
    ssr: { noExternal: true },
  });
});
afterAll(() => fs.rmSync(built, { recursive: true, force: true }));

beforeEach(() => {
  root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'ninetray-scan-')));
  views = [];
  waiting.clear();
  let finish: (view: ScanView) => void = () => {};
  ended = new Promise((resolve) => (finish = resolve));
  options = {
    publish(view) {
      views.push(view);
      if (view.status !== 'running') finish(view);
    },
    now: Date.now,
    after(ms, run) {
      waiting.set(ms, run);
      return () => waiting.delete(ms);
    },
    workerFile: path.join(built, 'scan-worker.mjs'),
    home: root,
    ownFolders: [],
    salt: Buffer.alloc(32, 1),
  };
  service = new ScanService(options);
});
afterEach(() => {
  service.close();
  fs.rmSync(root, { recursive: true, force: true });
});

function write(name: string, content: string) {
  fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
  fs.writeFileSync(path.join(root, name), content);
}

it('finds files in a chosen folder from a thread of its own, and publishes neither a key nor a text of a file', async () => {
  write('.env', `OTHER=private-text\nNINEPROXY_KEY=${KEY}\n`);
  write('compose.yml', `services:\n  web:\n    environment:\n      - A=1\n      - KEY=${OLD}\n`);
  write('src/main.ts', `const key = '${KEY}';\n`);
  write(`named-${KEY}.txt`, KEY);
  write(`folder-${KEY}/.git/x`, KEY);
  expect(service.start({ ...nothing, folders: [root] }, [KEY, OLD])).toStrictEqual({ ok: true, value: undefined });
  const view = scanViewSchema.parse(await ended);
  const rows = view.rows.map((row) => ({ ...row, path: path.relative(root, row.path ?? '') }));
  expect(rows).toHaveLength(4);
  expect(rows.find((row) => row.path === '.env')).toMatchObject({
    source: 'file',
    class: 'config',
    canUpdate: true,
    count: { current: 1, old: 0 },
    readers: ['NINEPROXY_KEY'],
    git: 'none',
  });
  expect(rows.find((row) => row.path === 'compose.yml')).toMatchObject({
    class: 'config',
    count: { current: 0, old: 1 },
    readers: ['services.web.environment[1]'],
  });
  expect(rows.find((row) => row.path === 'src/main.ts')).toMatchObject({ class: 'code', readers: ['key'] });
  expect(rows.find((row) => row.path.startsWith('named-'))).toMatchObject({ class: 'history', canUpdate: false });
  expect(view).toMatchObject({ status: 'done', found: 4, isKeyShort: false, progress: { files: 4, folder: null } });
  const published = JSON.stringify(views);
  for (const secret of [KEY, OLD, 'private-text', Buffer.from(KEY).toString('base64')]) {
    expect(published).not.toContain(secret);
  }
});

function writeMany() {
  for (let folder = 0; folder < 40; folder += 1) {
    for (let file = 0; file < 50; file += 1) write(`${folder}/f${file}`, `KEY=${KEY}\n${'x'.repeat(10_000)}`);
  }
}

it('stops between two files when it is cancelled, keeps what was found, and can be started again', async () => {
  writeMany();
  service.start({ ...nothing, folders: [root] }, [KEY]);
  service.cancel();
  const view = await ended;
  expect(view.status).toBe('cancelled');
  expect(view.progress.files).toBeLessThan(2000);
  expect(service.start(nothing, [KEY]).ok).toBe(true);
});

it('does not wait for a thread that does not stop', () => {
  service.start({ ...nothing, folders: [root] }, [KEY]);
  service.cancel();
  expect(views.at(-1)?.status).toBe('running');
  waiting.get(120)?.();
  expect(views.at(-1)?.status).toBe('cancelled');
});

it('runs one search at a time, and none without a key', () => {
  expect(service.start(nothing, [])).toStrictEqual({ ok: false, problem: { kind: 'key-missing' } });
  expect(service.start(nothing, [KEY]).ok).toBe(true);
  expect(service.start(nothing, [KEY])).toStrictEqual({ ok: false, problem: { kind: 'work-under-way' } });
});

it('publishes nothing more once it is closed', () => {
  service.start({ ...nothing, folders: [root] }, [KEY]);
  const before = views.length;
  service.close();
  service.cancel();
  expect(views).toHaveLength(before);
});

it('overwrites its copies of the key at the end, however it ends', async () => {
  // A thread that hands back the memory it got, which then is in the view; it does not stop on its own.
  const report = {
    progress: emptyProgress,
    rows: [],
    found: 0,
    skipped: [],
    unreadable: { count: 0, items: [] },
  };
  const send = (kind: string) =>
    `parentPort.postMessage({ kind: '${kind}', report: { ...${JSON.stringify(report)}, memory: workerData.patterns.bytes } });`;
  const held: boolean[] = [];
  for (const how of ['done', 'cancelled', 'closed']) {
    const file = path.join(built, `${how}.mjs`);
    const code = [`import { parentPort, workerData } from 'node:worker_threads';`, send('progress')];
    fs.writeFileSync(file, [...code, how === 'done' ? send('done') : 'setInterval(() => {}, 1000);'].join('\n'));
    const seen = await new Promise<Uint8Array>((resolve) => {
      const one = new ScanService({
        ...options,
        workerFile: file,
        publish(view) {
          if (!('memory' in view) || !(view.memory instanceof SharedArrayBuffer)) return;
          const memory = new Uint8Array(view.memory);
          if (view.status !== 'running') resolve(memory);
          else if (how === 'done') held.push(Buffer.from(memory).includes(KEY));
          else {
            one[how === 'cancelled' ? 'cancel' : 'close']();
            waiting.get(120)?.();
            resolve(memory);
          }
        },
      });
      one.start(nothing, [KEY]);
    });
    expect(seen.every((byte) => byte === 0)).toBe(true);
    expect(seen.length).toBeGreaterThan(KEY.length);
  }
  // It had them before.
  expect(held).toStrictEqual([true]);
});

it('says when a key is so short that it may be found by chance', async () => {
  service.start(nothing, ['short-key']);
  expect(await ended).toMatchObject({ isKeyShort: true });
});

it('says that a search failed whose thread cannot be started', async () => {
  fs.writeFileSync(path.join(built, 'broken.mjs'), 'throw new Error("broken");');
  const broken = new Promise<ScanView>((resolve) => {
    const failing = new ScanService({
      ...options,
      publish: (view) => view.status !== 'running' && resolve(view),
      workerFile: path.join(built, 'broken.mjs'),
    });
    failing.start(nothing, [KEY]);
  });
  expect(await broken).toMatchObject({ status: 'failed', rows: [] });
});

it('has the running programs when its thread says so, not when the thread ends: a thread may never end', async () => {
  const file = path.join(built, 'stays.mjs');
  const done = `parentPort.postMessage({ kind: 'done', report: { rows: [{ path: '/x' }] } });`;
  const code = [`import { parentPort } from 'node:worker_threads';`, done, 'setInterval(() => {}, 1000);'];
  fs.writeFileSync(file, code.join('\n'));
  onTestFinished(endThreads);
  const one = new ScanService({ ...options, workerFile: file });
  expect(await one.runningPrograms([KEY])).toMatchObject([{ path: '/x' }]);
});

it.skipIf(process.platform !== 'linux')('finds programs with the key in their environment or arguments', async () => {
  const children = [
    spawn('sleep', ['60'], { env: { ...process.env, NINEPROXY_KEY: KEY } }),
    spawn('sh', ['-c', 'read -r line', `--key=${KEY}`]),
  ];
  try {
    await Promise.all(children.map((child) => new Promise((resolve) => child.once('spawn', resolve))));
    const rows = await service.runningPrograms([KEY]);
    const found = children.map(({ pid }) => rows.find(({ program }) => program?.pid === pid));
    expect(found).toMatchObject([
      { source: 'program', class: 'running', readers: ['NINEPROXY_KEY'], program: { name: 'sleep' }, canUpdate: false },
      { source: 'program', class: 'running', readers: ['argv'], program: { name: 'sh' } },
    ]);
    expect(Math.abs((found[0]?.program?.startedAt ?? 0) - Date.now())).toBeLessThan(60_000);
    expect(JSON.stringify(rows)).not.toContain(KEY);
  } finally {
    for (const child of children) child.kill();
  }
});
