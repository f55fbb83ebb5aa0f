// What the results of a search for the key mean for the list of places: which can be added, and what they are then. Pure.
import type { Place } from '../../../../app/model/places/place';
import type { ScanRow } from '../../../../app/model/places/scan';

/** A path's parts, on any system. */
function partsOf(path: string): string[] {
  return path.split(/[\\/]/).filter((part) => part !== '');
}

/** The name that a found file gets on the list: its folder and itself, since many are called `.env`. */
export function nameOfFound({ path, program, source }: ScanRow): string {
  if (path === null) return program?.name ?? source;
  return partsOf(path).slice(-2).join('/').slice(-80);
}

function kindOf(row: ScanRow): Place['kind'] {
  if (row.source === 'crontab') return 'scheduled-task';
  const file = partsOf(row.path ?? '').at(-1) ?? '';
  if (/^\.env(\.|rc$|$)|\.env$/i.test(file)) return 'env-file';
  if (/compose.*\.ya?ml$|^dockerfile/i.test(file)) return 'container';
  if (/^\.?(bash|zsh|profile|login|fish)|config\.fish$|profile\.ps1$/i.test(file)) return 'shell';
  if (/\.(service|timer|plist)$/i.test(file)) return 'scheduled-task';
  return 'other';
}

/** The place that a found file becomes; null: it is no file, and has to be added by hand. */
export function placeOfFound(row: ScanRow, id: string): Place | null {
  const { path } = row;
  if (path === null || row.source !== 'file') return null;
  return {
    id,
    name: nameOfFound(row),
    kind: kindOf(row),
    where: path.slice(-200),
    note: '',
    update: { by: 'file', path },
  };
}

export interface FoundGroups {
  /** Can be added to the list, or are on it. */
  usable: ScanRow[];
  /** Never written. */
  dead: ScanRow[];
}

/** Files that NineTray can update, and all others. */
export function groupsOf(rows: readonly ScanRow[]): FoundGroups {
  const isUsable = (row: ScanRow) => row.canUpdate && row.path !== null && row.source === 'file';
  return { usable: rows.filter(isUsable), dead: rows.filter((row) => !isUsable(row)) };
}

/** Paths of the places that NineTray updates or that use the gateway. */
export function knownPaths(places: readonly Place[]): ReadonlySet<string> {
  return new Set(
    places.flatMap(({ update }) =>
      (update?.by === 'file' || update?.by === 'gateway') && update.path !== null ? [update.path] : [],
    ),
  );
}

/** What is selected when the results appear: files with the current key, unless it may be there by chance. */
export function selectedAtFirst(rows: readonly ScanRow[], known: ReadonlySet<string>, isKeyShort: boolean): string[] {
  if (isKeyShort) return [];
  return groupsOf(rows)
    .usable.filter(({ path, count, class: is }) => is === 'config' && count.current > 0 && !known.has(path ?? ''))
    .map(({ id }) => id);
}
