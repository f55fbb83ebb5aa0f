import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { writeKeyFile } from './key-file';

const key = 'newkey-1111';
const posix = process.platform !== 'win32';
let folder = '';

beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'ninetray-key-file-'));
});

afterEach(() => {
  vi.restoreAllMocks();
  fs.rmSync(folder, { recursive: true, force: true });
});

const at = (name: string): string => join(folder, name);
const mode = (name: string): string => (fs.statSync(at(name)).mode & 0o777).toString(8);
const fault = (code: string): Error => Object.assign(new Error(code), { code });

describe('a key in a file', () => {
  it('is written exactly, under its name alone', () => {
    expect(writeKeyFile(at('key.txt'), key)).toEqual({ ok: true, value: undefined });
    expect(fs.readFileSync(at('key.txt'), 'utf8')).toBe(key);
    expect(fs.readdirSync(folder)).toEqual(['key.txt']);
  });

  it.runIf(posix)('is its owner’s alone from before the first byte, whatever the umask', () => {
    const modes: string[] = [];
    const write = fs.writeFileSync;
    vi.spyOn(fs, 'writeFileSync').mockImplementation((file, ...rest) => {
      if (typeof file === 'number') modes.push((fs.fstatSync(file).mode & 0o777).toString(8));
      write(file, ...rest);
    });
    const before = process.umask(0);
    try {
      expect(writeKeyFile(at('key.txt'), key).ok).toBe(true);
    } finally {
      process.umask(before);
    }
    expect(modes).toEqual(['600']);
    expect(mode('key.txt')).toBe('600');
  });

  it.runIf(posix)('takes the place of a file that others can read, and of nothing else', () => {
    fs.writeFileSync(at('key.txt'), 'old and longer than the new one', { mode: 0o644 });
    fs.writeFileSync(at('beside.txt'), 'beside');
    const opened = fs.openSync(at('key.txt'), 'r');
    try {
      expect(writeKeyFile(at('key.txt'), key).ok).toBe(true);
      // A program that had the old file open sees the old text, never the key.
      expect(fs.readFileSync(opened, 'utf8')).toBe('old and longer than the new one');
    } finally {
      fs.closeSync(opened);
    }
    expect(fs.readFileSync(at('key.txt'), 'utf8')).toBe(key);
    expect(mode('key.txt')).toBe('600');
    expect(fs.readdirSync(folder).sort()).toEqual(['beside.txt', 'key.txt']);
  });

  it.runIf(posix).each(['there', 'missing'])('does not follow a symlink to a file that is %s', (target) => {
    if (target === 'there') fs.writeFileSync(at('target'), 'target');
    fs.symlinkSync(at('target'), at('key.txt'));
    expect(writeKeyFile(at('key.txt'), key).ok).toBe(true);
    expect(fs.lstatSync(at('key.txt')).isSymbolicLink()).toBe(false);
    expect(mode('key.txt')).toBe('600');
    const left = fs.existsSync(at('target')) ? fs.readFileSync(at('target'), 'utf8') : null;
    expect(left).toBe(target === 'there' ? 'target' : null);
  });

  it('is synced before it takes its name, and the name after', () => {
    const order: string[] = [];
    const { fsyncSync, renameSync } = fs;
    vi.spyOn(fs, 'fsyncSync').mockImplementation((file) => {
      order.push(fs.fstatSync(file).isDirectory() ? 'folder' : 'file');
      fsyncSync(file);
    });
    vi.spyOn(fs, 'renameSync').mockImplementation((from, to) => {
      order.push('rename');
      renameSync(from, to);
    });
    writeKeyFile(at('key.txt'), key);
    expect(order).toEqual(posix ? ['file', 'rename', 'folder'] : ['file', 'rename']);
  });

  it('can have a name as long as names go', () => {
    const name = `${'键'.repeat(83)}.txt`;
    expect(writeKeyFile(at(name), key).ok).toBe(true);
    expect(fs.readdirSync(folder)).toEqual([name]);
  });
});

describe('a file that cannot be written', () => {
  it('a key file cannot be written to a folder that does not exist, and the problem is reported', () => {
    expect(writeKeyFile(at('no/key.txt'), key)).toEqual({
      ok: false,
      problem: { kind: 'file-not-written', why: 'other' },
    });
  });

  it('a key file cannot be written over a folder of its name, and the problem is reported', () => {
    fs.mkdirSync(at('key.txt'));
    expect(writeKeyFile(at('key.txt'), key).ok).toBe(false);
    expect(fs.readdirSync(folder)).toEqual(['key.txt']);
  });

  it.each([
    ['ENOSPC', 'full'],
    ['EDQUOT', 'full'],
    ['EACCES', 'not-allowed'],
    ['EROFS', 'not-allowed'],
    ['EIO', 'other'],
  ])('%s while writing leaves what was there, and no copy', (code, why) => {
    fs.writeFileSync(at('key.txt'), 'old');
    const write = fs.writeFileSync;
    vi.spyOn(fs, 'writeFileSync').mockImplementation((file) => {
      write(file, key.slice(0, 4));
      throw fault(code);
    });
    expect(writeKeyFile(at('key.txt'), key)).toEqual({ ok: false, problem: { kind: 'file-not-written', why } });
    expect(fs.readFileSync(at('key.txt'), 'utf8')).toBe('old');
    expect(fs.readdirSync(folder)).toEqual(['key.txt']);
  });

  it.each(['fsyncSync', 'renameSync'] as const)('a failing %s leaves what was there, and no copy', (name) => {
    fs.writeFileSync(at('key.txt'), 'old');
    vi.spyOn(fs, name).mockImplementation(() => {
      throw fault('EIO');
    });
    expect(writeKeyFile(at('key.txt'), key).ok).toBe(false);
    expect(fs.readFileSync(at('key.txt'), 'utf8')).toBe('old');
    expect(fs.readdirSync(folder)).toEqual(['key.txt']);
  });

  it.runIf(posix)('is one that others could read, on a disk that knows no owners', () => {
    const stat = fs.fstatSync;
    vi.spyOn(fs, 'fstatSync').mockImplementation((file) => Object.assign(stat(file), { mode: 0o100755 }));
    const write = vi.spyOn(fs, 'writeFileSync');
    expect(writeKeyFile(at('key.txt'), key)).toEqual({
      ok: false,
      problem: { kind: 'file-not-written', why: 'not-private' },
    });
    expect(write).not.toHaveBeenCalled();
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  it('never throws, not even when its draft cannot be removed', () => {
    vi.spyOn(fs, 'fsyncSync').mockImplementation(() => {
      throw fault('EIO');
    });
    vi.spyOn(fs, 'rmSync').mockImplementationOnce(() => {
      throw fault('EPERM');
    });
    expect(writeKeyFile(at('key.txt'), key).ok).toBe(false);
  });
});

it.runIf(posix)('is written even where the folder cannot be synced', () => {
  const sync = fs.fsyncSync;
  vi.spyOn(fs, 'fsyncSync').mockImplementation((file) => {
    if (fs.fstatSync(file).isDirectory()) throw fault('EINVAL');
    sync(file);
  });
  expect(writeKeyFile(at('key.txt'), key).ok).toBe(true);
  expect(fs.readFileSync(at('key.txt'), 'utf8')).toBe(key);
});
