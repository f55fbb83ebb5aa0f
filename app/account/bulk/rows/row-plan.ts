// What to do for one row of a job, given what was read of it. Pure.
import type { Problem } from '../../../model/problem';
import { hasValue, type Value, type Wanted } from './change';
import type { RowState } from './row-state';

/** A value is sent, or the row has its outcome. */
export type Step = { send: Wanted } | { state: RowState; problem?: Problem };

/** How to apply `wanted` to a row that has `present` now; undefined: it no longer exists. */
export function planChange(state: RowState, present: Value | undefined, wanted: Wanted): Step {
  if (present === undefined) return { state: 'refused', problem: { kind: 'left-alone', why: 'gone' } };
  if (!hasValue(present, wanted, state === 'unknown' ? 'known' : 'all')) return { send: wanted };
  // A row that was sent needed a change then, so that request made it.
  const wasSent = state !== 'waiting' && state !== 'same' && state !== 'refused' && state !== 'undone';
  return { state: wasSent ? 'changed' : 'same' };
}

/**
 * How to restore a row that had `before`. Only what the job changed is undone. `isPartly`: only a part of `wanted` was accepted.
 */
export function planUndo(before: Value, present: Value | undefined, wanted: Wanted, isPartly = false): Step {
  if (present === undefined) return { state: 'left', problem: { kind: 'left-alone', why: 'gone' } };
  if (before === null) return { state: 'left', problem: { kind: 'left-alone', why: 'not-known-before' } };
  if (hasValue(present, before, 'known')) return { state: 'undone' };
  // If its status is not reported, a change by someone else cannot be recognised: the job's own answer is the last known value.
  if (present === null || isPartly || hasValue(present, wanted, 'known')) return { send: before };
  return { state: 'left', problem: { kind: 'left-alone', why: 'changed-since' } };
}
