// Starts the simulated 9Proxy in a process of its own, only when somebody asks for it, and ends it. Its make-believe key comes by
// message, never by argument.
import { utilityProcess, type UtilityProcess } from 'electron';
import { failed, ok, type Result } from '../problem/problem';

/** How long the demo may take to listen (ms). */
const PATIENCE = 15_000;

/** The API's origin, the key, and the address of the dashboard (ends with a slash). */
export interface DemoAddress {
  origin: string;
  key: string;
  dashboard: string;
}

export interface DemoLauncher {
  start(): Promise<Result<DemoAddress>>;
  stop(): void;
}

/** `entry` is the built `demo-process.js`. */
export function createDemoLauncher(entry: string, args: readonly string[] = []): DemoLauncher {
  let running: UtilityProcess | null = null;
  const stop = () => {
    running?.kill();
    running = null;
  };
  return {
    stop,
    start() {
      stop();
      const child = utilityProcess.fork(entry, [...args], { serviceName: 'NineTray demo', stdio: 'ignore' });
      running = child;
      return new Promise((resolve) => {
        const giveUp = setTimeout(() => {
          child.kill();
          resolve(failed({ kind: 'demo-failed' }));
        }, PATIENCE);
        child.once('message', (message: unknown) => {
          clearTimeout(giveUp);
          resolve(
            isAddress(message)
              ? ok({ origin: message.origin, key: message.key, dashboard: message.dashboard })
              : failed({ kind: 'demo-failed' }),
          );
        });
        child.once('exit', () => {
          clearTimeout(giveUp);
          if (running === child) running = null;
          resolve(failed({ kind: 'demo-failed' }));
        });
      });
    },
  };
}

function isAddress(message: unknown): message is DemoAddress {
  return (
    typeof message === 'object' &&
    message !== null &&
    'origin' in message &&
    typeof message.origin === 'string' &&
    'key' in message &&
    typeof message.key === 'string' &&
    'dashboard' in message &&
    typeof message.dashboard === 'string'
  );
}
