// Whether the gateway listens: begins and ends that, and knows why it cannot. Loads nothing of the server while it is off. Never takes another
// port than the one that was chosen.
import type { AccessView } from '../model/access/access-view';
import { ok, type Problem, type Result } from '../model/problem';
import type { AccessPorts } from './access-ports';
import type { GatewayPorts } from './gateway';
import type { RunningGateway } from './start-gateway';

interface ListenerPorts extends Pick<AccessPorts, 'machine' | 'log'> {
  /** What the user chose. */
  chosen(): { on: boolean; port: number };
  gateway(fetch: GatewayPorts['fetch']): GatewayPorts;
  onChange(): void;
}

export class GatewayListener {
  readonly #ports: ListenerPorts;
  #running: RunningGateway | null = null;
  /** Grows with each start and stop: what an older one brings is closed. */
  #run = 0;
  #isStarting = false;
  /** Whether the session wants it to run: not while another one is shown. */
  #isWanted = false;
  #problem: Problem | null = null;

  constructor(ports: ListenerPorts) {
    this.#ports = ports;
  }

  /** What runs; null while it does not listen. */
  get running(): RunningGateway | null {
    return this.#running;
  }

  /** Why it cannot listen; null where it can, or was not asked to. */
  get problem(): Problem | null {
    return this.#problem;
  }

  status(): Exclude<AccessView['status'], 'paused'> {
    if (!this.#ports.chosen().on) return 'off';
    if (this.#running !== null) return 'listening';
    return this.#problem === null ? 'starting' : 'failed';
  }

  /** The session is shown: listens, if it is switched on. */
  async start(): Promise<void> {
    this.#isWanted = true;
    await this.listen();
  }

  /** Listens no more until `start`. */
  stop(): void {
    this.#isWanted = false;
    this.close();
  }

  /** Listens where it should and does not yet. Fails with port-busy. */
  async listen(): Promise<Result<void>> {
    const { machine, log } = this.#ports;
    const { on, port } = this.#ports.chosen();
    if (machine === null || !on || !this.#isWanted || this.#running !== null || this.#isStarting) return ok(undefined);
    const run = (this.#run += 1);
    this.#problem = null;
    this.#isStarting = true;
    this.#ports.onChange();
    const { startGateway } = await import('./start-gateway');
    const started = await startGateway(this.#ports.gateway(machine.fetch), { ...machine, port });
    const isCurrent = run === this.#run;
    if (isCurrent) this.#isStarting = false;
    if (started.ok && !isCurrent) started.value.listening.close();
    if (!isCurrent) return ok(undefined);
    if (started.ok) this.#running = started.value;
    else this.#problem = started.problem;
    log('gateway', { listening: started.ok, port });
    this.#ports.onChange();
    return started.ok ? ok(undefined) : started;
  }

  /** Ends it, until `listen`. */
  close(): void {
    this.#run += 1;
    this.#isStarting = false;
    this.#problem = null;
    this.#running?.gateway.stop();
    this.#running?.listening.close();
    this.#running = null;
  }

  /** The computer woke up: what waited for too long ends, and where it no longer listens, or could not before, it tries to. */
  woke(): void {
    this.#running?.gateway.woke();
    if (this.#running?.listening.isListening() === true) return;
    if (this.#running !== null) this.close();
    void this.listen();
  }
}
