import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { writeAtomically } from './atomic-file';
import { errorCode } from './disk-error';

const posix = process.platform !== 'win32';
let folder = '';
const at = (name: string): string => join(folder, name);
const fault = (code: string): Error => Object.assign(new Error(code), { code });
const text = (name: string): string => fs.readFileSync(at(name), 'utf8');

beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'ninetray-atomic-'));
});
afterEach(() => {
  vi.restoreAllMocks();
  fs.rmSync(folder, { recursive: true, force: true });
});

function codeOf(run: () => void): string {
  try {
    run();
    return 'no error';
  } catch (error) {
    return errorCode(error);
  }
}

/** Limits the size of the files that this process writes: the kernel then cuts a write short, as a disk does that becomes full. */
function limitFileSize(bytes: number | 'unlimited'): void {
  execFileSync('prlimit', ['--pid', String(process.pid), `--fsize=${bytes}:unlimited`]);
}

describe('an atomic write', () => {
  it('replaces a file by exactly the new content, text or bytes, and leaves nothing beside it', () => {
    fs.writeFileSync(at('a'), 'old and longer than the new one');
    writeAtomically(at('a'), 'näu');
    expect(text('a')).toBe('näu');
    writeAtomically(at('a'), new Uint8Array([0xff, 0x00]));
    expect([...fs.readFileSync(at('a'))]).toEqual([0xff, 0x00]);
    expect(fs.readdirSync(folder)).toEqual(['a']);
  });

  it.runIf(posix)('gives the file to its owner alone, whatever the umask and the mode of the old one', () => {
    fs.writeFileSync(at('a'), 'old', { mode: 0o666 });
    const before = process.umask(0);
    try {
      writeAtomically(at('a'), 'new');
    } finally {
      process.umask(before);
    }
    expect(fs.statSync(at('a')).mode & 0o777).toBe(0o600);
  });

  it.runIf(posix)('shows an open reader the whole old text, and a later reader the new one', () => {
    fs.writeFileSync(at('a'), 'old');
    const opened = fs.openSync(at('a'), 'r');
    try {
      writeAtomically(at('a'), 'new');
      expect(fs.readFileSync(opened, 'utf8')).toBe('old');
    } finally {
      fs.closeSync(opened);
    }
    expect(text('a')).toBe('new');
  });

  it('syncs the content before it takes the name, and the folder after', () => {
    const order: string[] = [];
    const { fsyncSync, renameSync } = fs;
    vi.spyOn(fs, 'fsyncSync').mockImplementation((file) => {
      order.push(fs.fstatSync(file).isDirectory() ? 'folder' : `file: ${text(fs.readdirSync(folder)[0] ?? '')}`);
      fsyncSync(file);
    });
    vi.spyOn(fs, 'renameSync').mockImplementation((from, to) => {
      order.push('rename');
      renameSync(from, to);
    });
    writeAtomically(at('a'), 'new');
    expect(order).toEqual(posix ? ['file: new', 'rename', 'folder'] : ['file: new', 'rename']);
    order.length = 0;
    writeAtomically(at('a'), 'newer', { isDurable: false });
    expect(order).toEqual(['rename']);
  });

  it.runIf(posix)('replaces a link, and changes nothing where it leads', () => {
    fs.writeFileSync(at('target'), 'mine');
    fs.symlinkSync(at('target'), at('a'));
    writeAtomically(at('a'), 'new');
    expect(text('target')).toBe('mine');
    expect(fs.lstatSync(at('a')).isFile()).toBe(true);
  });

  it.runIf(posix)('writes through no link that stands at the name of its draft', () => {
    fs.writeFileSync(at('elsewhere'), 'mine');
    fs.symlinkSync(at('elsewhere'), at('draft'));
    expect(codeOf(() => writeAtomically(at('a'), 'new', { draftName: () => 'draft' }))).toBe('EEXIST');
    expect(text('elsewhere')).toBe('mine');
    expect(fs.readdirSync(folder).sort()).toEqual(['draft', 'elsewhere']);
  });

  it('uses a new name for each draft, so that two processes never share one', () => {
    const names: string[] = [];
    const write = (content: string) =>
      writeAtomically(at('a'), content, {
        draftName(random) {
          names.push(random);
          return random;
        },
      });
    write('one');
    write('two');
    expect(new Set(names).size).toBe(2);
    expect(names.every((name) => /^[0-9a-f]{16}$/.test(name))).toBe(true);
  });
});

describe('an atomic write that fails', () => {
  it.each([
    ['writeFileSync', 'ENOSPC'],
    ['fsyncSync', 'EIO'],
    ['fsyncSync', 'ENOSPC'],
    ['renameSync', 'EROFS'],
  ] as const)('in %s with %s leaves the old file and no draft', (name, code) => {
    fs.writeFileSync(at('a'), 'old');
    const spy = vi.spyOn(fs, name).mockImplementation(() => {
      throw fault(code);
    });
    const failure = codeOf(() => writeAtomically(at('a'), 'new'));
    spy.mockRestore();
    expect([failure, text('a'), fs.readdirSync(folder)]).toEqual([code, 'old', ['a']]);
  });

  it.runIf(process.platform === 'linux')('leaves the old file and no draft where the disk takes only a part', () => {
    fs.writeFileSync(at('a'), 'old');
    limitFileSize(8192);
    let failure = '';
    try {
      failure = codeOf(() => writeAtomically(at('a'), 'x'.repeat(100_000)));
    } finally {
      limitFileSize('unlimited');
    }
    expect([failure, text('a'), fs.readdirSync(folder)]).toEqual(['EFBIG', 'old', ['a']]);
  });

  it('writes nothing where its check refuses the draft', () => {
    const write = vi.spyOn(fs, 'writeFileSync');
    const check = () => {
      throw fault('EPERM');
    };
    expect(codeOf(() => writeAtomically(at('a'), 'new', { check }))).toBe('EPERM');
    expect(write).not.toHaveBeenCalled();
    expect(fs.readdirSync(folder)).toEqual([]);
  });
});

describe('on Windows', () => {
  const { platform } = process;
  beforeEach(() => void Object.defineProperty(process, 'platform', { value: 'win32' }));
  afterEach(() => void Object.defineProperty(process, 'platform', { value: platform }));

  it('an atomic write waits for a program that holds the old file for a moment', () => {
    const { renameSync } = fs;
    let held = 3;
    vi.spyOn(fs, 'renameSync').mockImplementation((from, to) => {
      held -= 1;
      if (held >= 0) throw fault('EPERM');
      renameSync(from, to);
    });
    writeAtomically(at('a'), 'new');
    expect(text('a')).toBe('new');
  });

  it('an atomic write fails where the old file stays locked, and leaves no draft', () => {
    fs.writeFileSync(at('a'), 'old');
    vi.spyOn(fs, 'renameSync').mockImplementation(() => {
      throw fault('EBUSY');
    });
    expect(codeOf(() => writeAtomically(at('a'), 'new'))).toBe('EBUSY');
    expect(text('a')).toBe('old');
    expect(fs.readdirSync(folder)).toEqual(['a']);
  });
});
