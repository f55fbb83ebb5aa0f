// The consumers: who a token belongs to, what was counted for them, and when one is revoked. Stores hashes of tokens only.
import { Throttle } from '../../async/throttle';
import type { GatewayCode } from '../../model/access/activity';
import type { AccessView } from '../../model/access/access-view';
import type { Consumer, ConsumerChoices } from '../../model/access/consumer';
import { failed, ok, type Result } from '../../model/problem';
import type { StoredDocument } from '../../settings/document/document';
import type { AccessContent, StoredConsumer } from './access-document';
import { hasCap, newDay, onDay, withWrite } from './daily-counts';
import { Leases, ownConsumer } from './leases';
import { hashToken, isToken, newToken } from './token';
import { createTokenBucket, type TokenBucket } from './token-bucket';

const mostConsumers = 50;
const mostRevoked = 50;
/** What was counted is written at most this often (ms), except for what a cap counts. */
const writeEvery = 60_000;

interface BookPorts {
  document: StoredDocument<AccessContent>;
  clock: { now(): number; after(ms: number, run: () => void): () => void };
  newId(): string;
  random(bytes: number): Uint8Array;
  onChange(): void;
}

interface Running {
  reads: TokenBucket;
  writes: TokenBucket;
  /** Aborts when it is revoked. */
  revoked: AbortController;
}

/** Who asks; what it did today may be that of another day. `signal` aborts when the token is revoked. */
export interface Identified {
  consumer: Consumer;
  signal: AbortSignal;
}

export class ConsumerBook {
  readonly #ports: BookPorts;
  readonly #running = new Map<string, Running>();
  readonly #leases: Leases;
  readonly #saving: Throttle<Result<void>>;
  #consumers: StoredConsumer[];

