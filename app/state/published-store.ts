// What windows and tray read: the state of the session that is shown, under one count of revisions. Which session that is can change.
import type { Snapshot, StateStore } from './state-store';

/** A read-only view of a store. */
export type ReadableStore = Pick<StateStore, 'read' | 'subscribe'>;

export interface PublishedStore extends ReadableStore {
  /** Shows this store from now on: listeners hear of its state as of any other revision. */
  show(store: ReadableStore): void;
}

/** Publishes `first` until another is shown. */
export function createPublishedStore(
  first: ReadableStore,
  schedule: (run: () => void) => void = queueMicrotask,
): PublishedStore {
  const listeners = new Set<(snapshot: Snapshot) => void>();
  let shown = first;
  // Revisions grow, whichever store is shown: a window drops an older one.
  let ahead = 0;
  let unsubscribe = shown.subscribe(tell);

  const read = (): Snapshot => {
    const { rev, state } = shown.read();
    return { rev: rev + ahead, state };
  };

  function tell(): void {
    const snapshot = read();
    for (const listener of listeners) listener(snapshot);
  }

  return {
    read,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    show(store) {
      if (store === shown) return;
      const { rev } = read();
      unsubscribe();
      shown = store;
      ahead = rev + 1 - store.read().rev;
      unsubscribe = store.subscribe(tell);
      schedule(tell);
    },
  };
}
