import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { problemOfDisk } from '../files/disk-error';
import { type Document, openDocument } from './document';
import { createProfileFiles, type ProfileFiles } from '../files/profile-files';

const schema = z.object({ words: z.array(z.string()), size: z.number() });
type Content = z.infer<typeof schema>;

let folder = '';

beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'ninetray-document-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

const realFiles = (): ProfileFiles => createProfileFiles(folder);

function open(
  files: ProfileFiles,
  more: { backup?: boolean; now?: () => number; version?: number } = {},
): Document<Content> {
  return openDocument<Content>({
    name: 'thing',
    schema,
    version: more.version ?? 2,
    migrate: (content, from) => ({ ...content, words: [`from ${from}`], size: 1 }),
    defaults: { words: [], size: 0 },
    backup: more.backup ?? true,
    files,
    now: more.now ?? (() => Date.UTC(2026, 0, 2)),
  });
}

const at = (file: string): string => join(folder, file);
const onDisk = (file: string): unknown => JSON.parse(fs.readFileSync(at(file), 'utf8'));
const put = (file: string, text: string): void => fs.writeFileSync(at(file), text);

/** Real files whose writes fail with an error code until `works` is called. */
function failingFiles(code: string): { files: ProfileFiles; works: () => void } {
  const real = realFiles();
  let failing = true;
  const files: ProfileFiles = {
    ...real,
    write(file, content) {
      if (failing) throw Object.assign(new Error('no'), { code });
      real.write(file, content);
    },
  };
  return {
    files,
    works: () => {
      failing = false;
    },
  };
}

