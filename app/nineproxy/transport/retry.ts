// When a read is tried again, and after how long. Writes never come here: they spend IPs and money.
import type { Problem } from '../../model/problem';

/** Tries in all, the first one included. */
export const mostTries = 3;

/** A server that asks for a longer wait than this is not waited for: the problem says until when. */
const longestRetryAfter = 20_000;

const firstDelay = 500;
const longestDelay = 8_000;

/**
 * Milliseconds until the next try after try number `attempt` (1 is the first), or null when there shall be none.
 * Back-off with full jitter, so that many clients do not come back in step; a wait that the server asked for
 * (`asked`, ms) is kept in full, and the jitter comes on top. `random` is in [0, 1).
 */
export function nextTry(attempt: number, problem: Problem, asked: number | null, random: number): number | null {
  if (attempt >= mostTries || !mayPass(problem)) return null;
  if (asked !== null && asked > longestRetryAfter) return null;
  const jitter = random * Math.min(longestDelay, firstDelay * 2 ** (attempt - 1));
  return Math.round((asked ?? 0) + jitter);
}

/** Whether the same request may well succeed a moment later. A certificate does not become valid within seconds. */
function mayPass(problem: Problem): boolean {
  if (problem.kind === 'unreachable') return problem.why !== 'certificate';
  return problem.kind === 'rate-limited' || problem.kind === 'server-trouble' || problem.kind === 'timed-out';
}
