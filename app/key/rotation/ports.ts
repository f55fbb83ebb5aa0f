// What a rotation needs of the world: the journal, the vault, the vendor, the clipboard, time. Types only.
// It must not: hold a secret or decide anything.
import type { Account } from '../../model/app-state';
import type { Result } from '../../model/problem';
import type { KeyStorage } from '../../model/key-storage';
import type { Place, Rotation, RotationView } from '../../model/rotation';

/**
 * All that is kept of rotations: the one under way, the finished ones (newest first: 20, and older ones whose old key is still kept), the
 * places (100). No secret.
 */
export interface JournalContent {
  current: Rotation | null;
  receipts: Rotation[];
  places: Place[];
}

export interface Journal {
  read(): JournalContent;
  /** Ok when it is on disk, whole and synced. On a failure nothing has changed, neither on disk nor in memory. */
  write(next: JournalContent): Promise<Result<void>>;
}

/** The part of the vault that rotations use; keys are named by their fingerprints. */
export interface RotationVault {
  fingerprintOf(text: string): string;
  /** The key in use: its fingerprint and how it is kept; null when there is none. */
  inUse(): { fingerprint: string; storage: KeyStorage } | null;
  /** The key that a rotation received and that is not in use yet. */
  received(): { fingerprint: string; storage: KeyStorage } | null;
  /** How a key can be kept here when nothing says how: protected where the keyring protects, else for the session. */
  storageForNew(): Promise<KeyStorage>;
  /** Keeps a received key beside the one in use, on disk (unless `session`) and read back. On a failure nothing has changed. */
  receive(text: string, storage: KeyStorage): Promise<Result<void>>;
  /** The text of a key that is kept: in use, received or a previous one. key-missing when it is not kept. */
  textOf(fingerprint: string): Promise<Result<string>>;
  /** Makes the received key the one in use; the one that was is kept as a previous one. Ok as well when it already is. */
  promote(fingerprint: string): Promise<Result<void>>;
  /** Destroys the received key for good. Ok when there is none. */
  discardReceived(): Promise<Result<void>>;
  /** Destroys a previous key for good, never the one in use. Ok when there is none. */
  destroyPrevious(fingerprint: string): Promise<Result<void>>;
}

/** How the new key leaves NineTray: app/key/clipboard. */
export interface RotationClipboard {
  /** Copies, reads back and compares; ok means that the clipboard holds it. `of`: what it is, for whoever shows the countdown. */
  copy(text: string, of?: 'key' | 'list'): Promise<Result<{ clearsAt: number }>>;
  /** Clears the clipboard if it still holds this text: true when it is cleared, false when that failed, null when it held something else. */
  clearIfHolds(text: string): Promise<boolean | null>;
  state(): RotationView['clipboard'];
  /** Called after each change of `state()`. */
  subscribe(listener: () => void): () => void;
}

export interface RotationPorts {
  journal: Journal;
  vault: RotationVault;
  /** One read with this key: whose account is it? */
  readAccount(key: string): Promise<Result<Account>>;
  readKeyText(pasted: string): Result<string>;
  copyOnce: RotationClipboard;
  clock: { now(): number; after(ms: number, run: () => void): () => void };
  newId(): string;
  /** Scheme and host of the vendor that is meant now; empty where no safe one is set. */
  origin(): string;
  /** What is known of the key in use. `refusedAt`: since when it is refused (ms); null when it is not, or not known. */
  known(): { account: Account | null; keyRefused: boolean; refusedAt: number | null };
  log(event: string, facts?: Record<string, string | number | boolean | null>): void;
  publish(view: RotationView): void;
  /** The new key is the account's key from now on. Its text must not leave main. */
  inUse(text: string, otherAccount: boolean): void;
}
