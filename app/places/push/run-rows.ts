// Questions about the rows of a run that their state alone answers. Pure.
import type { Concern } from '../../model/places/gateway-concern';
import type { Place } from '../../model/places/place';
import type { RunState } from '../../model/places/places-run';
import type { Rotation } from '../../model/rotation/rotation';
import type { RotationFacts } from '../ports';
import type { RowChange } from './run-journal';
import type { StoredRow, StoredRun } from '../documents/run-document';

const UPDATING: readonly RunState[] = ['waiting', 'begun', 'written'];
const ENDED: readonly RunState[] = ['done', 'blocked', 'changed', 'gone', 'skipped', 'manual', 'unsure'];

/** Whether its new key is still to come, or to be proved. */
export function isUpdating({ state }: StoredRow): boolean {
  return UPDATING.includes(state);
}

/** Whether NineTray has nothing left to do for it. */
export function isEnded({ state }: StoredRow): boolean {
  return ENDED.includes(state);
}

/** Whether the user has to bring the new key there: it is neither there nor on its way, and was not skipped. */
export function isLeftToUser(row: StoredRow): boolean {
  return isEnded(row) && row.provedAt === null && row.state !== 'skipped';
}

/** The row of a place at the start of a run. `concern`: why it cannot ask the gateway. */
export function firstRow(place: Place, concern: Concern | null, facts: RotationFacts, now: number): StoredRow {
  const row: StoredRow = { place, state: 'waiting', at: now, provedAt: null, how: null, doneAt: null };
  const by = place.update?.by ?? 'hand';
  if (by === 'gateway') return { ...row, ...throughGateway(concern, now) };
  // With no old key there is nothing to replace in a file; another account's key goes nowhere automatically.
  const isByHand = by === 'hand' || facts.isOtherAccount || (by === 'file' && facts.oldFingerprint === null);
  return isByHand ? { ...row, state: 'manual' } : row;
}

/** A place that asks the gateway has the new key when the gateway has it, if it can ask. */
export function throughGateway(concern: Concern | null, now: number): RowChange {
  return concern === null
    ? { state: 'done', provedAt: now, how: 'gateway', doneAt: now }
    : { state: 'blocked', problem: { kind: 'gateway-closed', why: concern } };
}

/** Places with the new key of which the rotation does not know: NineTray was stopped right after they were proved. */
export function unticked({ id, places }: Rotation, run: StoredRun | null): string[] {
  const open = new Set(places.flatMap(({ place, tickedAt }) => (tickedAt === null ? [place.id] : [])));
  const proved = run?.rotationId === id ? run.rows.filter(({ provedAt }) => provedAt !== null) : [];
  return proved.flatMap(({ place }) => (open.has(place.id) ? [place.id] : []));
}

/** Rows with the same hook: it is run once for all of them. */
export function hookGroups(rows: readonly StoredRow[]): StoredRow[][] {
  const groups = new Map<string, StoredRow[]>();
  for (const row of rows) {
    if (row.place.hook === undefined) continue;
    const name = JSON.stringify(row.place.hook);
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return [...groups.values()];
}

/** The rows that this group's hook is due for: none before all of them have the key or have ended. */
export function dueForHook(group: readonly StoredRow[]): StoredRow[] {
  if (group.some(isUpdating)) return [];
  return group.filter(({ state }) => state === 'proved' || state === 'restarting');
}

/** Whether its check is due, or its end, where it has none. */
export function isDueForCheck({ state, place }: StoredRow): boolean {
  return state === 'restarted' || state === 'checked' || (state === 'proved' && place.hook === undefined);
}
