// What the command line asks for. Pure; a key is never taken from it (arguments are visible to every process).

/** How many sub-accounts the made-up account has. */
export type DemoSize = 3 | 250 | 50_000;

export type Command =
  | { kind: 'desktop'; demo: DemoSize | null; hidden: boolean }
  | { kind: 'status'; json: boolean; demo: DemoSize | null }
  | { kind: 'set-key'; storage: 'protected' | 'session' | 'unprotected' | null }
  | { kind: 'help' }
  | { kind: 'version' }
  /** `argument` is null for a bare word: it may be a key that somebody pasted, and is not repeated. */
  | { kind: 'wrong'; argument: string | null };

const SIZES: Record<string, DemoSize> = { '--demo': 250, '--demo=3': 3, '--demo=250': 250, '--demo=50000': 50_000 };
const STORAGES = ['protected', 'session', 'unprotected'] as const;

/** Ours among Chromium's: switches that Electron, Chromium or a debugger own are passed over. */
const OURS = new Set(['--status', '--json', '--set-key', '--hidden', '--help', '--version']);

/**
 * Reads the arguments that follow the program's name (and the application's path in development).
 * Unknown switches are taken for Chromium's; a bare word is a mistake.
 */
export function readArguments(argv: readonly string[]): Command {
  const given = new Set<string>();
  let demo: DemoSize | null = null;
  let storage: (typeof STORAGES)[number] | null = null;
  for (const argument of argv) {
    if (argument.startsWith('--storage=')) {
      const wanted = STORAGES.find((one) => one === argument.slice('--storage='.length));
      if (wanted === undefined) return { kind: 'wrong', argument };
      storage = wanted;
    } else if (argument.startsWith('--demo')) {
      demo = SIZES[argument] ?? null;
      if (demo === null) return { kind: 'wrong', argument };
    } else if (OURS.has(argument)) given.add(argument);
    else if (!argument.startsWith('-')) return { kind: 'wrong', argument: null };
  }
  if (given.has('--help')) return { kind: 'help' };
  if (given.has('--version')) return { kind: 'version' };
  if (given.has('--status')) return { kind: 'status', json: given.has('--json'), demo };
  if (given.has('--set-key')) return { kind: 'set-key', storage };
  return { kind: 'desktop', demo, hidden: given.has('--hidden') };
}
