// Holds the one AppState: replaces it whole, counts revisions, notifies listeners.
import type { AppState } from '../model/state/app-state';

export interface Snapshot {
  rev: number;
  state: AppState;
}

export interface StateStore {
  read(): Snapshot;
  /**
   * Replaces the state by what `change` makes of it. An unchanged object is not a revision. `later`: listeners hear of it with the next
   * update that is for them to hear of at once.
   */
  update(change: (state: AppState) => AppState, listeners?: 'at-once' | 'later'): void;
  /** Called after each revision. Several updates in one turn of the event loop come as one. Returns what stops listening. */
  subscribe(listener: (snapshot: Snapshot) => void): () => void;
}

export interface StateStoreOptions {
  /** Fills in what follows from the rest (the notice); must return the same object when nothing changes. */
  derive?: (state: AppState) => AppState;
  /** Runs a function a little later. */
  schedule?: (run: () => void) => void;
}

/** A store over `initial`. */
export function createStateStore(
  initial: AppState,
  { derive = (state) => state, schedule = queueMicrotask }: StateStoreOptions = {},
): StateStore {
  let snapshot: Snapshot = { rev: 1, state: derive(initial) };
  let scheduled = false;
  /** The revision that listeners have heard of. */
  let heard = 1;
  const listeners = new Set<(snapshot: Snapshot) => void>();
  return {
    read: () => snapshot,
    update(change, when = 'at-once') {
      const changed = change(snapshot.state);
      if (changed !== snapshot.state) snapshot = { rev: snapshot.rev + 1, state: derive(changed) };
      if (snapshot.rev === heard || when === 'later' || scheduled) return;
      scheduled = true;
      schedule(() => {
        scheduled = false;
        heard = snapshot.rev;
        for (const listener of listeners) listener(snapshot);
      });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
