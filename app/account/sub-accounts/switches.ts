// Turning sub-accounts on and off: what is wanted shows at once, one request at a time is sent, and each switch ends in done or in a
// rollback with its reason. Never repeats a request that failed: the vendor's writes are not known to be safe to repeat.
import type { Result } from '../../model/problem';
import type { SubAccountSwitch } from '../../model/state/app-state';
import type { Clock } from '../../model/clock';
import { afterAnswer, afterReread, type SwitchStatus, type SwitchStep } from './switch-steps';

export interface SwitchPorts {
  clock: Clock;
  send: (id: number, enabled: boolean) => Promise<Result<void>>;
  /** Called after each change of `list()`. */
  changed: () => void;
  /** Called when the vendor confirmed a switch, or when its outcome is not known (null) and the row should be read again. */
  settled: (id: number, enabled: boolean | null) => void;
}

interface Entry extends SwitchStatus {
  id: number;
  username: string;
  /** Its request is on its way. */
  isSending: boolean;
  state: SubAccountSwitch;
  /** Cancels the timer that removes a finished switch from the list. */
  cancelTimer(): void;
}

/** How long a finished switch and the offer to undo it are shown (ms). */
const DONE_SHOWN_FOR = 12_000;

const nothing = () => undefined;

/** Switches over one account. */
export class Switches {
  readonly #ports: SwitchPorts;
  readonly #entries = new Map<number, Entry>();
  /** Ids whose requests are still to be sent, in order. */
  readonly #queue: number[] = [];
  #isSending = false;
  /** Grows with `clear`: an answer from before changes nothing. */
  #epoch = 0;

  constructor(ports: SwitchPorts) {
    this.#ports = ports;
  }

  list(): SubAccountSwitch[] {
    return [...this.#entries.values()].map(({ state }) => state);
  }

  /** Wants `enabled` for a sub-account that the vendor reports as `actual` (null: not known). */
  want({ id, username, actual }: { id: number; username: string; actual: boolean | null }, enabled: boolean): void {
    const known = this.#entries.get(id);
    const entry = known ?? this.#newEntry(id, username, enabled, actual);
    entry.username = username;
    entry.wanted = enabled;
    // While a switch is pending, its entry knows the vendor's status better than the row that was flipped.
    if (known?.state.phase !== 'pending') entry.actual = actual;
    this.#entries.set(id, entry);
    if (entry.isSending) {
      this.#show(entry, { phase: 'pending' });
    } else if (entry.actual === enabled) {
      // Flipped back before anything was sent: no request is needed.
      this.#unqueue(id);
      this.#drop(entry);
    } else {
      this.#show(entry, { phase: 'pending' });
      if (!this.#queue.includes(id)) this.#queue.push(id);
      void this.#sendQueued();
    }
  }

  /** Wants the opposite of the last finished switch of this sub-account. False when there is nothing to undo. */
  undo(id: number): boolean {
    const entry = this.#entries.get(id);
    if (entry === undefined || entry.state.phase !== 'done') return false;
    this.want({ id, username: entry.username, actual: entry.actual }, !entry.wanted);
    return true;
  }

  /** Removes a finished switch from the list. */
  dismiss(id: number): void {
    const entry = this.#entries.get(id);
    if (entry !== undefined && entry.state.phase !== 'pending') this.#drop(entry);
  }

  /** A job on many sub-accounts set this status (null: not known any more): what was finished before is no longer true. */
  overrideConfirmed(id: number, enabled: boolean | null): void {
    const entry = this.#entries.get(id);
    if (entry === undefined) return;
    entry.actual = enabled;
    const isPending = entry.state.phase === 'pending';
    // A switch that is still to be sent is sent after the job's write, unless the job has already set it.
    if (isPending && (entry.isSending || entry.wanted !== enabled)) return;
    this.#unqueue(id);
    this.#drop(entry);
  }

  /**
   * A read found this status after a switch whose outcome was not known. `isLast`: the switch counts as not done if it is not as wanted.
   * Returns false while it must be read again.
   */
  reread(id: number, enabled: boolean | null, isLast: boolean): boolean {
    if (enabled === null) return false;
    const entry = this.#entries.get(id);
    if (entry?.state.problem?.kind !== 'outcome-unknown') return true;
    entry.actual = enabled;
    const step = afterReread(entry.wanted, enabled, isLast);
    if (step !== null) this.#take(entry, step);
    return step !== null;
  }

  /** Removes everything; an answer on its way no longer changes anything (the key changed). */
  clear(): void {
    this.#epoch += 1;
    this.#isSending = false;
    this.#queue.length = 0;
    for (const entry of this.#entries.values()) entry.cancelTimer();
    this.#entries.clear();
    this.#ports.changed();
  }

  #newEntry(id: number, username: string, wanted: boolean, actual: boolean | null): Entry {
    const state: SubAccountSwitch = { id, username, wanted, phase: 'pending', at: this.#ports.clock.now() };
    return { id, username, wanted, actual, isSending: false, state, cancelTimer: nothing };
  }

  async #sendQueued(): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    const epoch = this.#epoch;
    for (let id = this.#queue.shift(); id !== undefined; id = this.#queue.shift()) {
      const entry = this.#entries.get(id);
      if (entry === undefined || entry.state.phase !== 'pending') continue;
      const sent = entry.wanted;
      entry.isSending = true;
      const answer = await this.#ports.send(id, sent);
      if (epoch !== this.#epoch) return;
      entry.isSending = false;
      const { actual, step } = afterAnswer(entry, sent, answer);
      entry.actual = actual;
      if (answer.ok) this.#ports.settled(id, sent);
      else if (answer.problem.kind === 'outcome-unknown') this.#ports.settled(id, null);
      this.#take(entry, step);
    }
    this.#isSending = false;
  }

  #take(entry: Entry, step: SwitchStep): void {
    if (step.do === 'done') this.#show(entry, { phase: 'done' });
    else if (step.do === 'drop') this.#drop(entry);
    else if (step.do === 'send') this.#queue.push(entry.id);
    else this.#show(entry, { phase: 'rolled-back', problem: step.problem });
  }

  #show(entry: Entry, state: Pick<SubAccountSwitch, 'phase' | 'problem'>): void {
    const { clock, changed } = this.#ports;
    entry.cancelTimer();
    entry.state = { id: entry.id, username: entry.username, wanted: entry.wanted, at: clock.now(), ...state };
    entry.cancelTimer = state.phase === 'done' ? clock.after(DONE_SHOWN_FOR, () => this.#drop(entry)) : nothing;
    changed();
  }

  #drop(entry: Entry): void {
    entry.cancelTimer();
    this.#entries.delete(entry.id);
    this.#ports.changed();
  }

  #unqueue(id: number): void {
    const position = this.#queue.indexOf(id);
    if (position >= 0) this.#queue.splice(position, 1);
  }
}
