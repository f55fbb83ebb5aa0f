// Turning sub-accounts on and off: what is wanted shows at once, one request at a time goes out, and each ends in done or in a
// rollback with its reason. Never repeats a request by itself: the vendor's writes are not known to be safe to repeat.
import type { Result } from '../../model/problem';
import type { SubAccountSwitch } from '../../model/app-state';

export interface Switches {
  /** Wants `enabled` for a sub-account that the vendor says is `actual` (null: not known). */
  want: (row: { id: number; username: string; actual: boolean | null }, enabled: boolean) => void;
  /** Wants the opposite of the last finished switch of this sub-account. False when there is nothing to undo. */
  undo(id: number): boolean;
  /** Takes a finished switch off the list. */
  dismiss(id: number): void;
  /** What the vendor confirmed for this sub-account since `since` (ms), or undefined: a read that began earlier is older than that. */
  confirmedSince(id: number, since: number): boolean | undefined;
  /** Work on many confirmed this for a sub-account (null: not known any more): what was finished is no longer how it is. */
  learned(id: number, enabled: boolean | null): void;
  /**
   * A read found this sub-account like this after a switch whose outcome was not known. That switch is done when it is as wanted,
   * and not done when it is otherwise and `last`. Answers false while it must be read once more: an answer may be late.
   */
  reread(id: number, enabled: boolean | null, last: boolean): boolean;
  /** Forgets everything; an answer on its way changes nothing any more (the key changed). */
  clear(): void;
  list(): SubAccountSwitch[];
}

interface Entry {
  id: number;
  username: string;
  wanted: boolean;
  /** What the vendor is known to have; null: not known. */
  actual: boolean | null;
  /** The value in the request that is out, or null. */
  sending: boolean | null;
  state: SubAccountSwitch;
  /** Calls off the moment at which a finished switch leaves the list. */
  keep(): void;
}

/** How long a finished switch and the offer to undo it are shown (ms). */
const DONE_SHOWN_FOR = 12_000;

export interface SwitchesOptions {
  send: (id: number, enabled: boolean) => Promise<Result<void>>;
  now: () => number;
  /** Runs `run` after `ms`; returns what cancels it. */
  after: (ms: number, run: () => void) => () => void;
  /** Called after each change of `list()`. */
  changed: () => void;
  /** Called when the vendor confirmed a switch, or when its outcome is not known and the row should be read again. */
  settled: (id: number, enabled: boolean | null) => void;
}

const nothing = () => undefined;

/** Switches over one account. */
export function createSwitches({ send, now, after, changed, settled }: SwitchesOptions): Switches {
  const entries = new Map<number, Entry>();
  const confirmed = new Map<number, { enabled: boolean; at: number }>();
  const queue: number[] = [];
  let busy = false;
  let epoch = 0;

  const show = (entry: Entry, state: Pick<SubAccountSwitch, 'phase' | 'problem'>) => {
    entry.keep();
    entry.state = { id: entry.id, username: entry.username, wanted: entry.wanted, at: now(), ...state };
    entry.keep = state.phase === 'done' ? after(DONE_SHOWN_FOR, () => drop(entry)) : nothing;
    changed();
  };
  const drop = (entry: Entry) => {
    entry.keep();
    entries.delete(entry.id);
    changed();
  };

  async function work(): Promise<void> {
    if (busy) return;
    busy = true;
    const mine = epoch;
    for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
      const entry = entries.get(id);
      if (entry === undefined || entry.state.phase !== 'pending') continue;
      const sending = entry.wanted;
      entry.sending = sending;
      const answer = await send(id, sending);
      if (mine !== epoch) return;
      entry.sending = null;
      finish(entry, sending, answer);
    }
    busy = false;
  }

  function finish(entry: Entry, sent: boolean, answer: Result<void>): void {
    if (answer.ok) {
      entry.actual = sent;
      confirmed.set(entry.id, { enabled: sent, at: now() });
      settled(entry.id, sent);
      if (entry.wanted === sent) show(entry, { phase: 'done' });
      else queue.push(entry.id); // flipped again meanwhile: the last wish counts
      return;
    }
    if (answer.problem.kind === 'outcome-unknown') {
      entry.actual = null;
      settled(entry.id, null);
    }
    if (entry.wanted === entry.actual) {
      // Refused, but flipped back meanwhile: things are as they are wanted.
      drop(entry);
      return;
    }
    if (entry.wanted !== sent) {
      // Flipped back meanwhile, and it is not known what is true now: only asking makes it so.
      queue.push(entry.id);
      return;
    }
    show(entry, { phase: 'rolled-back', problem: answer.problem });
  }

  const want: Switches['want'] = ({ id, username, actual }, enabled) => {
    const known = entries.get(id);
    const entry: Entry = known ?? {
      id,
      username,
      wanted: enabled,
      actual,
      sending: null,
      state: { id, username, wanted: enabled, phase: 'pending', at: now() },
      keep: nothing,
    };
    entry.username = username;
    entry.wanted = enabled;
    // Only while we have no say in it does the caller know better than we do.
    if (entry.state.phase !== 'pending' || known === undefined) entry.actual = actual;
    entries.set(id, entry);
    if (entry.sending !== null) {
      show(entry, { phase: 'pending' });
      return;
    }
    const queued = queue.indexOf(id);
    if (entry.actual === enabled) {
      // Flipped back before anything went out: nothing to ask for.
      if (queued >= 0) queue.splice(queued, 1);
      drop(entry);
      return;
    }
    show(entry, { phase: 'pending' });
    if (queued < 0) queue.push(id);
    void work();
  };

  return {
    want,
    undo(id) {
      const entry = entries.get(id);
      if (entry === undefined || entry.state.phase !== 'done') return false;
      want({ id, username: entry.username, actual: entry.actual }, !entry.wanted);
      return true;
    },
    dismiss(id) {
      const entry = entries.get(id);
      if (entry === undefined || entry.state.phase === 'pending') return;
      drop(entry);
    },
    confirmedSince(id, since) {
      const known = confirmed.get(id);
      // One from the future is from before the clock was set back: it would hide what reads say until then.
      return known !== undefined && known.at >= since && known.at <= now() ? known.enabled : undefined;
    },
    learned(id, enabled) {
      if (enabled !== null) confirmed.set(id, { enabled, at: now() });
      const entry = entries.get(id);
      if (entry === undefined) return;
      entry.actual = enabled;
      if (entry.state.phase !== 'pending') drop(entry);
      // A wish that is still to be sent goes out after it, unless it has come true.
      else if (entry.sending === null && entry.wanted === enabled) {
        queue.splice(queue.indexOf(id), 1);
        drop(entry);
      }
    },
    reread(id, enabled, last) {
      if (enabled === null) return false;
      const entry = entries.get(id);
      if (entry?.state.problem?.kind !== 'outcome-unknown') return true;
      entry.actual = enabled;
      if (entry.wanted === enabled) show(entry, { phase: 'done' });
      else if (last) show(entry, { phase: 'rolled-back', problem: { kind: 'timed-out' } });
      else return false;
      return true;
    },
    clear() {
      epoch += 1;
      busy = false;
      queue.length = 0;
      for (const entry of entries.values()) entry.keep();
      entries.clear();
      confirmed.clear();
      changed();
    },
    list: () => [...entries.values()].map(({ state }) => state),
  };
}
