// Sends one request to 9Proxy: through the house's network, once, with the key that is in use when it is sent.
import { receive } from '../../nineproxy/transport/body';
import type { Fetch } from '../../nineproxy/transport/attempt';
import { createLimiter } from '../../nineproxy/transport/limiter';
import { readFailure } from '../../nineproxy/transport/network-problem';
import { createRateLimitWait } from '../../nineproxy/transport/rate-limit-wait';
import { createRedactor, type Redactor } from '../../nineproxy/transport/redact';
import { buildRequest } from '../../nineproxy/transport/request';
import { type Answer, readAnswer, retryAfter } from '../../nineproxy/transport/response';
import type { Clock } from '../../model/clock';
import { createTokenBucket } from '../consumers/token-bucket';
import { type GatewayAnswer, refusal } from '../answer/refusal';
import type { Target } from '../request/path-table';
import { cleanAnswer } from '../answer/clean-answer';

/** A key, the address that it is for, and its generation, which no other key has. */
export interface KeyAtAddress {
  text: string;
  address: string;
  generation: number;
}

export interface Outgoing {
  target: Target;
  parameters: Readonly<Record<string, readonly string[]>>;
  body: Readonly<Record<string, unknown>> | undefined;
}

/** `isKeyRefused`: 9Proxy's own words say that it refuses the key. */
export interface Outcome {
  answer: GatewayAnswer;
  isKeyRefused: boolean;
}

export interface UpstreamPorts {
  fetch: Fetch;
  clock: Clock;
  /** The key when the request is sent; null: none may be. */
  key(): KeyAtAddress | null;
}

/** How many requests run at once: the tray has two places of its own beside these. */
const atOnce = 2;
/** Of all consumers together, per second. */
const perSecond = 10;
const burst = 20;
/** The longest wait for an answer (ms). */
const patience = 30_000;

export class Upstream {
  readonly #ports: UpstreamPorts;
  readonly #places = createLimiter(atOnce);
  readonly #rateLimit;
  readonly #pace;
  #redactor: { key: string; redactor: Redactor } | null = null;

  /** `pace`: requests per second, of all consumers together. */
  constructor(ports: UpstreamPorts, pace: number = perSecond) {
    this.#ports = ports;
    this.#rateLimit = createRateLimitWait(ports.clock.now);
    this.#pace = createTokenBucket(pace, Math.max(burst, pace));
  }

  /**
   * Sends it when its turn comes. `cancel`: aborted when the client left, or its token was revoked; a read that is late aborts it. A write that
   * was sent is not ended by it.
   */
  async send(outgoing: Outgoing, cancel: AbortController): Promise<Outcome> {
    const { signal } = cancel;
    const outcome = await this.#places.run(async () => {
      const limited = this.#rateLimit.until();
      const { now } = this.#ports.clock;
      if (limited !== null) return own(refusal('rate', { seconds: Math.ceil((limited - now()) / 1000) }));
      await this.#waitForPace(signal);
      if (signal.aborted) return own(refusal('stopping'));
      const key = this.#ports.key();
      return key === null ? own(refusal('no-key')) : await this.#exchange(outgoing, key, cancel);
    }, signal);
    return outcome ?? own(refusal('stopping'));
  }

  async #waitForPace(signal: AbortSignal): Promise<void> {
    const { now, after } = this.#ports.clock;
    for (let ms = this.#pace.take(now()); ms > 0 && !signal.aborted; ms = this.#pace.take(now())) {
      await new Promise<void>((resolve) => void after(ms, resolve));
    }
  }

  async #exchange(
    { target, parameters, body }: Outgoing,
    key: KeyAtAddress,
    cancel: AbortController,
  ): Promise<Outcome> {
    const redactor = this.#redactorOf(key.text);
    // One that follows another costs as much as the rest of a read.
    const stop = target.isWrite ? new AbortController() : cancel;
    const { signal } = stop;
    let isLate = false;
    const endLimit = this.#ports.clock.after(patience, () => {
      isLate = true;
      stop.abort(new DOMException('No answer in time', 'TimeoutError'));
    });
    try {
      const endpoint = { method: target.method, path: target.path, certainty: 'inferred' as const };
      const sent = buildRequest({ address: key.address, key: key.text }, endpoint, { query: parameters, body });
      const { url, request } = sent;
      const reply = await this.#ports.fetch(url, { ...request, signal, once: target.isWrite });
      const answer = await receive(reply, signal);
      return this.#judge(answer, { url, isWrite: target.isWrite }, redactor);
    } catch (thrown) {
      return own(refusalOfBreak(thrown, { isWrite: target.isWrite, isLate }));
    } finally {
      endLimit();
    }
  }

  #judge(answer: Answer, { url, isWrite }: { url: string; isWrite: boolean }, redactor: Redactor): Outcome {
    const asked = retryAfter(answer, this.#ports.clock.now());
    if (answer.status === 429) this.#rateLimit.extend(this.#ports.clock.now() + (asked ?? 1000));
    const read = readAnswer(answer, { url, write: isWrite, certainty: 'documented' }, redactor);
    return {
      answer: cleanAnswer(answer, redactor, asked),
      isKeyRefused: !read.ok && read.problem.kind === 'key-refused',
    };
  }

  #redactorOf(key: string): Redactor {
    if (this.#redactor?.key !== key) this.#redactor = { key, redactor: createRedactor(key) };
    return this.#redactor.redactor;
  }
}

const own = (answer: GatewayAnswer): Outcome => ({ answer, isKeyRefused: false });

function refusalOfBreak(thrown: unknown, { isWrite, isLate }: { isWrite: boolean; isLate: boolean }): GatewayAnswer {
  if (isLate) return refusal(isWrite ? 'outcome-unknown' : 'timed-out');
  const { problem, sent } = readFailure(thrown);
  if (problem.kind === 'redirected') return refusal('redirected');
  if (isWrite && sent) return refusal('outcome-unknown');
  return refusal(problem.kind === 'timed-out' ? 'timed-out' : 'unreachable');
}
