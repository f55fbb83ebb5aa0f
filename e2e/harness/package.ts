// After the build and before the first end-to-end test: the package that the tests of the packaged application start.
// It must not run beside a test: it replaces out/ and release/, which the tests run from.
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { root } from '../../build/paths.mjs';
import { run } from '../../build/run.mjs';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The executable of the application, packaged for Linux and unpacked. */
    packaged: string;
  }
}

export default async function packageApp(project: TestProject): Promise<void> {
  const { code, out } = await run(process.execPath, [join(root, 'build/dist.mjs'), '--linux', 'dir']);
  if (code !== 0) throw new Error(`npm run dist failed:\n${out}`);
  project.provide('packaged', join(root, 'release/linux-unpacked/ninetray'));
}
