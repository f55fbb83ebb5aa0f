// What a rotation needs from outside: the journal, the vault, the vendor, the clipboard, time. Types only.
import type { Account } from '../../model/state/app-state';
import type { Result } from '../../model/problem';
import type { RotationVault } from '../vault';
import type { Rotation, RotationView } from '../../model/rotation/rotation';
import type { Place } from '../../model/places/place';

/**
 * Everything that is stored about rotations: the one in progress, the finished ones (newest first: 20, and older ones whose
 * old key is still stored). `places`: the list as a NineTray before places.json kept it; empty since. No secret.
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

/** How the new key leaves NineTray: app/key/clipboard. */
export interface RotationClipboard {
  /** Copies, reads back and compares; ok means that the clipboard holds it. `of`: what it is, for the countdown that is shown. */
  copy(text: string, of?: 'key' | 'list'): Promise<Result<{ clearsAt: number }>>;
  /** Clears the clipboard if it still holds this text: true when it is cleared, false when that failed, null when it held something else. */
  clearIfHolds(text: string): Promise<boolean | null>;
  state(): RotationView['clipboard'];
  /** Called after each change of `state()`. */
  subscribe(listener: () => void): () => void;
}

export interface RotationPorts {
  journal: Journal;
  /** The places that hold the key, as they are listed now: a rotation has a copy of them. */
  places(): Place[];
  vault: RotationVault;
  /** One read with this key: whose account is it? */
  readAccount(key: string): Promise<Result<Account>>;
  readKeyText(pasted: string): Result<string>;
  copyOnce: RotationClipboard;
  clock: { now(): number; after(ms: number, run: () => void): () => void };
  newId(): string;
  /** Scheme and host of the vendor that is set now; empty where no safe one is set. */
  origin(): string;
  /** What is known of the key in use. `refusedAt`: since when it is refused (ms); null when it is not, or not known. */
  known(): { account: Account | null; keyRefused: boolean; refusedAt: number | null };
  log(event: string, facts?: Record<string, string | number | boolean | null>): void;
  publish(view: RotationView): void;
  /** The new key is the account's key from now on. Its text must not leave main. */
  inUse(text: string, otherAccount: boolean): void;
}
