// What a file keeps when its key is replaced, how each way of writing is chosen, and what a write does where something goes wrong.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Clock } from '../../model/clock';
import {
  type FileTestbed,
  fileTestbed,
  longerKey,
  newKey,
  oldKey,
  planned,
  update,
  updatedText,
} from './file-update.fixture';
import { standInForGetfattr } from './getfattr.fixture';
import { mendFileUpdate } from './mend-file-update';
import { planFileUpdate } from './plan-file-update';
import { writeFileUpdate } from './write-file-update';

const posix = process.platform !== 'win32';
const fault = (code: string): Error => Object.assign(new Error(code), { code });
const longer = { old: oldKey, next: longerKey };
let bed: FileTestbed;
beforeEach(() => {
  bed = fileTestbed();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  fs.rmSync(bed.folder, { recursive: true, force: true });
});

const attributes = (output: string) => standInForGetfattr(bed.folder, output);

function hasProgram(name: string): boolean {
  try {
    execFileSync(name, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe.runIf(posix)('a file', () => {
  it.each([
    ['patch', newKey],
    ['rewrite', longerKey],
  ] as const)('keeps its inode, mode, owner, hard links and the link to it in a %s', async (strategy, next) => {
    const path = bed.write('real', `K=${oldKey}\n`);
    fs.chmodSync(path, 0o2651);
    fs.linkSync(path, bed.at('hard'));
    fs.symlinkSync('real', bed.at('.env'));
    const before = fs.statSync(path);
    expect(await planned(bed.at('.env'), { old: oldKey, next }, bed.options)).toBe(strategy);
    expect(await updatedText(bed.at('.env'), { old: oldKey, next }, bed.options)).toBe(`K=${next}\n`);
    const { ino, mode, uid, gid, nlink } = fs.statSync(path);
    expect({ ino, mode, uid, gid, nlink }).toEqual({
      ino: before.ino,
      mode: before.mode,
      uid: before.uid,
      gid: before.gid,
      nlink: 2,
    });
    expect(fs.lstatSync(bed.at('.env')).isSymbolicLink()).toBe(true);
    expect(fs.readFileSync(bed.at('hard'), 'utf8')).toBe(`K=${next}\n`);
  });

  it.runIf(hasProgram('setfattr'))('keeps its attributes', async () => {
    for (const next of [newKey, longerKey]) {
      const path = bed.write('.env', `K=${oldKey}\n`);
      execFileSync('setfattr', ['-n', 'user.mine', '-v', 'kept', path]);
      expect(await updatedText(path, { old: oldKey, next }, bed.options)).toBe(`K=${next}\n`);
      expect(execFileSync('getfattr', ['-n', 'user.mine', path], { encoding: 'utf8' })).toContain('kept');
    }
  });
});

describe.runIf(process.platform === 'linux')('a key of another length', () => {
  it('replaces a plain file by a new one with its mode, and leaves nothing beside it', async () => {
    attributes('');
    const path = bed.write('.env', `K=${oldKey}\n`);
    fs.chmodSync(path, 0o640);
    expect(await planned(path, longer, bed.options)).toBe('replace');
    const names = fs.readdirSync(bed.folder);
    expect(await updatedText(path, longer, bed.options)).toBe(`K=${longerKey}\n`);
    expect([fs.statSync(path).mode & 0o7777, fs.readdirSync(bed.folder)]).toEqual([0o640, names]);
  });

  it('rewrites in place where the file has attributes, or nothing can tell', async () => {
    const path = bed.write('.env', `K=${oldKey}\n`);
    attributes('# file: .env');
    expect(await planned(path, longer, bed.options)).toBe('rewrite');
    vi.stubEnv('PATH', bed.at('nowhere'));
    expect(await planned(path, longer, bed.options)).toBe('rewrite');
  });

  it('rewrites in place where the file has two names, or others can write its folder', async () => {
    attributes('');
    const path = bed.write('.env', `K=${oldKey}\n`);
    fs.chmodSync(bed.folder, 0o777);
    expect(await planned(path, longer, bed.options)).toBe('rewrite');
    fs.chmodSync(bed.folder, 0o700);
    fs.linkSync(path, bed.at('hard'));
    expect(await planned(path, longer, bed.options)).toBe('rewrite');
  });

  it('rewrites in place on a file system that is not known to be local, and at a mount point', async () => {
    attributes('');
    const path = bed.write('.env', `K=${oldKey}\n`);
    const stats = await fs.promises.statfs(path);
    const statfs = vi.spyOn(fs.promises, 'statfs').mockResolvedValue(Object.assign(stats, { type: 0x6969 }));
    expect(await planned(path, longer, bed.options)).toBe('rewrite');
    statfs.mockRestore();
    const table = `1 2 0:1 / ${path.replaceAll('.', '\\056')} rw - ext4 /dev/a rw\n`;
    vi.spyOn(fs.promises, 'readFile').mockResolvedValue(table);
    expect(await planned(path, longer, bed.options)).toBe('rewrite');
  });

  it('is not written where the disk has no room for it', async () => {
    const path = bed.write('.env', `K=${oldKey}\n`);
    const stats = await fs.promises.statfs(path);
    vi.spyOn(fs.promises, 'statfs').mockResolvedValue(Object.assign(stats, { bavail: 0 }));
    expect(await planned(path, longer, bed.options)).toBe('disk-full');
  });
});

describe('a write', () => {
  it.each(['patch', 'replace', 'rewrite'] as const)(
    'of a file that was edited since it was planned changes nothing (%s)',
    async (strategy) => {
      const path = bed.write('.env', `K=${oldKey}\n`);
      const plan = await planFileUpdate(path, longer, bed.options);
      fs.appendFileSync(path, 'EDIT=1\n');
      expect(plan.ok && (await writeFileUpdate(path, { ...plan.value, strategy }, longer, bed.options))).toMatchObject({
        problem: { why: 'changed' },
      });
      expect(fs.readFileSync(path, 'utf8')).toBe(`K=${oldKey}\nEDIT=1\n`);
    },
  );

  it('of another length than was planned changes nothing', async () => {
    const path = bed.write('.env', `K=${oldKey}\n`);
    const plan = await planFileUpdate(path, { old: oldKey, next: null }, bed.options);
    expect(plan.ok && (await writeFileUpdate(path, plan.value, longer, bed.options))).toMatchObject({
      problem: { why: 'changed' },
    });
    expect(fs.readFileSync(path, 'utf8')).toBe(`K=${oldKey}\n`);
  });

  it('in place stores its encrypted copy first, and changes nothing where that fails', async () => {
    attributes('# file: .env');
    const path = bed.write('.env', `K=${oldKey}\n`);
    const { copies, ...without } = bed.options;
    expect(await update(path, longer, without)).toEqual({ kind: 'keyring-absent' });
    const locked = { ...copies, seal: async () => ({ ok: false, problem: { kind: 'keyring-locked' } }) as const };
    expect(await update(path, longer, { ...without, copies: locked })).toEqual({ kind: 'keyring-locked' });
    expect(fs.readFileSync(path, 'utf8')).toBe(`K=${oldKey}\n`);
  });

  it('in place changes nothing where the file was edited while the keyring was asked', async () => {
    attributes('# file: .env');
    const path = bed.write('.env', `K=${oldKey}\n`);
    const { copies } = bed.options;
    const seal: typeof copies.seal = async (content) => {
      fs.appendFileSync(path, 'EDIT=1\n');
      return copies.seal(content);
    };
    expect(await update(path, longer, { ...bed.options, copies: { ...copies, seal } })).toMatchObject({
      why: 'changed',
    });
    expect([fs.readFileSync(path, 'utf8'), fs.readdirSync(bed.at('copies'))]).toEqual([`K=${oldKey}\nEDIT=1\n`, []]);
  });

  it('that fails before a byte is written says why, and one that fails in the middle says that the file is neither', async () => {
    const path = bed.write('.env', `A=${oldKey}\nB=${oldKey}\n`);
    const handle = await fs.promises.open(path, 'r');
    const methods = Object.getPrototypeOf(handle) as fs.promises.FileHandle;
    await handle.close();
    const change = { old: oldKey, next: newKey };
    const { write } = methods;
    vi.spyOn(methods, 'write').mockRejectedValueOnce(fault('ENOSPC'));
    expect(await update(path, change, bed.options)).toEqual({ kind: 'disk-full' });
    const plan = await planFileUpdate(path, change, bed.options);
    const all = vi.spyOn(methods, 'write').mockImplementationOnce(function first(this: unknown, ...given: unknown[]) {
      all.mockRejectedValueOnce(fault('ENOSPC'));
      return Reflect.apply(write, this, given);
    });
    const written = plan.ok && (await writeFileUpdate(path, plan.value, change, bed.options));
    expect(written).toMatchObject({ problem: { why: 'unsure' } });
    expect(fs.readFileSync(path, 'utf8')).toBe(`A=${newKey}\nB=${oldKey}\n`);
    expect(plan.ok && (await mendFileUpdate(path, plan.value, change, bed.options))).toMatchObject({ value: 'mended' });
  });

  it('that would not fit leaves the file as long as it was, and no encrypted copy', async () => {
    attributes('# file: .env');
    const path = bed.write('.env', `A=${oldKey}\n`);
    const handle = await fs.promises.open(path, 'r');
    const methods = Object.getPrototypeOf(handle) as fs.promises.FileHandle;
    await handle.close();
    vi.spyOn(methods, 'sync').mockRejectedValueOnce(fault('ENOSPC'));
    expect(await update(path, longer, bed.options)).toEqual({ kind: 'disk-full' });
    expect(fs.readFileSync(path, 'utf8')).toBe(`A=${oldKey}\n`);
    expect(fs.readdirSync(bed.at('copies'))).toEqual([]);
  });

  it('that puts only a part on the disk in one call continues until all of it is there', async () => {
    const path = bed.write('.env', `K=${oldKey}\n`);
    const handle = await fs.promises.open(path, 'r');
    const methods = Object.getPrototypeOf(handle) as fs.promises.FileHandle;
    await handle.close();
    const { write } = methods;
    const short = vi.spyOn(methods, 'write').mockImplementation(function part(this: unknown, ...all: unknown[]) {
      const [bytes, from, length, offset] = all;
      return Reflect.apply(write, this, [bytes, from, Math.min(Number(length), 3), offset]);
    });
    expect(await updatedText(path, { old: oldKey, next: newKey }, bed.options)).toBe(`K=${newKey}\n`);
    expect(short.mock.calls.length).toBeGreaterThan(5);
  });
});

describe('on Windows', () => {
  const { platform } = process;
  beforeEach(() => void Object.defineProperty(process, 'platform', { value: 'win32' }));
  afterEach(() => void Object.defineProperty(process, 'platform', { value: platform }));

  /** Opening the file fails so many times. */
  const held = (times: number) => {
    const { open } = fs.promises;
    let left = times;
    return vi.spyOn(fs.promises, 'open').mockImplementation(async (...all) => {
      left -= 1;
      if (left >= 0) throw fault('EBUSY');
      return open(...all);
    });
  };
  const planWithClock = async (path: string) => {
    const pauses: number[] = [];
    const after: Clock['after'] = (ms, run) => {
      pauses.push(ms);
      queueMicrotask(run);
      return () => undefined;
    };
    return [await planned(path, { old: oldKey, next: newKey }, { ...bed.options, clock: { after } }), pauses];
  };

  it('a file that another program holds is tried again after 5, 20, 80, 320 and 1000 ms', async () => {
    const path = bed.write('.env', `K=${oldKey}\n`);
    held(5);
    expect(await planWithClock(path)).toEqual(['patch', [5, 20, 80, 320, 1000]]);
  });

  it('a file that stays held is reported as open in another program', async () => {
    const path = bed.write('.env', `K=${oldKey}\n`);
    held(6);
    expect(await planWithClock(path)).toEqual(['locked', [5, 20, 80, 320, 1000]]);
  });
});
