// A few questions to the session bus over a connection of their own, within a time limit.
import { type Bus, busPath, connectBus } from './session-bus';

export interface AskOptions {
  /** Connects to the session bus; null when there is none. */
  connect(): Promise<Bus | null>;
  /** How long the connection and all answers may take together (ms). */
  patience: number;
  /** Runs `run` after `ms`; returns what cancels it. */
  after(ms: number, run: () => void): () => void;
}

/** What `ask` returns. Null where there is no session bus, or when the time is over. The connection is closed in any case. */
export async function askSessionBus<T>(
  { connect, patience, after }: AskOptions,
  ask: (bus: Bus) => Promise<T>,
): Promise<T | null> {
  let cancelTimer = (): void => undefined;
  const timeout = new Promise<null>((resolve) => {
    cancelTimer = after(patience, () => resolve(null));
  });
  const connecting = connect();
  try {
    const bus = await Promise.race([connecting, timeout]);
    return bus === null ? null : await Promise.race([ask(bus), timeout]);
  } finally {
    cancelTimer();
    void connecting.then((bus) => bus?.close());
  }
}

/** Connects to this user's session bus, to ask and not to listen. Null when there is none. */
export async function connectToAsk(environment: NodeJS.ProcessEnv, uid: number): Promise<Bus | null> {
  const path = busPath(environment);
  if (path === null) return null;
  return connectBus({ path, uid, onSignal: () => undefined, onClosed: () => undefined });
}
