// Two ways to wait that end early when they should: for a time, and for something that happens again and again.
// It must not: know what is waited for.
import type { Clock } from '../../model/clock';

/** Resolves after `ms`, or when the signal aborts. */
export function pause(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      cancel();
      signal.removeEventListener('abort', end);
      resolve();
    };
    const cancel = clock.after(ms, end);
    signal.addEventListener('abort', end, { once: true });
    if (signal.aborted) end();
  });
}

export interface AsyncEvent {
  /** Resolves with the next ring. */
  next(): Promise<void>;
  fire(): void;
}

/** A bell that nobody has to have waited for: a ring without a listener is lost. */
export function createAsyncEvent(): AsyncEvent {
  let ring = (): void => undefined;
  const next = () => new Promise<void>((resolve) => (ring = resolve));
  let rung = next();
  return {
    next: () => rung,
    fire() {
      ring();
      rung = next();
    },
  };
}
