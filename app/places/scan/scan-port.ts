// The search for the key as the places need it, over the worker of this build.
import type { RunningProgram } from '../../model/places/places-view';
import type { ScanPort } from '../ports';
import { ScanService, type ScanServiceOptions } from './scan-service';

/** Starts nothing until it is called. */
export function createScanPort(options: ScanServiceOptions): ScanPort {
  const service = new ScanService(options);
  return {
    start: (request, keys, knownFolders) => service.start(request, keys, knownFolders),
    cancel: () => service.cancel(),
    close: () => service.close(),
    async runningWith(key) {
      if (process.platform !== 'linux') return null;
      const rows = await service.runningPrograms([key]);
      return rows.flatMap(({ program }): RunningProgram[] => {
        const pid = program?.pid ?? null;
        return program === null || pid === null ? [] : [{ pid, name: program.name, startedAt: program.startedAt }];
      });
    },
  };
}
