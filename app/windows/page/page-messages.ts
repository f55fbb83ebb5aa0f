// Messages for a page that may not be loaded yet.

export interface PageMessages {
  /** Delivers a message now, or when the page has loaded; of each channel, the last one. */
  send(channel: string, message: unknown): void;
  /** The page listens from now on. */
  loaded(): void;
  /** The page is gone, and with it what it did not receive. Another one may load. */
  reset(): void;
}

/** The messages of one window; `deliver` sends to its page. */
export function createPageMessages(deliver: (channel: string, message: unknown) => void): PageMessages {
  let isLoaded = false;
  const pending = new Map<string, unknown>();
  return {
    send(channel, message) {
      if (isLoaded) deliver(channel, message);
      else pending.set(channel, message);
    },
    loaded() {
      isLoaded = true;
      for (const [channel, message] of pending) deliver(channel, message);
      pending.clear();
    },
    reset() {
      isLoaded = false;
      pending.clear();
    },
  };
}
