// A clock for what is counted in seconds, which runs only while something is. Must not be used for anything that main decides.
import { useEffect, useState } from 'react';

/** Milliseconds since 1970, renewed every second while `runs`. */
export function useSeconds(runs: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!runs) return undefined;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [runs]);
  return now;
}
