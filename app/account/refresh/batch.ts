// One batch of reads: what its answers mean together, and what they may still change. The account's answer decides
// about the key and whose figures these are.
import type { Figure } from '../../model/figures/figure';
import { failed, type Problem, type Result } from '../../model/problem';
import type { AppState } from '../../model/state/app-state';
import type { NineProxy } from '../../nineproxy/client';
import type { StateStore } from '../../state/state-store';
import { withAccount } from '../../state/transitions';

export interface BatchOptions {
  client: NineProxy;
  store: StateStore;
  /** Ends the batch: nothing changes after it. */
  signal: AbortSignal;
  now: () => number;
  /** This client's account is known to be the one whose figures are shown. */
  sameAccount: boolean;
}

export class Batch {
  /** Why reads failed, those of the key excepted. */
  readonly problems: Problem[] = [];
  readonly #options: BatchOptions;
  readonly #generation: number;
  #sameAccount: boolean;
  #answers = 0;
  #isRefused = false;
  #accountAnswers = false;
  #accountRead: Promise<void> = Promise.resolve();

  constructor(options: BatchOptions) {
    this.#options = options;
    this.#generation = options.store.read().state.generation;
    this.#sameAccount = options.sameAccount;
  }

  /** How many reads succeeded. */
  get answers(): number {
    return this.#answers;
  }

  /** 9Proxy refused the key. */
  get isRefused(): boolean {
    return this.#isRefused;
  }

  /** This client's account is now known to be the one whose figures are shown. */
  get sameAccount(): boolean {
    return this.#sameAccount;
  }

  /** Whether answers still count: the key is the same, it was not refused, and the batch was not cancelled. */
  isCurrent(): boolean {
    const { signal, store } = this.#options;
    return !this.#isRefused && !signal.aborted && store.read().state.generation === this.#generation;
  }

  /** Reads the account. Call it before `ask`: the answers to other reads may have to wait for this one. */
  readAccount(): Promise<void> {
    this.#accountRead = this.#readAccount();
    return this.#accountRead;
  }

  async #readAccount(): Promise<void> {
    const { client, signal, now } = this.#options;
    const account = await client.readAccount({ signal });
    if (!this.isCurrent()) return;
    if (!account.ok && account.problem.kind === 'key-refused') {
      this.#isRefused = true;
      return;
    }
    const answer = this.#count(account);
    this.show(
      (state) => withAccount(state, answer, now()),
      (state) => [state.account],
    );
    this.#accountAnswers = answer.ok;
    if (answer.ok) this.#sameAccount = true;
  }

  /**
   * An answer when it may be shown; null if it changes nothing any more. Two wait for the account's: a refusal, because the account's own
   * decides what it means, and any figure of a key that may be another account's, because one account's figures must never stand beside
   * another's.
   */
  async inTurn<T>(asked: Promise<Result<T>>): Promise<Result<T> | null> {
    const answer = await asked;
    const known = this.#sameAccount || this.#options.store.read().state.account.value === null;
    if (!known || (!answer.ok && answer.problem.kind === 'key-refused')) await this.#accountRead;
    return this.isCurrent() ? this.#count(answer) : null;
  }

  /** An answer to a read that followed another one of this batch; null if it changes nothing any more. */
  async afterOthers<T>(asked: Promise<Result<T>>): Promise<Result<T> | null> {
    const answer = await asked;
    return this.isCurrent() ? this.#count(answer) : null;
  }

  /** Shows a figure of which nothing was known, not even a failure, at once, and anything else together at the end of the batch. */
  show(change: (state: AppState) => AppState, replaced: (state: AppState) => Figure<unknown>[]): void {
    const { store } = this.#options;
    store.update(change, replaced(store.read().state).some(isFirst) ? 'at-once' : 'later');
  }

  #count<T>(answer: Result<T>): Result<T> {
    if (answer.ok) this.#answers += 1;
    else this.problems.push(answer.problem);
    return unrefused(answer, this.#accountAnswers);
  }
}

/**
 * Only the account's own answer decides about the key. One capability that is refused while the account answers is one that is not
 * offered to us; where the account does not answer, 9Proxy declined, and no more is known.
 */
function unrefused<T>(answer: Result<T>, accountAnswers: boolean): Result<T> {
  if (answer.ok || answer.problem.kind !== 'key-refused') return answer;
  return failed(accountAnswers ? { kind: 'not-offered' } : { kind: 'rejected', message: '' });
}

/** Whether nothing is known of this figure yet: neither a value nor why there is none. */
function isFirst({ value, problem }: Figure<unknown>): boolean {
  return value === null && problem === undefined;
}
