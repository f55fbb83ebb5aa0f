// Reads the JSON body of a write, so that what was checked is what is sent: an object, without a member that is there twice.
import { visit } from 'jsonc-parser';
import { failed, ok, type Result } from '../../model/problem';

type Members = Record<string, unknown>;

/** The object. Fails with bad-input (`json`, `object`, `duplicate`). An empty text is an empty object. */
export function readStrictJson(text: string): Result<Members> {
  if (text.trim() === '') return ok({});
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return failed({ kind: 'bad-input', field: 'json' });
  }
  if (!isObject(value)) return failed({ kind: 'bad-input', field: 'object' });
  return hasDuplicates(text) ? failed({ kind: 'bad-input', field: 'duplicate' }) : ok(value);
}

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasDuplicates(text: string): boolean {
  const open: Set<string>[] = [];
  let found = false;
  visit(text, {
    onObjectBegin: () => void open.push(new Set()),
    onObjectEnd: () => void open.pop(),
    onObjectProperty(name) {
      const names = open.at(-1);
      if (names?.has(name) === true) found = true;
      names?.add(name);
    },
  });
  return found;
}
