// Encrypts a key with the system's keyring and reads it back, or encodes it unprotected, with the user's consent.
// It stores nothing itself, and never weakens the protection that its caller chose.
import { failed, ok, type Problem, type Result } from '../model/problem';
import { fingerprint } from './fingerprint';
import type { StoredKey } from './key-document';
import { isNoKeyring, type Keyring } from './keyring/keyring';
import type { SafeStorage } from './keyring/safe-storage';
import { isProtected } from './keyring/seal-bytes';
import { readSealedText, type SealedText, sealedText } from './sealed-text';

/** `canProtect` is null while the keyring is locked: only a prompt would show it. */
export interface Protection {
  canProtect: boolean | null;
  keyring: string;
  problem?: Problem;
}

interface OpenedText {
  text: string;
  shouldReseal: boolean;
}

/** Why a stored key cannot be read now. */
export interface Unreadable {
  status: 'locked' | 'changed' | 'unreadable';
  problem: Problem;
}

/** A key and the origin it is for. */
export interface KeyFor {
  text: string;
  origin: string;
  savedAt: number;
}

export interface OpenOptions {
  /** The origin that the key is wanted for. One that was sealed for another origin is not handed out. */
  origin: string;
  /** Accept a key that was stored before origins were sealed in. */
  acceptsUnbound: boolean;
  /** The user wants the key now, so the system may show its prompt. */
  asked: boolean;
  signal: AbortSignal;
}

export interface KeyEncryptionOptions {
  keyring: Keyring;
  platform: NodeJS.Platform;
  /** Fingerprints are made with this salt. */
  salt: () => Uint8Array;
}

export class KeyEncryption {
  readonly #keyring: Keyring;
  readonly #platform: NodeJS.Platform;
  readonly #salt: () => Uint8Array;

  constructor({ keyring, platform, salt }: KeyEncryptionOptions) {
    this.#keyring = keyring;
    this.#platform = platform;
    this.#salt = salt;
  }

  /** The text of a stored key. `shouldReseal`: the system wants it encrypted again, or its origin is not sealed in. */
  async open(stored: StoredKey, wanted: OpenOptions): Promise<OpenedText | Unreadable> {
    const bytes = Buffer.from(stored.data, 'base64');
    if (stored.storage === 'unprotected') return handOut(readSealedText(bytes.toString('utf8')), wanted, false);
    const used = await this.#use(wanted.asked, wanted.signal, (safeStorage) => safeStorage.decrypt(bytes));
    if (used.ok) {
      const sealed = readSealedText(used.value.text);
      // A wrong key decrypts to rubbish without an error about once in 256 times.
      if (fingerprint(sealed.key, this.#salt()) === stored.fingerprint) {
        return handOut(sealed, wanted, used.value.shouldReEncrypt);
      }
    }
    return this.#whyUnreadable(stored, used.ok ? null : used.problem);
  }

  /** Encrypts, has it written, and reads back what was written. Fails with keyring-absent or keyring-locked rather than do less. */
  async seal(key: KeyFor, signal: AbortSignal, write: (stored: StoredKey) => Result<void>): Promise<Result<StoredKey>> {
    const sealed = sealedText({ origin: key.origin, key: key.text });
    const done = await this.#use(true, signal, async (safeStorage): Promise<Result<StoredKey>> => {
      const bytes = await safeStorage.encrypt(sealed);
      if (signal.aborted) return failed({ kind: 'keyring-locked' });
      if (!isProtected(bytes, this.#platform)) return failed({ kind: 'keyring-absent' });
      const stored = this.#storedNow(key, 'protected', bytes);
      const written = write(stored);
      if (!written.ok) return written;
      const readBack = await safeStorage.decrypt(Buffer.from(stored.data, 'base64'));
      return readBack.text === sealed ? ok(stored) : failed({ kind: 'key-unreadable' });
    });
    return done.ok ? done.value : done;
  }

  /** The form in which a key is stored without protection. */
  unprotected(key: KeyFor): StoredKey {
    const sealed = sealedText({ origin: key.origin, key: key.text });
    return this.#storedNow(key, 'unprotected', Buffer.from(sealed, 'utf8'));
  }

  /** Whether the keyring really protects what is encrypted with it. */
  async canProtect(asked: boolean, signal: AbortSignal): Promise<Protection> {
    const name = this.#keyring.backend();
    const canary = await this.#use(asked, signal, (safeStorage) => safeStorage.encrypt('canary'));
    if (canary.ok && isProtected(canary.value, this.#platform) && !(this.#platform === 'linux' && isNoKeyring(name))) {
      return { canProtect: true, keyring: name };
    }
    if (!canary.ok && canary.problem.kind === 'keyring-locked') {
      return { canProtect: null, keyring: name, problem: canary.problem };
    }
    return { canProtect: false, keyring: name, problem: { kind: 'keyring-absent' } };
  }

  /** Uses the keyring. Fails with keyring-locked or keyring-absent; the keyring's state decides which. */
  async #use<T>(
    asked: boolean,
    signal: AbortSignal,
    task: (safeStorage: SafeStorage) => Promise<T>,
  ): Promise<Result<T>> {
    try {
      const used = await this.#keyring.use({ asked, signal }, async (safeStorage) => {
        if (!(await safeStorage.available())) throw new Error('The keyring is not available.');
        return task(safeStorage);
      });
      if (used.status === 'used') return ok(used.value);
      return failed({ kind: used.status === 'locked' ? 'keyring-locked' : 'keyring-absent' });
    } catch {
      // Errors of safeStorage have no stable wording, so the keyring itself shows what happened.
      const locked = (await this.#keyring.readiness()) === 'would-prompt';
      return failed({ kind: locked ? 'keyring-locked' : 'keyring-absent' });
    }
  }

  /** `problem`: why the keyring gave no text; null when it gave a text that is not this key. */
  async #whyUnreadable(stored: StoredKey, problem: Problem | null): Promise<Unreadable> {
    if (problem?.kind === 'keyring-locked') return { status: 'locked', problem };
    const name = this.#keyring.backend();
    if (name !== stored.keyring) {
      return { status: 'changed', problem: { kind: 'keyring-changed', was: stored.keyring, now: name.slice(0, 40) } };
    }
    const isGone = problem?.kind === 'keyring-absent' && (await this.#keyring.readiness()) === 'absent';
    return { status: 'unreadable', problem: isGone ? { kind: 'keyring-absent' } : { kind: 'key-unreadable' } };
  }

  #storedNow({ text, savedAt }: KeyFor, storage: StoredKey['storage'], bytes: Uint8Array): StoredKey {
    const data = Buffer.from(bytes).toString('base64');
    return {
      storage,
      data,
      keyring: this.#keyring.backend(),
      fingerprint: fingerprint(text, this.#salt()),
      savedAt,
    };
  }
}

/** The key, if it is for this origin, or was stored without an origin and that is accepted. */
function handOut(
  { origin: sealedFor, key }: SealedText,
  { origin, acceptsUnbound }: OpenOptions,
  shouldReEncrypt: boolean,
): OpenedText | Unreadable {
  if (sealedFor === origin) return { text: key, shouldReseal: shouldReEncrypt };
  if (sealedFor !== null) {
    return {
      status: 'unreadable',
      problem: { kind: 'key-for-other-address', was: shown(sealedFor), now: shown(origin) },
    };
  }
  if (acceptsUnbound) return { text: key, shouldReseal: true };
  return { status: 'unreadable', problem: { kind: 'key-address-unconfirmed', address: shown(origin) } };
}

/** An origin as a problem carries it. */
function shown(origin: string): string {
  return origin.slice(0, 300);
}
