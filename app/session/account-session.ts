// One account over one source: its key, figures, alerts, jobs and rotation over ports, with a state of its own. Runs without a window,
// and beside other sessions. Its parts are joined in app/session/account-parts.ts.
import type { AccessService } from '../gateway/access-service';
import type { SubAccounts } from '../account/sub-accounts/sub-accounts';
import type { RotationService } from '../key/rotation/rotation-service';
import type { PlacesService } from '../places/service/places-service';
import type { Account, AppState } from '../model/state/app-state';
import type { KeyStorage } from '../model/key-storage';
import type { Problem, Result } from '../model/problem';
import type { Rotation } from '../model/rotation/rotation';
import type { SessionId } from '../model/session-id';
import type { StateStore } from '../state/state-store';
import { type HostState, withHostState, withoutFigures } from '../state/transitions';
import { withIndexRevision } from '../state/sub-account-transitions';
import type { AccountServices } from './account-services';
import { AccountParts } from './account-parts';
import type { KeyEntryAccount } from './key-entry';
import type { AccountPorts } from './ports';
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
  readonly #parts: AccountParts;

  /** The session over these ports, with what is known from before. Sends no request until `open` or `useKey`. */
  constructor(ports: AccountPorts, host: HostState) {
    this.#ports = ports;
    this.id = ports.id;
    this.#parts = new AccountParts(ports, host);
    this.store = this.#parts.store;
    this.subAccounts = this.#parts.subAccounts;
    this.services = this.#parts.services;
    this.rotation = this.#parts.rotation;
    this.places = this.#parts.places;
    this.access = this.#parts.access;
  }

  get #state(): AppState {
    return this.store.read().state;
  }

  /** Asks the keyring for the key, and begins to read with it. `confirmed`: the user says that a key stored without an address is for this one. */
  async open(asked: boolean, confirmed = false): Promise<void> {
    await this.#parts.key.open(asked, confirmed);
    if (!this.#parts.key.isPaused) await this.access.start();
  }

  showKey(): void {
    this.#parts.key.show();
  }

  address(): string | null {
    return this.#ports.source.address();
  }

  accountOf(key: string, address: string | null): Promise<Result<Account>> {
    return this.#parts.key.accountOf(key, address);
  }

  useKey(key: string, address: string | null, accountId: number | null): void {
    const known = this.#state.account.value;
    if (known !== null && known.id !== accountId) this.#parts.leaveAccount();
    this.#parts.key.use(key, address);
  }

  rotationUnderWay(): Rotation | null {
    return this.#parts.rotationUnderWay();
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
    this.#parts.key.drop();
    this.#parts.leaveAccount();
    this.showKey();
    this.#ports.log('key forgotten');
    return forgotten;
  }

  connection(): Connection {
    return { address: this.address(), isBlocked: this.#ports.source.blockedBy() !== null };
  }

  stopIfMoved(before: Connection): void {
    const { address, isBlocked } = this.connection();
    if (!this.#parts.key.isPaused && (address !== before.address || isBlocked)) this.#parts.key.drop();
  }

  async settingsChanged(before: Connection): Promise<void> {
    if (this.#parts.key.isPaused) return;
    const { address, isBlocked } = this.connection();
    if (address !== before.address) {
      // A key is for the address that it was stored for, or checked at; another address has its own.
      this.#parts.key.drop();
      this.#showFromStart();
      await this.open(true);
    } else if (isBlocked !== before.isBlocked) {
      await this.open(true);
    } else {
      this.#parts.refresher.reconsider();
      this.#parts.record.evaluateAlerts();
    }
  }

  /** Shows what is known of the account at the source's address, as at a start. */
  #showFromStart(): void {
    const { source, nextRevision } = this.#ports;
    this.store.update((state) =>
      this.#parts.record.recalled(
        withIndexRevision({ ...withoutFigures(state), source: source.shown() }, nextRevision()),
      ),
    );
  }

  endpointsCorrected(): void {
    this.services.endpointsCorrected();
  }

  /** Reads no more until `resume`; a rotation of its key continues. */
  pause(): void {
    this.#parts.record.keepShownFigures();
    this.#parts.record.stopAlerts();
    this.access.stop();
    this.#parts.key.setPaused(true);
  }

  /** Shows what is known as at a start; `open` or `useKey` reads again. */
  resume(): void {
    this.#parts.key.setPaused(false);
    this.#showFromStart();
  }

  /** What is the same for every session of this computer. */
  setHostState(host: HostState): void {
    this.store.update((state) => withHostState(state, host));
  }

  /** What is wrong with the account's documents. */
  problems(): Problem[] {
    return this.#parts.record.problems();
  }

  refresh(): Promise<void> {
    return this.#parts.refresher.refresh();
  }

  setVisible(isVisible: boolean): void {
    this.#parts.refresher.setVisible(isVisible);
    if (isVisible) this.#parts.key.checkKeyring();
  }

  setOnline(isOnline: boolean): void {
    this.#parts.refresher.setOnline(isOnline);
    if (!isOnline || this.#parts.key.isPaused) return;
    this.rotation.wake();
    this.places.wake();
  }

  setPower(power: { onBattery: boolean; metered: boolean }): void {
    this.#parts.refresher.setPower(power);
  }

  /** The computer woke up: timers slept, too. */
  woke(): void {
    this.#parts.key.checkKeyring();
    this.access.woke();
    this.#parts.refresher.woke();
    if (this.#parts.key.isPaused) return;
    this.rotation.wake();
    this.places.wake();
    this.#parts.record.evaluateAlerts();
  }

  stop(): void {
    this.#parts.record.keepShownFigures();
    this.services.stop();
    this.access.stop();
    this.#parts.key.stop();
    this.#parts.record.stopAlerts();
    this.#parts.refresher.stop();
    this.rotation.stop();
    this.places.stop();
  }
}
