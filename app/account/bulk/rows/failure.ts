// What a refused or unanswered write means for its row, and for the rest of the job. Pure.
import type { Problem } from '../../../model/problem';
import type { Direction, RowState } from './row-state';

/**
 * `wait`: it was not carried out, and may be sent again at that moment. `row`: that row's outcome. `not-sent`: the row stays as it was.
 * `stop`: every other row would get the same answer. `counts`: several of these in a row stop the job.
 */
export type Failure =
  | { does: 'wait'; until: number }
  | { does: 'row'; state: RowState; counts: boolean }
  | { does: 'not-sent' }
  | { does: 'stop' };

/** How long to wait when a rate limit names no time (ms). */
export const UNNAMED_WAIT = 60_000;

/** What `problem` means for the row that was sent in this direction. `now` in ms. */
export function failureOf(problem: Problem, direction: Direction, now: number): Failure {
  const isApplied = direction === 'apply';
  switch (problem.kind) {
    case 'rate-limited':
      return { does: 'wait', until: problem.until ?? now + UNNAMED_WAIT };
    case 'key-refused':
    case 'key-missing':
    case 'insecure-address':
      return { does: 'stop' };
    case 'outcome-unknown':
    // An internal server error does not show how far the request got.
    case 'server-trouble':
      return { does: 'row', state: isApplied ? 'unknown' : 'undo-unknown', counts: true };
    case 'unreachable':
    case 'timed-out':
    case 'blocked-on-the-way':
    case 'redirected':
    case 'redirect-loop':
    case 'cancelled':
      return { does: 'not-sent' };
    case 'rejected':
      return { does: 'row', state: isApplied ? 'refused' : 'undo-refused', counts: false };
    // For example an operation that is missing: every row would get this answer.
    default:
      return { does: 'row', state: isApplied ? 'refused' : 'undo-refused', counts: true };
  }
}
