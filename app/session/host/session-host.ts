// Decides which session is shown: the account's, or the demo's, which is a session in memory beside it. Windows, tray and terminal
// commands ask the host; what is the same for every session is in app/session/host/host-state-publisher.ts.
import type { DemoLanguage } from '../../demo/demo';
import type { AppState } from '../../model/state/app-state';
import { ok, type Problem, type Result } from '../../model/problem';
import { defaultSession } from '../../model/session-id';
import type { Settings } from '../../model/settings';
import type { Address } from '../../settings/address';
import type { Page } from '../../nineproxy/resources/page';
import type { VendorRow } from '../../nineproxy/resources/record-mapping';
import type { LoginItem } from '../../settings/login-item/login-item';
import type { SettingsStore } from '../../settings/settings';
import { isBusy } from '../../state/update-line';
import { createPublishedStore, type PublishedStore, type ReadableStore } from '../../state/published-store';
import { settingsChoices } from '../account-choices';
import { AccountSession } from '../account-session';
import { type DemoPorts, openDemo, type RunningDemo } from './demo-session';
import { createKeyEntry, type KeyEntry } from '../key-entry';
import type { AccountDocuments, AccountPorts, SharedPorts } from '../ports';
import { createSettingsChanges, type SettingsChanges } from '../settings-changes';
import { HostStatePublisher } from './host-state-publisher';
import { settingsSource } from './settings-source';

export interface SessionHostPorts extends Omit<SharedPorts, 'settings' | 'nextRevision'> {
  platform: AppState['platform'];
  settings: Pick<SettingsStore, 'read' | 'change' | 'reread' | 'problems'>;
  /** Where these settings lead to. */
  sourceOf(settings: Settings): Result<Address>;
  /** The account of the profile folder. */
  account: Pick<AccountPorts, 'vault' | 'journal' | 'places' | 'keyringIsOpen'> & {
    documents: Omit<AccountDocuments, 'written'>;
    /** What is wrong with the profile folder, the key's own file and the journal. */
    problems(): Problem[];
  };
  demo: DemoPorts;
  applyProxy(proxy: Settings['proxy']): Promise<Result<void>>;
  loginItem: LoginItem;
  /** The today list of the vendor's own application on this computer, at a port; null: no request is sent (app/local-app). */
  readLocalToday(port: number | null, signal: AbortSignal): Promise<Result<Page<VendorRow>>>;
}

/** What sessions need to know of the user and the computer. */
interface Circumstances {
  isVisible: boolean;
  isListVisible: boolean;
  isOnline: boolean;
  power: { onBattery: boolean; metered: boolean };
}

