// What the command line asks for. Pure; a key is never taken from it (arguments are visible to every process).
import type { ArgumentProblem } from '../model/argument-problem';
import type { KeyStorage } from '../model/key-storage';
import { type AccessCommand, type PlacesCommand, readSubcommand, subcommandWords } from './subcommands';
import { unknownArgument } from './unknown-argument';

/** How many sub-accounts the made-up account has. */
export type DemoSize = 3 | 250 | 50_000;

/** The figures that `--below` names, with the lowest amount that is fine: IPs, bytes, US dollars. */
export interface Below {
  ips?: number | undefined;
  traffic?: number | undefined;
  wallet?: number | undefined;
}

export type Command =
  | { kind: 'desktop'; demo: DemoSize | null; hidden: boolean }
  | { kind: 'status'; json: boolean; demo: DemoSize | null; below: Below | null }
  | { kind: 'set-key'; storage: KeyStorage | null }
  | AccessCommand
  | PlacesCommand
  | { kind: 'help' }
  | { kind: 'version' }
  /** `argument` is null for a bare word, or one given to `--set-key`: it may be a key that was pasted, and is not repeated. */
  | ArgumentProblem;

const SIZES: Record<string, DemoSize> = { '--demo': 250, '--demo=3': 3, '--demo=250': 250, '--demo=50000': 50_000 };
const STORAGES = ['protected', 'session', 'unprotected'] as const;

/** Ours among Chromium's: switches that Electron, Chromium or a debugger own are ignored. */
const OURS = new Set(['--status', '--json', '--set-key', '--hidden', '--help', '--version']);
const ALL_OURS = [...OURS, '--demo', '--below', '--storage', '--user-data-dir'];

/**
 * Reads the arguments that follow the program's name (and the application's path in development).
 * Unknown switches count as Chromium's, except those that look like one of ours; a bare word is a mistake.
 */
export function readArguments(argv: readonly string[]): Command {
  const first = argv.findIndex((argument) => !argument.startsWith('-'));
  if (subcommandWords.some((word) => word === argv[first]) && !argv.slice(0, first).some(isOurs))
    return argv.includes('--help') || argv.includes('-h') ? { kind: 'help' } : readSubcommand(argv.slice(first));
  // Behind a switch of ours, one of these words is no typing mistake, and still wrong.
  const misspellable = subcommandWords.some((word) => word === argv[first])
    ? ALL_OURS
    : [...ALL_OURS, ...subcommandWords];
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
    } else if (argument === '--below' || argument.startsWith('--below=')) {
      // A second one is refused: a script could take half of a check for all of it.
      if (below !== null) return { kind: 'wrong', argument: '--below' };
      const read = readBelow(argument, words);
      if ('kind' in read) return read;
      below = read;
    } else if (argument === '--demo' || argument.startsWith('--demo=')) {
      demo = SIZES[argument] ?? null;
      if (demo === null) return { kind: 'wrong', argument };
    } else if (argument === '-h') given.add('--help');
    else if (OURS.has(argument)) given.add(argument);
    else {
      const wrong = unknownArgument(argument, argument === argv[first] ? misspellable : ALL_OURS);
      if (wrong !== null) return wrong;
    }
  }
  if (given.has('--help')) return { kind: 'help' };
  if (given.has('--version')) return { kind: 'version' };
  if (given.has('--status')) return { kind: 'status', json: given.has('--json'), demo, below };
  if (below !== null) return { kind: 'wrong', argument: '--below' };
  if (given.has('--set-key')) return { kind: 'set-key', storage };
  return { kind: 'desktop', demo, hidden: given.has('--hidden') };
}

const BYTES: Record<string, number> = { GB: 1e9, MB: 1e6, B: 1 };

function isOurs(argument: string): boolean {
  return ALL_OURS.includes(argument.split('=', 1)[0] ?? '') && !argument.startsWith('--user-data-dir=');
}

/** The longest part of a limit that is repeated in a message (characters): keys are longer. */
const SHORT = 16;

/**
 * `--below=ips=500,wallet=10,traffic=5GB`, or the same with a space, where it takes the next of `words`; what is wrong with it where
 * it is anything else, or names a figure twice.
 */
function readBelow(argument: string, words: Iterator<string>): Below | ArgumentProblem {
  const text: string = argument === '--below' ? (words.next().value ?? '') : argument.slice('--below='.length);
  const below: Below = {};
  for (const part of text.split(',')) {
    const [, name, value = ''] = /^(ips|traffic|wallet)=(.*)$/s.exec(part) ?? [];
    if (name === undefined) return { kind: 'wrong', argument: '--below' };
    const figure = name === 'ips' || name === 'traffic' ? name : 'wallet';
    const [, digits, unit = ''] = /^(\d{1,15}(?:\.\d{1,9})?)([A-Z]*)$/.exec(value) ?? [];
    const size = figure === 'traffic' ? BYTES[unit] : unit === '' ? 1 : undefined;
    if (digits === undefined || size === undefined)
      return { kind: 'wrong', argument: '--below', below: { name, value: value.length > SHORT ? '' : value } };
    if (below[figure] !== undefined) return { kind: 'wrong', argument: '--below' };
    below[figure] = Number(digits) * size;
  }
  return below;
}
