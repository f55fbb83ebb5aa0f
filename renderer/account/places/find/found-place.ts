// What the results of a search for the key mean for the list of places: which can be added, and what they are then. Pure.
import type { Place, PlaceUpdate } from '../../../../app/model/places/place';
import type { ScanRow } from '../../../../app/model/places/scan';
import { recipeName } from '../../../../app/texts/account/place-recipes';

/** A path's parts, on any system. */
function partsOf(path: string): string[] {
  return path.split(/[\\/]/).filter((part) => part !== '');
}

/** The name that a found file gets on the list: its folder and itself, since many are called `.env`. */
export function nameOfFound({ path, program, source }: ScanRow): string {
  if (source === 'crontab') return recipeName('crontab') ?? source;
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

/** How a found place would be updated: its file, or the recipe of the crontab. Null: it has to be added by hand. */
function wayOf({ source, path, canUpdate }: ScanRow): 'file' | 'crontab' | null {
  if (!canUpdate) return null;
  if (source === 'file' && path !== null) return 'file';
  return source === 'crontab' ? 'crontab' : null;
}

/**
 * The place that a found row becomes; null: it has to be added by hand. `crontab`: how its recipe updates a crontab, null where there is no
 * such recipe.
 */
export function placeOfFound(row: ScanRow, id: string, crontab: PlaceUpdate | null): Place | null {
  const place = { id, name: nameOfFound(row), kind: kindOf(row), note: '' };
  const way = wayOf(row);
  if (way === 'file' && row.path !== null)
    return { ...place, where: row.path.slice(-200), update: { by: 'file', path: row.path } };
  return way === 'crontab' && crontab !== null ? { ...place, where: '', update: crontab } : null;
}

/** Whether a crontab is among these rows: it needs its recipe. */
export function hasCrontab(rows: readonly ScanRow[]): boolean {
  return rows.some((row) => wayOf(row) === 'crontab');
}

export interface FoundGroups {
  /** Can be added to the list, or are on it. */
  usable: ScanRow[];
  /** Never written. */
  dead: ScanRow[];
}

/** Files that NineTray can update and the crontab, and all others. */
export function groupsOf(rows: readonly ScanRow[]): FoundGroups {
  const isUsable = (row: ScanRow) => wayOf(row) !== null;
  return { usable: rows.filter(isUsable), dead: rows.filter((row) => !isUsable(row)) };
}

/** What NineTray updates already, or what uses the gateway: paths, and the crontab. */
export interface KnownPlaces {
  paths: ReadonlySet<string>;
  hasCrontab: boolean;
}

/** Of this list. */
export function knownPlaces(places: readonly Place[]): KnownPlaces {
  const paths = places.flatMap(({ update }) =>
    (update?.by === 'file' || update?.by === 'gateway') && update.path !== null ? [update.path] : [],
  );
  const isCrontab = ({ update }: Place) => update?.by === 'command' && update.recipe === 'crontab';
  return { paths: new Set(paths), hasCrontab: places.some(isCrontab) };
}

/** Whether a found row is on the list. */
export function isKnown({ source, path }: ScanRow, known: KnownPlaces): boolean {
  return source === 'crontab' ? known.hasCrontab : path !== null && known.paths.has(path);
}

/** What is selected when the results appear: places with the current key, unless it may be there by chance. */
export function selectedAtFirst(rows: readonly ScanRow[], known: KnownPlaces, isKeyShort: boolean): string[] {
  if (isKeyShort) return [];
  return groupsOf(rows)
    .usable.filter((row) => row.class === 'config' && row.count.current > 0 && !isKnown(row, known))
    .map(({ id }) => id);
}
