// One account over one source: its key, figures, alerts, jobs and rotation, wired together over ports, with a state of its own. Runs
// without a window, and beside other sessions.
import { Refresher } from '../account/refresh/refresher';
import type { ReadRows } from '../account/refresh/sub-account-reads';
import type { AccessService } from '../gateway/access-service';
import { createSubAccounts, type SubAccounts } from '../account/sub-accounts/sub-accounts';
import type { RotationService } from '../key/rotation/rotation-service';
import type { PlacesService } from '../places/service/places-service';
import type { Account, AppState } from '../model/state/app-state';
import type { KeyStorage } from '../model/key-storage';
import type { Problem, Result } from '../model/problem';
import type { Rotation, RotationView } from '../model/rotation/rotation';
import { isForOtherOrigin } from '../model/rotation/rotation-origin';
import type { SessionId } from '../model/session-id';
import { emptyState } from '../state/initial-state';
import { withNotice } from '../state/notice';
import { createStateStore, type StateStore } from '../state/state-store';
import { type HostState, withHostState, withoutFigures } from '../state/transitions';
import { withIndexRevision } from '../state/sub-account-transitions';
import { AccountRecord } from './account-record';
import { type AccountServices, createAccountServices } from './account-services';
import type { KeyEntryAccount } from './key-entry';
import { KeyInUse } from './key-in-use';
import type { AccountPorts } from './ports';
import { createSessionAccess } from './session-access';
import { createSessionPlaces } from './session-places';
import { createSessionRotation } from './session-rotation';
import type { Connection, SettingsListener } from './settings-changes';

export class AccountSession implements KeyEntryAccount, SettingsListener {
  readonly id: SessionId;
  readonly store: StateStore;
  readonly subAccounts: SubAccounts;
  /** What the account window does: lists, actions, jobs on many sub-accounts. */
  readonly services: AccountServices;
  readonly rotation: RotationService;
  /** The places that hold the key. */
  readonly places: PlacesService;
  /** The local gateway, and who may use it. */
  readonly access: AccessService;
  readonly #ports: AccountPorts;
  readonly #record: AccountRecord;
  readonly #refresher: Refresher;
  readonly #key: KeyInUse;

