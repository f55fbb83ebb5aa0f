// Before the first end-to-end test: system packages, an Electron, a build of what is in the tree now.
import type { TestProject } from 'vitest/node';
import { build } from '../../build/build.mjs';
import { findElectron } from '../../build/electron/find-electron.mjs';
import { ensureSystem, purposesOfTests } from '../../build/system.mjs';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The Electron that the tests run in. */
    electron: Awaited<ReturnType<typeof findElectron>>;
  }
}

export default async function prepare(project: TestProject): Promise<void> {
  await ensureSystem(purposesOfTests);
  project.provide('electron', await findElectron());
  await build();
}
