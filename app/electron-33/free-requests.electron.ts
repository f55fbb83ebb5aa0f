// Electron's requests that are done, freed before the process ends: a fault of the development Electron, stepped around.
// It must not: run before everything is saved and said, or in a release.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Electron 33.2 ends by SIGSEGV, about once in a hundred commands, when a request of its network was collected and is not freed
 * yet (electron/electron#45368, mended in 34). A collection that is asked for frees at once. Remove with the fallback.
 */
export function freeRequests(): void {
  if (Number.parseInt(process.versions.electron, 10) > 33) return;
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  collect();
}
