// What becomes of one request: who asks, whether they may, whether it has to wait for the new key, and what 9Proxy answers. Loaded while the
// gateway is on only.
import { timingSafeEqual } from 'node:crypto';
import type { ActivityLine, GatewayCode } from '../model/access/activity';
import type { HoldSummary } from '../model/access/access-view';
import type { Clock } from '../model/clock';
import type { Endpoints } from '../nineproxy/operations/endpoints';
import type { Consumer } from '../model/access/consumer';
import type { ConsumerBook, Identified } from './consumers/consumer-book';
import { mayAsk } from './consumers/roles';
import { askedIps } from './consumers/spending';
import { Hold, type HoldEnd } from './hold';
import { keyHash } from './key-hash';
import { type GatewayAnswer, refusal } from './answer/refusal';
import type { Incoming } from './request/incoming';
import { findTarget, type Target } from './request/path-table';
import { readRequest, type ReadRequest } from './request/read-request';
import { readStrictJson } from './request/strict-json';
import { type Outgoing, Upstream, type UpstreamPorts } from './vendor/upstream';

/** What the session says about the key. `holding`: it is dead and a new one is on its way. */
export type Situation = 'sending' | 'holding' | 'paused' | 'key-refused' | 'no-key' | 'elsewhere';

export interface GatewayPorts extends UpstreamPorts {
  clock: Clock;
  book: ConsumerBook;
  endpoints(): Endpoints;
  situation(): Situation;
  /** The rotation that is past its first step; null where none is. */
  rotationId(): string | null;
  /** 9Proxy refused the key of this generation: true where that may be the end of it, so that the request waits for the next one. */
  keyRefused(generation: number): boolean;
  oldKeys(): { salt: string; hashes: readonly string[] };
  onActivity(line: ActivityLine): void;
  /** A key was sent as a token. It is answered once this is done: before that its program is still connected, and can be found. */
  onSighting(key: 'real' | 'old', operation: string | null, incoming: Incoming): Promise<void>;
  onHold(): void;
}

interface Asked {
  operation: string | null;
  consumer: Consumer | null;
  held: number;
}

/** A write waits for at most this long (ms), where it may. */
const longestWriteHold = 10_000;

export class Gateway {
  readonly #ports: GatewayPorts;
  readonly #upstream: Upstream;
  readonly #hold: Hold;
  #summary: HoldSummary | null = null;

  /** `pace`: requests per second to 9Proxy; not given: the usual one. */
  constructor(ports: GatewayPorts, pace?: number) {
    this.#ports = ports;
    this.#upstream = new Upstream(ports, pace);
    this.#hold = new Hold(ports.clock, () => ports.onHold());
  }

