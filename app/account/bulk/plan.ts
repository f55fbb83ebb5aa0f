// What follows for one row of a job: from what was read of it, and from what the vendor answered. Pure.
// It must not: ask, send, wait, or look at another row.
import type { Problem } from '../../model/problem';
import { isSo, type Value, type Wanted } from './change';

/**
 * How far a row is. On the way there: `w` waiting, `c` changed, `s` was so already, `r` refused, `u` not known. On the way back: `d` put back,
 * `x` refused, `y` not known, `l` left as it is. On disk only: `p` and `q`, about to be sent there or back; after a crash these are not known.
 */
export const codes = ['w', 'c', 's', 'r', 'u', 'd', 'x', 'y', 'l'] as const;
export type Code = (typeof codes)[number];

/** `there`: the change is made. `back`: what was changed is put back. */
export type Way = 'there' | 'back';

/** What becomes of a row: something is sent, or not. */
export type Step = { send: Wanted } | { code: Code; problem?: Problem };

/** Rows that a pass in this direction has to look at. */
export function isDue(code: Code, way: Way): boolean {
  return way === 'there' ? code === 'w' || code === 'u' : code === 'c' || code === 'u' || code === 'x' || code === 'y';
}

/** What is to be done with a row that has `present` now; undefined: the vendor no longer has it. */
export function stepThere(code: Code, present: Value | undefined, wanted: Wanted): Step {
  if (present === undefined) return { code: 'r', problem: { kind: 'left-alone', why: 'gone' } };
  if (!isSo(present, wanted, code === 'u' ? 'known' : 'all')) return { send: wanted };
  // A row that was sent, and needed a change then: so that request did it.
  return { code: code === 'w' || code === 's' || code === 'r' || code === 'd' ? 's' : 'c' };
}

/**
 * What is to be done to put a row back that had `before`. Only what the job made of it is undone. `isPartly`: the vendor took a part of
 * `wanted` alone.
 */
export function stepBack(before: Value, present: Value | undefined, wanted: Wanted, isPartly = false): Step {
  if (present === undefined) return { code: 'l', problem: { kind: 'left-alone', why: 'gone' } };
  if (before === null) return { code: 'l', problem: { kind: 'left-alone', why: 'not-known-before' } };
  if (isSo(present, before, 'known')) return { code: 'd' };
  // Where its status is not told, nobody can have seen it change: the job's own answer is the last that is known.
  if (present === null || isPartly || isSo(present, wanted, 'known')) return { send: before };
  return { code: 'l', problem: { kind: 'left-alone', why: 'changed-since' } };
}

/**
 * What a refused or unanswered request means. `wait`: it was not done, and may be asked again at that moment. `row`: that row's outcome.
 * `not-sent`: the row stays as it was. `stop`: the others would fare the same. `counts`: several of it in a row stop the job.
 */
export type Failure =
  | { does: 'wait'; until: number }
  | { does: 'row'; code: Code; counts: boolean }
  | { does: 'not-sent' }
  | { does: 'stop' };

/** How long a vendor that names no time is left alone (ms). */
export const unnamedWait = 60_000;

/** What `problem` means for the row that was asked about, on this way. `now` in ms. */
export function failureOf(problem: Problem, way: Way, now: number): Failure {
  switch (problem.kind) {
    case 'rate-limited':
      return { does: 'wait', until: problem.until ?? now + unnamedWait };
    case 'key-refused':
    case 'key-missing':
    case 'insecure-address':
      return { does: 'stop' };
    case 'outcome-unknown':
    // An error of the server's own does not say how far it got.
    case 'server-trouble':
      return { does: 'row', code: way === 'there' ? 'u' : 'y', counts: true };
    case 'unreachable':
    case 'timed-out':
    case 'blocked-on-the-way':
    case 'redirected':
    case 'redirect-loop':
    case 'cancelled':
      return { does: 'not-sent' };
    case 'rejected':
      return { does: 'row', code: way === 'there' ? 'r' : 'x', counts: false };
    // An operation that is missing answers every row so.
    default:
      return { does: 'row', code: way === 'there' ? 'r' : 'x', counts: true };
  }
}
