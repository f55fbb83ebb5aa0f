// Reads single fields of an answer that may be missing, null, or a number in a string. What cannot be read is null,
// never a guess.

/** Longest text that is read from an answer; what is longer is cut. */
const longestText = 500;

/** Above this a timestamp is in milliseconds, below it in seconds (1e11 s is the year 5138, 1e11 ms is 1973). */
const millisecondsAbove = 1e11;

/** The moments that are accepted: the vendor is younger than the first, and the last is far in the future. */
const firstMoment = Date.UTC(2000, 0, 1);
const lastMoment = Date.UTC(2200, 0, 1);

/** More US dollars than any account has, either way. */
const mostMoney = 1e12;

// C0 and C1 controls but tab and newline, and the marks that reorder or hide text. U+200C and U+200D join letters or hold them apart:
// without them Persian words and composed emoji change.
const unprintable =
  // oxlint-disable-next-line no-control-regex -- these are what is taken out
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;
const joiners = /[\u200c\u200d]/g;

// Half of a character, as cutting a text or a careless server leaves it.
const loneSurrogate = /\p{Surrogate}/gu;

export type Fields<Name extends string = string> = Readonly<Partial<Record<Name, unknown>>>;

/** An object's fields, or null for anything else. `Name`: the vendor's names, so that readers can use no other. */
export function fields<Name extends string = string>(value: unknown): Fields<Name> | null {
  return isObject<Name>(value) ? value : null;
}

function isObject<Name extends string>(value: unknown): value is Fields<Name> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An array's items, or null for anything else. */
export function list(value: unknown): readonly unknown[] | null {
  return Array.isArray(value) ? value : null;
}

/** Whether the answer holds an object without anything in it: null, or `[]`, which is how some servers write one. */
export function isNone(value: unknown): boolean {
  return value === null || list(value)?.length === 0;
}

/** An array's items; none for null, and for the `{}` of some servers. Null for anything else. */
export function listOrNone(value: unknown): readonly unknown[] | null {
  const found = fields(value);
  return value === null || (found !== null && Object.keys(found).length === 0) ? [] : list(value);
}

/** A number, or a string that holds one. */
export function number(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : null;
  if (typeof value !== 'string' || value.length > 40) return null;
  const digits = value.trim();
  if (!/^[+-]?\d+(\.\d+)?([eE][+-]?\d{1,3})?$/.test(digits)) return null;
  const parsed = Number(digits);
  return Number.isFinite(parsed) ? parsed : null;
}

/** A whole number up to 2^53 either way; a fraction is cut off. Beyond that it could not be represented exactly, so: null. */
export function integer(value: unknown): number | null {
  const read = number(value);
  if (read === null) return null;
  // `+ 0` turns a negative zero into a plain one.
  const whole = Math.trunc(read) + 0;
  return Number.isSafeInteger(whole) ? whole : null;
}

/** A count or an amount of bytes: a whole number, and nothing below zero. */
export function count(value: unknown): number | null {
  const read = integer(value);
  return read === null ? null : Math.max(0, read);
}

/** An amount in US dollars. What no account can have is not understood, and so null. */
export function money(value: unknown): number | null {
  const read = number(value);
  return read === null || Math.abs(read) > mostMoney ? null : read;
}

/** A text to be shown: not empty, without invisible characters but joiners, at most 500 characters. A number becomes its digits. */
export function text(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value !== 'string') return null;
  const plain = value.slice(0, longestText).replace(unprintable, '').replace(loneSurrogate, '').trim();
  return plain.replace(joiners, '') === '' ? null : plain;
}

/** A password or a code, exactly as it is: cleaned or cut it would be another. None above 500 characters is taken. */
export function secret(value: unknown): string | null {
  if (typeof value === 'number') return text(value);
  return typeof value === 'string' && value.trim() !== '' && value.length <= longestText ? value : null;
}

/** true, 1, "true", "1"; false, 0, "false", "0". */
export function boolean(value: unknown): boolean | null {
  const plain = typeof value === 'string' ? value.trim().toLowerCase() : value;
  if (plain === true || plain === 1 || plain === '1' || plain === 'true') return true;
  if (plain === false || plain === 0 || plain === '0' || plain === 'false') return false;
  return null;
}

/** A moment in milliseconds, out of seconds, milliseconds (above 1e11) or an ISO date. Zero, and absurd values, mean none. */
export function moment(value: unknown): number | null {
  const read = number(value);
  const milliseconds = read === null ? isoMoment(value) : Math.round(read > millisecondsAbove ? read : read * 1000);
  return milliseconds !== null && milliseconds >= firstMoment && milliseconds < lastMoment ? milliseconds : null;
}

/** A date with its zone; without one it would mean something else on every computer. */
function isoMoment(value: unknown): number | null {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:?\d{2})$/.test(value)) return null;
  const read = Date.parse(value);
  return Number.isNaN(read) ? null : read;
}
