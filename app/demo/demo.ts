// The demo as a whole: an account that lives, its dashboard, and the server that shows them. process.ts runs it in a
// process of its own; testing/ adds what tests need. It must not be reachable from outside this computer.
import type { Server } from 'node:http';
import type { Translation } from '../texts/texts';
import { Authenticator } from './dashboard/authenticator';
import { createDashboard } from './dashboard/dashboard';
import type { PageLanguage } from './dashboard/layout';
import { type DashboardHooks, KeyIssuer } from './dashboard/key-issuer';
import type { Account } from './data/account';
import { createAccount } from './data/history';
import { otherOwner } from './data/names';
import { seededRandom } from './data/random';
import { type Balances, recordedBalances } from './data/recorded-history';
import type { SubAccount } from './data/sub-accounts';
import { advanceAccount } from './data/traffic-simulator';
import type { ServerHooks } from './server/hooks';
import { createDemoServer } from './server/server';

export interface DemoOptions {
  /** The same seed (and size) shows the same figures. 9 if not given. */
  seed?: number;
  /** How many sub-accounts; 250 if not given. Three have fixed names. */
  size?: number;
  /** Milliseconds since 1970. */
  now?: () => number;
  /** Of the dashboard's pages; their words are those that were set (app/texts/texts.ts). English if not given. */
  language?: PageLanguage;
}

/** What main tells the demo's process of the language. */
export interface DemoLanguage extends PageLanguage {
  /** The translation; nothing for English. */
  words: Translation;
}

/** How many sub-accounts are pinned. */
const PINNED = 3;

const english: PageLanguage = { language: 'en', locale: 'en-US', direction: 'ltr' };

/** How tests change the demo (testing/test-demo.ts). */
export interface DemoHooks {
  /** The account's time (Unix seconds), where it is not the clock's. */
  accountTime: () => number;
  dashboard: DashboardHooks;
  server: ServerHooks;
}

/** Where the demo is: its API's origin, its key, and its dashboard's address. */
export interface DemoListening {
  ok: true;
  origin: string;
  key: string;
  dashboard: string;
}

export interface Demo {
  readonly account: Account;
  readonly issuer: KeyIssuer;
  /** The balances before it began. */
  readonly past: readonly Balances[];
  /** The sub-accounts (their ids) that a user would have pinned. */
  readonly pinned: readonly number[];
  /** Lets the accounts live up to this moment. */
  catchUp(): void;
  /** Listens on 127.0.0.1. `code` is Node's, such as EADDRINUSE. */
  listen(port?: number): Promise<DemoListening | { ok: false; code: string }>;
  /** Ends at once, whatever is still waiting for an answer. */
  close(): Promise<void>;
}

/** A demo with its account made; it listens only when asked to. */
export function createDemo(options: DemoOptions = {}, hooks: DemoHooks | null = null): Demo {
  const { seed = 9, size = 250, now = Date.now, language = english } = options;
  const startedAt = Math.floor(now() / 1000);
  const account = createAccount({ seed, size, now: startedAt });
  const past = recordedBalances(account, seededRandom(seed, 'past'));
  const other = createAccount({ seed: seed + 1, size: 3, now: startedAt });
  Object.assign(other.owner, otherOwner);
  const accountTime = hooks?.accountTime ?? (() => Math.floor(now() / 1000));
  const catchUp = () => {
    const present = accountTime();
    advanceAccount(account, present);
    advanceAccount(other, present);
  };
  const issuer = new KeyIssuer({
    own: account,
    other,
    authenticator: new Authenticator(seededRandom(seed, 'authenticator')),
    now,
    hooks: hooks?.dashboard ?? null,
  });
  const server = createDemoServer({
    accounts: [account, other],
    catchUp,
    dashboard: createDashboard(issuer, language),
    hooks: hooks?.server ?? null,
  });
  return {
    account,
    issuer,
    past,
    pinned: account.subs.list
      .filter(isWorthPinning)
      .slice(-PINNED)
      .toReversed()
      .map(({ id }) => id),
    catchUp,
    listen: (port = 0) => listen(server, port, account),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** In use, and with enough that it is not low within the first hours. The newest of them are on the first page of the list. */
function isWorthPinning({ enabled, ips, traffic }: SubAccount): boolean {
  return enabled && ips >= 50 && traffic >= 2_000_000_000;
}

function listen(server: Server, port: number, { keys }: Account): ReturnType<Demo['listen']> {
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve({ ok: false, code: error.code ?? 'UNKNOWN' }));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      const bound = typeof address === 'object' && address !== null ? address.port : port;
      const origin = `http://127.0.0.1:${bound}`;
      resolve({ ok: true, origin, key: keys.first, dashboard: `${origin}/dashboard/` });
    });
  });
}
