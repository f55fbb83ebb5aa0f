// Runs asynchronous tasks one after the other, as VS Code's Sequencer and SequencerByKey do. Every layer uses it, so it
// imports nothing of the project.

/** Runs each task after all tasks that were queued before it have ended. A task that fails fails for its own caller alone. */
export class Sequencer {
  readonly #waiting: (() => void)[] = [];
  #isRunning = false;

  /** Whether all tasks have ended. */
  get isIdle(): boolean {
    return !this.#isRunning;
  }

  /**
   * Returns what the task returns. An idle sequencer starts it before this returns. A task must not wait for another task of the same
   * sequencer: it would wait forever.
   */
  async queue<T>(task: () => Promise<T>): Promise<T> {
    if (this.#isRunning) await new Promise<void>((start) => this.#waiting.push(start));
    this.#isRunning = true;
    try {
      return await task();
    } finally {
      // With a task waiting the sequencer stays busy, so that no task queued meanwhile starts before it.
      const startNext = this.#waiting.shift();
      if (startNext === undefined) this.#isRunning = false;
      else startNext();
    }
  }
}

/** A sequencer for each key: tasks of different keys run side by side. A key whose tasks have all ended takes no memory. */
export class KeyedSequencer<Key> {
  readonly #sequencers = new Map<Key, Sequencer>();

  /** Returns what the task returns, and starts it like `Sequencer.queue`. A task must not wait for another task of the same key. */
  async queue<T>(key: Key, task: () => Promise<T>): Promise<T> {
    const sequencer = this.#sequencers.get(key) ?? new Sequencer();
    this.#sequencers.set(key, sequencer);
    try {
      return await sequencer.queue(task);
    } finally {
      // The key may have a newer sequencer by now: the last task of this one may have ended a moment ago.
      if (sequencer.isIdle && this.#sequencers.get(key) === sequencer) this.#sequencers.delete(key);
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
