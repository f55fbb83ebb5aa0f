// Runs something soon, but at most once in a while, whatever asks for it and how often.

interface Timers {
  /** Milliseconds since 1970. */
  now: () => number;
  /** Runs `run` after `ms`; returns what cancels it. */
  after: (ms: number, run: () => void) => () => void;
}

export class Throttle<T> {
  readonly #every: number;
  readonly #timers: Timers;
  readonly #run: () => T;
  #ranAt = Number.NEGATIVE_INFINITY;
  #cancel: (() => void) | null = null;

  /** `every`: ms that pass between two runs that `soon` asks for. */
  constructor(every: number, timers: Timers, run: () => T) {
    this.#every = every;
    this.#timers = timers;
    this.#run = run;
  }

  /** Runs at once where the last time is long enough ago, otherwise once when it is. */
  soon(): void {
    if (this.#cancel !== null) return;
    const { now, after } = this.#timers;
    // A clock that was set back must not put it off for longer than usual.
    const wait = Math.min(this.#every, this.#ranAt + this.#every - now());
    if (wait <= 0) this.now();
    else this.#cancel = after(wait, () => void this.now());
  }

  /** Runs now; what was asked for before is done with it. */
  now(): T {
    this.cancel();
    this.#ranAt = this.#timers.now();
    return this.#run();
  }

  /** Runs now what was asked for and has not run yet. */
  flush(): void {
    if (this.#cancel !== null) this.now();
  }

  /** Drops what was asked for and has not run yet. */
  cancel(): void {
    this.#cancel?.();
    this.#cancel = null;
  }
}
