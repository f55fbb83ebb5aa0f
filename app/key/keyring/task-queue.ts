// One task after the other, each with a signal that tells it to give up waiting.
// Knows nothing of keys.

export interface TaskQueue<Kind extends string> {
  /** Runs `task` after all before it have ended, whatever became of them. */
  add<T>(kind: Kind, task: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** Fires the signal of each task of this kind that has not ended. */
  abort(kind: Kind): void;
}

export function createTaskQueue(): TaskQueue<'reading' | 'writing'> {
  const notEnded = new Map<AbortController, string>();
  let last: Promise<void> = Promise.resolve();
  return {
    async add(kind, task) {
      const controller = new AbortController();
      notEnded.set(controller, kind);
      const before = last;
      let end = (): void => undefined;
      last = new Promise((resolve) => {
        end = resolve;
      });
      await before;
      try {
        return await task(controller.signal);
      } finally {
        notEnded.delete(controller);
        end();
      }
    },
    abort(kind) {
      for (const [controller, itsKind] of notEnded) if (itsKind === kind) controller.abort();
    },
  };
}
