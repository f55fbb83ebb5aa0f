// One account over one source: its key, figures, alerts, jobs and rotation, wired together over ports, with a state of its own. Runs
// without a window, and beside other sessions.
import { createAlertWatch, type AlertWatch } from '../account/alerts/watch';
import { createFigureHistory, type FigureHistory } from '../account/figures/figure-history';
import type { ReadRows } from '../account/refresh/read-batch';
import { createRefresher, type Refresher } from '../account/refresh/refresher';
import { createSubAccounts, type SubAccounts } from '../account/sub-accounts/sub-accounts';
import { createKeyringWait, type KeyringWait } from '../key/keyring/keyring-wait';
import { RotationService } from '../key/rotation/rotation-service';
import type { Account, AppState } from '../model/app-state';
import type { KeyStorage } from '../model/key-storage';
import { failed, ok, type Problem, type Result } from '../model/problem';
import type { Rotation, RotationView } from '../model/rotation';
import { isForOtherOrigin } from '../model/rotation-origin';
import type { SessionId } from '../model/session-id';
import type { NineProxy } from '../nineproxy/client';
import { emptyState } from '../state/initial-state';
import { withNotice } from '../state/notice';
import { createStateStore, type StateStore } from '../state/state-store';
import { withoutFigures } from '../state/transitions';
import { type AccountServices, createAccountServices } from './account-services';
import type { KeyEntryAccount } from './key-entry';
import type { AccountPorts, HostState } from './ports';
import type { Connection, SettingsListener } from './settings-changes';

export class AccountSession implements KeyEntryAccount, SettingsListener {
  readonly id: SessionId;
  readonly store: StateStore;
  readonly subAccounts: SubAccounts;
  /** What the account window does: lists, actions, jobs on many sub-accounts. */
  readonly services: AccountServices;
  readonly rotation: RotationService;
  readonly #ports: AccountPorts;
  readonly #figures: FigureHistory;
  readonly #alerts: AlertWatch;
  readonly #refresher: Refresher;
  readonly #keyringWait: KeyringWait;
  #client: NineProxy | null = null;
  #isPaused = false;

