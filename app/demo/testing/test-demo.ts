// The demo with what tests need: faults, a record of requests, a clock that they move, and the control interface. Not in the product.
import { setTimeout as delay } from 'node:timers/promises';
import { createDemo, type Demo, type DemoOptions } from '../demo';
import { createControl } from './control';
import { DashboardRecord } from './dashboard-record';
import { faultAfter, faultInstead } from './fault-replies';
import { Faults } from './faults';
import { RequestLog } from './request-log';

export interface TestDemoOptions extends DemoOptions {
  /** The account's time stands still, and moves only by `advance`. */
  still?: boolean;
  /** For how many seconds an old key still works, until other faults are set; none if not given. */
  oldKeySurvives?: number;
  /** The dashboard shows another account after sign-in, and that account's key. */
  wrongKey?: boolean;
  /** How a slow answer waits. */
  sleep?: (ms: number) => Promise<void>;
}

export interface TestDemo extends Demo {
  readonly faults: Faults;
  readonly log: RequestLog;
  /** A new key, and the e-mail that carries it; the old one stops working, unless a fault keeps it for a while. */
  regenerateKey(): string;
  /** Lets so many seconds pass for the account. */
  advance(seconds: number): void;
}

/** A demo for tests, whose control interface is under /_demo/. */
export function createTestDemo(options: TestDemoOptions = {}): TestDemo {
  const { now = Date.now, still = false, sleep = delay } = options;
  const startedAt = Math.floor(now() / 1000);
  let skipped = 0;
  const faults = new Faults();
  if (options.oldKeySurvives) faults.set([{ kind: 'oldKeySurvives', seconds: options.oldKeySurvives }]);
  const log = new RequestLog();
  const record = new DashboardRecord(faults);
  record.wrongKey = options.wrongKey ?? false;

  const demo = createDemo(
    // Codes of the authenticator use the wall clock, also when the account's time stands still.
    { ...options, now: () => now() + skipped * 1000 },
    {
      accountTime: () => (still ? startedAt : Math.floor(now() / 1000)) + skipped,
      dashboard: record,
      server: {
        route: (method, url, body) => (url.pathname.startsWith('/_demo/') ? control(method, url, body) : null),
        begin: (operation) => log.begin(operation, now()),
        unknownPath: () => log.unknownPath(),
        async before(operation, url) {
          const slow = faults.take(operation, ['slow']);
          if (slow) await sleep(slow.ms);
          return faultInstead(faults, operation, url, now());
        },
        after: (operation, answer) => faultAfter(faults, operation, answer),
      },
    },
  );
  const { account, issuer } = demo;
  const regenerateKey = () => {
    demo.catchUp();
    return record.throughControl(() => issuer.issueKey(account));
  };
  const advance = (seconds: number) => {
    skipped += seconds;
    demo.catchUp();
  };
  const control = createControl({ account, issuer, faults, log, record, regenerateKey, advance });
  return { ...demo, faults, log, regenerateKey, advance };
}
