// One request about the same thing after the other: nobody's write meets another's on its way.
// It must not: know what the requests are.

export interface KeyedQueue {
  /** Runs `task` after all that was begun earlier about this id. A task must not wait for another about the same id. */
  run<T>(id: number, task: () => Promise<T>): Promise<T>;
}

/** A task that fails fails for its own caller alone; the next one about the id runs all the same. */
export function createKeyedQueue(): KeyedQueue {
  const last = new Map<number, Promise<unknown>>();
  return {
    async run(id, task) {
      const before = last.get(id);
      const mine = before === undefined ? task() : before.then(task, task);
      last.set(id, mine);
      try {
        return await mine;
      } finally {
        if (last.get(id) === mine) last.delete(id);
      }
    },
  };
}
