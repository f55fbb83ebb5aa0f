// The smoke test of a packaged application finds each way in which one can be broken.
import { describe, expect, it } from 'vitest';
import { smokeProblems, unpackedExecutable } from './smoke.mjs';

const figure = { value: 1, asOf: '2026-12-01T00:00:00Z', status: 'fresh', problem: null };
const json = { source: { kind: 'demo' }, sandboxed: true, figures: { ips: figure, wallet: figure } };
const answer = (out: string) => ({ code: 0 as number | null, out, err: '' });
const good = {
  version: answer('NineTray 0.1.0 (Electron 45.4.1)\n'),
  status: answer('IP balance 1\n'),
  json: answer(JSON.stringify(json)),
};
const expected = { version: '0.1.0', electron: '45.4.1', sandboxed: true };

describe('smokeProblems', () => {
  it('finds nothing in the answers of a sound package, whether or not Electron and the sandbox matter', () => {
    expect(smokeProblems(good, expected)).toEqual([]);
    expect(smokeProblems(good, { version: '0.1.0' })).toEqual([]);
  });

  it.each([
    [
      'an exit code, with what was printed',
      { status: { code: 2, out: 'nothing', err: 'why' } },
      'status: exited with 2\nnothing\nwhy',
    ],
    ['a start that hangs', { version: { ...good.version, code: null } }, 'version: did not end in time'],
    ['another version', { version: answer('NineTray 0.0.9 (Electron 45.4.1)\n') }, 'version: expected NineTray 0.1.0'],
    [
      'another Electron',
      { version: answer('NineTray 0.1.0 (Electron 33.2.1)\n') },
      'expected Electron 45.4.1, got: 33.2.1',
    ],
    ['no words', { status: answer('\n') }, 'status: printed nothing'],
    ['no JSON', { json: answer('IP balance 1') }, 'json: cannot be read: IP balance 1'],
    ['no figures', { json: answer(JSON.stringify({ ...json, figures: {} })) }, 'json: has no figures'],
    [
      'a figure that was not read',
      { json: answer(JSON.stringify({ ...json, figures: { ips: { ...figure, value: null } } })) },
      'json: ips was not read',
    ],
    [
      'figures of an account',
      { json: answer(JSON.stringify({ ...json, source: { kind: 'production' } })) },
      'json: the source is {"kind":"production"}, not the demo',
    ],
    [
      'a missing sandbox',
      { json: answer(JSON.stringify({ ...json, sandboxed: false })) },
      'json: sandboxed is false, expected true',
    ],
  ])('finds %s', (_, change, problem) => {
    expect(smokeProblems({ ...good, ...change }, expected)).toEqual([expect.stringContaining(problem)]);
  });
});

it.each([
  ['linux', 'x64', 'linux-unpacked/ninetray'],
  ['linux', 'arm64', 'linux-arm64-unpacked/ninetray'],
  ['win32', 'x64', 'win-unpacked/NineTray.exe'],
  ['win32', 'arm64', 'win-arm64-unpacked/NineTray.exe'],
  ['darwin', 'arm64', 'mac-universal/NineTray.app/Contents/MacOS/NineTray'],
] as const)('the unpacked application for %s on %s is release/%s', (platform, arch, file) => {
  expect(unpackedExecutable(platform, arch)).toBe(file);
});
