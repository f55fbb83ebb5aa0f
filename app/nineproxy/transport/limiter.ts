// Runs at most so many tasks at a time; the others wait in line, first come, first served.

export interface Limiter {
  /** Runs the task when a place is free. Null when `signal` ended the wait before the task had started. */
  run<T>(task: () => Promise<T>, signal?: AbortSignal): Promise<T | null>;
}

/** A limiter with so many places, all free. */
export function createLimiter(places: number): Limiter {
  const line: (() => void)[] = [];
  let free = places;

  /** Whether a place was taken. */
  function take(signal: AbortSignal | undefined): Promise<boolean> {
    if (signal?.aborted) return Promise.resolve(false);
    if (free > 0) {
      free -= 1;
      return Promise.resolve(true);
    }
    return new Promise((resolve) => {
      const go = () => {
        signal?.removeEventListener('abort', leave);
        resolve(true);
      };
      const leave = () => {
        line.splice(line.indexOf(go), 1);
        resolve(false);
      };
      line.push(go);
      signal?.addEventListener('abort', leave, { once: true });
    });
  }

  /** The place goes to the next in line, or becomes free. */
  function leavePlace(): void {
    const next = line.shift();
    if (next) next();
    else free += 1;
  }

  return {
    async run(task, signal) {
      if (!(await take(signal))) return null;
      try {
        return await task();
      } finally {
        leavePlace();
      }
    },
  };
}
