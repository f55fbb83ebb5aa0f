// The clock that displayed ages follow. For display only: main decides with its own clock.
import { useSyncExternalStore } from 'react';

const tickMs = 10_000;
let now = Date.now();
let timer: ReturnType<typeof setInterval> | null = null;
const listeners = new Set<() => void>();

function tick(): void {
  now = Date.now();
  for (const listener of listeners) {
    listener();
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === null) {
    now = Date.now();
    timer = setInterval(tick, tickMs);
    document.addEventListener('visibilitychange', tick);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0 && timer !== null) {
      clearInterval(timer);
      timer = null;
      document.removeEventListener('visibilitychange', tick);
    }
  };
}

function read(): number {
  // React reads it twice for each render and needs the same answer both times.
  if (timer === null && Date.now() - now >= tickMs) {
    now = Date.now();
  }
  return now;
}

/** Milliseconds since 1970, renewed every ten seconds and when the window comes back into sight. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, read);
}
