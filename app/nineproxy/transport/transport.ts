// Sends one operation and brings back its result: tries, time limits, two requests at a time, no redirects.
// It must not: throw, log a URL, or know what the result of an operation looks like.
import createClient from 'openapi-fetch';
import { failed } from '../../model/problem';
import type { Problem, Result } from '../../model/problem';
import { readAnswer, retryAfter } from './response';
import type { Answer, Asked } from './response';
import { receive, type Reply } from './body';
import { isWrite } from '../endpoints';
import type { Endpoint, Endpoints } from '../endpoints';
import type { OperationId } from '../../model/operation-id';
import { createLimiter } from './limiter';
import { readFailure } from './network-problem';
import { fields } from '../resources/parse';
import { createRateLimitWait } from './rate-limit-wait';
import type { Redactor } from './redact';
import { nextTry } from './retry';
import { createTimeLimit } from './time-limit';

const readsAtOnce = 2;

/** One line of the log. Nothing in it comes from the vendor, or from the request but the operation's name. */
export interface RequestLine {
  operation: string;
  /** `ok`, or the kind of the problem. */
  outcome: string;
  status?: number;
  ms: number;
  attempt: number;
}

/**
 * Sends a request and follows no redirect. When `signal` aborts, it ends the request and rejects. `once`: it may change something,
 * so nothing may send it a second time.
 */
export type Fetch = (request: Request, init: { signal: AbortSignal; once: boolean }) => Promise<Reply>;

export interface Around {
  fetch: Fetch;
  /** Milliseconds since 1970. */
  now: () => number;
  /** In [0, 1). */
  random: () => number;
  /** Resolves after so many milliseconds; ends early (either way) when the signal aborts. */
  wait: (ms: number, signal?: AbortSignal) => Promise<void>;
  log?: ((line: RequestLine) => void) | undefined;
}

/** Parameters and body by the vendor's names; client.ts sees to their types. */
export interface Sent {
  query?: unknown;
  body?: unknown;
}

export interface Transport {
  send(operation: OperationId, sent: Sent, signal?: AbortSignal): Promise<Result<unknown>>;
}

/** One try: its outcome, and how long the server asked to wait before the next (ms). */
interface Tried {
  readonly result: Result<unknown>;
  readonly status?: number;
  readonly asked: number | null;
}

