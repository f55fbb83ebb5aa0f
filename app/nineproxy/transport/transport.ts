// Sends operations and returns their results: retries, rate limits, and how many requests run at a time. Nothing
// throws. A URL must not be logged: the key is in it.
import { failed } from '../../model/problem';
import type { Problem, Result } from '../../model/problem';
import type { OperationId } from '../../model/api/operation-id';
import { isWrite } from '../operations/endpoints';
import type { Endpoints } from '../operations/endpoints';
import { type AttemptOutcome, type AttemptPorts, sendAttempt } from './attempt';
import { createLimiter } from './limiter';
import { createRateLimitWait } from './rate-limit-wait';
import type { Redactor } from './redact';
import type { RequestInput, Target } from './request';
import { nextTry } from './retry';
import { createTimeLimit } from './time-limit';

const readsAtOnce = 2;

/** One line of the log. Nothing in it comes from the vendor, or from the request except the operation's name. */
export interface RequestLine {
  operation: string;
  /** `ok`, or the kind of the problem. */
  outcome: string;
  status?: number;
  ms: number;
  attempt: number;
}

/** The network, the clock, chance and the log. */
export interface TransportPorts extends Pick<AttemptPorts, 'fetch' | 'now' | 'wait'> {
  /** In [0, 1). */
  random: () => number;
  log?: ((line: RequestLine) => void) | undefined;
}

export interface Transport {
  send(operation: OperationId, input: RequestInput, signal?: AbortSignal): Promise<Result<unknown>>;
}

/** `endpoints`: the table with the user's corrections, read at each attempt. */
export function createTransport(
  { endpoints, redactor, ...target }: Target & { endpoints: () => Endpoints; redactor: Redactor },
  ports: TransportPorts,
): Transport {
  const reads = createLimiter(readsAtOnce);
  // The time limit of a write begins when it is sent, not while another write runs.
  const writes = createLimiter(1);
  const timeLimit = createTimeLimit();
  const rateLimit = createRateLimitWait(ports.now);
  const attemptPorts = { ...ports, target, redactor, timeLimit };

  /** Writes, and reads that were corrected to another method than GET: only the author of the correction knows what those do. */
  const isSentOnce = (operation: OperationId) => isWrite(operation) || endpoints()[operation].method !== 'GET';

  /** One attempt, when its turn comes. Null when the caller gave up before that. */
  async function attemptInTurn(
    operation: OperationId,
    input: RequestInput,
    { once, attempt, signal }: { once: boolean; attempt: number; signal: AbortSignal | undefined },
  ): Promise<(AttemptOutcome & { limit: number }) | null> {
    let began = ports.now();
    let limit = 0;
    const outcome = await (once ? writes : reads).run(() => {
      began = ports.now();
      limit = timeLimit.current();
      const endpoint = endpoints()[operation];
      const sentOnce = isSentOnce(operation);
      return sendAttempt({ endpoint, input, isWrite: isWrite(operation), once: sentOnce, limit, signal }, attemptPorts);
    }, signal);
    if (outcome === null) return null;
    const { result, status } = outcome;
    ports.log?.({
      operation,
      outcome: result.ok ? 'ok' : result.problem.kind,
      ...(status === undefined ? {} : { status }),
      ms: ports.now() - began,
      attempt,
    });
    return { ...outcome, limit };
  }

  async function send(operation: OperationId, input: RequestInput, signal?: AbortSignal): Promise<Result<unknown>> {
    for (let attempt = 1; ; attempt += 1) {
      // A write is sent because the user asked for it: the vendor decides whether it is one too many.
      const until = isWrite(operation) ? null : rateLimit.until();
      if (until !== null) return failed({ kind: 'rate-limited', until });
      const once = isSentOnce(operation);
      const outcome = await attemptInTurn(operation, input, { once, attempt, signal });
      if (outcome === null) return failed({ kind: 'cancelled' });
      const { result, retryAfter, limit } = outcome;
      if (result.ok) return result;
      // Another attempt under the same limit would take as long and end the same way.
      const isLate = result.problem.kind === 'timed-out' && timeLimit.current() <= limit;
      const again = once || isLate ? null : nextTry(attempt, result.problem, retryAfter, ports.random());
      if (again === null) {
        const problem = withUntil(result.problem, retryAfter, ports.now());
        if (problem.kind === 'rate-limited' && problem.until !== null) rateLimit.extend(problem.until);
        return failed(problem);
      }
      if (!(await waited(again, signal))) return failed({ kind: 'cancelled' });
    }
  }

  async function waited(ms: number, signal: AbortSignal | undefined): Promise<boolean> {
    try {
      await ports.wait(ms, signal);
    } catch {
      return false;
    }
    return !signal?.aborted;
  }

  return { send };
}

function withUntil(problem: Problem, retryAfter: number | null, now: number): Problem {
  if (problem.kind !== 'rate-limited' || retryAfter === null) return problem;
  return { kind: 'rate-limited', until: Math.round(now + retryAfter) };
}
