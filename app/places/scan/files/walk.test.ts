import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FileReader } from './read-file';
import { isCloudOnly, LARGEST_FILE, SkipRules } from './skip-rules';
import { walk } from './walk';

let root: string;
beforeEach(() => {
  root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'ninetray-walk-')));
});
afterEach(() => fs.rmSync(root, { recursive: true, force: true }));

function write(name: string, content = 'text') {
  fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
  fs.writeFileSync(path.join(root, name), content);
}

interface Facts {
  from?: string[];
  platform?: NodeJS.Platform;
  ownFolders?: string[];
  stopAfter?: number;
}

function walked({ from = [root], platform = process.platform, ownFolders = [], stopAfter = Infinity }: Facts = {}) {
  const found = {
    files: [] as string[],
    skipped: {} as Record<string, string>,
    unreadable: {} as Record<string, string>,
  };
  const rules = new SkipRules({ platform, home: root, ownFolders });
  const entered = new Set<string>();
  for (const folder of from) {
    walk(folder, rules, entered, {
      file: (at) => found.files.push(path.relative(root, at)),
      folder: () => {},
      skipped: (at, reason) => (found.skipped[path.relative(root, at)] = reason),
      unreadable: (at, why) => (found.unreadable[path.relative(root, at)] = why),
      isCancelled: () => found.files.length >= stopAfter,
    });
  }
  found.files.sort();
  return found;
}

it('enters everything but what is skipped, also what .gitignore names', () => {
  for (const name of ['.env', '.gitignore', 'a/b/c.ts', '.config/x', '.git/config', 'a/node_modules/p/i.js'])
    write(name);
  for (const name of [
    '.venv/x',
    'py/pyvenv.cfg',
    'c/CACHEDIR.TAG',
    '.cache/x',
    '.local/share/Trash/x',
    'own/key.json',
  ]) {
    write(name);
  }
  const { files, skipped } = walked({ ownFolders: [path.join(root, 'own')] });
  expect(files).toStrictEqual(['.config/x', '.env', '.gitignore', 'a/b/c.ts']);
  expect(skipped).toStrictEqual({
    '.git': 'version-control',
    'a/node_modules': 'packages',
    '.venv': 'packages',
    py: 'packages',
    c: 'cache',
    '.cache': 'cache',
    '.local/share/Trash': 'trash',
    own: 'own-folder',
  });
});

it('searches a folder that the user chose whatever it is called', () => {
  write('node_modules/p/i.js');
  write('c/CACHEDIR.TAG');
  write('c/x');
  const from = ['node_modules', 'c'].map((name) => path.join(root, name));
  expect(walked({ from }).files).toStrictEqual(['c/CACHEDIR.TAG', 'c/x', 'node_modules/p/i.js']);
});

it('does not enter what macOS protects, unless the user chose it', () => {
  write('Documents/a');
  expect(walked({ platform: 'darwin' }).skipped).toStrictEqual({ Documents: 'protected' });
  expect(walked({ platform: 'darwin', from: [path.join(root, 'Documents')] }).files).toStrictEqual(['Documents/a']);
});

it('searches no folder twice', () => {
  write('a/b/c');
  expect(walked({ from: [path.join(root, 'a/b'), root] }).files).toStrictEqual(['a/b/c']);
});

it('stops between two files', () => {
  for (let index = 0; index < 20; index += 1) write(`f${index}`);
  expect(walked({ stopAfter: 3 }).files).toHaveLength(3);
});

it('reports a folder that is not there as nothing', () => {
  expect(walked({ from: [path.join(root, 'gone')] })).toStrictEqual({ files: [], skipped: {}, unreadable: {} });
});

it.skipIf(process.platform === 'win32')('follows no link, and opens no FIFO', () => {
  write('a/file');
  fs.symlinkSync(root, path.join(root, 'a/loop'));
  fs.symlinkSync('/etc/hostname', path.join(root, 'a/outside'));
  execFileSync('mkfifo', [path.join(root, 'pipe.env')]);
  const { files, skipped } = walked();
  expect(files).toStrictEqual(['a/file']);
  expect(skipped).toStrictEqual({ 'a/loop': 'link', 'a/outside': 'link', 'pipe.env': 'special' });
});

it.skipIf(process.platform !== 'linux')('does not enter another file system', () => {
  const found: string[] = [];
  const rules = new SkipRules({ platform: 'linux', home: root, ownFolders: [] });
  const visitor = {
    file: () => {},
    folder: () => {},
    unreadable: () => {},
    isCancelled: () => found.includes('/dev/shm'),
  };
  // A tmpfs inside of another one, on every Linux.
  walk('/dev', rules, new Set(['/dev/pts']), {
    ...visitor,
    skipped: (at, reason) => reason === 'other-file-system' && found.push(at),
  });
  expect(found).toContain('/dev/shm');
});

it.skipIf(process.platform === 'win32')('names a folder that it may not read, and goes on', () => {
  write('closed/a');
  write('open/b');
  fs.chmodSync(root, 0o755);
  fs.chmodSync(path.join(root, 'closed'), 0o000);
  const isRoot = process.geteuid?.() === 0;
  // Root may read everything: so as another user.
  if (isRoot) process.seteuid?.(65_534);
  try {
    expect(walked()).toMatchObject({ files: ['open/b'], unreadable: { closed: 'not-allowed' } });
  } finally {
    if (isRoot) process.seteuid?.(0);
    fs.chmodSync(path.join(root, 'closed'), 0o755);
  }
});

const reader = new FileReader(process.platform);
const device = () => fs.statSync(root).dev;

it('reads a file of the largest size, and skips one that is larger', () => {
  write('most', 'm'.repeat(LARGEST_FILE));
  write('larger', 'l'.repeat(6_000_000));
  expect(reader.read(path.join(root, 'most'), device())).toStrictEqual({ outcome: 'read', length: LARGEST_FILE });
  expect(reader.read(path.join(root, 'larger'), device())).toStrictEqual({ outcome: 'skipped', reason: 'too-large' });
});

it('keeps nothing of what it read once it is wiped', () => {
  write('secret', 'secret');
  reader.read(path.join(root, 'secret'), device());
  reader.wipe();
  expect(reader.content.every((byte) => byte === 0)).toBe(true);
});

it.skipIf(process.platform === 'win32')(
  'waits for no writer where a FIFO took the place of a file, and follows no link that did',
  () => {
    execFileSync('mkfifo', [path.join(root, 'pipe')]);
    fs.symlinkSync('/etc/hostname', path.join(root, 'link'));
    const pipe = reader.read(path.join(root, 'pipe'), device());
    expect(pipe.outcome === 'skipped' || (pipe.outcome === 'read' && pipe.length === 0)).toBe(true);
    expect(reader.read(path.join(root, 'link'), device())).toStrictEqual({ outcome: 'skipped', reason: 'link' });
  },
);

it('takes a file that was removed meanwhile for nothing', () => {
  expect(reader.read(path.join(root, 'gone'), device())).toStrictEqual({ outcome: 'gone' });
});

it('knows a file that is only in the cloud by its size on disk', () => {
  expect(isCloudOnly('darwin', { size: 10, blocks: 0 })).toBe(true);
  expect(isCloudOnly('win32', { size: 10_000, blocks: 0 })).toBe(true);
  expect(isCloudOnly('win32', { size: 300, blocks: 0 })).toBe(false);
  expect(isCloudOnly('linux', { size: 10_000, blocks: 0 })).toBe(false);
  expect(isCloudOnly('darwin', { size: 10, blocks: 8 })).toBe(false);
});
