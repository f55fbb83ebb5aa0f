// The packaged application: it has no inspector, so its pages are driven through Chromium's debugging port.
// Must not be used for what the application out of the tree can show.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { endAll, tree } from '../../build/desktop/processes.mjs';
import { until } from '../../build/desktop/until.mjs';
import { root } from '../../build/folders.mjs';
import { run } from '../../build/run.mjs';
import { sandboxSwitches } from './running-app';

export interface PackagedApp {
  pid: number;
  page(part: string): Promise<Page>;
  output(): string;
  kill(): Promise<void>;
}

/** Packages what is in out/ for Linux, unpacked, and answers the executable. */
export async function packageApp(): Promise<string> {
  const { code, out } = await run(process.execPath, [join(root, 'build/dist.mjs'), '--linux', 'dir']);
  if (code !== 0) throw new Error(`npm run dist failed:\n${out}`);
  return join(root, 'release/linux-unpacked/ninetray');
}

/** Starts a packaged NineTray and takes its windows through the debugging port; throws where it does not start. */
export async function launchPackaged(
  executable: string,
  { env, profile, args = [] }: { env: NodeJS.ProcessEnv; profile: string; args?: readonly string[] },
): Promise<PackagedApp> {
  const switches = [...sandboxSwitches(), '--disable-gpu', '--remote-debugging-port=0', `--user-data-dir=${profile}`];
  const child = spawn(executable, [...switches, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${executable} could not be started.`);
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data: Buffer) => {
      printed += data.toString();
    });
  }
  const address = await until('the debugging port', () => {
    if (child.exitCode !== null) throw new Error(`It ended. ${printed}`);
    return /DevTools listening on (ws:\S+)/.exec(printed)?.[1];
  });
  const browser = await chromium.connectOverCDP(address);
  const pages = () => browser.contexts().flatMap((context) => context.pages());
  return {
    pid,
    page: (part) => until(`a window at "${part}"`, () => pages().find((page) => page.url().includes(part))),
    output: () => printed,
    async kill() {
      await browser.close();
      await endAll(() => tree(pid));
    },
  };
}
