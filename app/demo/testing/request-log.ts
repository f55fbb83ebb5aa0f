// Counts the requests to the demo, for tests that check whether a client polls too much or at all. A URL must not be
// kept: the key is in it.

interface Count {
  count: number;
  /** Milliseconds; of the last request that began. */
  lastAt: number;
  /** How often each HTTP status was answered; `cut` where the connection was. */
  statuses: Record<string, number>;
}

export class RequestLog {
  #operations: Record<string, Count> = {};
  #unknownPaths = 0;
  #inFlight = 0;
  #mostInFlight = 0;

  /** Counts a request; the answer is to be called once with its status (null where the connection was cut). */
  begin(operation: string, now: number): (status: number | null) => void {
    const count = this.#operations[operation] ?? { count: 0, lastAt: 0, statuses: {} };
    this.#operations[operation] = count;
    count.count += 1;
    count.lastAt = now;
    this.#inFlight += 1;
    this.#mostInFlight = Math.max(this.#mostInFlight, this.#inFlight);
    return (status) => {
      this.#inFlight -= 1;
      const name = status === null ? 'cut' : String(status);
      count.statuses[name] = (count.statuses[name] ?? 0) + 1;
    };
  }

  unknownPath(): void {
    this.#unknownPaths += 1;
  }

  clear(): void {
    this.#operations = {};
    this.#unknownPaths = 0;
    this.#mostInFlight = this.#inFlight;
  }

  summary() {
    return {
      operations: structuredClone(this.#operations),
      total: Object.values(this.#operations).reduce((sum, one) => sum + one.count, 0),
      unknownPaths: this.#unknownPaths,
      inFlight: this.#inFlight,
      mostInFlight: this.#mostInFlight,
    };
  }
}