/** `address` is checked already (address.ts); `endpoints`: the corrected paths of this moment. */
export function createTransport(
  target: { key: string; address: string; endpoints: () => Endpoints; redactor: Redactor },
  around: Around,
): Transport {
  const reads = createLimiter(readsAtOnce);
  // The time limit of a write begins when it is sent, not while another write is under way.
  const writes = createLimiter(1);
  const timeLimit = createTimeLimit();
  const rateLimit = createRateLimitWait(around.now);
  const api = createClient({
    baseUrl: target.address,
    headers: { accept: 'application/json' },
    redirect: 'manual',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  });

  /** Builds the request and hands it to fetch; the answer's text comes back whole. */
  async function exchange(
    endpoint: Endpoint,
    sent: Sent,
    { signal, once }: { signal: AbortSignal; once: boolean },
  ): Promise<{ answer: Answer; url: string }> {
    // A write that was corrected to GET has no body; its fields go where a GET has them.
    const bodiless = endpoint.method === 'GET';
    const query = { ...fields(sent.query), ...(bodiless ? fields(sent.body) : null), 'api-key': target.key };
    let received: { answer: Answer; url: string } | undefined;
    // openapi-fetch reads bodies without a limit and its own way: the answer is taken from under it.
    const fetch = async (request: Request) => {
      received = { answer: await receive(await around.fetch(request, { signal, once }), signal), url: request.url };
      return new Response(null, { status: 204 });
    };
    const body = bodiless ? undefined : sent.body;
    const init = { params: { query }, body, signal, fetch, cache: 'no-store' };
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a corrected path is in no table of types; client.ts has them by operation
    await api.request(endpoint.method.toLowerCase() as 'get', endpoint.path as never, init as never);
    if (received === undefined) throw new Error('no answer');
    return received;
  }

  /** Writes, and reads that were corrected to another method than GET: what those do at the vendor, only their author knows. */
  const isSentOnce = (operation: OperationId) => isWrite(operation) || target.endpoints()[operation].method !== 'GET';

  async function tryOnce(
    operation: OperationId,
    sent: Sent,
    limit: number,
    signal: AbortSignal | undefined,
  ): Promise<Tried> {
    const endpoint = target.endpoints()[operation];
    const write = isWrite(operation);
    const began = around.now();
    const request = new AbortController();
    const clock = new AbortController();
    const stop = new Promise<Problem>((resolve) => {
      const given = () => resolve({ kind: 'cancelled' });
      if (signal?.aborted) given();
      signal?.addEventListener('abort', given, { once: true, signal: clock.signal });
      const late = () => {
        if (!clock.signal.aborted) resolve({ kind: 'timed-out' });
      };
      // A wait that fails is over, too: better a request that ends too soon than one without a limit.
      around.wait(limit, clock.signal).then(late, late);
    });
    const exchanged = exchange(endpoint, sent, { signal: request.signal, once: isSentOnce(operation) }).then(
      (received) => ({ received }),
      (thrown: unknown) => ({ thrown }),
    );
    const first = await Promise.race([exchanged, stop.then((stopped) => ({ stopped }))]);
    clock.abort();
    if ('stopped' in first) {
      const late = first.stopped.kind === 'timed-out';
      if (late && !write) timeLimit.timedOut(limit);
      request.abort(late ? new DOMException('No answer in time', 'TimeoutError') : undefined);
      return { result: failed(write ? { kind: 'outcome-unknown' } : first.stopped), asked: null };
    }
    if ('thrown' in first) {
      const { problem, sent: perhapsSent } = readFailure(first.thrown);
      const broke = write && perhapsSent && problem.kind !== 'redirected' ? failed({ kind: 'outcome-unknown' }) : null;
      return { result: broke ?? failed(problem), asked: null };
    }
    timeLimit.answered(around.now() - began);
    const { answer, url } = first.received;
    const asked: Asked = { url, write, certainty: endpoint.certainty };
    const result = readAnswer(answer, asked, target.redactor);
    return { result, status: answer.status, asked: retryAfter(answer, around.now()) };
  }

  async function send(operation: OperationId, sent: Sent, signal?: AbortSignal): Promise<Result<unknown>> {
    for (let attempt = 1; ; attempt += 1) {
      // Writes are sent when the user asks, and the vendor decides about them.
      const until = isWrite(operation) ? null : rateLimit.until();
      if (until !== null) return failed({ kind: 'rate-limited', until });
      let began = around.now();
      let limit = 0;
      const once = isSentOnce(operation);
      const tried = await (once ? writes : reads).run(() => {
        began = around.now();
        limit = timeLimit.current();
        return tryOnce(operation, sent, limit, signal);
      }, signal);
      if (tried === null) return failed({ kind: 'cancelled' });
      const { result, status, asked } = tried;
      around.log?.({
        operation,
        outcome: result.ok ? 'ok' : result.problem.kind,
        ...(status === undefined ? {} : { status }),
        ms: around.now() - began,
        attempt,
      });
      if (result.ok) return result;
      // Another try under the same limit would take as long and end the same way.
      const isLate = result.problem.kind === 'timed-out' && timeLimit.current() <= limit;
      const again = once || isLate ? null : nextTry(attempt, result.problem, asked, around.random());
      if (again === null) {
        const problem = withUntil(result.problem, asked, around.now());
        if (problem.kind === 'rate-limited' && problem.until !== null) rateLimit.extend(problem.until);
        return failed(problem);
      }
      if (!(await waited(again, signal))) return failed({ kind: 'cancelled' });
    }
  }

  async function waited(ms: number, signal: AbortSignal | undefined): Promise<boolean> {
    try {
      await around.wait(ms, signal);
    } catch {
      return false;
    }
    return !signal?.aborted;
  }

  return { send };
}

function withUntil(problem: Problem, asked: number | null, now: number): Problem {
  if (problem.kind !== 'rate-limited' || asked === null) return problem;
  return { kind: 'rate-limited', until: Math.round(now + asked) };
}
