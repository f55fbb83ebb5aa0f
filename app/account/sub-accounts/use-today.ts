// What each known sub-account used today: how far its balances fell between reads. 9Proxy reports no such figure.
import type { SubAccount } from '../../model/state/app-state';

/** What was used since `since` (ms): NineTray's first read of this sub-account today. Null: that balance was not reported. */
export interface SubAccountUse {
  since: number;
  ips: number | null;
  /** Bytes. */
  traffic: number | null;
}

interface Record {
  since: number;
  ips: Balance;
  traffic: Balance;
}

interface Balance {
  last: number | null;
  used: number;
}

/** The use of sub-accounts by id, in memory: it starts again at midnight (local time) and with NineTray. */
export class UseToday {
  readonly #now: () => number;
  readonly #records = new Map<number, Record>();
  #day = Number.NaN;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Counts what was used since the last read of these rows. A balance that rose (a top-up) does not count as use. */
  observe(rows: readonly SubAccount[]): void {
    this.#startDay();
    for (const { id, ips, traffic } of rows) {
      const before = this.#records.get(id);
      this.#records.set(id, {
        since: before?.since ?? this.#now(),
        ips: next(before?.ips, ips),
        traffic: next(before?.traffic, traffic),
      });
    }
  }

  /** The use of one; null before its first read today. */
  of(id: number): SubAccountUse | null {
    this.#startDay();
    const record = this.#records.get(id);
    if (record === undefined) return null;
    const { since, ips, traffic } = record;
    return {
      since,
      ips: ips.last === null ? null : ips.used,
      traffic: traffic.last === null ? null : traffic.used,
    };
  }

  /** The user changed the balances of this one, or it was deleted: the next read is its first. */
  restart(id: number): void {
    this.#records.delete(id);
  }

  clear(): void {
    this.#records.clear();
  }

  #startDay(): void {
    const day = new Date(this.#now()).setHours(0, 0, 0, 0);
    if (day !== this.#day) this.clear();
    this.#day = day;
  }
}

function next(before: Balance | undefined, read: number | null): Balance {
  const { last, used } = before ?? { last: null, used: 0 };
  if (read === null) return { last, used };
  return { last: read, used: used + (last === null ? 0 : Math.max(0, last - read)) };
}
