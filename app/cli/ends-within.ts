// Waiting with a limit.
import type { Clock } from '../model/clock';

/** Waits for `work`, `limit` ms at most; false when it was not over by then. */
export function endsWithin(limit: number, work: Promise<unknown>, clock: Clock): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(limit, () => resolve(false));
    work.then(() => {
      cancel();
      resolve(true);
    }, reject);
  });
}
