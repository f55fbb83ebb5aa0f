import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ScanRequest } from '../../model/places/scan';
import { compilePatterns } from './match/patterns';
import { runScan } from './scan-job';
import type { ScanMessage, ScanTask } from './scan-messages';

const KEY = 'k9Zq7mXc2vB4nL8pR6tY1wE3sD5fG0hJ';

let home: string;
beforeEach(() => {
  home = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'ninetray-job-')));
});
afterEach(() => fs.rmSync(home, { recursive: true, force: true }));

function write(name: string, content = `KEY=${KEY}\n`) {
  fs.mkdirSync(path.dirname(path.join(home, name)), { recursive: true });
  fs.writeFileSync(path.join(home, name), content);
}

interface Options extends Partial<ScanTask> {
  /** How long each file takes (ms). */
  step?: number;
  onReport?: (message: ScanMessage) => void;
}

function run(request: Partial<ScanRequest>, { step = 0, onReport = () => {}, ...task }: Options = {}) {
  const messages: ScanMessage[] = [];
  let now = 0;
  runScan(
    {
      request: { quick: false, folders: [], programs: false, containers: false, ...request },
      knownFolders: [],
      ownFolders: [],
      home,
      salt: Buffer.alloc(32),
      patterns: compilePatterns([KEY]),
      cancelled: new SharedArrayBuffer(4),
      mostRows: 50,
      ...task,
    },
    {
      report(message) {
        messages.push(message);
        onReport(message);
      },
      now: () => (now += step),
      platform: process.platform,
      env: {},
    },
  );
  const last = messages.at(-1)?.report;
  const rows = messages.flatMap(({ report }) => report.rows);
  return { messages, last, rows, paths: rows.map((row) => path.relative(home, row.path ?? '')) };
}

it('searches a single file that the user chose, and no other', () => {
  write('shop/.env');
  write('shop/other.env');
  expect(run({ folders: [path.join(home, 'shop/.env')] }).paths).toEqual(['shop/.env']);
});

it('finds in a quick search what a dotfile links to, once, also with its folder chosen beside it', () => {
  write('dotfiles/zshrc');
  fs.symlinkSync(path.join(home, 'dotfiles/zshrc'), path.join(home, '.zshrc'));
  fs.symlinkSync(path.join(home, 'dotfiles/zshrc'), path.join(home, '.zprofile'));
  expect(run({ quick: true, folders: [home] }).paths).toStrictEqual(['dotfiles/zshrc']);
});

it.skipIf(process.platform === 'win32')('opens no FIFO in a quick search', () => {
  execFileSync('mkfifo', [path.join(home, '.env')]);
  expect(run({ quick: true }).paths).toStrictEqual([]);
});

it('searches the folders of known places in a quick search', () => {
  write('project/.env');
  write('project/src/main.ts');
  expect(run({ quick: true }, { knownFolders: [path.join(home, 'project')] }).paths).toStrictEqual(['project/.env']);
});

it('searches nothing that was not asked for', () => {
  write('.env');
  write('.bashrc');
  expect(run({}).last).toMatchObject({ progress: { files: 0, folders: 0 }, found: 0 });
});

it('reports four times a second, each row once', () => {
  for (let index = 0; index < 40; index += 1) write(`f${index}`);
  const { messages, rows } = run({ folders: [home] }, { step: 50 });
  // A file takes 50 ms here.
  expect(messages).toHaveLength(1 + Math.floor(41 / 5));
  expect(messages.slice(0, -1).every(({ kind }) => kind === 'progress')).toBe(true);
  expect(messages.at(-1)).toMatchObject({ kind: 'done', report: { progress: { files: 40, folder: null } } });
  expect(new Set(rows.map(({ id }) => id)).size).toBe(40);
});

it('stops at the next file once it is cancelled', () => {
  for (let index = 0; index < 40; index += 1) write(`f${index}`);
  const cancelled = new SharedArrayBuffer(4);
  const onReport = () => void Atomics.store(new Int32Array(cancelled), 0, 1);
  const { last } = run({ folders: [home, home] }, { step: 50, cancelled, onReport });
  expect(last?.progress.files).toBe(4);
});

it('counts what it skips with its reason, and names five of each', () => {
  for (let index = 0; index < 7; index += 1) write(`p${index}/.git/config`);
  write('large', 'x'.repeat(6_000_000));
  const { last } = run({ folders: [home] });
  const git = last?.skipped.find(({ reason }) => reason === 'version-control');
  expect(git).toMatchObject({ count: 7 });
  expect(git?.examples).toHaveLength(5);
  expect(last?.skipped).toContainEqual({ reason: 'too-large', count: 1, examples: [path.join(home, 'large')] });
});

it('reports the first rows and counts the rest', () => {
  for (let index = 0; index < 53; index += 1) write(`f${index}`);
  const { last, rows } = run({ folders: [home] });
  expect(rows).toHaveLength(50);
  expect(last?.found).toBe(53);
});

it.skipIf(process.platform === 'win32')('finds the key in the crontab', () => {
  const bin = path.join(home, 'bin');
  write('bin/crontab', `#!/bin/sh\nprintf 'PROXY_KEY=${KEY}\\n@daily run\\n'\n`);
  fs.chmodSync(path.join(bin, 'crontab'), 0o755);
  const before = process.env['PATH'];
  process.env['PATH'] = `${bin}:${before}`;
  try {
    expect(run({ quick: true }).rows).toMatchObject([
      { source: 'crontab', path: null, class: 'config', canUpdate: true, readers: ['PROXY_KEY'], digest: null },
    ]);
  } finally {
    process.env['PATH'] = before;
  }
});

it.skipIf(process.platform === 'win32')('asks Docker for the environment of containers only when told to', () => {
  const bin = path.join(home, 'bin');
  const script = `case "$1 $3" in "ps --no-trunc") echo 1a;; "inspect {{.Name}}") echo /web;; *) printf 'A=1\\nPROXY_KEY=${KEY}\\n';; esac`;
  write('bin/docker', `#!/bin/sh\n${script}\n`);
  fs.chmodSync(path.join(bin, 'docker'), 0o755);
  const before = process.env['PATH'];
  process.env['PATH'] = `${bin}:${before}`;
  try {
    expect(run({ quick: true }).rows.filter(({ source }) => source === 'container')).toStrictEqual([]);
    expect(run({ containers: true }).rows).toMatchObject([
      { source: 'container', class: 'running', readers: ['PROXY_KEY'], program: { pid: null, name: 'web' } },
    ]);
  } finally {
    process.env['PATH'] = before;
  }
});
