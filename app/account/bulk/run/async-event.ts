// Waiting for something that happens again and again.

export interface AsyncEvent {
  /** Resolves when it fires next. */
  next(): Promise<void>;
  fire(): void;
}

/** An event that is lost if nothing waits for it. */
export function createAsyncEvent(): AsyncEvent {
  let resolveNext = (): void => undefined;
  const create = () => new Promise<void>((resolve) => (resolveNext = resolve));
  let current = create();
  return {
    next: () => current,
    fire() {
      resolveNext();
      current = create();
    },
  };
}
