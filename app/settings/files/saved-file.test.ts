import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { writeSavedFile } from './saved-file';

let folder = '';
beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'ninetray-saved-file-'));
});
afterEach(() => {
  vi.restoreAllMocks();
  fs.rmSync(folder, { recursive: true, force: true });
});

const at = (name: string): string => join(folder, name);
const fault = (code: string): Error => Object.assign(new Error(code), { code });
const fails = (name: 'fsyncSync' | 'renameSync', code: string) =>
  vi.spyOn(fs, name).mockImplementation(() => {
    throw fault(code);
  });

describe('a file that the user saves', () => {
  it('replaces the file of that name and leaves nothing beside it', () => {
    fs.writeFileSync(at('list.csv'), 'old and longer');
    expect(writeSavedFile(at('list.csv'), 'new')).toEqual({ ok: true, value: undefined });
    expect(fs.readFileSync(at('list.csv'), 'utf8')).toBe('new');
    expect(fs.readdirSync(folder)).toEqual(['list.csv']);
  });

  it.each(['EINVAL', 'ENOSYS', 'ENOTSUP', 'EPERM'])('is saved where fsync fails with %s, as on some shares', (code) => {
    fails('fsyncSync', code);
    expect(writeSavedFile(at('list.csv'), 'new').ok).toBe(true);
    expect(fs.readFileSync(at('list.csv'), 'utf8')).toBe('new');
  });

  it.each(['EPERM', 'EEXIST', 'EACCES', 'EXDEV', 'ENOSYS'])(
    'is written in place where a rename fails with %s',
    (code) => {
      fs.writeFileSync(at('list.csv'), 'old and longer');
      fails('renameSync', code);
      expect(writeSavedFile(at('list.csv'), 'new').ok).toBe(true);
      expect(fs.readFileSync(at('list.csv'), 'utf8')).toBe('new');
      expect(fs.readdirSync(folder)).toEqual(['list.csv']);
    },
  );

  it('is saved on a drive without owners or modes, where everyone can read it', () => {
    const stat = fs.fstatSync;
    vi.spyOn(fs, 'fstatSync').mockImplementation((file) => Object.assign(stat(file), { mode: 0o100777 }));
    expect(writeSavedFile(at('list.csv'), 'new').ok).toBe(true);
  });
});

describe('a file that cannot be saved', () => {
  it.each([
    ['ENOSPC', 'full'],
    ['EIO', 'other'],
  ] as const)('with %s says why', (code, why) => {
    fs.writeFileSync(at('list.csv'), 'old');
    vi.spyOn(fs, 'writeFileSync').mockImplementation(() => {
      throw fault(code);
    });
    expect(writeSavedFile(at('list.csv'), 'new')).toEqual({ ok: false, problem: { kind: 'file-not-written', why } });
    expect(fs.readdirSync(folder)).toEqual(['list.csv']);
  });

  it('leaves the old file unchanged when the disk is full', () => {
    fs.writeFileSync(at('list.csv'), 'old');
    fails('fsyncSync', 'ENOSPC');
    expect(writeSavedFile(at('list.csv'), 'new').ok).toBe(false);
    expect(fs.readFileSync(at('list.csv'), 'utf8')).toBe('old');
  });

  it.skipIf(process.platform === 'win32')('is never written into a FIFO, which could block for ever', () => {
    execFileSync('mkfifo', [at('list.csv')]);
    const reader = fs.openSync(at('list.csv'), fs.constants.O_RDONLY | fs.constants.O_NONBLOCK);
    fails('renameSync', 'EACCES');
    expect(writeSavedFile(at('list.csv'), 'new').ok).toBe(false);
    expect(fs.readSync(reader, Buffer.alloc(10))).toBe(0);
    fs.closeSync(reader);
  });

  it('is reported for a folder that is gone or read-only, and for a name that a folder has', () => {
    expect(writeSavedFile(at('gone/list.csv'), 'new').ok).toBe(false);
    fs.mkdirSync(at('list.csv'));
    expect(writeSavedFile(at('list.csv'), 'new').ok).toBe(false);
    vi.spyOn(fs, 'openSync').mockImplementation(() => {
      throw fault('EROFS');
    });
    expect(writeSavedFile(at('other.csv'), 'new')).toEqual({
      ok: false,
      problem: { kind: 'file-not-written', why: 'not-allowed' },
    });
  });
});
