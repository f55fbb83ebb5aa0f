import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { gitStates } from './git-state';

let root: string;
beforeEach(() => {
  root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'ninetray-git-')));
});
afterEach(() => fs.rmSync(root, { recursive: true, force: true }));

function write(name: string, content = '') {
  fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
  fs.writeFileSync(path.join(root, name), content);
  return path.join(root, name);
}

const git = (...args: string[]) => execFileSync('git', ['-C', path.join(root, 'p'), ...args], { stdio: 'ignore' });

it('distinguishes files that Git tracks or ignores from others, also with unusual names, and from those in no repository', async () => {
  const tracked = write('p/a/[x] ä *.env');
  const ignored = write('p/.env');
  const untracked = write('p/x');
  const outside = write('q/.env');
  write('p/.gitignore', '.env\n');
  git('init', '--quiet');
  git('add', 'a');
  expect(Object.fromEntries(await gitStates([tracked, ignored, untracked, outside]))).toStrictEqual({
    [tracked]: 'tracked',
    [ignored]: 'ignored',
    [untracked]: 'untracked',
    [outside]: 'none',
  });
});

it('runs no program that a repository names', async () => {
  const file = write('p/.env');
  git('init', '--quiet');
  const trace = path.join(root, 'ran');
  const hook = write('hook', `#!/bin/sh\ntouch '${trace}'\n`);
  fs.chmodSync(hook, 0o755);
  git('config', 'core.fsmonitor', hook);
  // So that this test would notice.
  git('status');
  expect(fs.existsSync(trace)).toBe(true);
  fs.rmSync(trace);
  await gitStates([file]);
  expect(fs.existsSync(trace)).toBe(false);
});

it('does not guess where Git does not answer', async () => {
  const file = write('p/.env');
  write('p/.git', 'gitdir: nowhere\n');
  expect((await gitStates([file])).get(file)).toBe('unknown');
});
