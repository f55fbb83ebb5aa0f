// How far a row of a job is, as a name.

/** `apply`: the change is made. `undo`: what was changed is reverted. */
export type Direction = 'apply' | 'undo';

/**
 * While the change is applied: `waiting`, `changed`, `same` (it already had the value), `refused`, `unknown` (no answer came). While it is
 * undone: `undone`, `undo-refused`, `undo-unknown`, `left` (it stays as it is; the row's problem has the reason).
 */
export const rowStates = [
  'waiting',
  'changed',
  'same',
  'refused',
  'unknown',
  'undone',
  'undo-refused',
  'undo-unknown',
  'left',
] as const;
export type RowState = (typeof rowStates)[number];

/** Rows that an undo has something to do for. */
export const restorableStates: readonly RowState[] = ['changed', 'unknown', 'undo-refused', 'undo-unknown'];

/** Whether a row in this state still has to be handled in this direction. */
export function isDue(state: RowState, direction: Direction): boolean {
  return direction === 'apply' ? state === 'waiting' || state === 'unknown' : restorableStates.includes(state);
}

/** Whether it is not known if the last request for a row in this state was carried out. */
export function isUnknown(state: RowState): boolean {
  return state === 'unknown' || state === 'undo-unknown';
}