  /** The session over these ports, with what is known from before. Sends no request until `open` or `useKey`. */
  constructor(ports: AccountPorts, host: HostState) {
    const { clock } = ports;
    this.#ports = ports;
    this.id = ports.id;
    this.#record = new AccountRecord(ports, () => this.store);
    const empty = emptyState(host.settings, ports.source.shown(), host.platform, ports.vault.describe());
    this.store = createStateStore(
      this.#record.recalled(withIndexRevision({ ...empty, storage: host.storage }, ports.nextRevision())),
      { derive: (state) => withNotice(state, clock.now()) },
    );
    const gateway = createSessionAccess(ports, this.store, {
      readAccount: () => void this.#refresher.refresh(),
      onTroubles: () => this.#record.evaluateAlerts(),
      onHeld: (id, held) => void this.rotation.held(id, held),
    });
    this.access = gateway.access;
    this.#key = new KeyInUse(ports, this.store, {
      onClient: (client, key) => {
        gateway.setKey(key);
        this.subAccounts.reset();
        this.services.reset();
        this.#refresher.use(client);
      },
      onOpened: async () => {
        await this.rotation.resume();
        await this.places.resume(this.rotationUnderWay());
      },
    });
    this.subAccounts = this.#createSubAccounts();
    this.#refresher = new Refresher({
      store: this.store,
      clock,
      random: ports.random,
      confirmedSince: this.subAccounts.confirmedSince,
      onRead: (state, rows) => this.#keepFigures(state, rows),
      onKeyRefused: () => this.#keyRefused(),
    });
    this.services = this.#createServices();
    this.places = createSessionPlaces(
      ports,
      () => this.store,
      () => this.rotation,
      this.access,
    );
    this.rotation = this.#createRotation();
    this.#publishRotation(this.rotation.view());
    this.store.update((state) => ({ ...state, access: this.access.view(), places: this.places.view() }));
  }

  get #state(): AppState {
    return this.store.read().state;
  }

  #createSubAccounts(): SubAccounts {
    const { clock, choices, nextRevision } = this.#ports;
    return createSubAccounts({
      store: this.store,
      clock,
      nextRevision,
      client: () => this.#key.client,
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
      client: () => this.#key.client,
      generation: () => this.#state.generation,
      readAgain: () => this.#refresher.acted(),
      newTicket,
      copyOnce,
      settings,
      subAccounts: this.subAccounts,
      jobs: documents.jobs,
      readHistory: (what, days) => this.#record.history(what, days),
      readLocalToday,
    });
  }

  #createRotation(): RotationService {
    return createSessionRotation(this.#ports, {
      state: () => this.#state,
      places: () => this.places.list(),
      readAccount: (key) => this.accountOf(key, this.address()),
      inUse: (key, otherAccount) => this.#useRotatedKey(key, otherAccount),
      publish: (rotation) => {
        this.#publishRotation(rotation);
        this.places.rotationChanged(rotation, this.#isHere(rotation.current));
        // Cancelled while the key is still refused: now the user is notified of that. At a start, figures are read first.
        if (!this.#key.isPaused && rotation.current === null && this.#state.key.status === 'refused')
          this.#record.evaluateAlerts();
      },
    });
  }

  #publishRotation(rotation: RotationView): void {
    this.store.update((state) => ({ ...state, rotation }));
    this.access.situationChanged();
  }

  #keepFigures(state: AppState, rows: ReadRows): void {
    const { documents, choices } = this.#ports;
    this.subAccounts.syncFrom(state);
    if (state.account.value === null) return;
    this.#record.keepFigures(state);
    if (state.key.status === 'present' && state.account.status === 'fresh') {
      this.rotation.oldKeyAnswered();
      this.access.keyAnswered();
    }
    this.#record.evaluateAlerts(rows);
    choices.followNames(state.account.value.id, rows);
    documents.written();
  }

  #keyRefused(): void {
    this.#ports.log('key refused');
    this.#record.evaluateAlerts();
    void this.rotation.oldKeyRefused();
    this.access.situationChanged();
  }

  /** Asks the keyring for the key, and begins to read with it. `confirmed`: the user says that a key stored without an address is for this one. */
  async open(asked: boolean, confirmed = false): Promise<void> {
    await this.#key.open(asked, confirmed);
    if (!this.#key.isPaused) await this.access.start();
  }

  showKey(): void {
    this.#key.show();
  }

  address(): string | null {
    return this.#ports.source.address();
  }

  accountOf(key: string, address: string | null): Promise<Result<Account>> {
    return this.#key.accountOf(key, address);
  }

  useKey(key: string, address: string | null, accountId: number | null): void {
    const known = this.#state.account.value;
    if (known !== null && known.id !== accountId) this.#leaveAccount();
    this.#key.use(key, address);
  }

  /** A rotation's new key is the key from now on. The figures stay, but for another account's. */
  #useRotatedKey(key: string, otherAccount: boolean): void {
    // It is used when the session resumes.
    if (this.#key.isPaused) return;
    if (otherAccount) this.#leaveAccount();
    this.#key.use(key, this.address());
    this.#ports.log('key replaced');
  }

  /** The key is now another account's: its figures must not be mixed with those of the account before, here or at the next start. */
  #leaveAccount(): void {
    this.store.update(withoutFigures);
    this.#record.leaveAccount();
  }

  rotationUnderWay(): Rotation | null {
    const { current } = this.rotation.view();
    const isOver = current === null || current.finishedAt !== null;
    return isOver || !this.#isHere(current) ? null : current;
  }

  /** Whether the rotation is for the address that is set now. */
  #isHere(rotation: Rotation | null): boolean {
    return rotation === null || !isForOtherOrigin(rotation, this.#ports.source.shown().origin);
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
    this.#key.drop();
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
    if (!this.#key.isPaused && (address !== before.address || isBlocked)) this.#key.drop();
  }

  async settingsChanged(before: Connection): Promise<void> {
    if (this.#key.isPaused) return;
    const { address, isBlocked } = this.connection();
    if (address !== before.address) {
      // A key is for the address that it was stored for, or checked at; another address has its own.
      this.#key.drop();
      this.#showFromStart();
      await this.open(true);
    } else if (isBlocked !== before.isBlocked) {
      await this.open(true);
    } else {
      this.#refresher.reconsider();
      this.#record.evaluateAlerts();
    }
  }

  /** Shows what is known of the account at the source's address, as at a start. */
  #showFromStart(): void {
    const { source, nextRevision } = this.#ports;
    this.store.update((state) =>
      this.#record.recalled(withIndexRevision({ ...withoutFigures(state), source: source.shown() }, nextRevision())),
    );
  }

  endpointsCorrected(): void {
    this.services.endpointsCorrected();
  }

  /** Reads no more until `resume`; a rotation of its key continues. */
  pause(): void {
    this.#record.keepShownFigures();
    this.#record.stopAlerts();
    this.access.stop();
    this.#key.setPaused(true);
  }

  /** Shows what is known as at a start; `open` or `useKey` reads again. */
  resume(): void {
    this.#key.setPaused(false);
    this.#showFromStart();
  }

  /** What is the same for every session of this computer. */
  setHostState(host: HostState): void {
    this.store.update((state) => withHostState(state, host));
  }

  /** What is wrong with the account's documents. */
  problems(): Problem[] {
    return this.#record.problems();
  }

  refresh(): Promise<void> {
    return this.#refresher.refresh();
  }

  setVisible(isVisible: boolean): void {
    this.#refresher.setVisible(isVisible);
    if (isVisible) this.#key.checkKeyring();
  }

  setOnline(isOnline: boolean): void {
    this.#refresher.setOnline(isOnline);
    if (!isOnline || this.#key.isPaused) return;
    this.rotation.wake();
    this.places.wake();
  }

  setPower(power: { onBattery: boolean; metered: boolean }): void {
    this.#refresher.setPower(power);
  }

  /** The computer woke up: timers slept, too. */
  woke(): void {
    this.#key.checkKeyring();
    this.access.woke();
    this.#refresher.woke();
    if (this.#key.isPaused) return;
    this.rotation.wake();
    this.places.wake();
    this.#record.evaluateAlerts();
  }

  stop(): void {
    this.#record.keepShownFigures();
    this.services.stop();
    this.access.stop();
    this.#key.stop();
    this.#record.stopAlerts();
    this.#refresher.stop();
    this.rotation.stop();
    this.places.stop();
  }
}
