// Waiting for a time, which can be cut short.

/** Starts a timer of `ms`, and returns what cancels it. */
interface Timers {
  after(ms: number, run: () => void): () => void;
}

/** Resolves after `ms`, or when the signal aborts. */
export function pause(timers: Timers, ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      cancel();
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const cancel = timers.after(ms, end);
    signal?.addEventListener('abort', end, { once: true });
    if (signal?.aborted === true) end();
  });
}
