// Runs asynchronous tasks one after the other, as VS Code's Sequencer and SequencerByKey do.

/** Runs each task after all tasks that were queued before it have ended. A task that fails fails for its own caller alone. */
export class Sequencer {
  #last: Promise<unknown> = Promise.resolve();

  /** Returns what the task returns. A task must not wait for another task of the same sequencer: it would wait forever. */
  queue<T>(task: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(task);
    this.#last = mine.catch(() => undefined);
    return mine;
  }
}

/** A sequencer for each key: tasks of different keys run side by side. A key whose tasks have all ended takes no memory. */
export class KeyedSequencer<Key> {
  readonly #sequencers = new Map<Key, { sequencer: Sequencer; notEnded: number }>();

  /** Returns what the task returns. A task must not wait for another task of the same key: it would wait forever. */
  async queue<T>(key: Key, task: () => Promise<T>): Promise<T> {
    const entry = this.#sequencers.get(key) ?? { sequencer: new Sequencer(), notEnded: 0 };
    this.#sequencers.set(key, entry);
    entry.notEnded += 1;
    try {
      return await entry.sequencer.queue(task);
    } finally {
      entry.notEnded -= 1;
      if (entry.notEnded === 0) this.#sequencers.delete(key);
    }
  }

  /** How many keys have tasks that have not ended. */
  get size(): number {
    return this.#sequencers.size;
  }
}

/** A signal for all tasks of one kind that have not ended, which can be aborted again and again. */
export class AbortGroup {
  #controller = new AbortController();

  /** The signal for tasks that are queued from now on until the next `abort`. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Fires the signal of each task so far. Tasks that are queued later are not affected. */
  abort(): void {
    const controller = this.#controller;
    this.#controller = new AbortController();
    controller.abort();
  }
}
