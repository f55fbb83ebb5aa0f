// Publishes a view that changes often: at once, but at most four times a second.
import type { Clock } from '../../model/clock';

export interface ViewPublisher {
  publishNow(): void;
  /** Now, or when the last publication is long enough ago. */
  publishSoon(): void;
  /** Drops what is not published yet. */
  stop(): void;
}

/** Between two publications (ms). */
const INTERVAL = 250;

/** Calls `publish`, which takes the newest view. */
export function createViewPublisher(clock: Clock, publish: () => void): ViewPublisher {
  let cancelPause: (() => void) | null = null;
  let isPublished = true;

  function stop(): void {
    cancelPause?.();
    cancelPause = null;
  }

  function publishNow(): void {
    stop();
    isPublished = true;
    publish();
  }

  function publishSoon(): void {
    isPublished = false;
    if (cancelPause !== null) return;
    publishNow();
    cancelPause = clock.after(INTERVAL, () => {
      cancelPause = null;
      if (!isPublished) publishSoon();
    });
  }

  return { publishNow, publishSoon, stop };
}
