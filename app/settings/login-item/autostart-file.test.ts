import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ok } from '../../model/problem';
import { createAutostart } from './autostart-file';

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ninetray-autostart-'));
  file = join(folder, 'autostart', 'ninetray.desktop');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const itemOf = (program: string) => createAutostart({ file, program, comment: () => 'balances' });

it('is written into a folder that it makes, and removed', () => {
  const item = itemOf('/opt/ninetray');
  expect(item.set(true)).toEqual(ok(undefined));
  expect(readFileSync(file, 'utf8')).toContain('TryExec=/opt/ninetray\n');
  expect(item.set(false)).toEqual(ok(undefined));
  expect(existsSync(file)).toBe(false);
  expect(item.set(false)).toEqual(ok(undefined));
});

it('starts the program of now after it was renewed', () => {
  itemOf('/home/anna/NineTray-0.1.0.AppImage').set(true);
  expect(itemOf('/home/anna/NineTray-0.2.0.AppImage').renew()).toEqual(ok('renewed'));
  expect(readFileSync(file, 'utf8')).toContain('Exec="/home/anna/NineTray-0.2.0.AppImage" "--hidden"\n');
  expect(readFileSync(file, 'utf8')).not.toContain('0.1.0');
});

it('is written by a renewal where it is missing', () => {
  expect(itemOf('/opt/ninetray').renew()).toEqual(ok('renewed'));
  expect(existsSync(file)).toBe(true);
});

it('stays as it is where the user turned it off in the desktop’s settings', () => {
  mkdirSync(join(folder, 'autostart'));
  writeFileSync(file, '[Desktop Entry]\nExec=/old/ninetray\nHidden=true\n');
  expect(itemOf('/opt/ninetray').renew()).toEqual(ok('turned-off'));
  expect(readFileSync(file, 'utf8')).toContain('/old/ninetray');
});

it('reports what is wrong with the folder', () => {
  writeFileSync(join(folder, 'autostart'), 'a file is in the way');
  expect(itemOf('/opt/ninetray').set(true)).toMatchObject({ ok: false });
  expect(itemOf('/opt/ninetray').renew()).toMatchObject({ ok: false });
});
