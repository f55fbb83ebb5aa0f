// What the command line asks for. Pure; a key is never taken from it (arguments are visible to every process).

/** How many sub-accounts the made-up account has. */
export type DemoSize = 3 | 250 | 50_000;

/** The figures that `--below` names, with the least that is well: IPs, bytes, US dollars. */
export interface Below {
  ips?: number | undefined;
  traffic?: number | undefined;
  wallet?: number | undefined;
}

export type Command =
  | { kind: 'desktop'; demo: DemoSize | null; hidden: boolean }
  | { kind: 'status'; json: boolean; demo: DemoSize | null; below: Below | null }
  | { kind: 'set-key'; storage: 'protected' | 'session' | 'unprotected' | null }
  | { kind: 'help' }
  | { kind: 'version' }
  /** `argument` is null for a bare word, or one given to `--set-key`: it may be a key that somebody pasted, and is not repeated. */
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
  let below: Below | null = null;
  let storage: (typeof STORAGES)[number] | null = null;
  const words = argv.values();
  for (const argument of words) {
    if (argument.startsWith('--storage=')) {
      const wanted = STORAGES.find((one) => one === argument.slice('--storage='.length));
      if (wanted === undefined) return { kind: 'wrong', argument };
      storage = wanted;
    } else if (argument.startsWith('--below')) {
      // A second one is refused: half a gate would pass for a whole one.
      const read: Below | null = below === null ? readBelow(argument, words) : null;
      if (read === null) return { kind: 'wrong', argument };
      below = read;
    } else if (argument.startsWith('--demo')) {
      demo = SIZES[argument] ?? null;
      if (demo === null) return { kind: 'wrong', argument };
    } else if (OURS.has(argument)) given.add(argument);
    else if (!argument.startsWith('-') || argument.startsWith('--set-key=')) return { kind: 'wrong', argument: null };
  }
  if (given.has('--help')) return { kind: 'help' };
  if (given.has('--version')) return { kind: 'version' };
  if (given.has('--status')) return { kind: 'status', json: given.has('--json'), demo, below };
  if (below !== null) return { kind: 'wrong', argument: '--below' };
  if (given.has('--set-key')) return { kind: 'set-key', storage };
  return { kind: 'desktop', demo, hidden: given.has('--hidden') };
}

const BYTES: Record<string, number> = { GB: 1e9, MB: 1e6, B: 1 };

/**
 * `--below=ips=500,wallet=10,traffic=5GB`, or the same with a space, where it takes the next of `words`; null where it is anything
 * else, or names a figure twice.
 */
function readBelow(argument: string, words: Iterator<string>): Below | null {
  const spaced = argument === '--below';
  if (!spaced && !argument.startsWith('--below=')) return null;
  const text: string = spaced ? (words.next().value ?? '') : argument.slice('--below='.length);
  const below: Below = {};
  for (const part of text.split(',')) {
    const [, name, digits, unit = ''] = /^(ips|traffic|wallet)=(\d{1,15}(?:\.\d{1,9})?)([A-Z]*)$/.exec(part) ?? [];
    if (name === undefined || digits === undefined) return null;
    const figure = name === 'ips' || name === 'traffic' ? name : 'wallet';
    const size = figure === 'traffic' ? BYTES[unit] : unit === '' ? 1 : undefined;
    if (size === undefined || below[figure] !== undefined) return null;
    below[figure] = Number(digits) * size;
  }
  return below;
}