describe('documents', () => {
  it('a new document has its defaults, no problem and no file', () => {
    const document = open(realFiles());
    expect(document.read()).toEqual({ words: [], size: 0 });
    expect(document.problems()).toEqual([]);
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  it('a document is read as it was written, with its version in the file', () => {
    const files = realFiles();
    expect(open(files).write({ words: ['a'], size: 3 })).toEqual({ ok: true, value: undefined });
    expect(onDisk('thing.json')).toEqual({ version: 2, words: ['a'], size: 3 });
    expect(open(files).read()).toEqual({ words: ['a'], size: 3 });
    expect(fs.readdirSync(folder)).toEqual(['thing.json']);
  });

  it('lets no other user read its files', () => {
    const document = open(realFiles());
    document.write({ words: ['a'], size: 1 });
    document.write({ words: ['b'], size: 2 });
    // Windows knows no such modes: there the folder's own access list is what protects.
    const mode = process.platform === 'win32' ? 0o666 : 0o600;
    for (const file of ['thing.json', 'thing.backup.json']) expect(fs.statSync(at(file)).mode & 0o777).toBe(mode);
  });

  it('the backup has the content before the last write', () => {
    const document = open(realFiles());
    document.write({ words: ['a'], size: 1 });
    document.write({ words: ['b'], size: 2 });
    expect(onDisk('thing.backup.json')).toEqual({ version: 2, words: ['a'], size: 1 });
  });

  it('damaged content never replaces a good backup', () => {
    const document = open(realFiles());
    document.write({ words: ['a'], size: 1 });
    document.write({ words: ['b'], size: 2 });
    put('thing.json', '{"version": 2, "wor');
    document.write({ words: ['c'], size: 3 });
    expect(onDisk('thing.backup.json')).toEqual({ version: 2, words: ['a'], size: 1 });
  });

  it.each(['{"version":2,"words":["b"', '', 'null', '[]', '{"version":2,"words":"b","size":1}', '{"version":"x"}'])(
    'a document whose file says %j is recovered from its backup, and the file is kept aside',
    (damaged) => {
      const files = realFiles();
      put('thing.json', damaged);
      put('thing.backup.json', JSON.stringify({ version: 2, words: ['a'], size: 1 }));
      const document = open(files);
      expect(document.read()).toEqual({ words: ['a'], size: 1 });
      expect(document.problems()).toMatchObject([{ kind: 'store-recovered', store: 'thing' }]);
      expect(fs.readFileSync(at('thing.corrupt-2026-01-02T00-00-00-000Z.json'), 'utf8')).toBe(damaged);
      expect(onDisk('thing.json')).toEqual({ version: 2, words: ['a'], size: 1 });
      expect(open(files).problems()).toEqual([]);
    },
  );

  it('a document whose file and backup are damaged has its defaults, and both files are kept', () => {
    put('thing.json', 'first');
    put('thing.backup.json', 'second');
    const document = open(realFiles());
    expect(document.read()).toEqual({ words: [], size: 0 });
    expect(document.problems()).toMatchObject([{ kind: 'store-unreadable', store: 'thing' }]);
    const texts = fs.readdirSync(folder).map((file) => fs.readFileSync(at(file), 'utf8'));
    expect(texts).toEqual(expect.arrayContaining(['first', 'second']));
  });

  it('the five newest damaged files are kept aside', () => {
    const files = realFiles();
    for (let day = 1; day <= 8; day++) {
      put('thing.json', `damage ${day}`);
      open(files, { now: () => Date.UTC(2026, 0, day) });
    }
    const aside = fs.readdirSync(folder).filter((file) => file.includes('corrupt'));
    expect(aside.sort().map((file) => fs.readFileSync(at(file), 'utf8'))).toEqual(
      [4, 5, 6, 7, 8].map((day) => `damage ${day}`),
    );
  });

  it('content of an older version is migrated', () => {
    put('thing.json', JSON.stringify({ version: 1, word: 'a' }));
    expect(open(realFiles()).read()).toEqual({ words: ['from 1'], size: 1 });
  });

  it('content of a newer version is read as far as it fits, and never overwritten', () => {
    const newer = JSON.stringify({ version: 3, words: ['n'], size: 9, more: true });
    put('thing.json', newer);
    const document = open(realFiles());
    expect(document.read()).toEqual({ words: ['n'], size: 9 });
    expect(document.problems()).toEqual([{ kind: 'store-too-new', store: 'thing' }]);
    const refused = { ok: false, problem: { kind: 'store-too-new', store: 'thing' } };
    expect(document.write({ words: ['x'], size: 1 })).toEqual(refused);
    expect(document.writeAndPurge({ words: ['y'], size: 1 })).toEqual(refused);
    expect(document.read()).toEqual({ words: ['y'], size: 1 });
    document.retry();
    expect(fs.readFileSync(at('thing.json'), 'utf8')).toBe(newer);
  });

  it('a process that may not write reads the backup and leaves the damaged file as it is', () => {
    put('thing.json', 'damaged');
    put('thing.backup.json', JSON.stringify({ version: 2, words: ['a'], size: 1 }));
    const document = open({ ...realFiles(), canWrite: () => false });
    expect(document.read()).toEqual({ words: ['a'], size: 1 });
    expect(document.problems()).toEqual([{ kind: 'store-recovered', store: 'thing' }]);
    expect(fs.readFileSync(at('thing.json'), 'utf8')).toBe('damaged');
    expect(fs.readdirSync(folder).sort()).toEqual(['thing.backup.json', 'thing.json']);
  });
});

describe('documents on a disk that cannot be written', () => {
  it.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EROFS', 'profile-read-only'],
    ['EACCES', 'profile-read-only'],
    ['EPERM', 'profile-read-only'],
    ['EIO', 'internal'],
  ])('%s is reported as %s, and the content is held and written once that works again', (code, kind) => {
    const { files, works } = failingFiles(code);
    let changes = 0;
    const document = openDocument<Content>({
      name: 'thing',
      schema,
      version: 2,
      migrate: (content) => content,
      defaults: { words: [], size: 0 },
      backup: true,
      files,
      now: () => 0,
      onProblems: () => {
        changes += 1;
      },
    });
    expect(document.write({ words: ['a'], size: 1 })).toEqual({ ok: false, problem: { kind } });
    expect(document.read()).toEqual({ words: ['a'], size: 1 });
    expect(document.problems()).toEqual([{ kind }]);
    expect(document.retry()).toEqual({ ok: false, problem: { kind } });
    works();
    expect(document.retry().ok).toBe(true);
    expect(document.problems()).toEqual([]);
    expect(onDisk('thing.json')).toEqual({ version: 2, words: ['a'], size: 1 });
    expect(changes).toBe(2);
  });

  it('a damaged file that cannot be copied aside is not overwritten', () => {
    const real = realFiles();
    put('thing.json', 'damaged');
    const document = open({
      ...real,
      copy: () => {
        throw Object.assign(new Error('no'), { code: 'ENOSPC' });
      },
    });
    expect(document.write({ words: ['a'], size: 1 })).toEqual({ ok: false, problem: { kind: 'disk-full' } });
    expect(fs.readFileSync(at('thing.json'), 'utf8')).toBe('damaged');
  });

  it('a full disk leaves the good file, and nothing beside it', () => {
    const document = open(realFiles(), { backup: false });
    document.write({ words: ['good'], size: 1 });
    const good = fs.readFileSync(at('thing.json'), 'utf8');
    const write = fs.writeFileSync;
    const full = vi.spyOn(fs, 'writeFileSync').mockImplementation((file) => {
      write(file, '{"ve');
      throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    });
    try {
      expect(document.write({ words: ['a'], size: 2 })).toEqual({ ok: false, problem: { kind: 'disk-full' } });
    } finally {
      full.mockRestore();
    }
    expect(fs.readFileSync(at('thing.json'), 'utf8')).toBe(good);
    expect(fs.readdirSync(folder)).toEqual(['thing.json']);
  });

  it('a file that cannot be read is handled like a damaged one', () => {
    const real = realFiles();
    put('thing.backup.json', JSON.stringify({ version: 2, words: ['a'], size: 1 }));
    fs.mkdirSync(at('thing.json'));
    const document = open(real);
    expect(document.read()).toEqual({ words: ['a'], size: 1 });
    expect(document.problems()).toContainEqual(expect.objectContaining({ kind: 'store-recovered', store: 'thing' }));
  });

  it('an error without a code is an internal problem', () => {
    expect(problemOfDisk(new Error('x'))).toEqual({ kind: 'internal' });
    expect(problemOfDisk('x')).toEqual({ kind: 'internal' });
  });
});

