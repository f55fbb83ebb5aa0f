// The terminal commands, run as from a terminal without a display. Only the profile to use is added to what the user
// would type.
import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { inject } from 'vitest';
import { root } from '../../build/paths.mjs';
import { sandboxSwitches } from './running-app';
import type { TestEnvironment } from './test-environment';

interface CommandOptions {
  profile?: string;
  /** Goes to its standard input. */
  input?: string;
  env?: NodeJS.ProcessEnv;
  /** A packaged application; the built one of the repository when left out. */
  executable?: string;
  /** Where its standard output goes: a pipe that is read, one whose reader has gone, or a file such as /dev/full. */
  output?: 'pipe' | 'closed pipe' | `/${string}`;
  /** Ctrl-C is pressed when this resolves. */
  interruptAfter?: Promise<unknown>;
}

/** Runs a command to its end. Throws when a signal ended it. */
export function runCommand(
  stage: TestEnvironment,
  args: readonly string[],
  { profile = stage.profile, input = '', env = {}, executable, output = 'pipe', interruptAfter }: CommandOptions = {},
): Promise<{ code: number | null; out: string; err: string }> {
  const { DISPLAY: _, ...rest } = stage.env;
  const headless = process.platform === 'linux' ? ['--ozone-platform=headless'] : [];
  const switches = [...sandboxSwitches(), ...headless];
  const file = output.startsWith('/') ? openSync(output, 'w') : null;
  const child = spawn(
    executable ?? inject('electron').path,
    [...switches, `--user-data-dir=${profile}`, ...(executable === undefined ? [root] : []), ...args],
    { env: { ...rest, ...env }, stdio: ['pipe', file ?? 'pipe', 'pipe'] },
  );
  if (file !== null) closeSync(file);
  if (output === 'closed pipe') child.stdout?.destroy();
  let out = '';
  let err = '';
  child.stdout?.on('data', (data: Buffer) => (out += data.toString()));
  child.stderr?.on('data', (data: Buffer) => (err += data.toString()));
  child.stdin?.end(input);
  return new Promise((resolve, reject) => {
    interruptAfter?.then(() => child.kill('SIGINT'), reject);
    child.on('close', (code, signal) => {
      if (signal === null) resolve({ code, out, err });
      else reject(new Error(`${args.join(' ')} was ended by ${signal}: ${out}${err}`));
    });
  });
}
