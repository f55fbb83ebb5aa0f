// The local gateway of one account, and who may use it: what the user asks of it, and what it shows. Loads and runs nothing of the server
// while it is switched off.
import type { AccessView } from '../model/access/access-view';
import type { ActivityLine } from '../model/access/activity';
import type { ConsumerChoices } from '../model/access/consumer';
import type { GatewayTest } from '../model/access/gateway-test';
import { failed, ok, type Problem, type Result } from '../model/problem';
import type { AccessPorts } from './access-ports';
import type { AccessContent } from './consumers/access-document';
import { ConsumerBook } from './consumers/consumer-book';
import { Seen } from './seen';
import { dyingIn, situationOf } from './situation';
import type { GatewayPorts } from './gateway';
import type { Incoming } from './request/incoming';
import type { RunningGateway } from './start-gateway';

/** A token for one program, in memory only: it ends with NineTray, at its time, or when `endLease` is called. */
export interface Lease {
  token: string;
  url: string;
  expiresAt: number;
}

/** What happens often is shown at most this often (ms). */
const publishEvery = 1000;
/** Outside of a regeneration the account is read at most this often because a consumer was refused (ms). */
const checkEvery = 60_000;
const mostOldKeys = 20;
const testLasts = 60_000;
const minute = 60_000;

export class AccessService {
  readonly #ports: AccessPorts;
  readonly #book: ConsumerBook;
  readonly #seen: Seen;
  #running: RunningGateway | null = null;
  /** Grows with each start and stop: what an older one brings is closed. */
  #run = 0;
  #isStarting = false;
  /** Whether the session wants it to run: not while another one is shown. */
  #isWanted = false;
  #isPaused = false;
  #problem: Problem | null = null;
  #suspect: number | null = null;
  #checkedAt = Number.NEGATIVE_INFINITY;
  #publishedAt = Number.NEGATIVE_INFINITY;
  #cancelPublish: (() => void) | null = null;

