// Frees Electron's finished requests before the process ends: a workaround for a bug of the development Electron. It
// runs only after everything is saved and printed, and never in a release.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Electron 33.2 ends by SIGSEGV, about once in a hundred commands, when a request of its network was collected and is not freed
 * yet (electron/electron#45368, fixed in 34). A collection on request frees them at once. Remove with the fallback.
 */
export function freeRequests(): void {
  if (Number.parseInt(process.versions.electron, 10) > 33) return;
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  collect();
}
