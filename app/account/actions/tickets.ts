// Tickets for what was prepared and shown: each good once, for a while, for exactly that.
// It must not: know what is behind one.

export interface Tickets<T> {
  /** A ticket for `what`. */
  give(what: T): string;
  /** What is behind a ticket, which is spent by this; null for one that is spent, too old or not known. */
  take(ticket: string): T | null;
  /** All are void. */
  clear(): void;
}

/** How long one is good (ms): what was shown with it is too old then. */
const GOOD_FOR = 300_000;
/** Prepared and never run, by somebody who thought better of it. */
const MOST = 50;

/** Tickets that are good for five minutes; of those never spent the oldest go first. */
export function createTickets<T>({ newTicket, now }: { newTicket(): string; now(): number }): Tickets<T> {
  const given = new Map<string, { what: T; at: number }>();
  return {
    give(what) {
      const ticket = newTicket();
      given.set(ticket, { what, at: now() });
      for (const oldest of given.keys()) {
        if (given.size <= MOST) break;
        given.delete(oldest);
      }
      return ticket;
    },
    take(ticket) {
      const found = given.get(ticket);
      given.delete(ticket);
      if (found === undefined) return null;
      const age = now() - found.at;
      return age >= 0 && age <= GOOD_FOR ? found.what : null;
    },
    clear: () => given.clear(),
  };
}
