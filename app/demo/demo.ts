// The demo as a whole: an account, the switches for trouble, and the server that shows them. Tests use it directly;
// process.ts runs it in a process of its own. Must not be reached from outside this machine.
import { setTimeout as delay } from 'node:timers/promises';
import type { Account } from './account';
import { createControl } from './control';
import { Authenticator } from './dashboard/authenticator';
import { createDashboard } from './dashboard/dashboard';
import { KeyIssuer } from './dashboard/key-issuer';
import { createAccount } from './history';
import { advanceAccount } from './traffic-simulator';
import { otherOwner } from './names';
import { type Balances, recordedBalances } from './recorded-history';
import { seededRandom } from './random';
import { RequestLog } from './request-log';
import { createDemoServer } from './server';
import { Faults } from './faults';

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
  /** For how many seconds an old key lives on, until the troubles are set anew; none if not said. */
  oldKeySurvives?: number;
  /** The dashboard shows another account, whoever signed in, and so that one's key. */
  wrongKey?: boolean;
  /** How a slow answer waits. */
  sleep?: (ms: number) => Promise<void>;
}

/** Where it is: its API's origin, its key, and its dashboard's address. */
export interface DemoListening {
  ok: true;
  origin: string;
  key: string;
  dashboard: string;
}

export interface Demo {
  readonly account: Account;
  /** The balances before it began. */
  readonly past: readonly Balances[];
  readonly troubles: Faults;
  readonly log: RequestLog;
  /** A new key, and the e-mail that carries it; the old one is dead, unless a trouble keeps it alive for a while. */
  regenerateKey(): string;
  /** Lets so many seconds pass for the account. */
  advance(seconds: number): void;
  /** Listens on 127.0.0.1. `code` is Node's, such as EADDRINUSE. */
  listen(port?: number): Promise<DemoListening | { ok: false; code: string }>;
  /** Ends at once, whatever is still waiting for an answer. */
  close(): Promise<void>;
}

/** A demo with its account made; it listens only when told. */
export function createDemo(options: DemoOptions = {}): Demo {
  const { seed = 9, size = 250, now = Date.now, still = false, control = false, sleep = delay } = options;
  const startedAt = Math.floor(now() / 1000);
  const account = createAccount({ seed, size, now: startedAt });
  const past = recordedBalances(account, seededRandom(seed, 'past'));
  const other = createAccount({ seed: seed + 1, size: 3, now: startedAt });
  Object.assign(other.owner, otherOwner);
  const troubles = new Faults();
  if (options.oldKeySurvives) troubles.set([{ kind: 'oldKeySurvives', seconds: options.oldKeySurvives }]);
  const log = new RequestLog();
  let skipped = 0;
  const catchUp = () => {
    const present = (still ? startedAt : Math.floor(now() / 1000)) + skipped;
    advanceAccount(account, present);
    advanceAccount(other, present);
  };
  const desk = new KeyIssuer({
    own: account,
    other,
    authenticator: new Authenticator(seededRandom(seed, 'authenticator')),
    troubles,
    // Also where the account's time stands still: a code lives by the clock on the wall.
    now: () => now() + skipped * 1000,
  });
  desk.wrongKey = options.wrongKey ?? false;
  const regenerateKey = () => {
    catchUp();
    return desk.issueKey(account, 'control');
  };
  const advance = (seconds: number) => {
    skipped += seconds;
    catchUp();
  };
  const server = createDemoServer({
    accounts: [account, other],
    troubles,
    log,
    catchUp,
    sleep,
    now,
    control: control ? createControl({ account, desk, troubles, log, regenerateKey, advance }) : null,
    dashboard: createDashboard(desk),
  });
  return {
    account,
    past,
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
          const origin = `http://127.0.0.1:${bound}`;
          resolve({ ok: true, origin, key: account.keys.first, dashboard: `${origin}/dashboard/` });
        });
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
