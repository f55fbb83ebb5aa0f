// Two ways to wait: for a time, which can be cut short, and for something that happens again and again.
import type { Clock } from '../../../model/clock';

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
  /** Resolves when it fires next. */
  next(): Promise<void>;
  fire(): void;
}

/** An event that is lost if nothing waits for it. */
export function createAsyncEvent(): AsyncEvent {
  let resolveNext = (): void => undefined;
  const create = () => new Promise<void>((resolve) => (resolveNext = resolve));
  let current = create();
  return {
    next: () => current,
    fire() {
      resolveNext();
      current = create();
    },
  };
}
