// A timer of which at most one runs.

interface Timers {
  /** Runs `run` after `ms`; returns what cancels it. */
  after: (ms: number, run: () => void) => () => void;
}

export class SingleTimer {
  readonly #timers: Timers;
  readonly #run: () => void;
  #cancel: (() => void) | null = null;

  constructor(timers: Timers, run: () => void) {
    this.#timers = timers;
    this.#run = run;
  }

  /** Begins to wait for `ms`; changes nothing while it waits already. */
  start(ms: number): void {
    if (this.#cancel !== null) return;
    this.#cancel = this.#timers.after(ms, () => {
      this.#cancel = null;
      this.#run();
    });
  }

  cancel(): void {
    this.#cancel?.();
    this.#cancel = null;
  }
}
