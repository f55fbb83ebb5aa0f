// Starts the simulated 9Proxy in a separate process, only on request, and ends it. Its make-believe key comes by
// message, never by argument.
import { utilityProcess, type UtilityProcess } from 'electron';
import { z } from 'zod';
import { type Sample, sampleSchema } from '../account/history/history';
import { failed, ok, type Result } from '../model/problem';
import type { DemoLanguage } from './demo';

/** How long the demo may take to listen (ms). */
const PATIENCE = 15_000;

/**
 * The API's origin, the key, the address of the dashboard (ends with a slash), the balances that the account had before, and the sub-accounts
 * (their ids) that its user has pinned.
 */
export interface DemoAddress {
  origin: string;
  key: string;
  dashboard: string;
  past: Sample[];
  pinned: number[];
}

const addressSchema: z.ZodType<DemoAddress> = z.object({
  origin: z.string(),
  key: z.string(),
  dashboard: z.string(),
  past: z.array(sampleSchema),
  pinned: z.array(z.number()),
});

export interface DemoLauncher {
  /** Its pages are in this language (null: English) until it is started again. */
  start(language: DemoLanguage | null): Promise<Result<DemoAddress>>;
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
    start(language) {
      stop();
      const child = utilityProcess.fork(entry, [...args], { serviceName: 'NineTray demo', stdio: 'ignore' });
      running = child;
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process has no origin
      child.postMessage(language);
      return new Promise((resolve) => {
        const giveUp = setTimeout(() => {
          child.kill();
          resolve(failed({ kind: 'demo-failed' }));
        }, PATIENCE);
        child.once('message', (message: unknown) => {
          clearTimeout(giveUp);
          const address = addressSchema.safeParse(message);
          resolve(address.success ? ok(address.data) : failed({ kind: 'demo-failed' }));
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
