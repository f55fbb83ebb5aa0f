import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checksums } from './checksums.mjs';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ninetray-checksums-'));
  mkdirSync(join(folder, 'files'));
  writeFileSync(join(folder, 'files', 'b.deb'), 'b');
  writeFileSync(join(folder, 'files', 'A name.exe'), '');
  writeFileSync(join(folder, 'files', 'SHA256SUMS'), 'of an earlier run');
});
afterAll(() => rmSync(folder, { recursive: true }));

it('the list has every file but itself, sorted by name, in the form that sha256sum writes', async () => {
  expect(await checksums(join(folder, 'files'))).toBe(
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  A name.exe\n' +
      '3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d  b.deb\n',
  );
});

it.runIf(process.platform === 'linux')('sha256sum accepts the list, and finds a file that was changed', async () => {
  const files = join(folder, 'files');
  const list = join(folder, 'list');
  writeFileSync(list, await checksums(files));
  const env = { ...process.env, LC_ALL: 'C' };
  const check = () => execFileSync('sha256sum', ['--check', '--strict', list], { cwd: files, env, stdio: 'pipe' });
  expect(check().toString()).toContain('b.deb: OK');
  writeFileSync(join(files, 'b.deb'), 'c');
  expect(check).toThrow('1 computed checksum did NOT match');
  writeFileSync(join(files, 'b.deb'), 'b');
});

it('a folder without files, or with another folder in it, has no list', async () => {
  mkdirSync(join(folder, 'empty'));
  await expect(checksums(join(folder, 'empty'))).rejects.toThrow('has no files');
  await expect(checksums(folder)).rejects.toThrow('is not a file');
});
