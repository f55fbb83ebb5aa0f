// What happened on the dashboard, for tests, and how tests make it go wrong.
import type { Json } from '../protocol/answer';
import type { CodeTaken, DashboardHooks, KeyIssued, KeyIssuer } from '../dashboard/key-issuer';
import type { Faults } from './faults';

export class DashboardRecord implements DashboardHooks {
  /** Whoever signed in sees the other account, as if the vendor had mixed them up. */
  wrongKey = false;
  readonly #faults: Faults;
  readonly #issued: (KeyIssued & { through: 'dashboard' | 'control' })[] = [];
  readonly #codes: CodeTaken[] = [];
  #signIns = 0;
  #through: 'dashboard' | 'control' = 'dashboard';

  constructor(faults: Faults) {
    this.#faults = faults;
  }

  secondsOfOldKey(): number {
    return this.#faults.oldKeySurvives;
  }

  showsOtherAccount(): boolean {
    return this.wrongKey;
  }

  onKeyIssued(issued: KeyIssued): void {
    this.#issued.push({ ...issued, through: this.#through });
  }

  onCode(code: CodeTaken): void {
    this.#codes.push(code);
  }

  onSignIn(): void {
    this.#signIns += 1;
  }

  /** What `run` does is recorded as the work of the control interface. */
  throughControl<T>(run: () => T): T {
    this.#through = 'control';
    try {
      return run();
    } finally {
      this.#through = 'dashboard';
    }
  }

  /** Everything so far, in order. `regenerations`: how often a working key of each account was replaced. */
  summary(issuer: KeyIssuer): Json {
    const count = (account: KeyIssued['account']) =>
      this.#issued.filter((one) => one.account === account && one.how === 'regenerated').length;
    return {
      wrongKey: this.wrongKey,
      accounts: { own: issuer.own.owner.id, other: issuer.other.owner.id },
      hasKey: issuer.own.keys.current !== null,
      regenerations: { own: count('own'), other: count('other') },
      issued: this.#issued.map((one) => ({ ...one })),
      codes: this.#codes.map((one) => ({ ...one })),
      signIns: this.#signIns,
      mails: issuer.mails.map(({ id, to, at }) => ({ id, to, at })),
    };
  }
}
