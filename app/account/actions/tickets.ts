// Tickets for what was prepared and shown: each is valid once, for a while, for exactly that.

export interface Tickets<T> {
  /** A ticket for `what`. */
  give(what: T): string;
  /** What the ticket is for, which is used up by this; null for one that is used up, too old or not known. */
  take(ticket: string): T | null;
  /** No ticket is valid any more. */
  clear(): void;
}

/** How long a ticket is valid (ms): after that, what was shown with it is too old. */
const GOOD_FOR = 300_000;
/** Most tickets at a time: an action may be prepared and never run. */
const MOST = 50;

/** Tickets that are valid for five minutes; of too many unused ones the oldest are dropped. */
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
