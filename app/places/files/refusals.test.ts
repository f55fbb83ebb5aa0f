// Files that NineTray does not write, and that a rehearsal changes nothing.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type FileTestbed, fileTestbed, longerKey, newKey, oldKey, planned } from './file-update.fixture';
import { planFileUpdate } from './plan-file-update';
import { writeFileUpdate } from './write-file-update';

const posix = process.platform !== 'win32';
const change = { old: oldKey, next: newKey };
let bed: FileTestbed;
beforeEach(() => {
  bed = fileTestbed();
});
afterEach(() => {
  vi.restoreAllMocks();
  fs.rmSync(bed.folder, { recursive: true, force: true });
});

it('refuses templates, logs, histories, copies and what belongs to Git', async () => {
  const plan = (name: string) => planned(bed.write(name, oldKey), change, bed.options);
  for (const name of ['.env.example', 'sample.yaml', 'my-template.json', 'config.php.dist']) {
    expect([name, await plan(name)]).toEqual([name, 'template']);
  }
  const records = [
    'a.log',
    'a.log.1',
    '.bash_history',
    'fish_history',
    'ConsoleHost_history.txt',
    '.env.bak',
    '.env~',
    '.env.swp',
  ];
  for (const name of records) expect([name, await plan(name)]).toEqual([name, 'record']);
  fs.mkdirSync(bed.at('.git'));
  expect(await plan('.git/config')).toBe('record');
});

it.runIf(posix)('refuses a link to a log', async () => {
  bed.write('a.log', oldKey);
  fs.symlinkSync('a.log', bed.at('link.sh'));
  expect(await planned(bed.at('link.sh'), change, bed.options)).toBe('record');
});

it.runIf(posix)('never opens a FIFO', async () => {
  execFileSync('mkfifo', [bed.at('.env')]);
  const open = vi.spyOn(fs.promises, 'open');
  expect(await planned(bed.at('.env'), change, bed.options)).toBe('unsupported');
  expect(open).not.toHaveBeenCalled();
});

it.runIf(posix)('follows a link within its folder, and none that leads out of it', async () => {
  fs.mkdirSync(bed.at('inner'));
  bed.write('inner/target', `K=${oldKey}`);
  fs.symlinkSync('inner/target', bed.at('.env'));
  fs.symlinkSync('../.env', bed.at('inner/.env'));
  fs.symlinkSync(bed.folder, bed.at('inner/folder'));
  expect(await planned(bed.at('.env'), change, bed.options)).toBe('patch');
  expect(await planned(bed.at('inner/.env'), change, bed.options)).toBe('patch');
  bed.write('outer', `K=${oldKey}`);
  fs.symlinkSync('../outer', bed.at('inner/out'));
  expect(await planned(bed.at('inner/out'), change, bed.options)).toBe('link');
  // A folder that is a link is the folder that it leads to.
  expect(await planned(bed.at('inner/folder/.env'), change, bed.options)).toBe('patch');
});

it.runIf(posix)('does not follow a link that takes the place of a planned file', async () => {
  const path = bed.write('.env', `K=${oldKey}`);
  const plan = await planFileUpdate(path, change, bed.options);
  fs.renameSync(path, bed.at('moved'));
  fs.symlinkSync('moved', path);
  const other = bed.write('other', `K=${oldKey}`);
  fs.rmSync(path);
  fs.symlinkSync('other', path);
  expect(plan.ok && (await writeFileUpdate(path, plan.value, change, bed.options))).toEqual({
    ok: false,
    problem: { kind: 'file-blocked', why: 'changed' },
  });
  expect(fs.readFileSync(other, 'utf8')).toBe(`K=${oldKey}`);
});

it.runIf(posix)('opens no link that took the name of a file just before it is opened', async () => {
  const path = bed.write('.env', `K=${oldKey}`);
  bed.write('other', `K=${oldKey}`);
  const { open } = fs.promises;
  vi.spyOn(fs.promises, 'open').mockImplementation((...all) => {
    fs.rmSync(path);
    fs.symlinkSync('other', path);
    return open(...all);
  });
  expect(await planned(path, change, bed.options)).toBe('link');
});

