// Tries again what fails because another program holds a file for a moment. Decides nothing about other errors.
import type { Clock } from '../../model/clock';
import { errorCode } from '../../settings/files/disk-error';

/** Milliseconds before each further try: virus scanners, indexers and editors hold a file for that long. */
const PAUSES = [5, 20, 80, 320, 1000];

/** The result of `run`; on Windows it is tried up to six times where the file is held. Throws the last error. */
export async function retryLocked<T>(clock: Pick<Clock, 'after'> | undefined, run: () => Promise<T>): Promise<T> {
  for (const pause of clock !== undefined && process.platform === 'win32' ? PAUSES : []) {
    try {
      return await run();
    } catch (error) {
      if (!['EPERM', 'EBUSY', 'EACCES'].includes(errorCode(error))) throw error;
      await new Promise<void>((resolve) => clock?.after(pause, resolve));
    }
  }
  return run();
}
