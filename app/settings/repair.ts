// Repairs a file that the user edited by hand: only the invalid fields go back to their defaults. A wrong value is
// replaced, never guessed at.
import type { z } from 'zod';
import type { JsonObject } from './files/profile-files';

type Path = readonly (string | number)[];

/**
 * `content` with each field that does not fit `schema` replaced by its default (or, in a list or record, left out). `lost`
 * names those that were there and wrong, like "lowAt.ips". Unknown fields are left out silently; missing ones are
 * not named either. Null when even that does not fit.
 */
export function repair<T extends object>(
  schema: z.ZodType<T>,
  content: JsonObject,
  defaults: T,
): { value: T; lost: string[] } | null {
  const value: JsonObject = structuredClone(content);
  const tried = new Set<string>();
  const lost = new Set<string>();
  for (;;) {
    const parsed = schema.safeParse(value);
    if (parsed.success) return { value: parsed.data, lost: [...lost] };
    let changed = false;
    // Backwards, so that taking one entry out of a list does not move those still to come.
    for (const issue of parsed.error.issues.toReversed()) {
      const path = untried(plainPath(issue.path), tried);
      if (path === null) continue;
      changed = true;
      tried.add(path.join('\n'));
      if (valueAt(value, path) !== undefined) lost.add(path.join('.'));
      replace(value, path, valueAt(defaults, path));
    }
    if (!changed) return null;
  }
}

function plainPath(path: readonly PropertyKey[]): Path {
  return path.map((step) => (typeof step === 'symbol' ? String(step) : step));
}

/** The path itself, or the nearest one above it that was not repaired yet: a default may still not fit its neighbours. */
function untried(path: Path, tried: ReadonlySet<string>): Path | null {
  for (let length = path.length; length > 0; length--) {
    const shorter = path.slice(0, length);
    if (!tried.has(shorter.join('\n'))) return shorter;
  }
  return null;
}

function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}

function replace(root: JsonObject, path: Path, by: unknown): void {
  const last = path.at(-1);
  const parent = valueAt(root, path.slice(0, -1));
  if (last === undefined || typeof parent !== 'object' || parent === null) return;
  if (Array.isArray(parent) && typeof last === 'number') parent.splice(last, 1);
  else if (by === undefined) Reflect.deleteProperty(parent, last);
  else Reflect.set(parent, last, structuredClone(by));
}
