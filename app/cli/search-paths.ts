// The paths that the user gives to a search, as main needs them.
import { resolve } from 'node:path';

/** Absolute paths, from where the command was typed; or the number, from 1, of the first one that is no file and no folder. */
export function searchPaths(
  paths: readonly string[],
  { folder, isThere }: { folder: string; isThere(path: string): boolean },
): { paths: string[] } | { missing: number } {
  const absolute = paths.map((path) => resolve(folder, path));
  const missing = absolute.findIndex((path) => !isThere(path));
  return missing < 0 ? { paths: absolute } : { missing: missing + 1 };
}
