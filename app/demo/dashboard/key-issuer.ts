// What the dashboard does with keys: issues them, sends the e-mail that carries them, and remembers what happened, for tests.
// Must not keep a key anywhere but in a mail, nor a code anywhere.
import type { Account } from '../account';
import type { Json } from '../answer';
import type { Faults } from '../faults';
import type { Authenticator, CodeOutcome } from './authenticator';

export interface Mail {
  id: number;
  to: string;
  /** Unix seconds. */
  at: number;
  key: string;
}

export type CodePurpose = 'generate' | 'regenerate' | 'two-factor-on' | 'two-factor-off';

interface KeyIssuerOptions {
  own: Account;
  /** Somebody else's account, with a key of its own. */
  other: Account;
  authenticator: Authenticator;
  troubles: Faults;
  /** Milliseconds, for codes. */
  now(): number;
}

interface Issued {
  account: 'own' | 'other';
  how: 'generated' | 'regenerated';
  /** Unix seconds. */
  at: number;
  through: 'dashboard' | 'control';
}

export class KeyIssuer {
  readonly own: Account;
  readonly other: Account;
  readonly authenticator: Authenticator;
  readonly #parts: KeyIssuerOptions;
  #mails: Mail[] = [];
  #nextMail = 1;
  readonly #issued: Issued[] = [];
  readonly #codes: { at: number; for: CodePurpose; outcome: CodeOutcome }[] = [];
  #signIns = 0;
  /** Whoever signed in sees the other account, as if the vendor had mixed them up. */
  wrongKey = false;

  constructor(parts: KeyIssuerOptions) {
    this.#parts = parts;
    this.own = parts.own;
    this.other = parts.other;
    this.authenticator = parts.authenticator;
  }

  /** Newest first. */
  get mails(): readonly Mail[] {
    return [...this.#mails].reverse();
  }

  deleteMail(id: number): void {
    this.#mails = this.#mails.filter((mail) => mail.id !== id);
  }

  signedIn(): void {
    this.#signIns += 1;
  }

  /** A new key for this account, and a mail that carries it. The old one is dead, unless a trouble keeps it alive for a while. */
  issueKey(account: Account, through: Issued['through']): string {
    const how = account.keys.current === null ? 'generated' : 'regenerated';
    const key = account.keys.regenerate(account.now, this.#parts.troubles.oldKeySurvives);
    this.#mails.push({ id: this.#nextMail, to: account.owner.email, at: account.now, key });
    this.#nextMail += 1;
    this.#issued.push({ account: account === this.own ? 'own' : 'other', how, at: account.now, through });
    return key;
  }

  takeCode(code: string, purpose: CodePurpose): CodeOutcome {
    const now = this.#parts.now();
    const outcome = this.authenticator.take(code, now);
    this.#codes.push({ at: Math.floor(now / 1000), for: purpose, outcome });
    return outcome;
  }

  shownCode(): ReturnType<Authenticator['shown']> {
    return this.authenticator.shown(this.#parts.now());
  }

  /** What happened so far, in order. `regenerations`: how often a living key of each account was replaced. */
  summary(): Json {
    const count = (account: Issued['account']) =>
      this.#issued.filter((one) => one.account === account && one.how === 'regenerated').length;
    return {
      wrongKey: this.wrongKey,
      accounts: { own: this.own.owner.id, other: this.other.owner.id },
      hasKey: this.own.keys.current !== null,
      regenerations: { own: count('own'), other: count('other') },
      issued: this.#issued.map((one) => ({ ...one })),
      codes: this.#codes.map((one) => ({ ...one })),
      signIns: this.#signIns,
      mails: this.#mails.map(({ id, to, at }) => ({ id, to, at })),
    };
  }
}