  /** The session over these ports, with what is known from before. Sends no request until `open` or `useKey`. */
  constructor(ports: AccountPorts, host: HostState) {
    const { clock, documents } = ports;
    this.#ports = ports;
    this.id = ports.id;
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
      publish: (alerts) => this.#publishAlerts(alerts),
      tell: ports.tell,
    });
    const empty = emptyState(host.settings, ports.source.shown(), host.platform, ports.vault.describe());
    this.store = createStateStore(
      this.#recalled(this.#asNew({ ...empty, storage: host.storage, generation: ports.nextRevision() })),
      { derive: (state) => withNotice(state, clock.now()) },
    );
    this.subAccounts = this.#createSubAccounts();
    this.#refresher = createRefresher({
      store: this.store,
      clock,
      random: ports.random,
      confirmedSince: this.subAccounts.confirmedSince,
      read: (state, rows) => this.#keepFigures(state, rows),
      refused: () => this.#keyRefused(),
    });
    this.services = this.#createServices();
    // What was found once does not hold for ever: a keyring is often there only moments after login.
    this.#keyringWait = createKeyringWait({
      after: clock.after,
      isOpen: async () => !this.#isPaused && (await ports.keyringIsOpen()),
      open: () => this.open(false),
    });
    this.rotation = this.#createRotation();
    this.#publishRotation(this.rotation.view());
  }

  get #state(): AppState {
    return this.store.read().state;
  }

  #createSubAccounts(): SubAccounts {
    const { clock, choices, nextRevision } = this.#ports;
    return createSubAccounts({
      store: this.store,
      now: clock.now,
      after: clock.after,
      nextRevision,
      client: () => this.#client,
      readAgain: () => this.#refresher.acted(),
      savePins: choices.savePins,
      savedPins: choices.pins,
    });
  }

  #createServices(): AccountServices {
    const { clock, documents, newTicket, copyOnce, settings, readLocalToday } = this.#ports;
    return createAccountServices({
      store: this.store,
      clock,
      client: () => this.#client,
      generation: () => this.#state.generation,
      readAgain: () => this.#refresher.acted(),
      newTicket,
      copyOnce,
      settings,
      subAccounts: this.subAccounts,
      jobs: documents.jobs,
      readHistory: (what, days) => this.#figures.read(this.#state, what, days),
      readLocalToday,
    });
  }

  #createRotation(): RotationService {
    const { journal, vault, source, readKeyText, copyOnce, clock, newTicket, log } = this.#ports;
    return new RotationService({
      journal,
      vault,
      readKeyText,
      copyOnce,
      clock,
      log,
      newId: newTicket,
      origin: () => source.shown().origin,
      readAccount: (key) => this.accountOf(key, source.address()),
      inUse: (key, otherAccount) => this.#useRotatedKey(key, otherAccount),
      known: () => {
        const { account, key, alerts } = this.#state;
        const keyRefused = key.status === 'refused';
        const since = alerts.find(({ about }) => about.kind === 'key-refused')?.since ?? null;
        return { account: account.value, keyRefused, refusedAt: keyRefused ? since : null };
      },
      publish: (rotation) => {
        this.#publishRotation(rotation);
        // Cancelled while the key is still refused: now the user is notified of that. At a start, figures are read first.
        if (!this.#isPaused && rotation.current === null && this.#state.key.status === 'refused')
          this.#alerts.evaluate();
      },
    });
  }

  #publishRotation(rotation: RotationView): void {
    this.store.update((state) => ({ ...state, rotation }));
  }

  #publishAlerts(alerts: AppState['alerts']): void {
    this.store.update((state) =>
      JSON.stringify(state.alerts) === JSON.stringify(alerts) ? state : { ...state, alerts },
    );
  }

  /** This state with what is remembered of its account: the last known figures and the open alerts. */
  #recalled(state: AppState): AppState {
    const known = this.#figures.recalled(state);
    return { ...known, alerts: this.#alerts.openAlertsOf(known) };
  }

  /** This state as one that windows have not seen: what they were shown of another session's sub-accounts is older. */
  #asNew(state: AppState): AppState {
    const { subAccounts } = state;
    const index = { ...subAccounts.index, rev: this.#ports.nextRevision() };
    return { ...state, subAccounts: { ...subAccounts, index } };
  }

  #keepFigures(state: AppState, rows: ReadRows): void {
    const { documents, choices } = this.#ports;
    this.subAccounts.syncFrom(state);
    if (state.account.value === null) return;
    if (state.storage.length > 0) documents.retry();
    const derived = this.#figures.keep(state);
    this.store.update((before) => ({ ...before, ...derived }));
    if (state.key.status === 'present' && state.account.status === 'fresh') this.rotation.oldKeyAnswered();
    this.#alerts.evaluate(rows);
    choices.followNames(state.account.value.id, rows);
    documents.written();
  }

  #keyRefused(): void {
    this.#ports.log('key refused');
    this.#alerts.evaluate();
    void this.rotation.oldKeyRefused();
  }

  /** Reads with this key from now on; answers on their way to an older one are void. */
  #readWith(key: string | null, address: string | null): void {
    this.subAccounts.reset();
    const isBlocked = this.#ports.source.blockedBy() !== null;
    this.#client = key === null || address === null || isBlocked ? null : this.#ports.createClient(key, address);
    const generation = this.#ports.nextRevision();
    this.store.update((state) => ({ ...state, generation }));
    this.services.reset();
    this.#refresher.use(this.#client);
  }

  /** Asks the keyring for the key, and begins to read with it. `confirmed`: the user says that a key stored without an address is for this one. */
  async open(asked: boolean, confirmed = false): Promise<void> {
    if (this.#isPaused) return;
    this.store.update((state) => ({ ...state, key: { ...state.key, status: 'asking' } }));
    const address = this.address();
    const opened = await this.#ports.vault.open({ asked, confirmed });
    // Paused meanwhile, or the address is another: a key is for the address that it was stored for.
    if (this.#isPaused || address !== this.address()) return;
    this.showKey();
    this.#readWith(opened.status === 'present' ? opened.text : null, address);
    await this.rotation.resume();
  }

  showKey(): void {
    const key = this.#ports.vault.describe();
    this.store.update((state) => ({ ...state, key }));
    this.#keyringWait.set(
      key.status === 'locked' || (key.status === 'unreadable' && key.problem?.kind === 'keyring-absent'),
    );
    this.#ports.documents.written();
  }

  address(): string | null {
    return this.#ports.source.address();
  }

  async accountOf(key: string, address: string | null): Promise<Result<Account>> {
    const problem = this.#ports.source.blockedBy();
    if (problem !== null || address === null) return failed(problem ?? { kind: 'insecure-address' });
    const answer = await this.#ports.createClient(key, address).readAccount({});
    return answer.ok ? ok(answer.value.account) : answer;
  }

  useKey(key: string, address: string | null, accountId: number | null): void {
    const known = this.#state.account.value;
    if (known !== null && known.id !== accountId) this.#leaveAccount();
    this.showKey();
    this.#readWith(key, address);
  }

  /** A rotation's new key is the key from now on. The figures stay, but for another account's. */
  #useRotatedKey(key: string, otherAccount: boolean): void {
    // It is read with when the session goes on.
    if (this.#isPaused) return;
    this.showKey();
    if (otherAccount) this.#leaveAccount();
    this.#readWith(key, this.address());
    this.#ports.log('key replaced');
  }

  /** The key is another account's now: neither this state nor the next start's takes the figures to come for those of the one before. */
  #leaveAccount(): void {
    this.store.update(withoutFigures);
    this.#figures.forgetAccount();
  }

  rotationUnderWay(): Rotation | null {
    const { current } = this.rotation.view();
    const isOver = current === null || current.finishedAt !== null;
    return isOver || isForOtherOrigin(current, this.#ports.source.shown().origin) ? null : current;
  }

  receiveKey(pasted: string, storage?: KeyStorage): Promise<Result<void>> {
    return this.rotation.receive(pasted, storage);
  }

  /** Removes the stored key and the figures. A rotation under way is abandoned first; fails where it cannot be, or the disk refuses. */
  async forgetKey(): Promise<Result<void>> {
    if (this.rotationUnderWay() !== null) {
      const abandoned = await this.rotation.abandon();
      if (!abandoned.ok) return abandoned;
    }
    const forgotten = await this.#ports.vault.forget();
    if (!forgotten.ok) return forgotten;
    this.#readWith(null, null);
    this.#leaveAccount();
    this.showKey();
    this.#ports.log('key forgotten');
    return forgotten;
  }

  connection(): Connection {
    return { address: this.address(), isBlocked: this.#ports.source.blockedBy() !== null };
  }

  stopIfMoved(before: Connection): void {
    const { address, isBlocked } = this.connection();
    if (!this.#isPaused && (address !== before.address || isBlocked)) this.#readWith(null, null);
  }

  async settingsChanged(before: Connection): Promise<void> {
    if (this.#isPaused) return;
    const { address, isBlocked } = this.connection();
    if (address !== before.address) {
      // A key is for the address that it was stored for, or checked at; another address has its own.
      this.#readWith(null, null);
      this.#showFromStart((state) => state);
      await this.open(true);
    } else if (isBlocked !== before.isBlocked) {
      await this.open(true);
    } else {
      this.#refresher.reconsider();
      this.#alerts.evaluate();
    }
  }

  /** Shows what is known of the account at the source's address, as at a start. */
  #showFromStart(change: (state: AppState) => AppState): void {
    const source = this.#ports.source.shown();
    this.store.update((state) => this.#recalled(change({ ...withoutFigures(state), source })));
  }

  endpointsCorrected(): void {
    this.services.endpointsCorrected();
  }

  /** Reads no more until `resume`; a rotation of its key goes on. */
  pause(): void {
    this.#isPaused = true;
    this.#alerts.stop();
    this.#readWith(null, null);
  }

  /** Shows what is known as at a start; `open` or `useKey` reads again. */
  resume(): void {
    this.#isPaused = false;
    this.#readWith(null, null);
    this.#showFromStart((state) => this.#asNew(state));
  }

  /** What is the same for every session of this computer. */
  setHostState(host: HostState): void {
    this.store.update((state) => {
      const { settings, platform } = state;
      const storage = JSON.stringify(state.storage) === JSON.stringify(host.storage) ? state.storage : host.storage;
      const isSame = settings === host.settings && platform === host.platform && storage === state.storage;
      return isSame ? state : { ...state, ...host, storage };
    });
  }

  /** What is wrong with the account's documents. */
  problems(): Problem[] {
    const { alerts, jobs } = this.#ports.documents;
    return [...this.#figures.problems(), ...alerts.problems(), ...jobs.problems()];
  }

  refresh(): Promise<void> {
    return this.#refresher.refresh();
  }

  setVisible(isVisible: boolean): void {
    this.#refresher.setVisible(isVisible);
    if (isVisible) this.#keyringWait.hurry();
  }

  setOnline(isOnline: boolean): void {
    this.#refresher.setOnline(isOnline);
    if (isOnline && !this.#isPaused) this.rotation.wake();
  }

  setPower(power: { onBattery: boolean; metered: boolean }): void {
    this.#refresher.setPower(power);
  }

  /** The computer woke up: timers slept, too. */
  woke(): void {
    this.#keyringWait.hurry();
    this.#refresher.woke();
    if (this.#isPaused) return;
    this.rotation.wake();
    this.#alerts.evaluate();
  }

  stop(): void {
    this.services.stop();
    this.#keyringWait.stop();
    this.#alerts.stop();
    this.#refresher.stop();
    this.rotation.stop();
  }
}
