// What is remembered of a session's account from one start to the next: its last known figures, their history and the
// open alerts.
import { type AlertWatch, createAlertWatch } from '../account/alerts/watch';
import { createFigureHistory, type FigureHistory } from '../account/figures/figure-history';
import type { RecordedHistory } from '../account/forecast/read-history';
import type { ReadRows } from '../account/refresh/sub-account-reads';
import type { BalanceId } from '../model/figures/figure-id';
import type { Problem } from '../model/problem';
import type { AppState } from '../model/state/app-state';
import type { StateStore } from '../state/state-store';
import { withAlerts } from '../state/transitions';
import type { AccountPorts } from './ports';

export class AccountRecord {
  readonly #documents: AccountPorts['documents'];
  readonly #store: () => StateStore;
  readonly #figures: FigureHistory;
  readonly #alerts: AlertWatch;

  /** `store` is asked for with the first call other than `recalled`. */
  constructor({ clock, documents, tell }: Pick<AccountPorts, 'clock' | 'documents' | 'tell'>, store: () => StateStore) {
    this.#documents = documents;
    this.#store = store;
    this.#figures = createFigureHistory({
      lastKnown: documents.lastKnown,
      samples: documents.samples,
      now: clock.now,
    });
    this.#alerts = createAlertWatch({
      state: () => this.#state,
      clock,
      memories: documents.alerts,
      samples: () => this.#figures.samples(this.#state),
      publish: (alerts) => store().update((state) => withAlerts(state, alerts)),
      tell,
    });
  }

  get #state(): AppState {
    return this.#store().read().state;
  }

  /** This state with what is remembered of its account: the last known figures and the open alerts. */
  recalled(state: AppState): AppState {
    const known = this.#figures.recalled(state);
    return { ...known, alerts: this.#alerts.openAlertsOf(known) };
  }

  /** Records the figures of this state, and shows what follows from them. */
  keepFigures(state: AppState): void {
    if (state.storage.length > 0) this.#documents.retry();
    const derived = this.#figures.keep(state);
    this.#store().update((before) => ({ ...before, ...derived }));
  }

  /** Before reading stops: figures that a read under way has already shown are there at the next start, too. */
  keepShownFigures(): void {
    if (this.#state.refresh.running) this.#figures.keepLastKnown(this.#state);
  }

  /** Opens and closes alerts by the state as it is now, and notifies the user. `rows`: sub-accounts that were just read. */
  evaluateAlerts(rows?: ReadRows): void {
    this.#alerts.evaluate(rows);
  }

  stopAlerts(): void {
    this.#alerts.stop();
  }

  /** What was recorded of a figure of the account in so many days. */
  history(what: BalanceId, days: number): RecordedHistory {
    return this.#figures.read(this.#state, what, days);
  }

  /** The key is another account's from now on: its figures are not mixed with those of the account before. */
  leaveAccount(): void {
    this.#figures.forgetAccount();
  }

  /** What is wrong with the account's documents. */
  problems(): Problem[] {
    const { alerts, jobs } = this.#documents;
    return [...this.#figures.problems(), ...alerts.problems(), ...jobs.problems()];
  }
}