  /** Reads what is stored; starts nothing. */
  constructor(ports: AccessPorts) {
    this.#ports = ports;
    this.#seen = new Seen(ports.clock.now);
    this.#book = new ConsumerBook({
      ...ports,
      random: (bytes) => this.#random(bytes),
      onChange: () => this.#publishSoon(),
    });
  }

  view(): AccessView {
    const { on, port } = this.#content();
    const listening = this.#running?.listening;
    return {
      on,
      status: this.#status(on),
      port,
      addresses: listening?.addresses ?? [],
      socket: listening?.socket ?? null,
      ...this.#book.view(),
      holding: this.#running?.gateway.holding() ?? null,
      lastHold: this.#running?.gateway.summary() ?? null,
      ...this.#seen.view(),
      proxyVariable: this.#ports.machine?.proxyVariable ?? null,
      ...(this.#problem === null ? {} : { problem: this.#problem }),
    };
  }

  /** Listens, if it is switched on: the session is shown. */
  async start(): Promise<void> {
    this.#isWanted = true;
    await this.#listen();
  }

  /** Listens no more until `start`: another session is shown, or NineTray ends. */
  stop(): void {
    this.#isWanted = false;
    this.#close();
    this.#book.stop();
    this.#cancelPublish?.();
    this.#cancelPublish = null;
  }

  /** Switches it on, for the address that is set now, or off. Fails with port-busy where it cannot listen; it is on then, and shows that. */
  async setOn(on: boolean): Promise<Result<void>> {
    const origin = on ? this.#ports.state().source.origin : this.#content().origin;
    const written = this.#write({ on, origin });
    if (!on) this.#close();
    this.#isPaused = false;
    this.#publish();
    if (!written.ok || !on) return written;
    return await this.#listen();
  }

  setPaused(isPaused: boolean): Result<void> {
    if (this.#running === null) return failed({ kind: 'not-now' });
    this.#isPaused = isPaused;
    this.situationChanged();
    this.#publish();
    return ok(undefined);
  }

  async choosePort(port: number): Promise<Result<void>> {
    const written = this.#write({ port });
    if (!written.ok || !this.#content().on) {
      this.#publish();
      return written;
    }
    this.#close();
    return await this.#listen();
  }

  /** Tries to listen again. */
  async tryAgain(): Promise<Result<void>> {
    return this.#content().on ? await this.#listen() : failed({ kind: 'not-now' });
  }

  /** Where programs ask it, such as http://127.0.0.1:19090. Null while it does not listen. */
  url(): string | null {
    return this.#running?.listening.addresses[0] ?? null;
  }

  /** Asks it from outside, as a program would. Fails with not-now while it does not listen. */
  async test(): Promise<Result<GatewayTest>> {
    if (this.#running === null) return failed({ kind: 'not-now' });
    const { listening, test } = this.#running;
    const token = this.#book.leaseForTest(testLasts);
    const path = this.#ports.endpoints().getAccountInfo.path;
    const result = await test(listening, { token, path, now: this.#ports.clock.now });
    this.#book.endLease(token);
    return ok(result);
  }

  /** Adds a consumer, and returns its token, once. Fails with bad-input (`name` is taken, `consumers`: too many). */
  add(choices: ConsumerChoices): Result<{ id: string; token: string }> {
    return this.#ports.machine === null ? failed({ kind: 'not-now' }) : this.#shown(this.#book.add(choices));
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

  revokeAll(): Result<void> {
    return this.#shown(this.#book.revoke(() => true));
  }

  /** The newest first. */
  readActivity(): ActivityLine[] {
    return this.#seen.lines();
  }

  dismissSightings(): void {
    this.#seen.dismissSightings();
    this.#publish();
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
    if (this.#running === null) return;
    const { salt, oldKeys } = this.#content();
    const used = salt === '' ? Buffer.from(this.#random(16)).toString('hex') : salt;
    const hash = this.#running.keyHash(before, used);
    this.#write({ salt: used, oldKeys: [hash, ...oldKeys.filter((one) => one !== hash)].slice(0, mostOldKeys) });
  }

  /** The account answered with the key in use. */
  keyAnswered(): void {
    this.#suspect = null;
    this.situationChanged();
  }

  /** The key, the rotation or the address may have changed. */
  situationChanged(): void {
    this.#running?.gateway.situationChanged();
  }

  /** The computer woke up. */
  woke(): void {
    this.#running?.gateway.woke();
    if (this.#running === null || this.#running.listening.isListening()) return;
    this.#close();
    void this.#listen();
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

  #status(on: boolean): AccessView['status'] {
    if (!on) return 'off';
    if (this.#running !== null) return this.#isPaused ? 'paused' : 'listening';
    return this.#problem === null ? 'starting' : 'failed';
  }

  async #listen(): Promise<Result<void>> {
    const { machine, log } = this.#ports;
    const { on, port } = this.#content();
    if (machine === null || !on || !this.#isWanted || this.#running !== null || this.#isStarting) return ok(undefined);
    const run = (this.#run += 1);
    this.#problem = null;
    this.#isStarting = true;
    this.#publish();
    const { startGateway } = await import('./start-gateway');
    const started = await startGateway(this.#gatewayPorts(machine.fetch), { ...machine, port });
    const isCurrent = run === this.#run;
    if (isCurrent) this.#isStarting = false;
    if (started.ok && !isCurrent) started.value.listening.close();
    if (!isCurrent) return ok(undefined);
    if (started.ok) this.#running = started.value;
    else this.#problem = started.problem;
    log('gateway', { listening: started.ok, port });
    this.#publish();
    return started.ok ? ok(undefined) : started;
  }

  #close(): void {
    this.#run += 1;
    this.#isStarting = false;
    this.#problem = null;
    this.#running?.gateway.stop();
    this.#running?.listening.close();
    this.#running = null;
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
          suspect: this.#suspect,
        }),
      rotationId: () => state().rotation.current?.id ?? null,
      keyRefused: (generation) => this.#keyRefused(generation),
      oldKeys: () => ({ salt: this.#content().salt, hashes: this.#content().oldKeys }),
      onActivity: (line) => {
        this.#seen.addLine(line);
        this.#publishSoon();
        // The count of refused tokens is of one minute: it is shown again when that is over.
        if (line.code === 'token-unknown') clock.after(minute, () => this.#publishSoon());
      },
      onSighting: (which, operation, incoming) => void this.#sight(which, operation, incoming),
      onHold: () => this.#publishSoon(),
    };
  }

  #keyRefused(generation: number): boolean {
    const { state, clock, readAccount } = this.#ports;
    // Another key is in use by now.
    if (generation !== state().generation) return true;
    if (dyingIn(state()) !== null) {
      this.#suspect = generation;
      readAccount();
      return true;
    }
    if (clock.now() - this.#checkedAt >= checkEvery) {
      this.#checkedAt = clock.now();
      readAccount();
    }
    return false;
  }

  async #sight(key: 'real' | 'old', operation: string | null, incoming: Incoming): Promise<void> {
    const at = this.#ports.clock.now();
    const program = await incoming.findProgram();
    this.#seen.addSighting({ at, key, operation, program });
    this.#publishSoon();
  }

  #shown<T>(result: Result<T>): Result<T> {
    this.#publish();
    return result;
  }

  #publishSoon(): void {
    if (this.#cancelPublish !== null) return;
    const { now, after } = this.#ports.clock;
    const wait = this.#publishedAt + publishEvery - now();
    if (wait <= 0) this.#publish();
    else this.#cancelPublish = after(wait, () => this.#publish());
  }

  #publish(): void {
    this.#cancelPublish?.();
    this.#cancelPublish = null;
    this.#publishedAt = this.#ports.clock.now();
    this.#ports.publish(this.view());
  }
}
