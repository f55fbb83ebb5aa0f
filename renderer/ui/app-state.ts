// The window's copy of main's one state: the inlined snapshot first, then whatever has the highest revision.
import { useSyncExternalStore } from 'react';
import type { AppState } from '../../app/model/state/app-state';
import { call, listen } from './bridge';

interface Revision {
  rev: number;
  state: AppState;
}

export interface AppStateStore {
  read: () => AppState | null;
  subscribe: (listener: () => void) => () => void;
}

/** What main inlined into the page as `<script type="application/json" id="snapshot">`; null where it did not. */
function inlinedSnapshot(page: Document): Revision | null {
  const text = page.getElementById('snapshot')?.textContent;
  if (text === undefined || text === null || text.trim() === '') {
    return null;
  }
  const inlined: Revision = JSON.parse(text);
  return inlined;
}

/**
 * Starts to follow main's state. The snapshot in the page is there at once, so that the first picture has the figures;
 * a read follows, since the state may have moved between the page and the first push.
 */
export function followAppState(page: Document): AppStateStore {
  let latest = inlinedSnapshot(page);
  const listeners = new Set<() => void>();

  function take(next: Revision): void {
    if (latest !== null && next.rev <= latest.rev) {
      return;
    }
    latest = next;
    for (const listener of listeners) {
      listener();
    }
  }

  async function readOnce(): Promise<void> {
    const answer = await call('state.read', undefined);
    if (answer.ok) {
      take(answer.value);
    }
  }

  listen('state', take);
  void readOnce();

  return {
    read: () => latest?.state ?? null,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The newest state, or null before the first one came. */
export function useAppState(store: AppStateStore): AppState | null {
  return useSyncExternalStore(store.subscribe, store.read);
}