it('refuses binary files, large files, folders and what is not there', async () => {
  expect(await planned(bed.write('a', `\0\0\x01${oldKey}`), change, bed.options)).toBe('unsupported');
  expect(await planned(bed.write('b', `${' '.repeat(1024 * 1024)}${oldKey}`), change, bed.options)).toBe('unsupported');
  fs.mkdirSync(bed.at('c'));
  expect(await planned(bed.at('c'), change, bed.options)).toBe('unsupported');
  expect(await planned(bed.at('d'), change, bed.options)).toBe('gone');
});

it.runIf(posix)(
  'refuses a file that is read-only or belongs to another user, even where it could write it',
  async () => {
    const path = bed.write('.env', `K=${oldKey}`);
    fs.chmodSync(path, 0o444);
    expect(await planned(path, change, bed.options)).toBe('read-only');
    fs.chmodSync(path, 0o644);
    vi.spyOn(process, 'getuid').mockReturnValue((process.getuid?.() ?? 0) + 1);
    expect(await planned(path, change, bed.options)).toBe('not-yours');
  },
);

it('refuses a key that formats write in different ways, old or new', async () => {
  const path = bed.write('.env', `K=a"b$c${oldKey}`);
  expect(await planned(path, { old: 'a"b$c', next: newKey }, bed.options)).toBe('unusual-key');
  expect(await planned(path, { old: oldKey, next: 'a b' }, bed.options)).toBe('unusual-key');
});

it('tells a key that is not there from one that is a part of a longer text', async () => {
  expect(await planned(bed.write('.env', 'K=1'), change, bed.options)).toBe('no-key');
  expect(await planned(bed.write('.env', `# ${oldKey}\nK=1`), change, bed.options)).toBe('no-key');
  expect(await planned(bed.write('.env', `K=${oldKey}-2\nL=x_${oldKey}\nM=${oldKey}ä`), change, bed.options)).toBe(
    'longer-text',
  );
});

it('changes a file that no parser reads only as plain text, when the user wants that', async () => {
  const path = bed.write('values.yaml', `a: {{ .Values.x }}: [\nkey: ${oldKey}\n`);
  expect(await planned(path, change, bed.options)).toBe('not-parsed');
  const plan = await planFileUpdate(path, change, { ...bed.options, plain: true });
  expect(plan.ok && [plan.value.strategy, plan.value.proof]).toEqual(['patch', 'plain']);
});

it('refuses a new key that a parser would read as a number', async () => {
  const path = bed.write('a.yaml', 'key: a234567890');
  expect(await planned(path, { old: 'a234567890', next: '1234567890' }, bed.options)).toBe('not-parsed');
  expect(await planned(path, { old: 'a234567890', next: 'b234567890' }, bed.options)).toBe('patch');
});

it('rehearses without the new key, and leaves the file and its folder as they are', async () => {
  const path = bed.write('.env', `A=1\nK=${oldKey}`);
  const before = [fs.statSync(path, { bigint: true }), fs.readdirSync(bed.folder), fs.readFileSync(path, 'utf8')];
  const plan = await planFileUpdate(path, { old: oldKey, next: null }, bed.options);
  const { mtimeNs, ctimeNs, ino } = fs.statSync(path, { bigint: true });
  expect(before[0]).toMatchObject({ mtimeNs, ctimeNs, ino });
  expect([fs.readdirSync(bed.folder), fs.readFileSync(path, 'utf8')]).toEqual(before.slice(1));
  expect(plan.ok && plan.value).toMatchObject({
    strategy: 'patch',
    readers: ['K'],
    proof: 'parsed',
    openInEditor: false,
  });
  expect(plan.ok && plan.value.otherwise).not.toBeNull();
});

it('has no key and no text of the file in a plan, even where a name contains the key', async () => {
  const path = bed.write('a.json', JSON.stringify({ [oldKey]: { secretText: [oldKey] } }));
  const plan = await planFileUpdate(path, { old: oldKey, next: longerKey }, bed.options);
  expect(plan.ok && plan.value.readers).toEqual(['', '•••.secretText[0]']);
  expect(JSON.stringify(plan)).not.toContain(oldKey);
  expect(JSON.stringify(plan)).not.toContain(longerKey);
});

it('says when an editor has the file open', async () => {
  const path = bed.write('.env', `K=${oldKey}`);
  bed.write('..env.swp', '');
  const plan = await planFileUpdate(path, change, bed.options);
  expect(plan.ok && plan.value.openInEditor).toBe(true);
});
