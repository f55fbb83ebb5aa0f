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

/** A hidden window, which may be kept for days, has no timer. */
function startTimer(): void {
  if (!document.hidden) timer ??= setInterval(tick, tickMs);
}

function stopTimer(): void {
  if (timer !== null) clearInterval(timer);
  timer = null;
}

function followVisibility(): void {
  stopTimer();
  startTimer();
  tick();
}

/** Leaves the moment as it is: another one would render everything a second time before the first picture. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (listeners.size === 1) {
    startTimer();
    document.addEventListener('visibilitychange', followVisibility);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      stopTimer();
      document.removeEventListener('visibilitychange', followVisibility);
    }
  };
}

function read(): number {
  // React reads it twice for each render and needs the same answer both times. The clock may have been set back.
  if (timer === null && Math.abs(Date.now() - now) >= tickMs) {
    now = Date.now();
  }
  return now;
}

/** Milliseconds since 1970, renewed every ten seconds and when the window comes back into sight. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, read);
}
