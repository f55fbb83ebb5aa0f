// A key that the user pasted, between its first read and the decision how to store it. Its text stays in main; a window gets a ticket,
// a fingerprint and the account.
import type { KeyStorage } from '../model/key-storage';
import type { Account } from '../model/state/app-state';
import { failed, ok, type Result } from '../model/problem';
import { isUnusualKey } from './key-text';

export interface Candidate {
  ticket: string;
  fingerprint: string;
  account: Account;
  storages: KeyStorage[];
  checkedAt: number;
}

export interface CandidatesOptions {
  /** Reads a key out of what was pasted. */
  readText(text: string): Result<string>;
  /** One read with this key: whose account is it? */
  tryKey(key: string): Promise<Result<Account>>;
  fingerprint(key: string): string;
  canProtect(): Promise<boolean>;
  newTicket(): string;
  /** `after` runs its task after so many milliseconds, and returns what cancels it. */
  clock: { now(): number; after(ms: number, run: () => void): () => void };
}

export interface Candidates {
  check(pasted: string): Promise<Result<Candidate>>;
  /** The text and account behind a ticket, once. Null when it is unknown, used or too old. */
  take(ticket: string): { text: string; account: Account } | null;
  discard(ticket: string): void;
  /** Drops a key that waits or is being checked: it was checked at an address that is no longer set. */
  clear(): void;
}

/** The key is removed from memory after this long (ms), so that it does not wait in a window for an hour. */
const GOOD_FOR = 10 * 60_000;

export function createCandidates(options: CandidatesOptions): Candidates {
  // One at a time: a new check replaces the last.
  let waiting: { ticket: string; text: string; account: Account; checkedAt: number; cancelTimer: () => void } | null =
    null;
  let latest = 0;

  function remove(): void {
    waiting?.cancelTimer();
    waiting = null;
  }

  return {
    async check(pasted) {
      latest += 1;
      const mine = latest;
      remove();
      const text = options.readText(pasted);
      if (!text.ok) return text;
      const account = await options.tryKey(text.value);
      if (!account.ok) {
        const isDoubtful = account.problem.kind === 'key-refused' && isUnusualKey(text.value);
        return isDoubtful ? failed({ kind: 'key-refused', unusual: true }) : account;
      }
      const canProtect = await options.canProtect();
      if (mine !== latest) return failed({ kind: 'cancelled' });
      const ticket = options.newTicket();
      const checkedAt = options.clock.now();
      // A timer continues when the system's clock is set, but not while the computer sleeps: `take` compares the clock as well.
      const cancelTimer = options.clock.after(GOOD_FOR, remove);
      waiting = { ticket, text: text.value, account: account.value, checkedAt, cancelTimer };
      return ok({
        ticket,
        fingerprint: options.fingerprint(text.value),
        account: account.value,
        storages: canProtect ? ['protected', 'session'] : ['session', 'unprotected'],
        checkedAt,
      });
    },
    take(ticket) {
      if (waiting === null || waiting.ticket !== ticket) return null;
      const { text, account, checkedAt } = waiting;
      remove();
      return options.clock.now() - checkedAt > GOOD_FOR ? null : { text, account };
    },
    discard(ticket) {
      if (waiting?.ticket === ticket) remove();
    },
    clear() {
      latest += 1;
      remove();
    },
  };
}
