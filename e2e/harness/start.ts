// A start of the application that is expected to exit: it shows the running instance's window, or says why it cannot start.
import { spawn } from 'node:child_process';
import { inject } from 'vitest';
import { run } from '../../build/run.mjs';
import { waitFor } from '../../build/desktop/wait-for.mjs';
import { root } from '../../build/paths.mjs';
import { sandboxSwitches } from './running-app';

export interface EndingStart {
  pid: number;
  ended: Promise<{ code: number | null; err: string }>;
  /** Waits for its message on the screen, and confirms it with the keyboard. */
  confirm(): Promise<void>;
}

/** Starts the application; `command` is what runs it, when it is not the one of the repository. */
export function startOnce(
  env: NodeJS.ProcessEnv,
  profile: string,
  args: readonly string[] = [],
  command: readonly string[] = [inject('electron').path, ...sandboxSwitches(), root],
): EndingStart {
  const [program = '', ...before] = command;
  const child = spawn(program, [...before, '--disable-gpu', `--user-data-dir=${profile}`, ...args], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${program} could not be started.`);
  let err = '';
  let hasEnded = false;
  child.stderr.on('data', (data: Buffer) => (err += data.toString()));
  const ended = new Promise<{ code: number | null; err: string }>((resolve) => {
    child.on('close', (code) => {
      hasEnded = true;
      resolve({ code, err });
    });
  });
  return {
    pid,
    ended,
    async confirm() {
      const limit = 20_000;
      await waitFor(
        'its message to be confirmed',
        async () => {
          // The window manager gives a new window the keyboard, in its own time.
          const { out } = await run('xdotool', ['getactivewindow', 'getwindowpid'], { env, limit });
          if (out.trim() === String(pid)) await run('xdotool', ['key', 'Return'], { env, limit });
          return hasEnded;
        },
        30_000,
      );
    },
  };
}
