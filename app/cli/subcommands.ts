// The commands that begin with a word: `access`, `gateway` and `run`. Pure. No token or key is ever taken from the command line, and no bare
// word is repeated in a message.
import type { AccessRequest } from '../model/access/terminal-request';
import { longestConsumerName } from '../model/access/consumer';
import { roles } from '../model/access/role';
import type { ArgumentProblem } from '../model/argument-problem';
import { unknownArgument } from './unknown-argument';

/** `variables`: the names of those that `run` sets; they belong to a lease. */
export interface AccessCommand {
  kind: 'access';
  request: AccessRequest;
  json: boolean;
  variables: { key: string; url: string };
}

/** The first words of these commands. */
export const subcommandWords = ['run', 'access', 'gateway'] as const;

interface Form {
  /** As the help shows it, behind the command's words. */
  usage: string;
  /** Switches with a value, and without. */
  valued: readonly string[];
  flags: readonly string[];
  /** What was asked for; null: something is missing or not valid. */
  read(given: ReadonlyMap<string, string>, words: readonly string[]): AccessRequest | null;
}

const plain = (act: 'on' | 'off' | 'status' | 'url' | 'list' | 'pause' | 'resume', flags: string[] = []): Form => ({
  usage: flags.map((flag) => `[${flag}]`).join(' '),
  valued: [],
  flags,
  read: (_given, words) => (words.length === 0 ? { act } : null),
});

/** Every form, by its words. */
const FORMS: Readonly<Record<string, Form>> = {
  run: {
    usage: '[--as NAME | --role ROLE] [--key-var VAR] [--url-var VAR] -- COMMAND [ARG…]',
    valued: ['--as', '--role', '--key-var', '--url-var', '--lease'],
    flags: [],
    read: lease,
  },
  'access list': plain('list', ['--json']),
  'access add': {
    usage: 'NAME --role ROLE [--expires 30d] [--rate 5/s]',
    valued: ['--role', '--expires', '--rate'],
    flags: [],
    read: add,
  },
  'access revoke': {
    usage: 'NAME | --all',
    valued: [],
    flags: ['--all'],
    read(given, words) {
      if (given.has('--all')) return words.length === 0 ? { act: 'revoke-all' } : null;
      const name = nameIn(words[0]);
      return name === null || words.length > 1 ? null : { act: 'revoke', name };
    },
  },
  'access pause': plain('pause'),
  'access resume': plain('resume'),
  'gateway on': plain('on'),
  'gateway off': plain('off'),
  'gateway status': plain('status', ['--json']),
  'gateway url': plain('url'),
};

/** Every command of this kind, as it is typed. */
export function subcommandUsages(): string[] {
  return Object.entries(FORMS).map(([words, { usage }]) => `${words} ${usage}`.trim());
}

/** Every switch of these commands. */
export const subcommandSwitches: readonly string[] = [
  ...new Set(Object.values(FORMS).flatMap(({ valued, flags }) => [...valued, ...flags])),
];

/** Reads the arguments, the first of which is one of `subcommandWords`. */
export function readSubcommand(argv: readonly string[]): AccessCommand | ArgumentProblem {
  const [first = '', second = ''] = argv;
  const name = first === 'run' ? first : `${first} ${second}`;
  const form = FORMS[name];
  if (form === undefined) {
    const usages = subcommandUsages().filter((usage) => usage.startsWith(`${first} `));
    return { kind: 'wrong', argument: null, usage: usages.map((usage) => `ninetray ${usage}`).join('\n') };
  }
  const usage = `ninetray ${name} ${form.usage}`.trim();
  const read = readWords(argv.slice(name.split(' ').length), form);
  if ('kind' in read) return { ...read, usage };
  const request = form.read(read.given, read.words);
  if (request === null) return { kind: 'wrong', argument: null, usage };
  const key = variableIn(read.given.get('--key-var') ?? 'NINEPROXY_API_KEY');
  const url = variableIn(read.given.get('--url-var') ?? 'NINEPROXY_API_URL');
  if (key === null || url === null || key === url) return { kind: 'wrong', argument: null, usage };
  return { kind: 'access', request, json: read.given.has('--json'), variables: { key, url } };
}

/** The switches with their values (a flag's is empty), and the bare words. */
function readWords(
  argv: readonly string[],
  { valued, flags }: Form,
): { given: Map<string, string>; words: string[] } | ArgumentProblem {
  const given = new Map<string, string>();
  const words: string[] = [];
  const rest = argv.values();
  for (const argument of rest) {
    if (argument === '--') return { kind: 'wrong', argument };
    if (!argument.startsWith('-')) {
      words.push(argument);
      continue;
    }
    const name = argument.split('=', 1)[0] ?? '';
    if (flags.includes(argument)) given.set(argument, '');
    else if (valued.includes(name)) {
      // A second one is refused: which of them was meant?
      if (given.has(name)) return { kind: 'wrong', argument: name };
      const value: string = name === argument ? (rest.next().value ?? '') : argument.slice(name.length + 1);
      if (value === '' || value.startsWith('--')) return { kind: 'wrong', argument: name };
      given.set(name, value);
    } else {
      const wrong = unknownArgument(argument, [...valued, ...flags]);
      if (wrong !== null) return wrong;
    }
  }
  return { given, words };
}

function lease(given: ReadonlyMap<string, string>, words: readonly string[]): AccessRequest | null {
  const pid = Number(given.get('--lease'));
  if (words.length > 0 || !Number.isSafeInteger(pid) || pid <= 0) return null;
  const as = given.get('--as');
  const role = roleIn(given.get('--role') ?? 'read');
  if (as === undefined) return role === null ? null : { act: 'lease', of: { role }, pid };
  const name = nameIn(as);
  return name === null || given.has('--role') ? null : { act: 'lease', of: { name }, pid };
}

function add(given: ReadonlyMap<string, string>, words: readonly string[]): AccessRequest | null {
  const name = nameIn(words[0]);
  const role = roleIn(given.get('--role'));
  const lasts = lastsIn(given.get('--expires'));
  const readsPerSecond = rateIn(given.get('--rate'));
  if (name === null || words.length > 1 || role === null || lasts === undefined || readsPerSecond === undefined)
    return null;
  return { act: 'add', name, role, lasts, readsPerSecond };
}

function nameIn(text: string | undefined): string | null {
  const name = text?.trim() ?? '';
  return name === '' || name.length > longestConsumerName || /\p{C}/u.test(name) ? null : name;
}

function roleIn(text: string | undefined): (typeof roles)[number] | null {
  return roles.find((role) => role === text) ?? null;
}

const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `30d`, `12h`, `90m` in ms; null: not given; undefined: not valid. */
function lastsIn(text: string | undefined): number | null | undefined {
  if (text === undefined) return null;
  const [, count, unit = ''] = /^([1-9]\d{0,4})([mhd])$/.exec(text) ?? [];
  return count === undefined ? undefined : Number(count) * (UNITS[unit] ?? 0);
}

/** `5/s` as a number per second; null: not given; undefined: not valid. */
function rateIn(text: string | undefined): number | null | undefined {
  if (text === undefined) return null;
  const [, count] = /^(\d{1,2}(?:\.\d)?)\/s$/.exec(text) ?? [];
  const rate = Number(count);
  return rate >= 0.1 && rate <= 50 ? rate : undefined;
}

function variableIn(name: string): string | null {
  return /^[A-Za-z_][A-Za-z0-9_]{0,99}$/.test(name) ? name : null;
}
