// The last call of `ask` that main refused, for the one place of the window that shows it.
import { useSyncExternalStore } from 'react';
import type { Problem } from '../../app/model/problem';

let failure: Problem | null = null;
const listeners = new Set<() => void>();

/** A refused call, or null: it was dismissed. */
export function setFailedAsk(problem: Problem | null): void {
  failure = problem;
  for (const listener of listeners) listener();
}

/** What was refused last, until it is dismissed or something else is asked for and done. */
export function useFailedAsk(): Problem | null {
  return useSyncExternalStore(subscribe, () => failure);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
