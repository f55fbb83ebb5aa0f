import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { errorCode } from './disk-error';
import { openDocument } from '../document/document';
import { isPlainFile, LARGEST_FILE, readPlainBytes } from './plain-file';
import { createProfileFiles, type ProfileFiles } from './profile-files';

let folder = '';
const at = (name: string): string => join(folder, name);

beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'ninetray-plain-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

const profileFiles = (): ProfileFiles => createProfileFiles(folder);

const open = (files: ProfileFiles, name: string, backup = true) =>
  openDocument({
    name,
    schema: z.object({ size: z.number() }),
    version: 1,
    migrate: (content) => content,
    defaults: { size: 0 },
    backup,
    files,
    now: () => Date.UTC(2026, 0, 2),
  });

function codeOf(run: () => unknown): string {
  try {
    run();
    return 'no error';
  } catch (error) {
    return errorCode(error);
  }
}

/** Things that are not a regular file of a usual size, by their names. */
const odd: Record<string, (path: string) => void | Promise<void>> = {
  'a FIFO': (path) => void execFileSync('mkfifo', [path]),
  'a link to a device that never ends': (path) => fs.symlinkSync('/dev/zero', path),
  'a link to a FIFO': (path) => {
    execFileSync('mkfifo', [`${path}.target`]);
    fs.symlinkSync(`${path}.target`, path);
  },
  'a socket': (path) =>
    new Promise((resolve) => {
      const server = createServer().listen(path, () => {
        // Renamed, it outlives its server.
        fs.renameSync(path, `${path}.moved`);
        server.close(() => {
          fs.renameSync(`${path}.moved`, path);
          resolve();
        });
      });
    }),
  'a file of a terabyte': (path) => {
    fs.writeFileSync(path, '{');
    fs.truncateSync(path, 2 ** 40);
  },
};

describe.skipIf(process.platform === 'win32').each(Object.keys(odd))('%s in place of a file', (what) => {
  const put = (path: string) => odd[what]?.(path);

  it('is refused at once', async () => {
    await put(at('a'));
    for (const followsLink of [true, false]) {
      expect(codeOf(() => readPlainBytes(at('a'), followsLink))).toBe('ENOTPLAIN');
      expect(isPlainFile(at('a'), followsLink)).toBe(false);
    }
  });

  it.each(['settings', 'key', 'figures'])('does not stop the document %s', async (name) => {
    await put(at(`${name}.json`));
    const files = profileFiles();
    const document = open(files, name);
    expect(document.problems()).toMatchObject([{ kind: 'store-unreadable', store: name }]);
    expect(document.write({ size: 3 }).ok).toBe(true);
    expect(open(files, name).read()).toEqual({ size: 3 });
    expect(files.list().some((file) => file.startsWith(`${name}.corrupt-`))).toBe(true);
  });

  it('does not stop a document whose backup it is, nor a write that purges older content', async () => {
    await put(at('key.backup.json'));
    const files = profileFiles();
    const document = open(files, 'key');
    expect(document.write({ size: 1 }).ok).toBe(true);
    expect(document.write({ size: 2 }).ok).toBe(true);
    expect(JSON.parse(fs.readFileSync(at('key.backup.json'), 'utf8'))).toEqual({ version: 1, size: 1 });
    fs.rmSync(at('key.json'));
    await put(at('key.json'));
    expect(document.writeAndPurge({ size: 4 }).ok).toBe(true);
    expect(open(files, 'key').read()).toEqual({ size: 4 });
  });
});

