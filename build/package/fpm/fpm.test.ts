import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readArguments } from './arguments.mjs';
import { spec } from './rpm.mjs';

it('reads options with and without an equals sign, repeated ones, and pairs of files', () => {
  const { options, pairs } = readArguments([
    '-s',
    'dir',
    '--force',
    '-t',
    'deb',
    '-d',
    'a',
    '-d',
    'b | c',
    '--iteration=1',
    '--name',
    'n',
    'x/=/opt/X',
  ]);
  expect(options).toMatchObject({ '-s': 'dir', '-t': 'deb', '-d': ['a', 'b | c'], '--iteration': '1', '--name': 'n' });
  expect(pairs).toEqual(['x/=/opt/X']);
});

it('refuses an option that it would have to leave out', () => {
  expect(() => readArguments(['--deb-systemd', 'x'])).toThrow('unknown option --deb-systemd');
});

it('writes a spec in which a percent sign of a script or a name is no macro', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nt-spec-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const script = join(folder, 'after');
  writeFileSync(script, '#!/bin/bash\necho "${path%/*}"\n');
  const options = {
    '--name': 'ninetray',
    '--version': '1.0.0-beta.1',
    '--description': 'First\nmore',
    '--after-remove': script,
    '-d': ['libnss3.so()(64bit)'],
  };
  const text = spec(options, [
    { path: 'opt/NineTray', isFolder: true },
    { path: 'opt/NineTray/100%', isFolder: false },
  ]);
  expect(text).toContain('%postun\necho "${path%%/*}"\n');
  expect(text).toContain('Version: 1.0.0~beta.1\nRelease: 1\nSummary: First\n');
  expect(text).toContain('Requires: libnss3.so()(64bit)\n');
  expect(text).toContain('%dir "/opt/NineTray"\n"/opt/NineTray/100%%"\n');
});
