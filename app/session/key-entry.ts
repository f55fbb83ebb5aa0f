// A key on its way in: pasted, read once, confirmed by the user, stored. Its text stays in main.
import { type Candidate, createCandidates } from '../key/candidate';
import { isWaiting } from '../model/rotation/rotation-queries';
import type { Vault } from '../key/vault';
import type { Account } from '../model/state/app-state';
import type { Clock } from '../model/clock';
import type { KeyStorage } from '../model/key-storage';
import { failed, ok, type Result } from '../model/problem';
import type { Rotation } from '../model/rotation/rotation';

/** The account that a new key is for. */
export interface KeyEntryAccount {
  /** The full address that a key entered now is for; null where the settings lead to no safe one. */
  address(): string | null;
  /** One read with this key at this address: whose is it? */
  accountOf(key: string, address: string | null): Promise<Result<Account>>;
  /** The rotation of the key at this address; null where there is none or it is over. */
  rotationUnderWay(): Rotation | null;
  /** Gives the rotation under way its new key. */
  receiveKey(pasted: string, storage?: KeyStorage): Promise<Result<void>>;
  /** The vault changed: its state is published. */
  showKey(): void;
  /** Reads with this key from now on. `accountId`: whose it is. */
  useKey(key: string, address: string | null, accountId: number): void;
  /** Opens the key that is stored for the address, and reads with it. */
  open(asked: boolean): Promise<void>;
}

export interface KeyEntryOptions {
  account: KeyEntryAccount;
  vault: Pick<Vault, 'fingerprintOf' | 'canProtect' | 'keep'>;
  clock: Clock;
  readKeyText(pasted: string): Result<string>;
  newTicket(): string;
  /** Shows this account, where another is shown. */
  showAccount(): void;
  log(event: string, facts?: Record<string, string>): void;
}

export interface KeyEntry {
  /** Reads a pasted key once; ok names whose it is, and a ticket. Nothing is stored. */
  check(pasted: string): Promise<Result<Candidate>>;
  /**
   * Stores the key of that ticket and reads with it; a rotation that waits for a key gets it instead. key-check-expired where the ticket
   * is too old or the address is another since; not-allowed for `unprotected` without consent.
   */
  keep(ticket: string, storage: KeyStorage, consent: boolean): Promise<Result<void>>;
  discard(ticket: string): void;
  /** Gives a rotation that waits for it its new key. Without `storage` it is stored as the old one was. */
  receive(pasted: string, storage?: KeyStorage): Promise<Result<void>>;
  /** Whether a rotation at this address waits for its new key. */
  isAwaited(): boolean;
  /** Removes the key that waits for a decision: it was read at an address that is no longer meant. */
  clear(): void;
}

export function createKeyEntry({ account, vault, log, ...options }: KeyEntryOptions): KeyEntry {
  /** Where the key that waits was checked; no other address may get it. */
  let checkedAt: string | null = null;
  const candidates = createCandidates({
    readText: options.readKeyText,
    fingerprint: (text) => vault.fingerprintOf(text),
    canProtect: async () => (await vault.canProtect({ asked: true })).canProtect === true,
    newTicket: options.newTicket,
    clock: options.clock,
    tryKey(text) {
      checkedAt = account.address();
      return account.accountOf(text, checkedAt);
    },
  });

  function receive(pasted: string, storage?: KeyStorage): Promise<Result<void>> {
    options.showAccount();
    return account.receiveKey(pasted, storage);
  }

  async function keep(ticket: string, storage: KeyStorage, consent: boolean): Promise<Result<void>> {
    if (storage === 'unprotected' && !consent) return failed({ kind: 'not-allowed' });
    const rotation = account.rotationUnderWay();
    if (rotation?.step === 'prove' || rotation?.step === 'copy') return failed({ kind: 'not-now' });
    const candidate = candidates.take(ticket);
    const address = account.address();
    if (candidate === null || address !== checkedAt) return failed({ kind: 'key-check-expired' });
    if (isWaiting(rotation)) return receive(candidate.text, storage);
    const kept = await vault.keep(candidate.text, storage);
    if (!kept.ok) {
      account.showKey();
      return kept;
    }
    options.showAccount();
    if (address !== account.address()) {
      // The address has changed since the keyring was asked: it has its own key, and this one is for the address before.
      await account.open(true);
      return ok(undefined);
    }
    account.useKey(candidate.text, address, candidate.account.id);
    log('key kept', { storage });
    return ok(undefined);
  }

  return {
    check: (pasted) => candidates.check(pasted),
    keep,
    discard: (ticket) => candidates.discard(ticket),
    receive,
    isAwaited: () => isWaiting(account.rotationUnderWay()),
    clear: () => candidates.clear(),
  };
}
