import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { applications, endsEarly, keptReady, peerApplication } from './applications.mjs';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'peers-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

function file(name: string): string {
  const at = path.join(folder, name);
  fs.mkdirSync(path.dirname(at), { recursive: true });
  fs.writeFileSync(at, '');
  return at;
}

it('runs a folder with package.json, or an archive, on the Electron that all share', () => {
  const source = path.dirname(file('source/package.json'));
  const archive = file('app.asar');
  expect(peerApplication({ name: 'a', path: source })).toMatchObject({ folder: source, executable: null });
  expect(peerApplication({ name: 'b', path: archive })).toMatchObject({ folder: archive, executable: null });
});

it('starts a packaged application by its executable', () => {
  const executable = file('packaged/app');
  expect(peerApplication({ name: 'a', path: executable })).toMatchObject({ executable, kind: 'peer' });
});

it('refuses a path that nothing can be started from', () => {
  expect(() => peerApplication({ name: 'a', path: path.join(folder, 'none') })).toThrow('--peer a: there is no ');
  expect(() => peerApplication({ name: 'a', path: path.dirname(file('unpacked/app')) })).toThrow('has no package.json');
});

it('compares all with the bare application, and shows ratios of the peers and of each build', () => {
  const peers = [{ name: 'peer', path: path.dirname(file('peer/package.json')) }];
  const all = applications('http://127.0.0.1:1', '/built', { against: ['/tmp/before/'], peers });
  expect(all.map(({ id, hasRatio }) => [id, hasRatio])).toEqual([
    ['bare', false],
    ['peer', true],
    ['before', true],
    ['ninetray', true],
  ]);
});

it('keeps the window ready in a profile of its own, of the same build', () => {
  const ninetray = applications('http://127.0.0.1:1', '/built', { against: [], peers: [] }).at(-1);
  if (ninetray === undefined) throw new Error('NineTray is not among the applications.');
  expect(keptReady(ninetray)).toEqual({ ...ninetray, id: 'ninetray-kept', kind: 'kept' });
});

it('reports how an application ended that shows no tray item, and why one cannot be started', async () => {
  await expect(endsEarly(spawn(process.execPath, ['-e', 'process.exit(3)']))).rejects.toThrow('It ended with 3');
  await expect(endsEarly(spawn(path.join(folder, 'none')))).rejects.toThrow('ENOENT');
});
