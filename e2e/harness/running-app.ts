// The application in a real Electron, driven as a user would: its windows, its end, and what it printed.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ElectronApplication, _electron, type Page } from 'playwright-core';
import { inject } from 'vitest';
import { endAll, tree } from '../../build/desktop/processes.mjs';
import { waitFor } from '../../build/desktop/wait-for.mjs';
import { root } from '../../build/paths.mjs';

export interface LaunchOptions {
  env: NodeJS.ProcessEnv;
  /** The profile folder (`--user-data-dir`). */
  profile: string;
  /** Arguments for the application, such as `--demo`. */
  args?: readonly string[];
  /** Switches for Electron itself, before the application's folder. */
  switches?: readonly string[];
  /** The folder of the application to run; the repository's own when left out. */
  folder?: string;
  /** The program to run in place of Electron. */
  program?: string;
}

export interface RunningApp {
  electron: ElectronApplication;
  pid: number;
  /** The window whose address holds `part`, waited for; shown or not. */
  page(part?: string): Promise<Page>;
  /** All that it printed so far, on stdout and stderr. */
  output(): string;
  /** Asks it to quit without waiting: the answer to a call that quits it can be lost. */
  askToQuit(): void;
  /**
   * Quits as the menu's entry does, and returns its exit code, or the signal that ended it. Throws if it has not ended
   * after `limit` ms.
   */
  quit(limit?: number): Promise<number | NodeJS.Signals | null>;
  /** Ends it and its children at once, as `kill -9` does. */
  kill(): Promise<void>;
}

/** Chromium refuses to run as root with its sandbox; as any other user it runs with it. */
export function sandboxSwitches(): string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/** Starts the application and waits until its main process is ready or has ended; not for any window. */
export async function launchApp({
  env,
  profile,
  args = [],
  switches = [],
  folder = root,
  program = inject('electron').path,
}: LaunchOptions): Promise<RunningApp> {
  const electron = await _electron.launch({
    executablePath: program,
    args: [...sandboxSwitches(), '--disable-gpu', `--user-data-dir=${profile}`, ...switches, folder, ...args],
    cwd: folder,
    env: Object.fromEntries(Object.entries(env).filter((pair): pair is [string, string] => pair[1] !== undefined)),
    // Playwright turns the sandbox off by default.
    chromiumSandbox: true,
    timeout: 30_000,
  });
  const child = electron.process();
  const pid = child.pid;
  if (pid === undefined) throw new Error('The application has no process.');
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (data: Buffer) => {
      printed += data.toString();
    });
  }
  // The connection ends with the application, so this call may have no answer.
  const askToQuit = () => {
    electron.evaluate(({ app }) => app.quit()).catch(() => undefined);
  };
  const gone = () => child.exitCode !== null || child.signalCode !== null;
  // What is asked while main still loads can be lost, with "Resulting promise was garbage collected".
  await waitFor('main to be ready', () => gone() || electron.evaluate(({ app }) => app.isReady()), 30_000);
  return {
    electron,
    pid,
    askToQuit,
    page: (part = '') =>
      waitFor(`a window at "${part}"`, () => electron.windows().find((window) => window.url().includes(part))),
    output: () => printed,
    async quit(limit = 10_000) {
      askToQuit();
      try {
        await waitFor('the application to quit', gone, limit);
      } catch (error) {
        throw new Error(`It still runs: ${threadsOf(pid)}\n${printed.slice(-1000)}`, { cause: error });
      }
      return child.exitCode ?? child.signalCode;
    },
    async kill() {
      if (process.platform === 'linux') await endAll(() => tree(pid), 0);
      else child.kill('SIGKILL');
      await waitFor('the application to end', gone);
    },
  };
}

/** What each thread of a process waits for in the kernel, where the system tells. */
function threadsOf(pid: number): string {
  if (process.platform !== 'linux') return '';
  const folder = `/proc/${pid}/task`;
  const read = (thread: string, file: string) => readFileSync(join(folder, thread, file), 'utf8').trim();
  try {
    return readdirSync(folder)
      .map((thread) => `${read(thread, 'comm')} ${read(thread, 'wchan')}`)
      .join(', ');
  } catch (error) {
    return String(error); // It has ended just now.
  }
}

/** The folder for pictures and logs that help to inspect a failed run; not part of the repository. */
export const evidenceFolder = join(root, 'out', 'e2e');