describe('a write that purges older content', () => {
  it('removes older content from the backup, all copies and what a crash left', () => {
    const files = realFiles();
    put('thing.json', 'OLD');
    open(files);
    put('thing.json.tmp-1234567890abcdef', 'OLD');
    put('thing.backup.json.tmp-1234567890abcdef', 'OLD');
    put('other.json', 'OLD');
    const document = open(files);
    document.write({ words: ['OLD'], size: 1 });
    document.write({ words: ['OLD'], size: 2 });
    expect(document.writeAndPurge({ words: ['new'], size: 3 }).ok).toBe(true);
    expect(fs.readdirSync(folder).sort()).toEqual(['other.json', 'thing.json']);
    expect(fs.readFileSync(at('thing.json'), 'utf8')).not.toContain('OLD');
  });

  it.each([
    ['with the next write', (document: Document<Content>) => document.write({ words: ['newer'], size: 4 })],
    ['when it is tried again', (document: Document<Content>) => document.retry()],
  ])('that failed in the middle removes the older content %s', (_, again) => {
    const real = realFiles();
    let failing = false;
    const files: ProfileFiles = {
      ...real,
      write(file, content) {
        if (failing) throw Object.assign(new Error('no'), { code: 'ENOSPC' });
        real.write(file, content);
      },
    };
    const document = open(files);
    document.write({ words: ['OLD'], size: 1 });
    document.write({ words: ['OLD'], size: 2 });
    failing = true;
    expect(document.writeAndPurge({ words: ['new'], size: 3 })).toEqual({ ok: false, problem: { kind: 'disk-full' } });
    failing = false;
    again(document);
    expect(fs.readdirSync(folder).sort()).toEqual(['thing.json']);
    expect(fs.readFileSync(at('thing.json'), 'utf8')).not.toContain('OLD');
    // After that there is a backup again.
    document.write({ words: ['last'], size: 5 });
    expect(fs.readdirSync(folder).sort()).toEqual(['thing.backup.json', 'thing.json']);
  });
});