describe.skipIf(process.platform === 'win32')('a link to a regular file', () => {
  it('is followed for the settings, which people keep elsewhere, and stays a link', () => {
    fs.mkdirSync(at('dotfiles'));
    fs.writeFileSync(at('dotfiles/mine.json'), '{"version":1,"size":7}');
    fs.symlinkSync(at('dotfiles/mine.json'), at('settings.json'));
    const document = open(profileFiles(), 'settings', false);
    expect(document.read()).toEqual({ size: 7 });
    expect(document.write({ size: 8 }).ok).toBe(true);
    expect(fs.lstatSync(at('settings.json')).isSymbolicLink()).toBe(true);
    expect(JSON.parse(fs.readFileSync(at('dotfiles/mine.json'), 'utf8'))).toMatchObject({ size: 8 });
  });

  it('that leads to a folder that is not there stays, is reported, and is written through once the folder is there', async () => {
    const target = at('not mounted/mine.json');
    fs.symlinkSync(target, at('settings.json'));
    const problem = { kind: 'link-broken', target };
    const document = open(profileFiles(), 'settings', false);
    expect(document.problems()).toEqual([problem]);
    expect(document.write({ size: 5 })).toEqual({ ok: false, problem });
    expect(document.read()).toEqual({ size: 5 });
    expect(fs.readdirSync(folder)).toEqual(['settings.json']);
    expect(fs.readlinkSync(at('settings.json'))).toBe(target);
    fs.mkdirSync(at('not mounted'));
    expect(document.retry().ok).toBe(true);
    expect(document.problems()).toEqual([]);
    expect(fs.readlinkSync(at('settings.json'))).toBe(target);
    expect(JSON.parse(fs.readFileSync(target, 'utf8'))).toMatchObject({ size: 5 });
    expect(fs.statSync(target).mode & 0o777).toBe(0o600);
  });

  it('that leads to no file in a folder that is there is written through at the first change, not before', async () => {
    fs.mkdirSync(at('dotfiles'));
    fs.mkdirSync(at('links'));
    // By way of another link, both of them relative.
    fs.symlinkSync('links/second.json', at('settings.json'));
    fs.symlinkSync('../dotfiles/mine.json', at('links/second.json'));
    const document = open(profileFiles(), 'settings', false);
    expect(document.problems()).toEqual([
      { kind: 'link-broken', target: fs.realpathSync(at('dotfiles')) + '/mine.json' },
    ]);
    expect(document.retry().ok).toBe(true);
    expect(fs.readdirSync(at('dotfiles'))).toEqual([]);
    expect(document.write({ size: 6 }).ok).toBe(true);
    expect(document.problems()).toEqual([]);
    expect(fs.lstatSync(at('settings.json')).isSymbolicLink()).toBe(true);
    expect(fs.lstatSync(at('links/second.json')).isSymbolicLink()).toBe(true);
    expect(JSON.parse(fs.readFileSync(at('dotfiles/mine.json'), 'utf8'))).toMatchObject({ size: 6 });
  });

  it('whose file goes and comes back is kept, and the file counts as soon as it is back', async () => {
    fs.mkdirSync(at('dotfiles'));
    fs.writeFileSync(at('dotfiles/mine.json'), '{"version":1,"size":7}');
    fs.symlinkSync(at('dotfiles/mine.json'), at('settings.json'));
    const document = open(profileFiles(), 'settings', false);
    fs.renameSync(at('dotfiles'), at('away'));
    expect(document.reread()).toBe(false);
    expect(document.problems()).toMatchObject([{ kind: 'link-broken' }]);
    fs.writeFileSync(at('away/mine.json'), '{"version":1,"size":8}');
    fs.renameSync(at('away'), at('dotfiles'));
    expect(document.reread()).toBe(true);
    expect(document.read()).toEqual({ size: 8 });
    expect(document.problems()).toEqual([]);
    fs.rmSync(at('dotfiles/mine.json'));
    expect(document.write({ size: 9 }).ok).toBe(true);
    expect(document.problems()).toEqual([]);
    expect(fs.readdirSync(folder).sort()).toEqual(['dotfiles', 'settings.json']);
    expect(JSON.parse(fs.readFileSync(at('dotfiles/mine.json'), 'utf8'))).toMatchObject({ size: 9 });
  });

  it('that leads in a circle is reported, and stays', async () => {
    fs.symlinkSync('other.json', at('settings.json'));
    fs.symlinkSync('settings.json', at('other.json'));
    const document = open(profileFiles(), 'settings', false);
    expect(document.problems()).toMatchObject([{ kind: 'link-broken' }]);
    expect(document.write({ size: 5 })).toMatchObject({ ok: false, problem: { kind: 'link-broken' } });
    expect(fs.readlinkSync(at('settings.json'))).toBe('other.json');
  });

  it('that leads nowhere is not followed for the key: what was there is set aside, and nothing is made where it leads', async () => {
    fs.symlinkSync(at('elsewhere.json'), at('key.json'));
    const document = open(profileFiles(), 'key');
    expect(document.problems()).toMatchObject([{ kind: 'store-unreadable', store: 'key' }]);
    expect(document.write({ size: 1 }).ok).toBe(true);
    expect(fs.lstatSync(at('key.json')).isFile()).toBe(true);
    expect(fs.existsSync(at('elsewhere.json'))).toBe(false);
  });

  it('is not followed for any other document: neither read nor written through', () => {
    const elsewhere = at('elsewhere.txt');
    fs.writeFileSync(elsewhere, '{"version":1,"size":7}');
    fs.symlinkSync(elsewhere, at('key.json'));
    fs.symlinkSync(elsewhere, at('key.backup.json'));
    const document = open(profileFiles(), 'key');
    expect(document.read()).toEqual({ size: 0 });
    expect(document.write({ size: 1 }).ok).toBe(true);
    expect(document.write({ size: 2 }).ok).toBe(true);
    expect(fs.readFileSync(elsewhere, 'utf8')).toBe('{"version":1,"size":7}');
    expect(fs.lstatSync(at('key.json')).isFile()).toBe(true);
  });
});

it('reads a file as large as is allowed, and no larger', () => {
  fs.writeFileSync(at('a'), 'ok');
  expect(readPlainBytes(at('a'), false).toString()).toBe('ok');
  fs.truncateSync(at('a'), LARGEST_FILE + 1);
  expect(codeOf(() => readPlainBytes(at('a'), false))).toBe('ENOTPLAIN');
});

it('says that a file is not there with the error that Node has for it', () => {
  expect(codeOf(() => readPlainBytes(at('none'), false))).toBe('ENOENT');
  expect(isPlainFile(at('none'), true)).toBe(false);
});
