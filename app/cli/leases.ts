// Tokens for commands that `ninetray run` starts: each ends with its process, after a day, or with NineTray. One timer for all of them, and none
// while there is none.
import type { AccessService, Lease } from '../gateway/access-service';
import { type ConsumerChoices, usualConsumerChoices } from '../model/access/consumer';
import { longestLease } from '../model/access/consumer-facts';
import type { AccessRequest } from '../model/access/terminal-request';
import type { Clock } from '../model/clock';
import { failed, ok, type Result } from '../model/problem';

/** How often it is checked whether the commands still run (ms). */
const EVERY = 3000;

export type LeaseRequest = Extract<AccessRequest, { act: 'lease' }>;
export type LeaseAccess = Pick<AccessService, 'view' | 'url' | 'add' | 'revoke' | 'lease' | 'endLease'>;

export interface LeasesOptions {
  clock: Clock;
  /** What stays the same while a process runs; null: there is none with this number. */
  markOf(pid: number): string | null;
}

interface Held {
  pid: number;
  mark: string;
  until: number;
  end(): void;
}

export class Leases {
  readonly #options: LeasesOptions;
  #held: Held[] = [];

  constructor(options: LeasesOptions) {
    this.#options = options;
  }

  /** A token and where to use it. Fails with `not-now` where the process has ended already or the gateway does not listen. */
  grant(access: LeaseAccess, { of, pid }: LeaseRequest): Result<{ token: string; url: string }> {
    const { clock, markOf } = this.#options;
    const mark = markOf(pid);
    if (mark === null) return failed({ kind: 'not-now' });
    const until = clock.now() + longestLease;
    const made = 'name' in of ? this.#ofConsumer(access, of.name) : this.#ofNewConsumer(access, of.role, pid, until);
    if (!made.ok) return made;
    this.#held.push({ pid, mark, until, end: made.value.end });
    if (this.#held.length === 1) this.#checkLater();
    return ok({ token: made.value.token, url: made.value.url });
  }

  #ofConsumer(access: LeaseAccess, name: string): Result<Lease & { end(): void }> {
    const lease = access.lease(name, longestLease);
    return lease.ok ? ok({ ...lease.value, end: () => access.endLease(lease.value.token) }) : lease;
  }

  /** A consumer that is revoked when the command ends; should NineTray not see that, its time ends it. */
  #ofNewConsumer(
    access: LeaseAccess,
    role: ConsumerChoices['role'],
    pid: number,
    until: number,
  ): Result<{ token: string; url: string; end(): void }> {
    const url = access.url();
    if (url === null) return failed({ kind: 'not-now' });
    const name = `run ${pid}`;
    // One of a process that had this number before.
    const before = access.view().consumers.find((one) => one.name === name);
    if (before !== undefined) access.revoke(before.id);
    const added = access.add({ ...usualConsumerChoices, name, role, expiresAt: until });
    if (!added.ok) return added;
    const { id, token } = added.value;
    return ok({ token, url, end: () => void access.revoke(id) });
  }

  #checkLater(): void {
    const { clock, markOf } = this.#options;
    clock.after(EVERY, () => {
      const isOver = ({ pid, mark, until }: Held) => markOf(pid) !== mark || clock.now() >= until;
      for (const held of this.#held) if (isOver(held)) held.end();
      this.#held = this.#held.filter((held) => !isOver(held));
      if (this.#held.length > 0) this.#checkLater();
    });
  }
}
