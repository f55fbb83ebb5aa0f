import { expect, it } from 'vitest';
import { fileProblems } from './files.mjs';

const whole = [
  'linux-amd64.deb',
  'linux-arm64.deb',
  'linux-x86_64.rpm',
  'linux-aarch64.rpm',
  'linux-x86_64.AppImage',
  'linux-arm64.AppImage',
  'linux-x64.tar.gz',
  'linux-arm64.tar.gz',
  'mac-universal.dmg',
  'mac-universal.zip',
  'win-x64.exe',
  'win-arm64.exe',
  'portable-x64.exe',
  'portable-arm64.exe',
].map((end) => `NineTray-0.1.0-${end}`);
const files = [...whole, 'NineTray-0.1.0.cdx.json'];

it('a release with a file of each kind for each system is whole', () => {
  expect(fileProblems(files)).toEqual([]);
});

it.each(files)('a release without %s is not', (missing) => {
  expect(fileProblems(files.filter((name) => name !== missing))).toEqual([expect.stringContaining('expected')]);
});

it('a file that no one expects is named', () => {
  expect(fileProblems([...files, 'latest.yml'])).toEqual(['latest.yml is no file of a release']);
  expect(fileProblems([...files, 'another.dmg'])).toEqual([
    'expected 1 .dmg, found NineTray-0.1.0-mac-universal.dmg, another.dmg',
  ]);
});
