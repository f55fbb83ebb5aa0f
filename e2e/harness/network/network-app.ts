// Builds and starts the application's network part alone: what runs is the product's own code in a real Electron.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from '../../../build/paths.mjs';
import type { NineProxy } from '../../../app/nineproxy/client';
import type { Result } from '../../../app/model/problem';
import type { UpdatesContent } from '../../../app/updates/updates-document';
import type { NetworkCalls, UpdateCheck } from './network-main';
import type { RunningApp } from '../running-app';
import type { TestEnvironment } from '../test-environment';

type Answer<M extends keyof NineProxy> = Awaited<ReturnType<NineProxy[M]>>;

export interface NetworkApp {
  /** Calls a method of the client for `address`. */
  ask<M extends keyof NineProxy>(address: string, method: M, ...args: Parameters<NineProxy[M]>): Promise<Answer<M>>;
  /** Checks for updates once; returns what is remembered then. */
  checkForUpdates(check: UpdateCheck): Promise<UpdatesContent>;
  /** Collects garbage in the main process. */
  collect(): Promise<void>;
  sessions(): Promise<{ persistent: boolean; storage: string | null; cookies: number }[]>;
  app: RunningApp;
}

/** Starts it in a test environment. Time limits and pauses of the client are divided by `hurry`. */
export async function startNetwork(stage: TestEnvironment, hurry: number): Promise<NetworkApp> {
  const folder = stage.folder('network');
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: join(root, 'e2e/harness/network/network-main.ts'),
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      rollupOptions: { external: ['electron'], output: { entryFileNames: 'main.mjs' } },
    },
  });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'ninetray-network', main: 'main.mjs' }));
  const app = await stage.launch({
    folder,
    profile: stage.folder('network-profile'),
    switches: ['--js-flags=--expose-gc'],
  });
  return {
    app,
    ask: (address, method, ...args) =>
      app.electron.evaluate(
        (_, call) =>
          (globalThis as unknown as { network: NetworkCalls }).network.ask(
            call.address,
            call.method,
            call.args,
            call.hurry,
          ),
        { address, method, args, hurry },
      ) as Promise<Result<never>> as Promise<never>,
    checkForUpdates: (check) =>
      app.electron.evaluate(
        (_, given) => (globalThis as unknown as { network: NetworkCalls }).network.checkForUpdates(given),
        check,
      ),
    collect: () => app.electron.evaluate(() => (globalThis as unknown as { network: NetworkCalls }).network.collect()),
    sessions: () =>
      app.electron.evaluate(() => {
        const all = (globalThis as unknown as { network: NetworkCalls }).network.sessions();
        return Promise.all(all.map(async (one) => ({ ...one, cookies: await one.cookies })));
      }),
  };
}
