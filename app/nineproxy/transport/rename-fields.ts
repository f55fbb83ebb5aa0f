// Fields whose names the user corrected: renamed on their way out, and back in answers. Pure.
import { fields, list } from '../resources/parse';

/** Our names, then the vendor's. */
type Names = ReadonlyMap<string, string>;

/** How far an answer nests: a page, its items, an item, its settings. */
const deepest = 5;

/** A body with the vendor's names. */
export function renameSent<T>(body: T, names: Names): T {
  const found = fields(body);
  if (found === null || names.size === 0) return body;
  const renamed = Object.entries(found).map(([name, value]) => [names.get(name) ?? name, value]);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a corrected name is in no table of types
  return Object.fromEntries(renamed) as T;
}

/** An answer with our names. One that has only ours, as before the correction, is taken with ours. */
export function renameRead(result: unknown, names: Names, depth = 0): unknown {
  if (names.size === 0 || depth > deepest) return result;
  const items = list(result);
  if (items !== null) return items.map((item) => renameRead(item, names, depth + 1));
  const found = fields(result);
  if (found === null) return result;
  const renamed = [...names].flatMap(([ours, theirs]) => (Object.hasOwn(found, theirs) ? [[ours, found[theirs]]] : []));
  const all = [...Object.entries(found), ...renamed] as const;
  return Object.fromEntries(all.map(([name, value]) => [name, renameRead(value, names, depth + 1)]));
}
