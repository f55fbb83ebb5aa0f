import fs from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { attributesOf, mayHaveAttributes } from './attributes';
import { type FileTestbed, fileTestbed } from './file-update.fixture';

let bed: FileTestbed;
beforeEach(() => {
  bed = fileTestbed();
  vi.stubEnv('PATH', `${bed.folder}:/bin:/usr/bin`);
});
afterEach(() => {
  vi.unstubAllEnvs();
  fs.rmSync(bed.folder, { recursive: true, force: true });
});

/** Answers as getfattr does: files called "own" have attributes, and "gone" is not there. Each start is a line of `starts`. */
function install(): void {
  const script = [
    'echo x >> "$0.starts"',
    'for file do case $file in',
    '  *own*) printf "# file: %s\\nuser.mine=\\n\\n" "$file" ;;',
    '  *gone*) failed=1 ;;',
    'esac; done',
    'exit ${failed:-0}',
  ];
  bed.write('getfattr', `#!/bin/sh\n${script.join('\n')}\n`);
  fs.chmodSync(bed.at('getfattr'), 0o755);
}

const ask = (...names: string[]) => Promise.all(names.map((name) => mayHaveAttributes(join('/home', name))));
const starts = () => fs.readFileSync(bed.at('getfattr.starts'), 'utf8').trim().split('\n').length;

describe.skipIf(process.platform === 'win32')('attributes of files', () => {
  it('are asked for with one program, where all have some or none has', async () => {
    install();
    expect(await ask('a', 'b', 'c')).toEqual([false, false, false]);
    expect(await ask('own-1', 'own-2')).toEqual([true, true]);
    expect(starts()).toBe(2);
  });

  it('are each file’s own where some have them, and one that cannot be read counts as having some', async () => {
    install();
    expect(await ask('a', 'own', 'b', 'gone')).toEqual([false, true, false, true]);
    expect(await ask('gone')).toEqual([true]);
  });

  it('are found with few programs where one of a hundred files has some', async () => {
    install();
    const names = Array.from({ length: 100 }, (_none, at) => (at === 40 ? 'own' : `file-${at}`));
    expect((await ask(...names)).flatMap((has, at) => (has ? [at] : []))).toEqual([40]);
    expect(starts()).toBeLessThanOrEqual(15);
  });

  it('are asked for together before any of them is needed, and one by one for a file that was not named', async () => {
    install();
    const attributes = attributesOf([bed.at('a'), bed.at('own')]);
    expect([await attributes(bed.at('a')), await attributes(bed.at('own')), await attributes(bed.at('a'))]).toEqual([
      false,
      true,
      false,
    ]);
    // Both, and each of them because their answers differ.
    expect(starts()).toBe(3);
    expect(await attributes(bed.at('own-2'))).toBe(true);
    expect(starts()).toBe(4);
  });

  it('may be there where no program can tell', async () => {
    vi.stubEnv('PATH', bed.folder);
    expect(await ask('a', 'b')).toEqual([true, true]);
  });
});
