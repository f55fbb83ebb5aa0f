// The sub-accounts of the demo account, up to many thousands: kept in the order of their ids, found by id at once.
// allocations.ts changes the main account's balance.
import type { Random } from './random';

export interface SubAccount {
  id: number;
  username: string;
  /** Kept as a real server would, and shown by no operation. */
  password: string | null;
  note: string | null;
  ips: number;
  /** Bytes. */
  traffic: number;
  /** The main account's traffic package that its bytes came from. */
  packageId: number | null;
  enabled: boolean;
  createdAt: number;
  autoDisableAt: number | null;
  topUp: {
    ips: boolean;
    whenIps: number;
    addIps: number;
    traffic: boolean;
    whenTraffic: number;
    addTraffic: number;
    /** The package to take it from; null for whichever has enough. */
    packageId: number | null;
  };
}

export class SubAccounts {
  readonly #list: SubAccount[] = [];
  readonly #byId = new Map<number, SubAccount>();
  readonly #usernames = new Set<string>();
  /** Those with a date at which they are disabled, so that time passes quickly for the others. */
  readonly #dated = new Set<SubAccount>();
  #nextId = 20_001;

  /** In the order of their ids, oldest first. */
  get list(): readonly SubAccount[] {
    return this.#list;
  }

  find(id: number): SubAccount | undefined {
    return this.#byId.get(id);
  }

  isTaken(username: string): boolean {
    return this.#usernames.has(username);
  }

  /** Adds one under the next id. */
  add(fields: Omit<SubAccount, 'id'>): SubAccount {
    const sub = { id: this.#nextId, ...fields };
    this.#nextId += 1;
    this.#list.push(sub);
    this.#byId.set(sub.id, sub);
    this.#usernames.add(sub.username);
    this.disableLater(sub, sub.autoDisableAt);
    return sub;
  }

  /** Sets or clears the date (Unix seconds) at which it is disabled. */
  disableLater(sub: SubAccount, at: number | null): void {
    sub.autoDisableAt = at;
    if (at === null) this.#dated.delete(sub);
    else this.#dated.add(sub);
  }

  disableThoseDue(now: number): void {
    for (const sub of this.#dated) {
      if (sub.autoDisableAt === null || sub.autoDisableAt > now) continue;
      sub.enabled = false;
      this.disableLater(sub, null);
    }
  }

  remove(sub: SubAccount): void {
    const index = this.#list.indexOf(sub);
    if (index >= 0) this.#list.splice(index, 1);
    this.#byId.delete(sub.id);
    this.#usernames.delete(sub.username);
    this.#dated.delete(sub);
  }

  /** One that is enabled and passes, found in a few draws; `undefined` when the draws are used up. */
  drawEnabled(random: Random, passes: (sub: SubAccount) => boolean): SubAccount | undefined {
    for (let draw = 0; draw < 8; draw += 1) {
      const sub = this.#list[random.whole(0, this.#list.length - 1)];
      if (sub?.enabled && passes(sub)) return sub;
    }
    return undefined;
  }
}
