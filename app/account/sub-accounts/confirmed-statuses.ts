// Which statuses the vendor confirmed after a write, and when: a read that began earlier is older than that.
import type { SubAccount } from '../../model/state/app-state';

/** Statuses of one account's sub-accounts, by id. */
export class ConfirmedStatuses {
  readonly #now: () => number;
  readonly #byId = new Map<number, { enabled: boolean; at: number }>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** The vendor confirmed it now. */
  set(id: number, enabled: boolean): void {
    this.#byId.set(id, { enabled, at: this.#now() });
  }

  /** What was confirmed since `since` (ms), or undefined. */
  since(id: number, since: number): boolean | undefined {
    const known = this.#byId.get(id);
    // One from the future is from before the clock was set back: it would hide what reads bring until then.
    return known !== undefined && known.at >= since && known.at <= this.#now() ? known.enabled : undefined;
  }

  /** A row of a read that began at `startedAt` (ms), with what was confirmed since. */
  applyTo(row: SubAccount, startedAt: number): SubAccount {
    const enabled = this.since(row.id, startedAt);
    return enabled === undefined ? row : { ...row, enabled };
  }

  clear(): void {
    this.#byId.clear();
  }
}
