// The key that a session reads with, and the client that it makes: opened from the vault, used, dropped. A key is for the address that
// it was stored for.
import { createKeyringWait, type KeyringWait } from '../key/keyring/keyring-wait';
import type { KeyAtAddress } from '../gateway/vendor/upstream';
import type { Vault } from '../key/vault';
import type { Account } from '../model/state/app-state';
import { failed, ok, type Result } from '../model/problem';
import type { NineProxy } from '../nineproxy/client';
import type { StateStore } from '../state/state-store';
import type { AccountDocuments, AccountPorts } from './ports';

export interface KeyInUseEvents {
  /** Requests go out by this client from now on; null: none do. What an older one asked for is void. */
  onClient(client: NineProxy | null, key: KeyAtAddress | null): void;
  /** The vault was opened, and its answer is shown. */
  onOpened(): Promise<void>;
}

interface KeyPorts extends Pick<AccountPorts, 'clock' | 'source' | 'createClient' | 'nextRevision' | 'keyringIsOpen'> {
  vault: Pick<Vault, 'describe' | 'open'>;
  documents: Pick<AccountDocuments, 'written'>;
}

export class KeyInUse {
  readonly #ports: KeyPorts;
  readonly #store: StateStore;
  readonly #events: KeyInUseEvents;
  readonly #keyringWait: KeyringWait;
  #client: NineProxy | null = null;
  #isPaused = false;

  constructor(ports: KeyPorts, store: StateStore, events: KeyInUseEvents) {
    this.#ports = ports;
    this.#store = store;
    this.#events = events;
    // The first result may change: a keyring is often there only moments after login.
    this.#keyringWait = createKeyringWait({
      after: ports.clock.after,
      isOpen: async () => !this.#isPaused && (await ports.keyringIsOpen()),
      open: () => this.open(false),
    });
  }

  /** The client of the key; null where nothing can be read. */
  get client(): NineProxy | null {
    return this.#client;
  }

  get isPaused(): boolean {
    return this.#isPaused;
  }

  /**
   * Asks the keyring for the key, and begins to read with it. `confirmed`: the user says that a key that was stored without an address is
   * for this one. Does nothing while paused.
   */
  async open(asked: boolean, confirmed = false): Promise<void> {
    if (this.#isPaused) return;
    this.#store.update((state) => ({ ...state, key: { ...state.key, status: 'asking' } }));
    const { source, vault } = this.#ports;
    const address = source.address();
    const opened = await vault.open({ asked, confirmed });
    // Paused meanwhile, or the address has changed: a key is for the address that it was stored for.
    if (this.#isPaused || address !== source.address()) return;
    this.show();
    this.#readWith(opened.status === 'present' ? opened.text : null, address);
    await this.#events.onOpened();
  }

  /** Shows what the vault reports of the key, and waits for a keyring that is not there yet. */
  show(): void {
    const key = this.#ports.vault.describe();
    this.#store.update((state) => ({ ...state, key }));
    this.#keyringWait.set(
      key.status === 'locked' || (key.status === 'unreadable' && key.problem?.kind === 'keyring-absent'),
    );
    this.#ports.documents.written();
  }

  /** Reads with this key from now on. */
  use(key: string, address: string | null): void {
    this.show();
    this.#readWith(key, address);
  }

  /** Reads with no key from now on. */
  drop(): void {
    this.#readWith(null, null);
  }

  /** Paused, it neither opens nor uses a key. */
  setPaused(isPaused: boolean): void {
    this.#isPaused = isPaused;
    this.drop();
  }

  /** One read with this key at this address: whose is it? */
  async accountOf(key: string, address: string | null): Promise<Result<Account>> {
    const problem = this.#ports.source.blockedBy();
    if (problem !== null || address === null) return failed(problem ?? { kind: 'insecure-address' });
    const answer = await this.#ports.createClient(key, address).readAccount({});
    return answer.ok ? ok(answer.value.account) : answer;
  }

  /** The user is there, or the computer woke up: a keyring that was locked may be open now. */
  checkKeyring(): void {
    this.#keyringWait.hurry();
  }

  stop(): void {
    this.#keyringWait.stop();
  }

  #readWith(key: string | null, address: string | null): void {
    const isBlocked = this.#ports.source.blockedBy() !== null;
    this.#client = key === null || address === null || isBlocked ? null : this.#ports.createClient(key, address);
    const generation = this.#ports.nextRevision();
    this.#store.update((state) => ({ ...state, generation }));
    const { client } = this;
    this.#events.onClient(
      client,
      client === null || key === null || address === null ? null : { text: key, address, generation },
    );
  }
}