  constructor(ports: BookPorts) {
    this.#ports = ports;
    this.#leases = new Leases(ports.random);
    this.#saving = new Throttle(writeEvery, ports.clock, () =>
      ports.document.write({ ...ports.document.read(), consumers: this.#consumers }),
    );
    this.#consumers = ports.document.read().consumers;
  }

  /** As the windows see them, the newest first. */
  view(): Pick<AccessView, 'consumers' | 'revoked'> {
    const now = this.#ports.clock.now();
    return {
      consumers: this.#consumers.map((stored) => withoutHash(onDay(stored, now))).toReversed(),
      revoked: this.#ports.document.read().revoked.map(({ id, name, at }) => ({ id, name, at })),
    };
  }

  /** Who this token belongs to, or why it is no good. */
  identify(token: string): Identified | GatewayCode {
    if (!isToken(token)) return 'token-unknown';
    const hash = hashToken(token);
    const now = this.#ports.clock.now();
    const lease = this.#leases.find(hash);
    if (lease?.consumerId === null) return lease.expiresAt > now ? testing : 'token-expired';
    const found = this.#consumers.find((one) =>
      lease === undefined ? one.hash === hash : one.id === lease.consumerId,
    );
    if (found === undefined)
      return this.#ports.document.read().revoked.some((one) => one.hash === hash) ? 'token-revoked' : 'token-unknown';
    const ends = Math.min(found.expiresAt ?? Number.POSITIVE_INFINITY, lease?.expiresAt ?? Number.POSITIVE_INFINITY);
    if (ends <= now) return 'token-expired';
    return { consumer: found, signal: this.#runningOf(found).revoked.signal };
  }

  /** Adds one, and returns its token. Fails with bad-input: `name` is taken, or `consumers`: there are too many. */
  add(choices: ConsumerChoices, id: string = this.#ports.newId()): Result<{ id: string; token: string }> {
    if (this.#consumers.length >= mostConsumers) return failed({ kind: 'bad-input', field: 'consumers' });
    if (this.#isTaken(choices.name, null)) return failed({ kind: 'bad-input', field: 'name' });
    const token = newToken(this.#ports.random);
    const now = this.#ports.clock.now();
    const consumer = { ...choices, id, createdAt: now, lastUse: null, hash: hashToken(token), ...newDay(now) };
    return this.#write([...this.#consumers, consumer], { id, token });
  }

  /** Another name, role or limits from now on. Fails with bad-input for an unknown id or a name that is taken. */
  change(id: string, choices: ConsumerChoices): Result<void> {
    if (!this.#consumers.some((one) => one.id === id)) return failed({ kind: 'bad-input', field: 'id' });
    if (this.#isTaken(choices.name, id)) return failed({ kind: 'bad-input', field: 'name' });
    const running = this.#running.get(id);
    if (running !== undefined) this.#running.set(id, { ...bucketsOf(choices), revoked: running.revoked });
    return this.#write(
      this.#consumers.map((one) => (one.id === id ? { ...one, ...choices, today: withoutCap(one.today) } : one)),
      undefined,
    );
  }

  /** Another token for the same consumer. The one before is revoked. */
  renew(id: string): Result<{ id: string; token: string }> {
    if (!this.#consumers.some((one) => one.id === id)) return failed({ kind: 'bad-input', field: 'id' });
    const token = newToken(this.#ports.random);
    this.#stop([id]);
    return this.#write(
      this.#consumers.map((one) => (one.id === id ? { ...one, hash: hashToken(token) } : one)),
      { id, token },
      this.#consumers.filter((one) => one.id === id),
    );
  }

  /** Ends these tokens at once: what is under way for them, too, but for a write. */
  revoke(which: (consumer: Consumer) => boolean): Result<void> {
    const gone = this.#consumers.filter(which);
    this.#stop(gone.map(({ id }) => id));
    return this.#write(
      this.#consumers.filter((one) => !gone.includes(one)),
      undefined,
      gone,
    );
  }

  /** A token with the rights of the consumer of this name, for so long (ms), in memory only. */
  lease(name: string, lasts: number): Result<{ token: string; expiresAt: number }> {
    const consumer = this.#consumers.find((one) => one.name === name);
    if (consumer === undefined) return failed({ kind: 'bad-input', field: 'name' });
    const expiresAt = Math.min(this.#ports.clock.now() + lasts, consumer.expiresAt ?? Number.POSITIVE_INFINITY);
    return ok({ token: this.#leases.add({ consumerId: consumer.id, expiresAt }), expiresAt });
  }

  /** A token that may read the figures, of no consumer: for NineTray's own test of the gateway. */
  leaseForTest(lasts: number): string {
    return this.#leases.add({ consumerId: null, expiresAt: this.#ports.clock.now() + lasts });
  }

  endLease(token: string): void {
    this.#leases.end(token);
  }

  /** 0 where it may ask now, otherwise the milliseconds until it may. */
  waitOf(consumer: Consumer, isWrite: boolean): number {
    const { reads, writes } = this.#runningOf(consumer);
    return (isWrite ? writes : reads).take(this.#ports.clock.now());
  }

  /**
   * Counts a write before it is sent. `ips`: what it asks for; null: unknown. False, and nothing is counted, where a cap does not
   * allow it, or what a cap counts could not be written.
   */
  countWrite({ id }: Consumer, ips: number | null): boolean {
    const now = this.#ports.clock.now();
    const consumer = this.#consumers.map((one) => onDay(one, now)).find((one) => one.id === id);
    if (consumer === undefined) return false;
    const today = withWrite(consumer, ips);
    if (typeof today === 'string') {
      if (today !== 'amount') this.#replace({ ...consumer, today: { ...consumer.today, capped: today } });
      return false;
    }
    this.#replace({ ...consumer, today });
    return hasCap(consumer.limits) ? this.#saving.now().ok : true;
  }

  /** Notes what became of a request. `isRead`: it is counted as a read; writes are counted before. */
  noteUse({ id }: Consumer, use: { operation: string; status: number; isRead: boolean; isRefused: boolean }): void {
    const now = this.#ports.clock.now();
    const stored = this.#consumers.find((one) => one.id === id);
    if (stored === undefined) return;
    const consumer = onDay(stored, now);
    const { today } = consumer;
    this.#replace({
      ...consumer,
      lastUse: { at: now, operation: use.operation.slice(0, 60), status: use.status },
      today: {
        ...today,
        reads: today.reads + (use.isRead && !use.isRefused ? 1 : 0),
        refused: today.refused + (use.isRefused ? 1 : 0),
      },
    });
    this.#saving.soon();
  }

  /** Writes what was only counted. */
  stop(): void {
    this.#saving.flush();
  }

  #isTaken(name: string, id: string | null): boolean {
    return this.#consumers.some((one) => one.name === name && one.id !== id);
  }

  #runningOf(consumer: Consumer): Running {
    const known = this.#running.get(consumer.id);
    if (known !== undefined) return known;
    const running = { ...bucketsOf(consumer), revoked: new AbortController() };
    this.#running.set(consumer.id, running);
    return running;
  }

  #stop(ids: readonly string[]): void {
    for (const id of ids) {
      this.#running.get(id)?.revoked.abort();
      this.#running.delete(id);
      this.#leases.endOf(id);
    }
  }

  #replace(consumer: StoredConsumer): void {
    this.#consumers = this.#consumers.map((one) => (one.id === consumer.id ? consumer : one));
    this.#ports.onChange();
  }

  /** A revoked token counts as revoked even where the disk refuses: it is in memory. A new one that was not written is none. */
  #write<T>(consumers: StoredConsumer[], value: T, gone: readonly StoredConsumer[] = []): Result<T> {
    const before = this.#consumers;
    const { document, clock } = this.#ports;
    const content = document.read();
    const at = clock.now();
    const revoked = [...gone.map(({ id, name, hash }) => ({ id, name, at, hash })), ...content.revoked];
    this.#consumers = consumers;
    const written = document.write({ ...content, consumers, revoked: revoked.slice(0, mostRevoked) });
    if (!written.ok && gone.length === 0) {
      this.#consumers = before;
      document.write({ ...content, consumers: before });
    }
    this.#ports.onChange();
    return written.ok ? ok(value) : written;
  }
}

/** NineTray itself: nobody revokes it. */
const testing: Identified = { consumer: ownConsumer, signal: new AbortController().signal };

function bucketsOf({ limits }: Pick<ConsumerChoices, 'limits'>): Pick<Running, 'reads' | 'writes'> {
  const { readsPerSecond, writesPerMinute } = limits;
  return {
    reads: createTokenBucket(readsPerSecond, Math.max(1, Math.round(readsPerSecond * 2))),
    writes: createTokenBucket(writesPerMinute / 60, Math.max(1, Math.round(writesPerMinute / 60))),
  };
}

/** Other limits may allow what was refused before. */
function withoutCap({ capped: _capped, ...today }: Consumer['today']): Consumer['today'] {
  return today;
}

function withoutHash({ hash: _hash, day: _day, ...consumer }: StoredConsumer): Consumer {
  return consumer;
}
