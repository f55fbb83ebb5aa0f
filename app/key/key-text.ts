// Finds the key in what was pasted: the bare key, a line of an .env file, an address, a command. Only what cannot be a
// key at all is refused: 9Proxy shows a new key once and documents no form for it, so its answer decides. An answer
// carries the key or the reason, never both.
import { failed, ok, type Problem, type Result } from '../model/problem';

/** Longer than any token in use, and short enough for a query string. */
const LONGEST = 2048;
// A whole .env file or a curl command fits; longer texts need not be searched.
const LONGEST_PASTE = 4096;

// Zero-width and direction marks, which web pages and chats add to a copy (general category "format").
const INVISIBLE = /\p{Cf}/gu;
const AROUND = /^[\s"'`“”‘’«»,;]+|[\s"'`“”‘’«»,;]+$/g;
const IN_BRACKETS = /^(?:<(.*)>|\{(.*)\}|\[(.*)\]|\((.*)\))$/s;
const IN_QUERY = /[?&]api[-_]?key=([^&#\s"'`]*)/i;
// A name begins with no digit, so that "9pkey_live:…" is a key and no assignment.
const ASSIGNMENT = /^(?:export\s+|set\s+|setx\s+)?\$?["']?([A-Za-z_][\w.:-]*?key[\w.-]*|key)["']?\s*[=:]\s*(.*)$/i;
const WEB_ADDRESS = /^[a-z][a-z0-9+.-]*:\/\//i;
const USUAL = /^[A-Za-z0-9._-]{8,256}$/;

/** The key in `pasted`, or key-shape with the reason. Never throws. */
export function readKeyText(pasted: string): Result<string> {
  const text = pasted.replace(INVISIBLE, '').trim();
  if (text.length > LONGEST_PASTE) return failed({ kind: 'key-shape', why: 'too-long' });
  const key = unwrap(inQuery(text) ?? inAssignment(text) ?? text);
  const why = whyNoKey(key);
  return why === null ? ok(key) : failed({ kind: 'key-shape', why });
}

/** Whether a key has another form than those seen so far: worth a hint when 9Proxy refuses it, but no more than that. */
export function isUnusualKey(key: string): boolean {
  return !USUAL.test(key);
}

function inQuery(text: string): string | null {
  const value = IN_QUERY.exec(text)?.[1];
  if (value === undefined) return null;
  try {
    return decodeURIComponent(value);
  } catch {
    return value; // Not percent-encoded after all.
  }
}

function inAssignment(text: string): string | null {
  const values = text
    .split(/\r?\n/)
    .map((line) => assigned(unwrap(line)))
    .filter((value) => value !== null);
  // Several keys in one paste: NineTray must not guess which one the user wants.
  return values.length === 1 ? (values[0] ?? null) : null;
}

function assigned(line: string): string | null {
  const [, name = '', value] = ASSIGNMENT.exec(line) ?? [];
  if (value === undefined) return null;
  // Base64 may end in "=", and may have "key" before it by chance.
  const isPadding = /^=?$/.test(value) && !/^[A-Z_]+$|^api[-_]?[kK]ey$/.test(name);
  return isPadding ? null : value.replace(/\s+#.*$/, '');
}

/** Without quotes, commas and pairs of brackets around it. One bracket alone may belong to the key. */
function unwrap(text: string): string {
  const bare = text.replace(AROUND, '');
  const [, ...inside] = IN_BRACKETS.exec(bare) ?? [];
  const within = inside.find((part) => part !== undefined);
  return within === undefined ? bare : unwrap(within);
}

function whyNoKey(key: string): Extract<Problem, { kind: 'key-shape' }>['why'] | null {
  if (key === '') return 'empty';
  if (/\s/.test(key)) return 'spaces';
  if (WEB_ADDRESS.test(key)) return 'address';
  return key.length > LONGEST ? 'too-long' : null;
}
