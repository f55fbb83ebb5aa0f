// Reads from the arguments how the demo for tests starts. There must be no option for a key: arguments are visible to
// every program.
import { parseArgs } from 'node:util';
import type { TestDemoOptions } from './test-demo';

type ReadOptions =
  | { ok: true; port: number; withParent: boolean; demo: TestDemoOptions }
  | { ok: false; message: string };

export const usage =
  'Usage: demo.js [--port N] [--seed N] [--size 3|250|50000] [--old-key-survives SECONDS] [--wrong-key] ' +
  '[--still] [--with-parent]';

/**
 * `--with-parent`: ends when standard input does. `--still`: the account's time moves only by the control interface.
 * `--wrong-key`: the dashboard shows another account after sign-in.
 */
export function readOptions(args: string[]): ReadOptions {
  const read = parse(args);
  if (!read) return { ok: false, message: usage };
  const port = wholeNumber(read.port ?? '0', 65_535);
  const seed = wholeNumber(read.seed ?? '9', 2 ** 32);
  const size = wholeNumber(read.size ?? '250', 50_000);
  const oldKeySurvives = wholeNumber(read['old-key-survives'] ?? '0', 86_400);
  if (port === undefined || seed === undefined || size === undefined || oldKeySurvives === undefined) {
    return { ok: false, message: usage };
  }
  const { still = false } = read;
  const wrongKey = read['wrong-key'] ?? false;
  const demo = { seed, size, still, oldKeySurvives, wrongKey };
  return { ok: true, port, withParent: read['with-parent'] ?? false, demo };
}

/** The arguments by name; `undefined` where one is unknown or lacks its value. */
function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        port: { type: 'string' },
        seed: { type: 'string' },
        size: { type: 'string' },
        'old-key-survives': { type: 'string' },
        'wrong-key': { type: 'boolean' },
        still: { type: 'boolean' },
        'with-parent': { type: 'boolean' },
      },
    }).values;
  } catch {
    return undefined;
  }
}

function wholeNumber(text: string, most: number): number | undefined {
  const number = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  return number <= most ? number : undefined;
}
