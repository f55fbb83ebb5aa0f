// A simulated 9Proxy in a process of its own, as the application would meet the real one: over HTTP, with a key.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { waitFor } from '../../build/desktop/wait-for.mjs';
import { root } from '../../build/paths.mjs';

const hello = z.object({ origin: z.url(), key: z.string() });
const newKey = z.object({ key: z.string() });

/** What the server is asked to get wrong (app/demo/testing/faults.ts has the list). */
export interface Trouble {
  kind: string;
  operations?: readonly string[];
  times?: number;
  [detail: string]: unknown;
}

export interface DemoServer {
  /** Scheme, host and port. */
  origin: string;
  key: string;
  /** What the server knows: balances, sub-accounts, and which requests came (`/_demo/state`). */
  state(): Promise<DemoState>;
  /** Any control under `/_demo/`, by name. Throws when the server refuses it. */
  control(name: string, body?: unknown): Promise<unknown>;
  /** As the dashboard's button does: a new key, which is returned; the old one is dead at once, unless `args` or faults say otherwise. */
  regenerate(): Promise<string>;
  /** From now on these faults and no others. */
  troubles(...list: Trouble[]): Promise<void>;
  /** Stops listening: every connection is refused from now on. */
  stop(): Promise<void>;
}

const stateSchema = z.object({
  balances: z.object({ ips: z.number(), traffic: z.number(), wallet: z.number() }),
  subAccounts: z.object({
    total: z.number(),
    enabled: z.number(),
    byId: z.record(z.string(), z.looseObject({ username: z.string(), enabled: z.boolean() })),
  }),
  requests: z.unknown(),
});

export type DemoState = z.infer<typeof stateSchema>;

/**
 * Starts one on a random port. Its clock stands still unless `args` say otherwise.
 * @param args the arguments of app/demo/testing/options.ts
 */
export async function startDemoServer(
  env: NodeJS.ProcessEnv,
  args: readonly string[] = ['--still'],
): Promise<DemoServer> {
  const file = join(root, 'out/testing/demo.js');
  const child = spawn(process.execPath, [file, '--with-parent', ...args], {
    env,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let printed = '';
  let complaints = '';
  child.stdout.on('data', (data: Buffer) => {
    printed += data.toString();
  });
  child.stderr.on('data', (data: Buffer) => {
    complaints += data.toString();
  });
  const gone = () => child.exitCode !== null || child.signalCode !== null;
  const { origin, key } = await waitFor('the demo server', () => {
    if (gone()) throw new Error(`It ended. ${complaints}`);
    return printed.includes('\n') ? hello.parse(JSON.parse(printed)) : null;
  });

  async function control(name: string, body?: unknown): Promise<unknown> {
    const request = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    const response = await fetch(`${origin}/_demo/${name}`, request);
    if (!response.ok) throw new Error(`/_demo/${name}: ${response.status} ${await response.text()}`);
    return await response.json();
  }

  return {
    origin,
    key,
    control,
    state: async () => stateSchema.parse(await control('state')),
    regenerate: async () => newKey.parse(await control('regenerate', {})).key,
    async troubles(...list) {
      await control('trouble', { troubles: list });
    },
    async stop() {
      child.stdin.end();
      await waitFor('the demo server to end', gone);
    },
  };
}
