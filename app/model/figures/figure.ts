// What happens to one figure when an answer comes, fails to come, or grows old. Pure; a failure never wipes a number.
import type { Problem, Result } from '../problem';

export interface Figure<T> {
  value: T | null;
  asOf: number | null;
  status: 'fresh' | 'stale' | 'failed' | 'absent';
  problem?: Problem | undefined;
}

/** A figure of which nothing is known yet. */
export function absent<T>(): Figure<T> {
  return { value: null, asOf: null, status: 'absent' };
}

/** The figure after an answer that was received at `now` (ms). A failure keeps the last known value and its age. */
export function afterAnswer<T>(figure: Figure<T>, answer: Result<T | null>, now: number): Figure<T> {
  if (!answer.ok) return afterFailure(figure, answer.problem);
  if (answer.value === null) return afterFailure(figure, { kind: 'unreadable-answer', why: 'shape' });
  return { value: answer.value, asOf: now, status: 'fresh' };
}

function afterFailure<T>(figure: Figure<T>, problem: Problem): Figure<T> {
  return { value: figure.value, asOf: figure.asOf, status: figure.value === null ? 'absent' : 'failed', problem };
}

/** The figure at `now`: a fresh one that is older than `staleAfter` ms (or from the future) is stale. Same object when nothing changes. */
export function aged<T>(figure: Figure<T>, now: number, staleAfter: number): Figure<T> {
  if (figure.status !== 'fresh' || figure.asOf === null) return figure;
  const age = now - figure.asOf;
  if (age <= staleAfter && age >= -CLOCK_SLACK) return figure;
  return { ...figure, status: 'stale' };
}

/** The figure when its source stopped for good (key refused, no key): the number stays, marked as old. */
export function outdated<T>(figure: Figure<T>): Figure<T> {
  if (figure.value === null) return figure.problem === undefined ? figure : absent();
  if (figure.status === 'stale') return figure;
  return { value: figure.value, asOf: figure.asOf, status: 'stale' };
}

// A clock set back by less than this is a correction, not a reason to distrust a figure.
const CLOCK_SLACK = 120_000;
