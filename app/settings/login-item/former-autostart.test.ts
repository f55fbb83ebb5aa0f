import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { carryOverAutostart } from './former-autostart';
import { autostartName } from './autostart-entry';

let folder = '';
beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'nt-autostart-'));
});
afterEach(() => {
  vi.restoreAllMocks();
  fs.rmSync(folder, { recursive: true });
});

const former = () => join(folder, 'ninetray.desktop');
const present = () => join(folder, autostartName);

it('gives the former entry the present name, as the user left it', () => {
  fs.writeFileSync(former(), 'X-GNOME-Autostart-enabled=false\n');
  expect(carryOverAutostart(folder)).toBe('renamed');
  expect(fs.readdirSync(folder)).toEqual([autostartName]);
  expect(fs.readFileSync(present(), 'utf8')).toBe('X-GNOME-Autostart-enabled=false\n');
  expect(carryOverAutostart(folder)).toBe('nothing');
});

it('leaves one entry where both are there: the present one', () => {
  fs.writeFileSync(former(), 'former');
  fs.writeFileSync(present(), 'present');
  expect(carryOverAutostart(folder)).toBe('removed');
  expect(fs.readdirSync(folder)).toEqual([autostartName]);
  expect(fs.readFileSync(present(), 'utf8')).toBe('present');
});

it('makes no entry and no folder where there was none', () => {
  expect(carryOverAutostart(join(folder, 'none'))).toBe('nothing');
  expect(fs.readdirSync(folder)).toEqual([]);
});

it('carries over a link that leads nowhere, which a desktop lists as well', () => {
  fs.symlinkSync('/nowhere', former());
  expect(carryOverAutostart(folder)).toBe('renamed');
  expect(fs.readlinkSync(present())).toBe('/nowhere');
});

it.runIf(process.platform !== 'win32')('loses no entry when the process ends at any step', () => {
  // Each change of the file system fails in turn, as if the process had ended there; then the next start runs.
  for (const step of ['renameSync', 'rmSync'] as const) {
    fs.writeFileSync(former(), 'former');
    const failing = vi.spyOn(fs, step).mockImplementation(() => {
      throw new Error('ended here');
    });
    if (step === 'rmSync') fs.writeFileSync(present(), 'present');
    expect(() => carryOverAutostart(folder)).toThrow('ended here');
    expect(fs.readdirSync(folder).length).toBeGreaterThan(0);
    failing.mockRestore();
    carryOverAutostart(folder);
    expect(fs.readdirSync(folder)).toEqual([autostartName]);
    fs.rmSync(present());
  }
});

it('reports a folder that it cannot write', () => {
  fs.writeFileSync(former(), 'former');
  vi.spyOn(fs, 'renameSync').mockImplementation(() => {
    throw Object.assign(new Error('read-only'), { code: 'EROFS' });
  });
  expect(() => carryOverAutostart(folder)).toThrow('read-only');
});

it('says nothing where another start renamed it first', () => {
  fs.writeFileSync(former(), 'former');
  vi.spyOn(fs, 'renameSync').mockImplementation(() => {
    throw Object.assign(new Error('gone'), { code: 'ENOENT' });
  });
  expect(carryOverAutostart(folder)).toBe('nothing');
});
