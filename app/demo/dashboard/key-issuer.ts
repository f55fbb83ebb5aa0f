// What the dashboard does with keys: issues them, and sends the e-mail that carries them. Only the mail keeps the key;
// a code is kept nowhere.
import type { Account } from '../data/account';
import type { Authenticator, CodeOutcome } from './authenticator';

export interface Mail {
  id: number;
  to: string;
  /** Unix seconds. */
  at: number;
  key: string;
}

export type CodePurpose = 'generate' | 'regenerate' | 'two-factor-on' | 'two-factor-off';

export interface KeyIssued {
  account: 'own' | 'other';
  how: 'generated' | 'regenerated';
  /** Unix seconds. */
  at: number;
}

export interface CodeTaken {
  /** Unix seconds. */
  at: number;
  for: CodePurpose;
  outcome: CodeOutcome;
}

/** What tests change and record (testing/). The product's demo has no hooks. */
export interface DashboardHooks {
  /** For how many seconds a regenerated key still works. */
  secondsOfOldKey(): number;
  /** Whether the signed-in user sees the other account. */
  showsOtherAccount(): boolean;
  onKeyIssued(issued: KeyIssued): void;
  onCode(code: CodeTaken): void;
  onSignIn(): void;
}

interface KeyIssuerOptions {
  own: Account;
  /** Another user's account, with a key of its own. */
  other: Account;
  authenticator: Authenticator;
  /** Milliseconds, for codes. */
  now(): number;
  hooks: DashboardHooks | null;
}

export class KeyIssuer {
  readonly own: Account;
  readonly other: Account;
  readonly authenticator: Authenticator;
  readonly #now: () => number;
  readonly #hooks: DashboardHooks | null;
  #mails: Mail[] = [];
  #nextMail = 1;

  constructor(options: KeyIssuerOptions) {
    this.own = options.own;
    this.other = options.other;
    this.authenticator = options.authenticator;
    this.#now = () => options.now();
    this.#hooks = options.hooks;
  }

  /** Newest first. */
  get mails(): readonly Mail[] {
    return [...this.#mails].reverse();
  }

  deleteMail(id: number): void {
    this.#mails = this.#mails.filter((mail) => mail.id !== id);
  }

  /** The account of the user with this e-mail address, as the dashboard shows it. */
  accountOf(email: string): Account {
    return this.#hooks?.showsOtherAccount() || email === this.other.owner.email ? this.other : this.own;
  }

  noteSignIn(): void {
    this.#hooks?.onSignIn();
  }

  /** A new key for this account, and a mail that carries it. The old one stops working, at once unless a test says otherwise. */
  issueKey(account: Account): string {
    const how = account.keys.current === null ? 'generated' : 'regenerated';
    const key = account.keys.regenerate(account.now, this.#hooks?.secondsOfOldKey());
    this.#mails.push({ id: this.#nextMail, to: account.owner.email, at: account.now, key });
    this.#nextMail += 1;
    this.#hooks?.onKeyIssued({ account: account === this.own ? 'own' : 'other', how, at: account.now });
    return key;
  }

  takeCode(code: string, purpose: CodePurpose): CodeOutcome {
    const now = this.#now();
    const outcome = this.authenticator.take(code, now);
    this.#hooks?.onCode({ at: Math.floor(now / 1000), for: purpose, outcome });
    return outcome;
  }

  shownCode(): ReturnType<Authenticator['shown']> {
    return this.authenticator.shown(this.#now());
  }
}
