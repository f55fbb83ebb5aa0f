// The commands that begin with a word: `access`, `gateway`, `key`, `places` and `run`. Pure. No token or key is ever taken from the command line,
// and no bare word is repeated in a message, unless it is almost one of these.
import type { AccessRequest } from '../model/access/terminal-request';
import type { ArgumentProblem } from '../model/argument-problem';
import type { PlacesRequest } from '../model/places/terminal-request';
import { type Form, forms } from './forms';
import { closestSwitch } from './suggest';
import { unknownArgument } from './unknown-argument';

export interface AccessCommand {
  kind: 'access';
  request: AccessRequest;
  /** `env`: lines that set the variables in a shell. */
  output: 'text' | 'json' | 'env';
  /** The names of those that `run` and `key --env` set; they belong to a lease. */
  variables: { key: string; url: string };
}

export interface PlacesCommand {
  kind: 'places';
  request: PlacesRequest;
  json: boolean;
}

/** The first words of these commands. */
export const subcommandWords = ['run', 'key', 'access', 'gateway', 'places'] as const;

/** Every switch of these commands. */
export const subcommandSwitches: readonly string[] = [
  ...new Set(Object.values(forms).flatMap(({ valued, flags }) => [...valued, ...flags])),
];

/** Reads the arguments, the first of which is one of `subcommandWords`. */
export function readSubcommand(argv: readonly string[]): AccessCommand | PlacesCommand | ArgumentProblem {
  const [first = '', second = ''] = argv;
  const name = forms[first] === undefined ? `${first} ${second}` : first;
  const form = forms[name];
  if (form === undefined) return unknownSecond(first, second);
  const usage = `ninetray ${name} ${form.usage}`.trim();
  const read = readWords(argv.slice(name.split(' ').length), form);
  if ('kind' in read) return { ...read, usage };
  const asked = form.read(read.given, read.words);
  if (asked === null) return { kind: 'wrong', argument: null, usage };
  if (asked.kind === 'places') return { ...asked, json: read.given.has('--json') };
  const key = variableIn(read.given.get('--key-var') ?? 'NINEPROXY_API_KEY');
  const url = variableIn(read.given.get('--url-var') ?? 'NINEPROXY_API_URL');
  if (key === null || url === null || key === url) return { kind: 'wrong', argument: null, usage };
  const output = read.given.has('--env') ? 'env' : read.given.has('--json') ? 'json' : 'text';
  return { ...asked, output, variables: { key, url } };
}

/** The second word is none that follows the first: the one that was probably meant, otherwise how these commands are written. */
function unknownSecond(first: string, second: string): ArgumentProblem {
  const these = Object.entries(forms).filter(([words]) => words.startsWith(`${first} `));
  const seconds = these.map(([words]) => words.slice(first.length + 1));
  const meant = second.startsWith('-') ? null : closestSwitch(second, seconds);
  if (meant !== null) return { kind: 'wrong', argument: second, meant: `${first} ${meant}` };
  const usages = these.map(([words, { usage }]) => `ninetray ${words} ${usage}`.trim());
  return { kind: 'wrong', argument: null, usage: usages.join('\n') };
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

function variableIn(name: string): string | null {
  return /^[A-Za-z_][A-Za-z0-9_]{0,99}$/.test(name) ? name : null;
}
