// A clock for what is counted in seconds, which runs only while something is. For display only: main decides with its
// own clock.
import { useSyncExternalStore } from 'react';

const second = 1000;

function everySecond(listener: () => void): () => void {
  const timer = setInterval(listener, second);
  return () => clearInterval(timer);
}

function never(): () => void {
  return () => {};
}

/** The current second, so that every read within it gets the same. */
function read(): number {
  return Math.floor(Date.now() / second) * second;
}

/** Milliseconds since 1970, at the start of the present second; renewed every second while `runs`. */
export function useSeconds(runs: boolean): number {
  return useSyncExternalStore(runs ? everySecond : never, read);
}
