// Compares what a parser reads before and after: the same everywhere, but for the key. Reads and writes no file.
import { base64Forms, type KnownChange } from './file-change';
import { findAddress, findKey } from './neighbours';

const MOST_READERS = 20;

/**
 * Where the new text stands in `after` for the old one in `before` ("services.web.environment[2]", without a key in it), at most 20; null
 * where anything else differs, or the old text is still read.
 */
export function compareParsed(before: unknown, after: unknown, change: KnownChange): string[] | null {
  const readers: string[] = [];
  const note = (path: readonly string[]) => {
    if (readers.length < MOST_READERS) readers.push(readerName(path, change));
  };
  return isSame(before, after, [], { change, note }) ? [...new Set(readers)] : null;
}

interface Comparison {
  change: KnownChange;
  note: (path: readonly string[]) => void;
}

function isSame(before: unknown, after: unknown, path: readonly string[], comparison: Comparison): boolean {
  if (typeof before === 'string') return isSameText(before, after, path, comparison);
  if (typeof before !== 'object' || before === null) return Object.is(before, after);
  if (typeof after !== 'object' || after === null) return false;
  if (before instanceof Date) return after instanceof Date && before.getTime() === after.getTime();
  const [was, is] = [entriesOf(before), entriesOf(after)];
  if (Array.isArray(before) !== Array.isArray(after) || was.length !== is.length) return false;
  return was.every(([name, value], index) => {
    const [newName, newValue] = is[index] ?? [];
    if (Array.isArray(before)) return isSame(value, newValue, [...path, `[${index}]`], comparison);
    return isSame(name, newName, path, comparison) && isSame(value, newValue, [...path, String(name)], comparison);
  });
}

function isSameText(before: string, after: unknown, path: readonly string[], { change, note }: Comparison): boolean {
  const isData = path.at(-2) === 'data';
  const expected = (isData ? swappedBase64(before, change) : null) ?? swapped(before, change);
  if (isKeyIn(before, change, isData)) note(path);
  return expected === after;
}

function isKeyIn(text: string, { old }: KnownChange, isData: boolean): boolean {
  return findKey(text, old).at.length > 0 || (isData && base64Forms(old).some((form) => form.text === text.trim()));
}

function swapped(text: string, { old, next, address }: KnownChange): string {
  const places = findKey(text, old).at.map((at) => ({ at, old, next }));
  if (address !== undefined) places.push(...findAddress(text, address.old).map((at) => ({ at, ...address })));
  let result = text;
  for (const place of places.sort((a, b) => b.at - a.at)) {
    result = result.slice(0, place.at) + place.next + result.slice(place.at + place.old.length);
  }
  return result;
}

function swappedBase64(text: string, { old, next }: KnownChange): string | null {
  const value = text.trim();
  const index = base64Forms(old).findIndex((form) => form.text === value);
  return index === -1 ? null : text.replace(value, base64Forms(next)[index]?.text ?? '');
}

function entriesOf(value: object): [unknown, unknown][] {
  return value instanceof Map ? [...value] : Object.entries(value);
}

function readerName(path: readonly string[], change: KnownChange): string {
  const names = path.map((name) => (name.includes(change.old) || name.includes(change.next) ? '•••' : name));
  return names.join('.').replaceAll('.[', '[').slice(0, 200);
}
