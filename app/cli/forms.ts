// How each command that begins with a word is written, and what it asks for. Pure. Takes no token and no key from the command line.
import type { AccessRequest } from '../model/access/terminal-request';
import { longestConsumerName, longestLease, roles } from '../model/access/consumer-facts';
import type { PlacesRequest } from '../model/places/terminal-request';

/** What one of these commands asks for. */
export type Asked = { kind: 'access'; request: AccessRequest } | { kind: 'places'; request: PlacesRequest };

export interface Form {
  /** As the help shows it, behind the command's words. */
  usage: string;
  /** Switches with a value, and without. */
  valued: readonly string[];
  flags: readonly string[];
  /** What was asked for; null: something is missing or not valid. */
  read(given: ReadonlyMap<string, string>, words: readonly string[]): Asked | null;
}

/** Every form, by its words. */
export const forms: Readonly<Record<string, Form>> = {
  run: {
    usage: '[--as NAME | --role ROLE] [--key-var VAR] [--url-var VAR] -- COMMAND [ARG…]',
    valued: ['--as', '--role', '--key-var', '--url-var', '--lease'],
    flags: [],
    read: (given, words) => ofAccess(lease(given, words)),
  },
  key: {
    usage: '--as NAME [--for 12h] [--env | --json]',
    valued: ['--as', '--for'],
    flags: ['--env', '--json'],
    read: (given, words) => ofAccess(token(given, words)),
  },
  'access list': plain('list', ['--json']),
  'access add': {
    usage: 'NAME --role ROLE [--expires 30d] [--rate 5/s]',
    valued: ['--role', '--expires', '--rate'],
    flags: [],
    read: (given, words) => ofAccess(add(given, words)),
  },
  'access revoke': {
    usage: 'NAME | --all',
    valued: [],
    flags: ['--all'],
    read: (given, words) => ofAccess(revoke(given, words)),
  },
  'access pause': plain('pause'),
  'access resume': plain('resume'),
  'gateway on': plain('on'),
  'gateway off': plain('off'),
  'gateway status': plain('status', ['--json']),
  'gateway url': plain('url'),
  'places scan': {
    usage: '[PATH…] [--json]',
    valued: [],
    flags: ['--json'],
    read: (_given, paths) => (paths.length > 20 ? null : ofPlaces({ act: 'scan', paths: [...paths] })),
  },
  'places list': {
    usage: '[--json]',
    valued: [],
    flags: ['--json'],
    read: (_given, words) => (words.length > 0 ? null : ofPlaces({ act: 'list' })),
  },
  'places rehearse': {
    usage: '[NAME…] [--json]',
    valued: [],
    flags: ['--json'],
    read(_given, words) {
      const names = words.map((word) => nameIn(word, 80));
      return names.length > 100 || names.includes(null)
        ? null
        : ofPlaces({ act: 'rehearse', names: names.flatMap((name) => name ?? []) });
    },
  },
};

function plain(act: 'on' | 'off' | 'status' | 'url' | 'list' | 'pause' | 'resume', flags: string[] = []): Form {
  return {
    usage: flags.map((flag) => `[${flag}]`).join(' '),
    valued: [],
    flags,
    read: (_given, words) => (words.length === 0 ? ofAccess({ act }) : null),
  };
}

function ofAccess(request: AccessRequest | null): Asked | null {
  return request === null ? null : { kind: 'access', request };
}

function ofPlaces(request: PlacesRequest): Asked {
  return { kind: 'places', request };
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

function token(given: ReadonlyMap<string, string>, words: readonly string[]): AccessRequest | null {
  const name = nameIn(given.get('--as'));
  const lasts = lastsIn(given.get('--for') ?? '12h');
  if (name === null || words.length > 0 || (given.has('--env') && given.has('--json'))) return null;
  return typeof lasts === 'number' && lasts <= longestLease ? { act: 'token', name, lasts } : null;
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

function revoke(given: ReadonlyMap<string, string>, words: readonly string[]): AccessRequest | null {
  if (given.has('--all')) return words.length === 0 ? { act: 'revoke-all' } : null;
  const name = nameIn(words[0]);
  return name === null || words.length > 1 ? null : { act: 'revoke', name };
}

function nameIn(text: string | undefined, longest = longestConsumerName): string | null {
  const name = text?.trim() ?? '';
  return name === '' || name.length > longest || /\p{C}/u.test(name) ? null : name;
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
