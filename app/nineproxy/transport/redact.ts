// Removes a key, and every piece of it, from text that came from elsewhere: the vendor may echo what it was sent, and
// may write the key in another way.

/** Replaces a removed stretch. It has no letters, so that it cannot be a piece of a key. */
const mark = '•••';

/** This many characters in a row that the key also has count as a piece of it. */
const pieceLength = 6;

/** The longest vendor text that the user is shown. */
const longestMessage = 300;

/** Escapes may be stacked ("%2561"); this many layers are decoded. */
const layers = 3;

const escapes =
  /%([0-9a-f]{2})|\\x([0-9a-f]{2})|\\u([0-9a-f]{4})|\\u\{([0-9a-f]{1,6})\}|&#x([0-9a-f]{1,6});|&#(\d{1,7});|&(amp|plus|sol|equals|colon|commat|period|lowbar|num|percnt|lt|gt|quot|apos);|\\([/"'])/gi;

/** HTML's names for what a key may hold besides letters and digits. */
const named: Readonly<Record<string, string>> = {
  amp: '&',
  plus: '+',
  sol: '/',
  equals: '=',
  colon: ':',
  commat: '@',
  period: '.',
  lowbar: '_',
  num: '#',
  percnt: '%',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

// Invisible characters that would split a piece of the key in two, or reorder what is shown.
// oxlint-disable-next-line no-control-regex -- these are what is taken out
const invisible = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;
const loneSurrogate = /\p{Surrogate}/gu;

const webAddress = /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s"'<>]*|\bwww\.[^\s"'<>]+/gi;

/** A text with some layers of escapes undone; unit i was written as [starts[i], ends[i]) of the text it came from. */
interface View {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

type Stretch = readonly [start: number, end: number];

export interface Redactor {
  /** A vendor's text for the user: no key, no addresses, no control characters, at most 300 characters. */
  message(text: string): string;
  /** The same value without the key and its pieces in any text of it; the same object when there were none. */
  value<T>(value: T): T;
}

/** Makes a redactor for one key. It finds the key as it is, reversed, in base64 and hex, each of them escaped or not. */
export function createRedactor(key: string): Redactor {
  const length = Math.min(pieceLength, key.length);
  const pieces = createPieces(piecesOf(key, length), length);

  function clean(text: string): string {
    if (length === 0 || text.length < length) return text;
    const found = stretches(text, pieces);
    if (/[%&\\]/.test(text)) {
      let view = plainView(text);
      for (let layer = 0; layer < layers; layer += 1) {
        const below = unescape(view);
        if (below === null) break;
        view = below;
        for (const [start, end] of stretches(view.text, pieces)) {
          found.push([view.starts[start] ?? 0, view.ends[end - 1] ?? text.length]);
        }
      }
    }
    return found.length === 0 ? text : blank(text, found);
  }

  function value(given: unknown): unknown {
    if (typeof given === 'string') return clean(given);
    if (typeof given !== 'object' || given === null) return given;
    if (Array.isArray(given)) return withItems(given, value);
    return withFields(given, value);
  }

  return {
    message(text) {
      // Cut at once, with room for what is removed: an answer may be megabytes long. Addresses are removed first, whole.
      const visible = text
        .slice(0, longestMessage * 10)
        .replace(invisible, '')
        .replace(loneSurrogate, '');
      const safe = clean(visible.replace(webAddress, mark));
      return shorten(safe.replace(/\s+/g, ' ').trim());
    },
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only texts change, and stay texts
    value: <T>(given: T) => value(given) as T,
  };
}

/** The same list with each item changed; the same object where none changes. */
function withItems(given: readonly unknown[], change: (item: unknown) => unknown): readonly unknown[] {
  let copy: unknown[] | null = null;
  for (const [at, item] of given.entries()) {
    const changed = change(item);
    if (changed === item) continue;
    copy ??= [...given];
    copy[at] = changed;
  }
  return copy ?? given;
}

/** The same for the fields of an object. */
function withFields(given: object, change: (item: unknown) => unknown): object {
  let copy: Record<string, unknown> | null = null;
  for (const [name, item] of Object.entries(given)) {
    const changed = change(item);
    if (changed === item) continue;
    copy ??= { ...given };
    copy[name] = changed;
  }
  return copy ?? given;
}

/** All pieces, and which two characters they begin with: most of a text begins like none of them, and needs no search. */
interface Pieces {
  readonly all: ReadonlySet<string>;
  readonly length: number;
  readonly beginnings: Uint8Array;
}

function createPieces(all: ReadonlySet<string>, length: number): Pieces {
  const beginnings = new Uint8Array(64 * 64);
  for (const piece of all) beginnings[beginning(piece, 0, length)] = 1;
  return { all, length, beginnings };
}

/** A number below 4096 for the first two characters of the piece at `at`; several pairs have the same. */
function beginning(text: string, at: number, length: number): number {
  const second = length > 1 ? text.charCodeAt(at + 1) : 0;
  return ((text.charCodeAt(at) & 63) << 6) | (second & 63);
}

/** Every piece of every way to write the key, in small letters: texts are compared without regard to case. */
function piecesOf(key: string, length: number): ReadonlySet<string> {
  const bytes = Buffer.from(key, 'utf8');
  const ways = [key, key.split('').toReversed().join(''), bytes.toString('latin1')];
  if (length === pieceLength) {
    ways.push(bytes.toString('hex'));
    // A key in the middle of something encoded begins at any of three places within base64's groups of three bytes.
    for (const before of [0, 1, 2]) {
      const encoded = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
      const own = encoded.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
      ways.push(own, own.replaceAll('+', '-').replaceAll('/', '_'));
    }
  }
  const pieces = new Set<string>();
  if (length === 0) return pieces;
  for (const way of ways) {
    const small = lower(way);
    for (let at = 0; at + length <= small.length; at += 1) pieces.add(small.slice(at, at + length));
  }
  return pieces;
}

function stretches(text: string, { all, length, beginnings }: Pieces): Stretch[] {
  const small = lower(text);
  const found: Stretch[] = [];
  for (let at = 0; at + length <= small.length; at += 1) {
    if (beginnings[beginning(small, at, length)] !== 1) continue;
    if (all.has(small.slice(at, at + length))) found.push([at, at + length]);
  }
  return found;
}

/** Small letters, unit by unit: a few characters would grow, and shift what follows them. */
function lower(text: string): string {
  const small = text.toLowerCase();
  if (small.length === text.length) return small;
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function plainView(text: string): View {
  const starts = Array.from({ length: text.length }, (_, at) => at);
  return { text, starts, ends: starts.map((at) => at + 1) };
}

/** One layer of escapes undone; null when there are none. */
function unescape(view: View): View | null {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  const take = (characters: string, from: number, to: number) => {
    text += characters;
    for (let unit = 0; unit < characters.length; unit += 1) {
      starts.push(view.starts[from] ?? 0);
      ends.push(view.ends[to - 1] ?? 0);
    }
  };
  let next = 0;
  for (const match of view.text.matchAll(escapes)) {
    for (; next < match.index; next += 1) take(view.text.charAt(next), next, next + 1);
    next = match.index + match[0].length;
    take(meaning(match), match.index, next);
  }
  if (next === 0) return null;
  for (; next < view.text.length; next += 1) take(view.text.charAt(next), next, next + 1);
  return { text, starts, ends };
}

function meaning(match: RegExpMatchArray): string {
  const [, percent, x, u, braced, entity, decimal, name, escaped] = match;
  if (escaped !== undefined) return escaped;
  if (name !== undefined) return named[name.toLowerCase()] ?? '';
  const hex = percent ?? x ?? u ?? braced ?? entity;
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}

/** The text with each of the stretches, which may overlap, replaced by one mark. */
function blank(text: string, found: readonly Stretch[]): string {
  const ordered = [...found].sort((a, b) => a[0] - b[0]);
  let result = '';
  let kept = 0;
  for (const [start, end] of ordered) {
    if (start > kept || kept === 0) result += text.slice(kept, start) + mark;
    kept = Math.max(kept, end);
  }
  return result + text.slice(kept);
}

function shorten(text: string): string {
  if (text.length <= longestMessage) return text;
  return `${text.slice(0, longestMessage - 1).replace(loneSurrogate, '')}…`;
}