  /** Answers one request. Never throws. */
  async answer(incoming: Incoming): Promise<GatewayAnswer> {
    const began = this.#ports.clock.now();
    const asked: Asked = { operation: null, consumer: null, held: 0 };
    const answer = await this.#answer(incoming, asked).catch(() => refusal('unreadable'));
    const { operation, consumer, held } = asked;
    const { status, code } = answer;
    this.#ports.onActivity({
      at: began,
      consumer: consumer?.name ?? null,
      operation,
      status,
      ...(code === null ? {} : { code }),
      milliseconds: this.#ports.clock.now() - began,
      held,
    });
    return answer;
  }

  /** What waits now. */
  holding(): { reads: number; since: number } | null {
    return this.#hold.view();
  }

  /** What waited for the key of the rotation under way, or the last one. */
  summary(): HoldSummary | null {
    return this.#summary;
  }

  /** The key, the rotation or the address changed: requests that wait are checked again. */
  situationChanged(): void {
    if (this.#hold.view() !== null && this.#ports.situation() !== 'holding') this.#hold.release();
  }

  /** The computer woke up: what waited longer than it may ends now. */
  woke(): void {
    this.#hold.expire();
  }

  /** Ends the requests that wait; those under way finish. */
  stop(): void {
    this.#hold.stop();
  }

  async #answer(incoming: Incoming, asked: Asked): Promise<GatewayAnswer> {
    const read = readRequest(incoming.raw, incoming.hosts);
    if (!read.ok) return refusal(read.code);
    if (await incoming.isFromOtherUser()) return refusal('other-user');
    const { method, path, credential } = read.value;
    const target = findTarget(this.#ports.endpoints(), method, path);
    asked.operation = target === null ? null : (target.operation ?? target.path);
    const who = this.#ports.book.identify(credential);
    if (who === 'token-unknown') return refusal(await this.#unknown(credential, asked.operation, incoming));
    if (typeof who === 'string') return refusal(who);
    asked.consumer = who.consumer;
    incoming.onIdentified(who.signal);
    const answer = await this.#answerConsumer(incoming, read.value, target, who, asked);
    this.#ports.book.noteUse(who.consumer, {
      operation: asked.operation ?? path.slice(0, 60),
      status: answer.status,
      isRead: target?.isWrite === false,
      isRefused: answer.code !== null,
    });
    return answer;
  }

  /** What was sent instead of a token. */
  async #unknown(credential: string, operation: string | null, incoming: Incoming): Promise<GatewayCode> {
    const key = this.#keySeen(credential);
    if (key === null) return 'token-unknown';
    await this.#ports.onSighting(key, operation, incoming);
    return key === 'real' ? 'real-key' : 'old-key';
  }

  /** Whether what was sent as a token is the account's key, or one that was replaced. */
  #keySeen(text: string): 'real' | 'old' | null {
    const current = this.#ports.key()?.text ?? null;
    const { salt, hashes } = this.#ports.oldKeys();
    const sent = keyHash(text, salt);
    const isSame = (hash: string) =>
      hash.length === sent.length && timingSafeEqual(Buffer.from(hash), Buffer.from(sent));
    if (current !== null && isSame(keyHash(current, salt))) return 'real';
    return hashes.some(isSame) ? 'old' : null;
  }

  async #answerConsumer(
    incoming: Incoming,
    { parameters }: ReadRequest,
    target: Target | null,
    { consumer, signal }: Identified,
    asked: Asked,
  ): Promise<GatewayAnswer> {
    if (target === null) return refusal('unknown-operation');
    if (!mayAsk(consumer, target.operation))
      return refusal(target.operation === null ? 'unknown-operation' : 'not-in-role');
    const wait = this.#ports.book.waitOf(consumer, target.isWrite);
    if (wait > 0) return refusal('rate', { seconds: Math.ceil(wait / 1000) });
    let body: Outgoing['body'];
    let bytes = 0;
    if (target.isWrite) {
      const text = await incoming.readBody();
      if (text === null) return refusal('too-large');
      const json = readStrictJson(text);
      if (!json.ok) return refusal('bad-request');
      bytes = Buffer.byteLength(text);
      body = text.trim() === '' ? undefined : json.value;
    }
    const send = { outgoing: { target, parameters, body }, bytes, consumer, cancel: incoming.cancel };
    const answer = await this.#sendOrHold(send, asked);
    return signal.aborted && answer.code === 'stopping' ? refusal('token-revoked') : answer;
  }

  async #sendOrHold(
    {
      outgoing,
      bytes,
      consumer,
      cancel,
    }: { outgoing: Outgoing; bytes: number; consumer: Consumer; cancel: AbortController },
    asked: Asked,
  ): Promise<GatewayAnswer> {
    const { isWrite } = outgoing.target;
    const limit = isWrite ? (consumer.holdWrites ? longestWriteHold : 0) : consumer.holdSeconds * 1000;
    for (let tries = 1; ; ) {
      const situation = this.#ports.situation();
      if (situation === 'holding') {
        const began = this.#ports.clock.now();
        const end = await this.#hold.wait(limit - asked.held, bytes, cancel.signal);
        asked.held += this.#ports.clock.now() - began;
        if (end === 'released') continue;
        this.#noteGivenUp(end, isWrite, asked.held);
        return refusal(endCode[end]);
      }
      if (situation !== 'sending') return refusal(situation);
      const generation = this.#ports.key()?.generation ?? -1;
      if (isWrite && tries === 1 && !this.#countWrite(outgoing, consumer)) return refusal('cap');
      const { answer, isKeyRefused } = await this.#upstream.send(outgoing, cancel);
      // A write is sent once, whatever the answer.
      const isAskedAgain = isKeyRefused && this.#ports.keyRefused(generation) && !isWrite && tries === 1;
      if (!isAskedAgain) {
        if (asked.held > 0) this.#noteAnswered(asked.held);
        return answer;
      }
      tries += 1;
    }
  }

  #countWrite({ target, body, parameters }: Outgoing, consumer: Consumer): boolean {
    const ips = askedIps(target.operation, body ?? {}, Object.keys(parameters).length > 0);
    return this.#ports.book.countWrite(consumer, ips);
  }

  #noteAnswered(held: number): void {
    this.#sum(({ answered, ...rest }) => ({ ...rest, answered: answered + 1 }), held);
  }

  #noteGivenUp(end: HoldEnd, isWrite: boolean, held: number): void {
    if (end === 'stopped') return;
    if (isWrite) this.#sum(({ refusedWrites, ...rest }) => ({ ...rest, refusedWrites: refusedWrites + 1 }), 0);
    else this.#sum(({ gaveUp, ...rest }) => ({ ...rest, gaveUp: gaveUp + 1 }), held);
  }

  #sum(add: (summary: HoldSummary) => HoldSummary, held: number): void {
    const rotationId = this.#ports.rotationId() ?? this.#summary?.rotationId;
    if (rotationId === undefined) return;
    const none = { rotationId, answered: 0, gaveUp: 0, refusedWrites: 0, longestMilliseconds: 0 };
    const summary = add(this.#summary?.rotationId === rotationId ? this.#summary : none);
    this.#summary = { ...summary, longestMilliseconds: Math.max(summary.longestMilliseconds, held) };
    this.#ports.onHold();
  }
}

const endCode: Readonly<Record<Exclude<HoldEnd, 'released'>, GatewayCode>> = {
  late: 'rotating',
  left: 'stopping',
  full: 'busy',
  stopped: 'stopping',
};