describe('a file that another program writes', () => {
  it('is read again, unless it is the same, half saved, or too new', () => {
    const document = open(realFiles());
    document.write({ words: ['a'], size: 1 });
    expect(document.reread()).toBe(false);
    put('thing.json', '{"version":2,"words":["a","b"],"size":1}');
    expect(document.reread()).toBe(true);
    expect(document.read()).toEqual({ words: ['a', 'b'], size: 1 });
    for (const text of [
      '{"version":2,"words":["a"',
      '{"version":2,"words":5,"size":1}',
      '{"version":9,"words":[],"size":0}',
    ]) {
      put('thing.json', text);
      expect(document.reread()).toBe(false);
      expect(document.read()).toEqual({ words: ['a', 'b'], size: 1 });
    }
  });

  const copies = () => fs.readdirSync(folder).filter((file) => file.includes('corrupt'));
  const setAside = (copy: string) => ({ kind: 'edit-set-aside', store: 'thing', copy });

  it('is reported when it cannot be read, and no longer once it can', () => {
    const document = open(realFiles());
    document.write({ words: ['a'], size: 1 });
    put('thing.json', '{"version":2,"words":["a"],"size":2,}');
    document.reread();
    expect(document.problems()).toEqual([{ kind: 'edit-unreadable', store: 'thing' }]);
    put('thing.json', '{"version":2,"words":["a"],"size":2}');
    expect(document.reread()).toBe(true);
    expect(document.problems()).toEqual([]);
    document.write({ words: ['a'], size: 3 });
    expect(copies()).toEqual([]);
  });

  it.each([
    ['with a mistake in it, which was noticed', '{"version":2,"words":["mine"],}', true],
    ['with a mistake in it, which was not noticed yet', '{"version":2,"words":["mine"],}', false],
    ['that could be read, but was not', '{"version":2,"words":["mine"],"size":9}', false],
  ])('%s is kept aside by the next write, and the problem names the copy', (_, text, isNoticed) => {
    const document = open(realFiles());
    document.write({ words: ['a'], size: 1 });
    put('thing.json', text);
    if (isNoticed) document.reread();
    expect(document.write({ words: ['a'], size: 2 }).ok).toBe(true);
    expect(onDisk('thing.json')).toMatchObject({ size: 2 });
    const copy = 'thing.corrupt-2026-01-02T00-00-00-000Z.json';
    expect(fs.readFileSync(at(copy), 'utf8')).toBe(text);
    expect(document.problems()).toEqual([setAside(copy)]);
    expect(document.write({ words: ['a'], size: 3 }).ok).toBe(true);
    expect(copies()).toEqual([copy]);
  });

  it('is copied under a new name, though the clock stands still', () => {
    const document = open(realFiles());
    for (const text of ['one', 'two', 'three']) {
      put('thing.json', text);
      document.write({ words: [text], size: 1 });
    }
    expect(
      copies()
        .map((file) => fs.readFileSync(at(file), 'utf8'))
        .sort(),
    ).toEqual(['one', 'three', 'two']);
  });

  it('is kept aside, though the clock went back behind five older copies', () => {
    const files = realFiles();
    let now = Date.UTC(2030, 0, 1);
    const document = open(files, { now: () => now });
    for (let edit = 0; edit < 6; edit += 1) {
      now = edit < 5 ? now + 1000 : Date.UTC(2026, 0, 1);
      put('thing.json', `edit ${edit}`);
      document.write({ words: [], size: edit });
    }
    expect(copies()).toHaveLength(5);
    expect(copies().map((file) => fs.readFileSync(at(file), 'utf8'))).toContain('edit 5');
  });

  it('is never overwritten where a newer version wrote it', () => {
    const document = open(realFiles());
    document.write({ words: ['a'], size: 1 });
    const newer = '{"version":3,"words":["n"],"size":9}';
    put('thing.json', newer);
    expect(document.write({ words: ['b'], size: 2 })).toEqual({
      ok: false,
      problem: { kind: 'store-too-new', store: 'thing' },
    });
    expect(fs.readFileSync(at('thing.json'), 'utf8')).toBe(newer);
  });

  it('is written again after it was deleted, damaged or not', () => {
    const document = open(realFiles());
    put('thing.json', 'damaged');
    document.reread();
    fs.rmSync(at('thing.json'));
    expect(document.write({ words: ['a'], size: 1 }).ok).toBe(true);
    expect(fs.readdirSync(folder)).toEqual(['thing.json']);
  });

  it('does not undo a write of ours that failed', () => {
    const { files } = failingFiles('ENOSPC');
    put('thing.json', '{"version":2,"words":[],"size":1}');
    const document = open(files);
    document.write({ words: ['ours'], size: 2 });
    put('thing.json', '{"version":2,"words":["theirs"],"size":3}');
    expect(document.reread()).toBe(false);
    expect(document.read()).toEqual({ words: ['ours'], size: 2 });
  });
});
