// What the command line asks for. Pure; a key is never taken from it (arguments are visible to every process).

export type Command =
  | { kind: 'desktop'; demo: boolean }
  | { kind: 'status'; json: boolean; demo: boolean }
  | { kind: 'set-key'; storage: 'protected' | 'session' | 'unprotected' | null }
  | { kind: 'help' }
  | { kind: 'version' }
  | { kind: 'wrong'; argument: string };

const STORAGES = ['protected', 'session', 'unprotected'] as const;

/** Ours among Chromium's: switches that Electron, Chromium or a debugger own are passed over. */
const OURS = new Set(['--status', '--json', '--set-key', '--demo', '--help', '--version']);

/**
 * Reads the arguments that follow the program's name (and the application's path in development).
 * Unknown switches are taken for Chromium's; a bare word is a mistake that is named.
 */
export function readArguments(argv: readonly string[]): Command {
  const given = new Set<string>();
  let storage: (typeof STORAGES)[number] | null = null;
  for (const argument of argv) {
    if (argument.startsWith('--storage=')) {
      const wanted = STORAGES.find((one) => one === argument.slice('--storage='.length));
      if (wanted === undefined) return { kind: 'wrong', argument };
      storage = wanted;
    } else if (OURS.has(argument)) given.add(argument);
    else if (!argument.startsWith('-')) return { kind: 'wrong', argument: argument.slice(0, 40) };
  }
  if (given.has('--help')) return { kind: 'help' };
  if (given.has('--version')) return { kind: 'version' };
  if (given.has('--status')) return { kind: 'status', json: given.has('--json'), demo: given.has('--demo') };
  if (given.has('--set-key')) return { kind: 'set-key', storage };
  return { kind: 'desktop', demo: given.has('--demo') };
}
