import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Conf from 'conf';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openDocument } from './document';
import { isPlainFile, LARGEST_FILE, readPlainFile } from './plain-file';
import { createProfileFiles, errorCode, type JsonObject, type ProfileFiles } from './profile-files';

let folder = '';
const at = (name: string): string => join(folder, name);

beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'ninetray-plain-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

async function profileFiles(): Promise<ProfileFiles> {
  const files = createProfileFiles(
    folder,
    async () =>
      ({ name, ...options }) =>
        new Conf<JsonObject>({ ...options, configName: name }),
  );
  await files.load();
  return files;
}

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

/** Things that are no regular file of a sane size, by what they are called. */
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
      expect(codeOf(() => readPlainFile(at('a'), followsLink))).toBe('ENOTPLAIN');
      expect(isPlainFile(at('a'), followsLink)).toBe(false);
    }
  });

  it.each(['settings', 'key', 'figures'])('does not stop the document %s', async (name) => {
    await put(at(`${name}.json`));
    const files = await profileFiles();
    const document = open(files, name);
    expect(document.problems()).toMatchObject([{ kind: 'store-unreadable', store: name }]);
    expect(document.write({ size: 3 }).ok).toBe(true);
    expect(open(files, name).read()).toEqual({ size: 3 });
    expect(files.list().some((file) => file.startsWith(`${name}.corrupt-`))).toBe(true);
  });

  it('does not stop a document whose backup it is, nor what is written for good', async () => {
    await put(at('key.backup.json'));
    const files = await profileFiles();
    const document = open(files, 'key');
    expect(document.write({ size: 1 }).ok).toBe(true);
    expect(document.write({ size: 2 }).ok).toBe(true);
    expect(JSON.parse(fs.readFileSync(at('key.backup.json'), 'utf8'))).toEqual({ version: 1, size: 1 });
    fs.rmSync(at('key.json'));
    await put(at('key.json'));
    expect(document.writeForGood({ size: 4 }).ok).toBe(true);
    expect(open(files, 'key').read()).toEqual({ size: 4 });
  });
});

describe.skipIf(process.platform === 'win32')('a link to a regular file', () => {
  it('is followed for the settings, which people keep elsewhere, and stays a link', async () => {
    fs.mkdirSync(at('dotfiles'));
    fs.writeFileSync(at('dotfiles/mine.json'), '{"version":1,"size":7}');
    fs.symlinkSync(at('dotfiles/mine.json'), at('settings.json'));
    const document = open(await profileFiles(), 'settings', false);
    expect(document.read()).toEqual({ size: 7 });
    expect(document.write({ size: 8 }).ok).toBe(true);
    expect(fs.lstatSync(at('settings.json')).isSymbolicLink()).toBe(true);
    expect(JSON.parse(fs.readFileSync(at('dotfiles/mine.json'), 'utf8'))).toMatchObject({ size: 8 });
  });

  it('that leads nowhere is set aside, and not taken for settings that were never written', async () => {
    fs.symlinkSync(at('not mounted/mine.json'), at('settings.json'));
    const document = open(await profileFiles(), 'settings', false);
    expect(document.problems()).toMatchObject([{ kind: 'store-unreadable', store: 'settings' }]);
    const [copy = ''] = fs.readdirSync(folder).filter((file) => file.includes('corrupt'));
    expect(fs.readlinkSync(at(copy))).toBe(at('not mounted/mine.json'));
  });

  it('is not followed for any other document: neither read nor written through', async () => {
    const elsewhere = at('elsewhere.txt');
    fs.writeFileSync(elsewhere, '{"version":1,"size":7}');
    fs.symlinkSync(elsewhere, at('key.json'));
    fs.symlinkSync(elsewhere, at('key.backup.json'));
    const document = open(await profileFiles(), 'key');
    expect(document.read()).toEqual({ size: 0 });
    expect(document.write({ size: 1 }).ok).toBe(true);
    expect(document.write({ size: 2 }).ok).toBe(true);
    expect(fs.readFileSync(elsewhere, 'utf8')).toBe('{"version":1,"size":7}');
    expect(fs.lstatSync(at('key.json')).isFile()).toBe(true);
  });

  it('at the name that a rehearsal had is not written through', async () => {
    const elsewhere = at('elsewhere.txt');
    fs.writeFileSync(elsewhere, 'mine');
    fs.symlinkSync(elsewhere, at('key.json.tmp-rehearsal'));
    expect(open(await profileFiles(), 'key').write({ size: 1 }).ok).toBe(true);
    expect(fs.readFileSync(elsewhere, 'utf8')).toBe('mine');
  });
});

it('reads a file as large as is allowed, and no larger', () => {
  fs.writeFileSync(at('a'), 'ok');
  expect(readPlainFile(at('a'), false)).toBe('ok');
  fs.truncateSync(at('a'), LARGEST_FILE + 1);
  expect(codeOf(() => readPlainFile(at('a'), false))).toBe('ENOTPLAIN');
});

it('says that a file is not there with the error that Node has for it', () => {
  expect(codeOf(() => readPlainFile(at('none'), false))).toBe('ENOENT');
  expect(isPlainFile(at('none'), true)).toBe(false);
});
