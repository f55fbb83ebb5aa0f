// The smoke test of the release workflow, on the package that these tests start.
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { root } from '../../build/paths.mjs';
import { unpackedExecutable } from '../../build/release/smoke.mjs';
import { run } from '../../build/run.mjs';
import { openTestEnvironment } from '../harness/test-environment';

const stage = openTestEnvironment();

function smoke(...args: string[]): Promise<{ code: number; out: string }> {
  return run(process.execPath, [join(root, 'build/release/smoke.mjs'), ...args], { env: stage.env });
}

/** Three starts, and more where the machine is too busy for the demo to start in time. */
const limit = 300_000;

it('the smoke test of a release finds the package, and passes for it', { timeout: limit }, async () => {
  expect(join(root, 'release', unpackedExecutable(process.platform, process.arch))).toBe(inject('packaged'));
  const { code, out } = await smoke();
  expect([code, out]).toEqual([0, expect.stringMatching(/NineTray \d+\.\d+\.\d+ \(Electron [\d.]+\): starts/)]);
});

it('the smoke test of a release does not pass for a program that only succeeds', async () => {
  const { code, out } = await smoke('/bin/true');
  expect(code).toBe(1);
  expect(out).toContain('status: printed nothing');
});
