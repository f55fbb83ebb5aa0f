import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { openLog } from './log.electron';

const folder = fs.mkdtempSync(join(tmpdir(), 'ninetray-log-'));
vi.mock('electron', () => ({ app: { getPath: () => folder } }));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

it('is read by its owner alone, and says of an error where it came from, not what it says', () => {
  const log = openLog();
  log.event('started', { figure: 1 });
  log.unexpected('main', new Error('no\n    at https://api.example/?api-key=SECRET1234'));
  const file = join(folder, 'logs/main.log');
  const text = fs.readFileSync(file, 'utf8');
  expect(text).toContain('started');
  expect(text).toContain('log.test.ts');
  expect(text).not.toMatch(/SECRET|https/);
  // Windows knows no such modes: there the folder's own access list is what protects.
  expect(process.platform === 'win32' || (fs.statSync(file).mode & 0o777) === 0o600).toBe(true);
});

describe.skipIf(process.platform === 'win32')('in place of the log', () => {
  const file = join(folder, 'logs/main.log');
  const aside = join(folder, 'logs/main.aside.log');

  it('a FIFO is moved aside, since opening it could block for ever', () => {
    fs.mkdirSync(join(folder, 'logs'), { recursive: true });
    fs.rmSync(file, { force: true });
    execFileSync('mkfifo', [file]);
    // With a reader, a write that should not happen fails the test and does not hang it.
    const reader = fs.openSync(file, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK);
    openLog().event('after the FIFO');
    expect(fs.readSync(reader, Buffer.alloc(100))).toBe(0);
    fs.closeSync(reader);
    expect(fs.lstatSync(aside).isFIFO()).toBe(true);
    expect(fs.readFileSync(file, 'utf8')).toContain('after the FIFO');
  });

  it.each([
    ['a link', (path: string) => fs.symlinkSync(join(folder, 'elsewhere.txt'), path)],
    ['a link to a device', (path: string) => fs.symlinkSync('/dev/full', path)],
    ['a folder', (path: string) => fs.mkdirSync(path)],
  ])('%s is moved aside, and nothing is written through it', (_what, put) => {
    fs.writeFileSync(join(folder, 'elsewhere.txt'), 'mine');
    for (const path of [file, aside]) fs.rmSync(path, { force: true, recursive: true });
    put(file);
    openLog().event('after something else');
    expect(fs.lstatSync(file).isFile()).toBe(true);
    expect(fs.readFileSync(file, 'utf8')).toContain('after something else');
    expect(fs.readFileSync(join(folder, 'elsewhere.txt'), 'utf8')).toBe('mine');
  });

  it('what cannot be moved stays, and NineTray runs without a log', () => {
    for (const path of [file, aside]) fs.rmSync(path, { force: true, recursive: true });
    fs.mkdirSync(join(aside, 'full'), { recursive: true });
    execFileSync('mkfifo', [file]);
    const reader = fs.openSync(file, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK);
    openLog().unexpected('main', new Error('nowhere to go'));
    expect(fs.readSync(reader, Buffer.alloc(100))).toBe(0);
    fs.closeSync(reader);
    expect(fs.lstatSync(file).isFIFO()).toBe(true);
  });
});
