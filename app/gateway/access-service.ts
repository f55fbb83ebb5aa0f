// The local gateway of one account, and who may use it: what the user asks of it, and what it shows. Loads and runs nothing of the server
// while it is switched off.
import { Sequencer } from '../async/sequencer';
import { SingleTimer } from '../async/single-timer';
import { Throttle } from '../async/throttle';
import type { AccessView } from '../model/access/access-view';
import type { ActivityLine } from '../model/access/activity';
import type { ConsumerChoices } from '../model/access/consumer';
import type { GatewayTest } from '../model/access/gateway-test';
import { failed, ok, type Result } from '../model/problem';
import type { AccessPorts } from './access-ports';
import type { AccessContent } from './consumers/access-document';
import { ConsumerBook } from './consumers/consumer-book';
import { untilNextDay } from './consumers/daily-counts';
import type { GatewayPorts } from './gateway';
import { GatewayListener } from './gateway-listener';
import { keyHash } from './key-hash';
import { RefusedKeys } from './refused-keys';
import type { Incoming } from './request/incoming';
import { Seen } from './seen';
import { situationOf } from './situation';

/** A token for one program, in memory only: it ends with NineTray, at its time, or when `endLease` is called. */
export interface Lease {
  token: string;
  url: string;
  expiresAt: number;
}

/** What happens often is shown at most this often (ms). */
const publishEvery = 1000;
const mostOldKeys = 20;
const testLasts = 60_000;
const minute = 60_000;

export class AccessService {
  readonly #ports: AccessPorts;
  readonly #book: ConsumerBook;
  readonly #seen: Seen;
  readonly #listener: GatewayListener;
  readonly #refusedKeys: RefusedKeys;
  readonly #publishing: Throttle<void>;
  /** The count of refused tokens is of one minute: it is shown again when that is over. */
  readonly #recounting: SingleTimer;
  /** What was counted today is shown as nothing when the day is over. */
  readonly #nextDay: SingleTimer;
  /** One search for a program at a time: each reads what all processes have open. */
  readonly #searches = new Sequencer();
  #isPaused = false;

