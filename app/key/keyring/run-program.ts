// Runs one of the system's own small programs for a moment and hands back what it printed.
// Must not be given a secret: arguments can be read by every process of the machine.
import { spawn } from 'node:child_process';
import type { Run } from './keyring-linux';

/** Ends the program after `timeout` milliseconds; then `code` is null. Output is standard output and error, at most 64 KiB. */
export function createRun(timeout: number, environment: NodeJS.ProcessEnv): Run {
  // Libraries that an AppImage brings along are not for the system's programs.
  const { LD_LIBRARY_PATH: _, ...env } = environment;
  return (program, args) =>
    new Promise((resolve) => {
      const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], timeout, env: { ...env, LC_ALL: 'C' } });
      let output = '';
      const collect = (chunk: Buffer): void => {
        if (output.length < 65_536) output += chunk.toString('utf8');
      };
      child.stdout.on('data', collect);
      child.stderr.on('data', collect);
      child.on('error', () => resolve({ status: 'missing' }));
      child.on('close', (code) => resolve({ status: 'ended', code, output }));
    });
}
