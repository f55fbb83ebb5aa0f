// Damaged or foreign versions of a document's file, kept beside it as `<name>.corrupt-<time>.json`.
import type { ProfileFiles } from '../files/profile-files';

/** Copies kept per document; beyond that the oldest is removed. */
const MOST_COPIES = 5;

/** Copies `<name>.json` to a new name, which is returned. `now`: ms since 1970. */
export function quarantine(files: Pick<ProfileFiles, 'list' | 'copy'>, name: string, now: number): string {
  const copy = newName(name, now, copiesOf(files, name));
  files.copy(`${name}.json`, copy);
  return copy;
}

/** Removes the copies that are too many: the oldest by name, but never `newest`, whatever the clock says. */
export function removeOldCopies(files: Pick<ProfileFiles, 'list' | 'remove'>, name: string, newest: string): void {
  const others = copiesOf(files, name).filter((file) => file !== newest);
  for (const old of others.slice(0, Math.max(0, others.length - MOST_COPIES + 1))) files.remove(old);
}

/** Whether `file` is such a copy of the document `name`. */
export function isQuarantined(file: string, name: string): boolean {
  return file.startsWith(`${name}.corrupt-`);
}

function copiesOf(files: Pick<ProfileFiles, 'list'>, name: string): string[] {
  return files
    .list()
    .filter((file) => isQuarantined(file, name))
    .sort();
}

function newName(name: string, now: number, used: readonly string[]): string {
  const time = new Date(now).toISOString().replaceAll(/[:.]/g, '-');
  let copy = `${name}.corrupt-${time}.json`;
  for (let n = 2; used.includes(copy); n += 1) copy = `${name}.corrupt-${time}-${n}.json`;
  return copy;
}