  /** Reads what is stored; starts nothing. */
  constructor(ports: AccessPorts) {
    this.#ports = ports;
    this.#publishing = new Throttle(publishEvery, ports.clock, () => this.#publish());
    this.#nextDay = new SingleTimer(ports.clock, () => this.#publishing.soon());
    this.#recounting = new SingleTimer(ports.clock, () => {
      this.#publishing.soon();
      if (this.#seen.view().refusedTokens > 0) this.#recounting.start(minute);
    });
    this.#seen = new Seen(ports.clock.now);
    this.#book = new ConsumerBook({
      ...ports,
      random: (bytes) => this.#random(bytes),
      onChange: () => this.#publishing.soon(),
    });
    this.#refusedKeys = new RefusedKeys({ ...ports, now: ports.clock.now });
    this.#listener = new GatewayListener({
      ...ports,
      chosen: () => this.#content(),
      gateway: (fetch) => this.#gatewayPorts(fetch),
      onChange: () => this.#publishing.now(),
    });
  }

  view(): AccessView {
    const { on, port } = this.#content();
    const { running, problem } = this.#listener;
    const status = this.#listener.status();
    return {
      on,
      status: status === 'listening' && this.#isPaused ? 'paused' : status,
      port,
      addresses: running?.listening.addresses ?? [],
      socket: running?.listening.socket ?? null,
      ...this.#book.view(),
      holding: running?.gateway.holding() ?? null,
      lastHold: running?.gateway.summary() ?? null,
      ...this.#seen.view(),
      proxyVariable: this.#ports.machine?.proxyVariable ?? null,
      ...(problem === null ? {} : { problem }),
    };
  }

  /** Listens, if it is switched on: the session is shown. */
  async start(): Promise<void> {
    await this.#listener.start();
  }

  /** Listens no more until `start`: another session is shown, or NineTray ends. */
  stop(): void {
    this.#listener.stop();
    this.#book.stop();
    this.#publishing.cancel();
    this.#recounting.cancel();
    this.#nextDay.cancel();
  }

  /** Switches it on, for the address that is set now, or off. Fails with port-busy where it cannot listen; it is on then, and shows that. */
  async setOn(on: boolean): Promise<Result<void>> {
    const origin = on ? this.#ports.state().source.origin : this.#content().origin;
    const written = this.#write({ on, origin });
    if (!on) this.#listener.close();
    this.#isPaused = false;
    this.#publishing.now();
    if (!written.ok || !on) return written;
    return await this.#listener.listen();
  }

  setPaused(isPaused: boolean): Result<void> {
    if (this.#listener.running === null) return failed({ kind: 'not-now' });
    this.#isPaused = isPaused;
    this.situationChanged();
    this.#publishing.now();
    return ok(undefined);
  }

  async choosePort(port: number): Promise<Result<void>> {
    const written = this.#write({ port });
    if (!written.ok || !this.#content().on) {
      this.#publishing.now();
      return written;
    }
    this.#listener.close();
    return await this.#listener.listen();
  }

  /** Tries to listen again. */
  async tryAgain(): Promise<Result<void>> {
    return this.#content().on ? await this.#listener.listen() : failed({ kind: 'not-now' });
  }

  /** Where programs ask it, such as http://127.0.0.1:19090. Null while it does not listen. */
  url(): string | null {
    return this.#listener.running?.listening.addresses[0] ?? null;
  }

  /** Asks it from outside, as a program would. Fails with not-now while it does not listen. */
  async test(): Promise<Result<GatewayTest>> {
    const { running } = this.#listener;
    if (running === null) return failed({ kind: 'not-now' });
    const { listening, test } = running;
    const token = this.#book.leaseForTest(testLasts);
    const path = this.#ports.endpoints().getAccountInfo.path;
    const result = await test(listening, { token, path, now: this.#ports.clock.now });
    this.#book.endLease(token);
    return ok(result);
  }

  /** Adds a consumer, with this id where it is given, and returns its token, once. Fails with bad-input (`name` is taken, `consumers`: too many). */
  add(choices: ConsumerChoices, id?: string): Result<{ id: string; token: string }> {
    return this.#ports.machine === null ? failed({ kind: 'not-now' }) : this.#shown(this.#book.add(choices, id));
  }

  change(id: string, choices: ConsumerChoices): Result<void> {
    return this.#shown(this.#book.change(id, choices));
  }

  renewToken(id: string): Result<{ id: string; token: string }> {
    return this.#ports.machine === null ? failed({ kind: 'not-now' }) : this.#shown(this.#book.renew(id));
  }

  /** Copies a token as a secret: the clipboard is cleared later. */
  async copyToken(token: string): Promise<Result<void>> {
    const copied = await this.#ports.copyOnce.copy(token, 'list');
    return copied.ok ? ok(undefined) : copied;
  }

  revoke(id: string): Result<void> {
    return this.#shown(this.#book.revoke((consumer) => consumer.id === id));
  }

  /** The id of the consumer that has this token; null: none has. */
  ownerOf(token: string): string | null {
    const found = this.#book.identify(token);
    return typeof found === 'string' ? null : found.consumer.id;
  }

  revokeAll(): Result<void> {
    return this.#shown(this.#book.revoke(() => true));
  }

  /** The newest first. */
  readActivity(): ActivityLine[] {
    return this.#seen.lines();
  }

  dismissSightings(): void {
    this.#seen.dismissSightings();
    this.#publishing.now();
  }

  /** A token with the rights and limits of the consumer with this name, for so long (ms). Fails with not-now while it does not listen. */
  lease(name: string, lasts: number): Result<Lease> {
    const url = this.url();
    if (url === null) return failed({ kind: 'not-now' });
    const lease = this.#book.lease(name, lasts);
    return lease.ok ? ok({ ...lease.value, url }) : lease;
  }

  endLease(token: string): void {
    this.#book.endLease(token);
  }

  /** The key in use was replaced: who still sends the one before is recognised by its hash. */
  keyReplaced(before: string): void {
    const { on, salt, oldKeys } = this.#content();
    // Also while it cannot listen: programs send the old key as soon as it can.
    if (!on || this.#ports.machine === null) return;
    const used = salt === '' ? Buffer.from(this.#random(16)).toString('hex') : salt;
    const hash = keyHash(before, used);
    this.#write({ salt: used, oldKeys: [hash, ...oldKeys.filter((one) => one !== hash)].slice(0, mostOldKeys) });
  }

  /** The account answered with the key in use. */
  keyAnswered(): void {
    this.#refusedKeys.answered();
    this.situationChanged();
  }

  /** The key, the rotation or the address may have changed. */
  situationChanged(): void {
    this.#listener.running?.gateway.situationChanged();
  }

  /** The computer woke up. */
  woke(): void {
    this.#listener.woke();
  }

  #content(): AccessContent {
    return this.#ports.document.read();
  }

  #write(change: Partial<AccessContent>): Result<void> {
    return this.#ports.document.write({ ...this.#content(), ...change });
  }

  #random(bytes: number): Uint8Array {
    if (this.#ports.machine === null) throw new Error('This process makes no tokens.');
    return this.#ports.machine.random(bytes);
  }

  #gatewayPorts(fetch: GatewayPorts['fetch']): GatewayPorts {
    const { clock, endpoints, key, state } = this.#ports;
    return {
      fetch,
      clock,
      endpoints,
      key,
      book: this.#book,
      situation: () =>
        situationOf(state(), {
          isPaused: this.#isPaused,
          origin: this.#content().origin,
          hasKey: key() !== null,
          suspect: this.#refusedKeys.suspect,
        }),
      rotationId: () => state().rotation.current?.id ?? null,
      keyRefused: (generation) => this.#refusedKeys.refused(generation),
      oldKeys: () => ({ salt: this.#content().salt, hashes: this.#content().oldKeys }),
      onActivity: (line) => {
        this.#seen.addLine(line);
        this.#publishing.soon();
        if (line.code === 'token-unknown') this.#recounting.start(minute);
      },
      onSighting: (which, operation, incoming) => this.#sight(which, operation, incoming),
      onHold: () => this.#publishing.soon(),
    };
  }

  async #sight(key: 'real' | 'old', operation: string | null, incoming: Incoming): Promise<void> {
    const at = this.#ports.clock.now();
    const program = await this.#searches.queue(() => incoming.findProgram());
    this.#seen.addSighting({ at, key, operation, program });
    this.#publishing.soon();
  }

  #publish(): void {
    const view = this.view();
    this.#ports.publish(view);
    const isUsed = ({ today }: AccessView['consumers'][number]) => today.reads + today.writes + today.refused > 0;
    if (view.consumers.some(isUsed)) this.#nextDay.start(untilNextDay(this.#ports.clock.now()));
  }

  #shown<T>(result: Result<T>): Result<T> {
    this.#publishing.now();
    return result;
  }
}