export class SessionHost {
  /** The state of the session that is shown. */
  readonly store: ReadableStore;
  readonly keyEntry: KeyEntry;
  readonly settingsChanges: SettingsChanges;
  /** What is the same for every session. */
  readonly hostState: HostStatePublisher;
  readonly #ports: SessionHostPorts;
  readonly #shared: SharedPorts;
  readonly #published: PublishedStore;
  readonly #account: AccountSession;
  #demo: RunningDemo | null = null;
  #demoLanguage: DemoLanguage | null = null;
  #circumstances: Circumstances = {
    isVisible: false,
    isListVisible: false,
    isOnline: true,
    power: { onBattery: false, metered: false },
  };

  /** Shows what is known of the account from before; `open` asks for its key and begins to read. */
  constructor(ports: SessionHostPorts) {
    const { settings, account, clock, log } = ports;
    let revision = 0;
    this.#ports = ports;
    this.#shared = {
      ...ports,
      nextRevision: () => (revision += 1),
      settings: { read: settings.read, change: (patch) => this.hostState.changeSettings(patch) },
    };
    this.hostState = new HostStatePublisher({
      ...ports,
      storageProblems: () => [...settings.problems(), ...account.problems(), ...this.#account.problems()],
      publish: (state) => {
        for (const session of this.#sessions()) session.setHostState(state);
      },
    });
    this.#account = this.#createAccount();
    this.#published = createPublishedStore(this.#account.store);
    this.store = this.#published;
    this.keyEntry = createKeyEntry({
      account: this.#account,
      vault: account.vault,
      clock,
      readKeyText: ports.readKeyText,
      newTicket: ports.newTicket,
      showAccount: () => this.#showAccount(),
      log,
    });
    this.settingsChanges = createSettingsChanges({
      ...ports,
      loginItem: {
        renew: () => ports.loginItem.renew(),
        set: (on) => {
          const applied = ports.loginItem.set(on);
          this.hostState.checkLoginItem();
          return applied;
        },
      },
      isAddressHeld: () => this.#account.rotationUnderWay() !== null,
      addressChanged: this.keyEntry.clear,
      sessions: () => this.#sessions(),
      publish: () => this.hostState.update(),
    });
  }

  #createAccount(): AccountSession {
    const { settings, account, sourceOf } = this.#ports;
    return new AccountSession(
      {
        ...this.#shared,
        ...account,
        id: defaultSession,
        source: settingsSource(settings, sourceOf),
        documents: { ...account.documents, written: () => this.hostState.update() },
        choices: settingsChoices(this.#shared.settings),
        readLocalToday: (signal) => {
          const { on, port } = settings.read().localApp;
          return this.#ports.readLocalToday(on ? port : null, signal);
        },
      },
      this.hostState.current(),
    );
  }

  /** The session that is shown: the demo's while it runs, else the account's. */
  shown(): AccountSession {
    return this.#demo?.session ?? this.#account;
  }

  #sessions(): AccountSession[] {
    return this.#demo === null ? [this.#account] : [this.#account, this.#demo.session];
  }

  /** Asks the keyring for the account's key, and begins to read with it. Resolves when the keyring has answered. */
  open(asked: boolean): Promise<void> {
    return this.#account.open(asked);
  }

  /** The user says that the stored key, which names no address, is for the one in settings. */
  useKeyHere(): Promise<void> {
    return this.#account.open(true, true);
  }

  forgetKey(): Promise<Result<void>> {
    return this.#account.forgetKey();
  }

  /** Scheme, host and port that a key entered now is for; empty where no safe address is set. */
  keyOrigin(): string {
    const address = this.#ports.sourceOf(this.#ports.settings.read());
    return address.ok ? address.value.origin : '';
  }

  /** Shows the demo instead of the account, which reads nothing meanwhile. A demo that runs already starts again. */
  async startDemo(): Promise<Result<void>> {
    const { demo, account, readLocalToday } = this.#ports;
    const opened = await openDemo(
      { demo, shared: this.#shared, keyring: () => account.vault.describe(), readLocalToday },
      this.#demoLanguage,
      this.hostState.current(),
    );
    if (!opened.ok) return opened;
    this.#demo?.end();
    this.#account.pause();
    this.#demo = opened.value;
    const { session, begin } = opened.value;
    // The tray or a setting may have changed while it opened.
    session.setHostState(this.hostState.current());
    this.#tellCircumstances(session);
    const begun = begin();
    this.#published.show(session.store);
    await begun;
    return ok(undefined);
  }

  /** The language of the demo's pages from its next start on; English until this is called. */
  setDemoLanguage(language: DemoLanguage): void {
    this.#demoLanguage = language;
  }

  /** The address of the demo's dashboard while the demo runs. */
  demoDashboard(): string | null {
    return this.#demo?.dashboard ?? null;
  }

  async stopDemo(): Promise<void> {
    if (this.#demo === null) return;
    this.#showAccount();
    await this.#account.open(true);
  }

  #showAccount(): void {
    if (this.#demo === null) return;
    this.#demo.session.pause();
    this.#demo.end();
    this.#demo = null;
    this.#ports.demo.stop();
    this.#account.resume();
    this.#published.show(this.#account.store);
  }

  refresh(): Promise<void> {
    return this.shown().refresh();
  }

  /** Whether a rotation, an emergency stop or a job is under way, in any session. */
  isBusy(): boolean {
    return this.#sessions().some(({ store }) => isBusy(store.read().state));
  }

  isVisible(): boolean {
    return this.#circumstances.isVisible;
  }

  isOnline(): boolean {
    return this.#circumstances.isOnline;
  }

  #tellCircumstances(session: AccountSession): void {
    const { isVisible, isListVisible, isOnline, power } = this.#circumstances;
    session.setVisible(isVisible);
    session.subAccounts.setVisible(isListVisible);
    session.setOnline(isOnline);
    session.setPower(power);
  }

  /** Whether a window with figures is in view. */
  setVisible(isVisible: boolean): void {
    this.#circumstances.isVisible = isVisible;
    for (const session of this.#sessions()) session.setVisible(isVisible);
  }

  /** Whether the list of all sub-accounts is in view. */
  setListVisible(isListVisible: boolean): void {
    this.#circumstances.isListVisible = isListVisible;
    for (const session of this.#sessions()) session.subAccounts.setVisible(isListVisible);
  }

  setOnline(isOnline: boolean): void {
    this.#circumstances.isOnline = isOnline;
    for (const session of this.#sessions()) session.setOnline(isOnline);
  }

  setPower(power: Circumstances['power']): void {
    this.#circumstances.power = power;
    for (const session of this.#sessions()) session.setPower(power);
  }

  /** The computer woke up. */
  woke(): void {
    for (const session of this.#sessions()) session.woke();
  }

  /** Puts a line into the log. */
  note(event: string, facts: Record<string, string>): void {
    this.#ports.log(event, facts);
  }

  stop(): void {
    this.#demo?.end();
    this.#account.stop();
    this.#ports.demo.stop();
  }
}
