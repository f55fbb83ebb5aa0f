// The demo as a whole: an account, the switches for trouble, and the server that shows them. Tests use it directly;
// process.ts runs it in a process of its own. Must not be reached from outside this machine.
import { setTimeout as delay } from 'node:timers/promises';
import type { Account } from './account';
import { createControl } from './control';
import { createAccount } from './history';
import { advanceAccount } from './life';
import { RequestLog } from './request-log';
import { createDemoServer } from './server';
import { Troubles } from './trouble';

export interface DemoOptions {
  /** The same seed (and size) shows the same figures. 9 if not said. */
  seed?: number;
  /** How many sub-accounts; 250 if not said. Three have fixed names. */
  size?: number;
  /** Milliseconds since 1970. The account lives as long as this moves. */
  now?: () => number;
  /** The account's time stands still, and moves only by `advance`. */
  still?: boolean;
  /** Opens the control interface under /_demo/. */
  control?: boolean;
  /** How a slow answer waits. */
  sleep?: (ms: number) => Promise<void>;
}

export interface Demo {
  readonly account: Account;
  readonly troubles: Troubles;
  readonly log: RequestLog;
  /** A new key; the old one is dead, unless a trouble keeps it alive for a while. */
  regenerateKey(): string;
  /** Lets so many seconds pass for the account. */
  advance(seconds: number): void;
  /** Listens on 127.0.0.1. `code` is Node's, such as EADDRINUSE. */
  listen(port?: number): Promise<{ ok: true; origin: string; key: string } | { ok: false; code: string }>;
  /** Ends at once, whatever is still waiting for an answer. */
  close(): Promise<void>;
}

export function createDemo(options: DemoOptions = {}): Demo {
  const { seed = 9, size = 250, now = Date.now, still = false, control = false, sleep = delay } = options;
  const startedAt = Math.floor(now() / 1000);
  const account = createAccount({ seed, size, now: startedAt });
  const troubles = new Troubles();
  const log = new RequestLog();
  let skipped = 0;
  const catchUp = () => advanceAccount(account, (still ? startedAt : Math.floor(now() / 1000)) + skipped);
  const regenerateKey = () => {
    catchUp();
    return account.keys.regenerate(account.now, troubles.oldKeySurvives);
  };
  const advance = (seconds: number) => {
    skipped += seconds;
    catchUp();
  };
  const server = createDemoServer({
    account,
    troubles,
    log,
    catchUp,
    sleep,
    now,
    control: control ? createControl({ account, troubles, log, regenerateKey, advance }) : null,
  });
  return {
    account,
    troubles,
    log,
    regenerateKey,
    advance,
    listen: (port = 0) =>
      new Promise((resolve) => {
        server.once('error', (error: NodeJS.ErrnoException) => resolve({ ok: false, code: error.code ?? 'UNKNOWN' }));
        server.listen(port, '127.0.0.1', () => {
          const address = server.address();
          const bound = typeof address === 'object' && address !== null ? address.port : port;
          resolve({ ok: true, origin: `http://127.0.0.1:${bound}`, key: account.keys.current });
        });
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
