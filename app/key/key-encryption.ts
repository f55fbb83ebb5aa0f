// Encrypts a key with the system's keyring and reads it back, or encodes it unprotected, with the user's consent.
// It stores nothing itself, and never weakens the protection that its caller chose.
import { failed, ok, type Problem, type Result } from '../model/problem';
import { fingerprint } from './fingerprint';
import type { StoredKey } from './key-document';
import { isNoKeyring, type Keyring } from './keyring/keyring';
import type { SafeStorage } from './keyring/safe-storage';
import { readSealedText, type SealedText, sealedText } from './sealed-text';

/** `canProtect` is null while the keyring is locked: only a prompt would show it. */
export interface Protection {
  canProtect: boolean | null;
  keyring: string;
  problem?: Problem;
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

export interface KeyEncryption {
  /** The text of a stored key. `shouldReseal`: the system wants it encrypted again, or its origin is not sealed in. */
  open(stored: StoredKey, options: OpenOptions): Promise<{ text: string; shouldReseal: boolean } | Unreadable>;
  /** Encrypts, has it written, and reads back what was written. Fails with keyring-absent or keyring-locked rather than do less. */
  seal(key: KeyFor, signal: AbortSignal, write: (stored: StoredKey) => Result<void>): Promise<Result<StoredKey>>;
  /** The form in which a key is stored without protection. */
  unprotected(key: KeyFor): StoredKey;
  /** Whether the keyring really protects what is encrypted with it. */
  canProtect(asked: boolean, signal: AbortSignal): Promise<Protection>;
}

/** An origin as a problem carries it. */
function shown(origin: string): string {
  return origin.slice(0, 300);
}

/** Encryption with this keyring; fingerprints are made with `salt`. */
export function createKeyEncryption(options: {
  keyring: Keyring;
  platform: NodeJS.Platform;
  salt: () => Uint8Array;
}): KeyEncryption {
  const { keyring, platform, salt } = options;

  /** Uses the keyring. Fails with keyring-locked or keyring-absent; the keyring's state decides which. */
  async function attempt<T>(
    asked: boolean,
    signal: AbortSignal,
    work: (safeStorage: SafeStorage) => Promise<T>,
  ): Promise<Result<T>> {
    try {
      const used = await keyring.use({ asked, signal }, async (safeStorage) => {
        if (!(await safeStorage.available())) throw new Error('The keyring is not available.');
        return work(safeStorage);
      });
      if (used.status === 'used') return ok(used.value);
      return failed({ kind: used.status === 'locked' ? 'keyring-locked' : 'keyring-absent' });
    } catch {
      // Errors of safeStorage have no stable wording, so the keyring itself shows what happened.
      const locked = (await keyring.readiness()) === 'would-prompt';
      return failed({ kind: locked ? 'keyring-locked' : 'keyring-absent' });
    }
  }

  /** On Linux, ciphertext that starts "v10" is made with a public constant. Elsewhere v10 is real encryption. */
  function protects(ciphertext: Uint8Array): boolean {
    return platform !== 'linux' || /^v1[1-9]/.test(Buffer.from(ciphertext.subarray(0, 3)).toString('latin1'));
  }

  function storedNow({ text, savedAt }: KeyFor, storage: StoredKey['storage'], bytes: Uint8Array): StoredKey {
    const data = Buffer.from(bytes).toString('base64');
    return { storage, data, keyring: keyring.backend(), fingerprint: fingerprint(text, salt()), savedAt };
  }

  /** The key, if it is for this origin, or was stored without an origin and that is accepted. */
  function handOut(
    { origin: sealedFor, key }: SealedText,
    { origin, acceptsUnbound }: OpenOptions,
    shouldReEncrypt: boolean,
  ): { text: string; shouldReseal: boolean } | Unreadable {
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

  return {
    async open(stored, wanted) {
      const bytes = Buffer.from(stored.data, 'base64');
      if (stored.storage === 'unprotected') return handOut(readSealedText(bytes.toString('utf8')), wanted, false);
      const used = await attempt(wanted.asked, wanted.signal, (safeStorage) => safeStorage.decrypt(bytes));
      if (used.ok) {
        const sealed = readSealedText(used.value.text);
        // A wrong key decrypts to rubbish without an error about once in 256 times.
        if (fingerprint(sealed.key, salt()) === stored.fingerprint) {
          return handOut(sealed, wanted, used.value.shouldReEncrypt);
        }
      }
      if (!used.ok && used.problem.kind === 'keyring-locked') return { status: 'locked', problem: used.problem };
      const name = keyring.backend();
      if (name !== stored.keyring) {
        return { status: 'changed', problem: { kind: 'keyring-changed', was: stored.keyring, now: name.slice(0, 40) } };
      }
      const gone = !used.ok && used.problem.kind === 'keyring-absent' && (await keyring.readiness()) === 'absent';
      return { status: 'unreadable', problem: gone ? { kind: 'keyring-absent' } : { kind: 'key-unreadable' } };
    },
    async seal(key, signal, write) {
      const sealed = sealedText({ origin: key.origin, key: key.text });
      const done = await attempt(true, signal, async (safeStorage): Promise<Result<StoredKey>> => {
        const bytes = await safeStorage.encrypt(sealed);
        if (signal.aborted) return failed({ kind: 'keyring-locked' });
        if (!protects(bytes)) return failed({ kind: 'keyring-absent' });
        const stored = storedNow(key, 'protected', bytes);
        const written = write(stored);
        if (!written.ok) return written;
        const readBack = await safeStorage.decrypt(Buffer.from(stored.data, 'base64'));
        return readBack.text === sealed ? ok(stored) : failed({ kind: 'key-unreadable' });
      });
      return done.ok ? done.value : done;
    },
    unprotected: (key) =>
      storedNow(key, 'unprotected', Buffer.from(sealedText({ origin: key.origin, key: key.text }), 'utf8')),
    async canProtect(asked, signal) {
      const name = keyring.backend();
      const canary = await attempt(asked, signal, (safeStorage) => safeStorage.encrypt('canary'));
      if (canary.ok && protects(canary.value) && !(platform === 'linux' && isNoKeyring(name))) {
        return { canProtect: true, keyring: name };
      }
      if (!canary.ok && canary.problem.kind === 'keyring-locked') {
        return { canProtect: null, keyring: name, problem: canary.problem };
      }
      return { canProtect: false, keyring: name, problem: { kind: 'keyring-absent' } };
    },
  };
}
