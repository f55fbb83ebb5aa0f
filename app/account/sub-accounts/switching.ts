// Switches sub-accounts with the vendor: sends a switch, shows the row as the vendor confirmed it, and reads the row again after an outcome
// that is not known.
import { KeyedSequencer } from '../../async/sequencer';
import type { SubAccount } from '../../model/state/app-state';
import type { Clock } from '../../model/clock';
import { failed, ok, type Result } from '../../model/problem';
import type { NineProxy } from '../../nineproxy/client';
import type { StateStore } from '../../state/state-store';
import { withSwitches } from '../../state/sub-account-transitions';
import { ConfirmedStatuses } from './confirmed-statuses';
import { readSubAccount } from './read-sub-account';
import { createRereads, type Rereads } from './rereads';
import type { SubAccountRows } from './sub-account-rows';
import { Switches } from './switches';

export interface SwitchingPorts {
  store: StateStore;
  clock: Clock;
  client: () => NineProxy | null;
  /** Reads the figures again: after a write whose outcome is not known, or that shows that the key is dead. */
  readAgain: () => void;
}

/** How often a switch must be read as not done before it counts as not done. */
const READS_TO_BE_SURE = 2;

const unknown: Result<void> = failed({ kind: 'bad-input', field: 'id' });

/** The switches of one account. */
export class SubAccountSwitching {
  readonly #rows: SubAccountRows;
  readonly #ports: SwitchingPorts;
  readonly #confirmed: ConfirmedStatuses;
  readonly #switches: Switches;
  readonly #rereads: Rereads;
  readonly #requests = new KeyedSequencer<number>();

  constructor(rows: SubAccountRows, ports: SwitchingPorts) {
    const { clock, store } = ports;
    this.#rows = rows;
    this.#ports = ports;
    this.#confirmed = new ConfirmedStatuses(clock.now);
    this.#switches = new Switches({
      clock,
      send: (id, enabled) => this.inTurn(id, () => this.#send(id, enabled)),
      changed: () => store.update((state) => withSwitches(state, this.#switches.list())),
      settled: (id, enabled) => this.#settled(id, enabled),
    });
    this.#rereads = createRereads({
      after: clock.after,
      read: (wanted) => this.#read(wanted),
      found: (row, reads) => this.#found(row, reads),
    });
  }

  /** Shows the wanted setting at once and sends it. Fails with bad-input for a row that is not known. */
  switch(id: number, enabled: boolean): Result<void> {
    const row = this.#rows.find(id);
    if (row === undefined) return unknown;
    this.#switches.want({ id, username: row.username, actual: row.enabled }, enabled);
    return ok(undefined);
  }

  /** Fails with bad-input when there is nothing to undo. */
  undo(id: number): Result<void> {
    return this.#switches.undo(id) ? ok(undefined) : unknown;
  }

  dismiss(id: number): void {
    this.#switches.dismiss(id);
  }

  /** What the vendor confirmed since `since` (ms), or undefined. */
  confirmedSince(id: number, since: number): boolean | undefined {
    return this.#confirmed.since(id, since);
  }

  /** A row of a read that began at `startedAt` (ms), with what the vendor confirmed since. */
  withConfirmed(row: SubAccount, startedAt: number): SubAccount {
    return this.#confirmed.applyTo(row, startedAt);
  }

  /** A job on many sub-accounts confirmed this (null: not known any more). `rows.showStatuses` shows it. */
  overrideConfirmed(id: number, enabled: boolean | null): void {
    if (enabled !== null) this.#confirmed.set(id, enabled);
    this.#switches.overrideConfirmed(id, enabled);
    this.#rows.setStatus(id, enabled);
  }

  /** Runs `task` after everything that is being sent about this sub-account, and before what comes later. */
  inTurn<T>(id: number, task: () => Promise<T>): Promise<T> {
    return this.#requests.queue(id, task);
  }

  /** Another key: what is on its way no longer changes anything. */
  clear(): void {
    this.#switches.clear();
    this.#rereads.clear();
    this.#confirmed.clear();
  }

  async #send(id: number, enabled: boolean): Promise<Result<void>> {
    const client = this.#ports.client();
    if (client === null) return failed({ kind: 'key-missing' });
    // Other switches that wait are not sent with a key that is known to be dead.
    if (this.#ports.store.read().state.key.status === 'refused') return failed({ kind: 'key-refused' });
    const answer = await client.setSubAccountEnabled(id, enabled);
    if (!answer.ok && answer.problem.kind === 'key-refused') this.#ports.readAgain();
    return answer;
  }

  #settled(id: number, enabled: boolean | null): void {
    if (enabled !== null) this.#confirmed.set(id, enabled);
    this.#rows.change(id, { enabled });
    if (enabled !== null) return;
    this.#ports.readAgain();
    // That reads the first page and the pinned ones: this one may be elsewhere.
    const username = this.#rows.find(id)?.username;
    if (username !== undefined) this.#rereads.start({ id, username });
  }

  async #read(wanted: { id: number; username: string }): Promise<SubAccount | 'gone' | null> {
    const client = this.#ports.client();
    if (client === null) return null;
    const startedAt = this.#ports.clock.now();
    const found = await readSubAccount(client, wanted);
    return found === null || found === 'gone' ? found : this.withConfirmed(found, startedAt);
  }

  #found(row: SubAccount, reads: number): boolean {
    this.#rows.change(row.id, { enabled: row.enabled });
    return this.#switches.reread(row.id, row.enabled, reads >= READS_TO_BE_SURE);
  }
}
