// What is derived from the places and from a run that brings a new key to them. Pure.
import type { Rotation } from '../../app/model/rotation/rotation';
import type { PlacesRun, RunRow, RunState } from '../../app/model/places/places-run';
import type { PlaceRow, PlacesView, Readiness } from '../../app/model/places/places-view';

/** The user has to decide what happens to it. */
const failures: readonly RunState[] = ['blocked', 'changed', 'gone', 'unsure'];
/** NineTray is at it. */
const underWay: readonly RunState[] = ['begun', 'written', 'proved', 'restarting', 'restarted', 'checked'];

export function hasFailed(row: RunRow): boolean {
  return failures.includes(row.state);
}

export function isUnderWay(row: RunRow): boolean {
  return underWay.includes(row.state);
}

/** The run that belongs to a rotation; null: there was none. */
export function runOf({ run, runs }: PlacesView, rotationId: string): PlacesRun | null {
  return [run, ...runs].find((each) => each?.rotationId === rotationId) ?? null;
}

/** The rotation with the places ticked that NineTray has updated. */
export function withOutcomes(rotation: Rotation, run: PlacesRun | null): Rotation {
  if (run === null) return rotation;
  const rows = new Map(run.rows.map((row) => [row.place.id, row]));
  return {
    ...rotation,
    places: rotation.places.map((entry) => {
      const row = rows.get(entry.place.id);
      return entry.tickedAt === null && row?.state === 'done' ? { ...entry, tickedAt: row.doneAt ?? row.at } : entry;
    }),
  };
}

/** What is to be done or was done at a place: what the user ticks, and what NineTray reports. */
export interface PlaceProgress {
  entry: Rotation['places'][number];
  /** Null: the user does it. */
  row: RunRow | null;
}

export interface ProgressGroups {
  failed: PlaceProgress[];
  own: PlaceProgress[];
  hand: PlaceProgress[];
}

/** The places of a rotation, those that need the user first. */
export function progressOf(rotation: Rotation, run: PlacesRun | null): ProgressGroups {
  const rows = new Map(run?.rows.map((row) => [row.place.id, row]));
  const groups: ProgressGroups = { failed: [], own: [], hand: [] };
  for (const entry of rotation.places) {
    const row = rows.get(entry.place.id) ?? null;
    // Ticked: the user did what NineTray could not.
    if (row === null || row.state === 'manual') groups.hand.push({ entry, row: null });
    else if (hasFailed(row) && entry.tickedAt === null) groups.failed.push({ entry, row });
    else groups.own.push({ entry, row });
  }
  return groups;
}

/** Nothing is left to do there: it has the key, or the user decided that it does not get it. */
export function isOver({ entry, row }: PlaceProgress): boolean {
  return entry.tickedAt !== null || row?.state === 'done' || row?.state === 'skipped';
}

/** The new key is there, as far as is known. */
function hasKey({ entry, row }: PlaceProgress): boolean {
  return entry.tickedAt !== null || (row !== null && row.provedAt !== null);
}

export interface KeyCount {
  has: number;
  all: number;
  /** NineTray is still at one of them. */
  isRunning: boolean;
}

/** How many places have the new key. */
export function countOf(rotation: Rotation, run: PlacesRun | null): KeyCount {
  const { failed, own, hand } = progressOf(rotation, run);
  const all = [...failed, ...own, ...hand];
  return {
    has: all.filter(hasKey).length,
    all: all.length,
    isRunning: own.some((each) => !isOver(each) && !hasKey(each)),
  };
}

/** Whether a place cannot ask the gateway as it is. */
export function isBehind(readiness: Readiness): readiness is Extract<Readiness, `gateway-${string}`> {
  return readiness === 'gateway-off' || readiness === 'gateway-address' || readiness === 'gateway-token';
}

export interface ReadinessGroups {
  own: PlaceRow[];
  gateway: PlaceRow[];
  /** Places that cannot ask the gateway as they are. */
  behind: PlaceRow[];
  hand: PlaceRow[];
  /** Places that do not need the user. */
  ready: number;
  /** Places that NineTray was to update, and cannot yet. */
  notReady: number;
}

/** The places by who brings the new key there, and how many can do without the user. */
export function readinessOf(rows: readonly PlaceRow[]): ReadinessGroups {
  const of = (...is: PlaceRow['readiness'][]) => rows.filter(({ readiness }) => is.includes(readiness));
  return {
    own: of('blocked', 'unconfirmed', 'unchecked', 'untried', 'ready'),
    gateway: of('gateway'),
    behind: rows.filter(({ readiness }) => isBehind(readiness)),
    hand: of('hand'),
    ready: of('ready', 'untried', 'gateway').length,
    notReady: of('blocked', 'unconfirmed', 'unchecked').length,
  };
}
