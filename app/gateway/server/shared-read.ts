// One read for all callers that ask before it begins. A caller that asks while it runs may need what it has passed already, and gets the next one.

export class SharedRead<T> {
  readonly #readNow: () => Promise<T>;
  #next: Promise<T> | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(readNow: () => Promise<T>) {
    this.#readNow = readNow;
  }

  /** What a reading finds that begins after this call. Rejects where it does. */
  read(): Promise<T> {
    this.#next ??= this.#begin();
    return this.#next;
  }

  async #begin(): Promise<T> {
    await this.#last;
    this.#next = null;
    const reading = this.#readNow();
    // The next one begins whatever becomes of this one.
    this.#last = reading.catch(() => undefined);
    return await reading;
  }
}
