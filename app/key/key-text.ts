// Finds the key in what a person pasted: the bare key, a line of an .env file, an address, a command.
// Must not keep, log or show any of it; an answer carries the key or the reason, never both.
import { failed, ok, type Problem, type Result } from '../problem/problem';

// The vendor says no more than "alphanumeric string", so length and the usual joiners are taken generously.
const SHORTEST = 8;
const LONGEST = 256;
// A whole .env file or a curl command fits; a novel does not need to be searched.
const LONGEST_PASTE = 4096;

// Zero-width and direction marks, which web pages and chats smuggle into a copy (general category "format").
const INVISIBLE = /\p{Cf}/gu;
const WRAPPING = /^[\s"'`“”‘’«»<>{}[\](),;]+|[\s"'`“”‘’«»<>{}[\](),;]+$/g;
const IN_QUERY = /[?&]api[-_]?key=([^&#\s"'`]*)/i;
const ASSIGNMENT = /^(?:export\s+|set\s+|setx\s+)?\$?["']?([\w.:-]*?key[\w.-]*)["']?\s*[=:]\s*(.*)$/i;

/** The key in `pasted`, or key-shape with the reason. Never throws. */
export function readKeyText(pasted: string): Result<string> {
  const text = pasted.replace(INVISIBLE, '').trim();
  if (text.length > LONGEST_PASTE) return failed({ kind: 'key-shape', why: 'too-long' });
  const key = unwrap(inQuery(text) ?? inAssignment(text) ?? text);
  const why = shapeTrouble(key);
  return why === null ? ok(key) : failed({ kind: 'key-shape', why });
}

function inQuery(text: string): string | null {
  const value = IN_QUERY.exec(text)?.[1];
  if (value === undefined) return null;
  try {
    return decodeURIComponent(value);
  } catch {
    // Not percent-encoded after all; the shape check has the last word.
    return value;
  }
}

function inAssignment(text: string): string | null {
  const values = text
    .split(/\r?\n/)
    .map((line) => ASSIGNMENT.exec(unwrap(line))?.[2]?.replace(/\s+#.*$/, ''))
    .filter((value) => value !== undefined);
  // Several keys in one paste: which one is meant is not ours to guess.
  return values.length === 1 ? (values[0] ?? null) : null;
}

function unwrap(text: string): string {
  return text.replace(WRAPPING, '');
}

function shapeTrouble(key: string): Extract<Problem, { kind: 'key-shape' }>['why'] | null {
  if (key === '') return 'empty';
  if (/\s/.test(key)) return 'spaces';
  if (!/^[A-Za-z0-9._-]+$/.test(key)) return 'characters';
  if (key.length < SHORTEST) return 'too-short';
  if (key.length > LONGEST) return 'too-long';
  return null;
}
