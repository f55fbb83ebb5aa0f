// The packaged application. It has no inspector and accepts no debugging port, so it is watched from outside: its tray, its windows,
// its files, and what it prints.
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endAll, tree } from '../../build/desktop/processes.mjs';
import { sandboxSwitches } from './running-app';

export interface PackagedApp {
  pid: number;
  /** Resolves with the exit code when it has ended. */
  ended: Promise<number | null>;
  output(): string;
  kill(): Promise<void>;
}

/** Writes into a new profile that its user agreed to run without the sandbox, which does not work as root. */
export function agreeToNoSandbox(profile: string): void {
  mkdirSync(profile, { recursive: true, mode: 0o700 });
  writeFileSync(join(profile, 'settings.json'), JSON.stringify({ runWithoutSandbox: true }), { mode: 0o600 });
}

/** Starts a packaged NineTray. */
export function launchPackaged(
  executable: string,
  { env, profile, args = [] }: { env: NodeJS.ProcessEnv; profile: string; args?: readonly string[] },
): PackagedApp {
  const switches = [...sandboxSwitches(), '--disable-gpu', `--user-data-dir=${profile}`];
  const child = spawn(executable, [...switches, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${executable} could not be started.`);
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data: Buffer) => {
      printed += data.toString();
    });
  }
  return {
    pid,
    ended: new Promise((resolve) => {
      child.on('exit', resolve);
    }),
    output: () => printed,
    kill: () => endAll(() => tree(pid)),
  };
}
