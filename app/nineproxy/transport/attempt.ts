// One attempt to send an operation: the request, its time limit, and what came back.
import { failed } from '../../model/problem';
import type { Problem, Result } from '../../model/problem';
import { receive, type Reply } from './body';
import type { Endpoint } from '../operations/endpoints';
import { readFailure } from './network-problem';
import type { Redactor } from './redact';
import { buildRequest, type RequestInput, type Target, type VendorRequest } from './request';
import { readAnswer, retryAfter, type Answer } from './response';
import type { TimeLimit } from './time-limit';

/**
 * Sends a request and follows no redirect. When `signal` aborts, it ends the request and rejects. `once`: it may change something,
 * so nothing may send it a second time.
 */
export type Fetch = (url: string, request: VendorRequest & { signal: AbortSignal; once: boolean }) => Promise<Reply>;

export interface AttemptPorts {
  fetch: Fetch;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Resolves after so many milliseconds; ends early (either way) when the signal aborts. */
  wait: (ms: number, signal?: AbortSignal) => Promise<void>;
  target: Target;
  redactor: Redactor;
  timeLimit: TimeLimit;
}

/** What is sent, and how. */
export interface Attempt {
  endpoint: Endpoint;
  input: RequestInput;
  /** Whether the operation changes something: its outcome is unknown where a read has only failed. */
  isWrite: boolean;
  once: boolean;
  /** Longest wait for the whole answer (ms). */
  limit: number;
  /** Aborts when the caller gives up. */
  signal: AbortSignal | undefined;
}

/** `status`: undefined where no answer came. `retryAfter`: how long the server asked to wait before the next attempt (ms), or null. */
export interface AttemptOutcome {
  readonly result: Result<unknown>;
  readonly status?: number;
  readonly retryAfter: number | null;
}

/** Sends the request once, and ends it at its time limit or when the caller gives up. Never rejects. */
export async function sendAttempt(attempt: Attempt, ports: AttemptPorts): Promise<AttemptOutcome> {
  const { endpoint, isWrite, limit } = attempt;
  const began = ports.now();
  const request = new AbortController();
  const stop = waitForStop(attempt, ports);
  const exchanged = exchange(attempt, ports, request.signal).then(
    (received) => ({ received }),
    (thrown: unknown) => ({ thrown }),
  );
  const first = await Promise.race([exchanged, stop.problem.then((stopped) => ({ stopped }))]);
  stop.cancel();
  if ('stopped' in first) {
    const isLate = first.stopped.kind === 'timed-out';
    if (isLate && !isWrite) ports.timeLimit.timedOut(limit);
    request.abort(isLate ? new DOMException('No answer in time', 'TimeoutError') : undefined);
    return { result: failed(isWrite ? { kind: 'outcome-unknown' } : first.stopped), retryAfter: null };
  }
  if ('thrown' in first) return { result: failed(problemOfBreak(first.thrown, isWrite)), retryAfter: null };
  ports.timeLimit.answered(ports.now() - began);
  const { answer, url } = first.received;
  const result = readAnswer(answer, { url, write: isWrite, certainty: endpoint.certainty }, ports.redactor);
  return { result, status: answer.status, retryAfter: retryAfter(answer, ports.now()) };
}

/** Sends the request and reads the whole answer. */
async function exchange(
  { endpoint, input, once }: Attempt,
  { target, fetch }: AttemptPorts,
  signal: AbortSignal,
): Promise<{ answer: Answer; url: string }> {
  const { url, request } = buildRequest(target, endpoint, input);
  return { answer: await receive(await fetch(url, { ...request, signal, once }), signal), url };
}

/** `problem` resolves when the time limit passes or the caller gives up; not after `cancel`. */
function waitForStop(
  { limit, signal }: Pick<Attempt, 'limit' | 'signal'>,
  { wait }: Pick<AttemptPorts, 'wait'>,
): { problem: Promise<Problem>; cancel: () => void } {
  const over = new AbortController();
  const problem = new Promise<Problem>((resolve) => {
    const giveUp = () => resolve({ kind: 'cancelled' });
    if (signal?.aborted) giveUp();
    signal?.addEventListener('abort', giveUp, { once: true, signal: over.signal });
    const late = () => {
      if (!over.signal.aborted) resolve({ kind: 'timed-out' });
    };
    // A wait that fails ends the request as well: too soon is better than without a limit.
    wait(limit, over.signal).then(late, late);
  });
  return { problem, cancel: () => over.abort() };
}

function problemOfBreak(thrown: unknown, isWrite: boolean): Problem {
  const { problem, sent: perhapsSent } = readFailure(thrown);
  return isWrite && perhapsSent && problem.kind !== 'redirected' ? { kind: 'outcome-unknown' } : problem;
}
