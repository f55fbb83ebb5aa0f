import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isProcessRunning, makeDemoFolder } from './demo-folder';

let temporary: string;

beforeEach(() => {
  temporary = fs.mkdtempSync(join(tmpdir(), 'demo-folder-test-'));
});

afterEach(() => fs.rmSync(temporary, { recursive: true, force: true }));

const make = (running: readonly number[] = []) =>
  makeDemoFolder({ temporary, pid: 7, isRunning: (pid) => running.includes(pid) });

it('makes a folder that only this user can open, and removes it with all that is in it', () => {
  const folder = make();
  // Windows has no modes: its folder for temporary files is the user's own.
  expect(process.platform === 'win32' || (fs.statSync(folder.path).mode & 0o777) === 0o700).toBe(true);
  fs.mkdirSync(join(folder.path, 'scraper'));
  fs.writeFileSync(join(folder.path, 'scraper', '.env'), 'KEY=1');
  folder.remove();
  expect(fs.readdirSync(temporary)).toEqual([]);
});

it('removes the folder of a demo that was killed, and leaves that of one that runs', () => {
  for (const name of ['ninetray-demo-8-aBcDeF', 'ninetray-demo-9-aBcDeF']) {
    fs.mkdirSync(join(temporary, name));
    fs.writeFileSync(join(temporary, name, '.env'), 'KEY=1');
  }
  const { path } = make([9]);
  expect(new Set(fs.readdirSync(temporary))).toEqual(new Set([basename(path), 'ninetray-demo-9-aBcDeF']));
});

it('removes nothing that only looks like its folder: links, files, other names', () => {
  const other = join(temporary, 'documents');
  fs.mkdirSync(other);
  fs.writeFileSync(join(other, 'thesis.txt'), 'years of work');
  fs.symlinkSync(other, join(temporary, 'ninetray-demo-8-aBcDeF'), 'junction');
  fs.writeFileSync(join(temporary, 'ninetray-demo-8-aBcDeG'), '');
  fs.mkdirSync(join(temporary, 'ninetray-demo-notes'));
  make().remove();
  expect(fs.readdirSync(temporary)).toHaveLength(4);
  expect(fs.readFileSync(join(other, 'thesis.txt'), 'utf8')).toBe('years of work');
});

it('knows whether a process runs', () => {
  expect(isProcessRunning(process.pid)).toBe(true);
  // The largest that Linux and macOS give is 4194304.
  expect(isProcessRunning(2_000_000_011)).toBe(false);
});
