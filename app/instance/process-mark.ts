// Tells whether a process of this user still runs, for a token that ends with it.
import { readFileSync } from 'node:fs';

/**
 * What stays the same while the process with this number runs; null: there is none. On Linux another process with the same number has another
 * mark, too.
 */
export function processMark(pid: number): string | null {
  try {
    if (process.platform === 'linux') {
      // The fields after the name, which may hold anything: its state, and its start as the 20th.
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      const [state] = fields;
      return state === 'Z' || state === 'X' ? null : (fields[19] ?? null);
    }
    process.kill(pid, 0);
    return 'runs';
  } catch (error) {
    // One that runs with other rights: `sudo` under `run`.
    return error instanceof Error && 'code' in error && error.code === 'EPERM' ? 'runs' : null;
  }
}
