// The parts of one account's session, joined over its ports: which there are, and which of them learns what from which.
// What the session does for others is in app/session/account-session.ts.
import { Refresher } from '../account/refresh/refresher';
import type { ReadRows } from '../account/refresh/sub-account-reads';
import { createSubAccounts, type SubAccounts } from '../account/sub-accounts/sub-accounts';
import type { AccessService } from '../gateway/access-service';
import type { RotationService } from '../key/rotation/rotation-service';
import type { Rotation, RotationView } from '../model/rotation/rotation';
import { isForOtherOrigin } from '../model/rotation/rotation-origin';
import type { AppState } from '../model/state/app-state';
import type { PlacesService } from '../places/service/places-service';
import { emptyState } from '../state/initial-state';
import { withNotice } from '../state/notice';
import { withUpdateLine } from '../state/update-line';
import { createStateStore, type StateStore } from '../state/state-store';
import { withIndexRevision } from '../state/sub-account-transitions';
import { type HostState, withoutFigures } from '../state/transitions';
import { AccountRecord } from './account-record';
import { type AccountServices, createAccountServices } from './account-services';
import { KeyInUse } from './key-in-use';
import type { AccountPorts } from './ports';
import { createSessionAccess } from './session-access';
import { createSessionPlaces } from './session-places';
import { createSessionRotation } from './session-rotation';

export class AccountParts {
  readonly store: StateStore;
  readonly subAccounts: SubAccounts;
  readonly services: AccountServices;
  readonly rotation: RotationService;
  readonly places: PlacesService;
  readonly access: AccessService;
  readonly record: AccountRecord;
  readonly refresher: Refresher;
  readonly key: KeyInUse;
  readonly #ports: AccountPorts;

  /** The parts over these ports, with what is known from before. They send no request until there is a key. */
  constructor(ports: AccountPorts, host: HostState) {
    const { clock } = ports;
    this.#ports = ports;
    this.record = new AccountRecord(ports, () => this.store);
    const empty = emptyState(host.settings, ports.source.shown(), host.platform, ports.vault.describe());
    this.store = createStateStore(
      this.record.recalled(
        withIndexRevision({ ...empty, storage: host.storage, updates: host.updates }, ports.nextRevision()),
      ),
      { derive: (state) => withUpdateLine(withNotice(state, clock.now())) },
    );
    const gateway = createSessionAccess(ports, this.store, {
      readAccount: () => void this.refresher.refresh(),
      onTroubles: () => this.record.evaluateAlerts(),
      onChange: () => this.places.gatewayChanged(),
      onHeld: (id, held) => void this.rotation.held(id, held),
    });
    this.access = gateway.access;
    this.key = new KeyInUse(ports, this.store, {
      onClient: (client, key) => {
        gateway.setKey(key);
        this.subAccounts.reset();
        this.services.reset();
        this.refresher.use(client);
      },
      onOpened: async () => {
        await this.rotation.resume();
        await this.places.resume(this.rotationUnderWay());
      },
    });
    this.subAccounts = this.#createSubAccounts();
    this.refresher = new Refresher({
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
      client: () => this.key.client,
      readAgain: () => this.refresher.acted(),
      savePins: choices.savePins,
      savedPins: choices.pins,
    });
  }

  #createServices(): AccountServices {
    const { clock, documents, newTicket, copyOnce, settings, readLocalToday } = this.#ports;
    return createAccountServices({
      store: this.store,
      clock,
      client: () => this.key.client,
      generation: () => this.#state.generation,
      readAgain: () => this.refresher.acted(),
      newTicket,
      copyOnce,
      settings,
      subAccounts: this.subAccounts,
      jobs: documents.jobs,
      readHistory: (what, days) => this.record.history(what, days),
      readLocalToday,
    });
  }

  #createRotation(): RotationService {
    return createSessionRotation(this.#ports, {
      state: () => this.#state,
      places: () => this.places.list(),
      readAccount: (key) => this.key.accountOf(key, this.#ports.source.address()),
      inUse: (key, otherAccount) => this.#useRotatedKey(key, otherAccount),
      publish: (rotation) => {
        this.#publishRotation(rotation);
        this.places.rotationChanged(rotation, this.#isHere(rotation.current));
        // Cancelled while the key is still refused: now the user is notified of that. At a start, figures are read first.
        if (!this.key.isPaused && rotation.current === null && this.#state.key.status === 'refused')
          this.record.evaluateAlerts();
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
    this.record.keepFigures(state);
    if (state.key.status === 'present' && state.account.status === 'fresh') {
      this.rotation.oldKeyAnswered();
      this.access.keyAnswered();
    }
    this.record.evaluateAlerts(rows);
    choices.followNames(state.account.value.id, rows);
    documents.written();
  }

  #keyRefused(): void {
    this.#ports.log('key refused');
    this.record.evaluateAlerts();
    void this.rotation.oldKeyRefused();
    this.access.situationChanged();
  }

  /** A rotation's new key is the key from now on. The figures stay, but for another account's. */
  #useRotatedKey(key: string, otherAccount: boolean): void {
    // It is used when the session resumes.
    if (this.key.isPaused) return;
    if (otherAccount) this.leaveAccount();
    this.key.use(key, this.#ports.source.address());
    this.#ports.log('key replaced');
  }

  /** The key is now another account's: its figures must not be mixed with those of the account before, here or at the next start. */
  leaveAccount(): void {
    this.store.update(withoutFigures);
    this.record.leaveAccount();
  }

  /** The rotation that is under way for the address that is set now. */
  rotationUnderWay(): Rotation | null {
    const { current } = this.rotation.view();
    const isOver = current === null || current.finishedAt !== null;
    return isOver || !this.#isHere(current) ? null : current;
  }

  /** Whether the rotation is for the address that is set now. */
  #isHere(rotation: Rotation | null): boolean {
    return rotation === null || !isForOtherOrigin(rotation, this.#ports.source.shown().origin);
  }
}
