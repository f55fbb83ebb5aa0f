// A key's text and what is kept of it: encrypted by the system's keyring and read back, or unprotected, after consent.
// It must not: decide how a key is kept, keep one anywhere itself, or weaken the protection.
import { failed, ok, type Problem, type Result } from '../problem/problem';
import { fingerprint } from './fingerprint';
import type { Kept } from './key-document';
import { isNoKeyring, type Keyring } from './keyring';
import type { SafeStorage } from './safe-storage';

/** `canProtect` is null while the keyring is locked: it can be told only after a prompt. */
export interface Protection {
  canProtect: boolean | null;
  keyring: string;
  problem?: Problem;
}

/** Why a kept key cannot be read now. */
export interface Unreadable {
  status: 'locked' | 'changed' | 'unreadable';
  problem: Problem;
}

export interface Sealing {
  /** The text of what is kept. With `asked` the system may show its prompt. `shouldReEncrypt`: the system wants it encrypted anew. */
  open(
    kept: Kept,
    asked: boolean,
    signal: AbortSignal,
  ): Promise<{ text: string; shouldReEncrypt: boolean } | Unreadable>;
  /** Encrypts, has it written, and reads back what was written. Fails with keyring-absent or keyring-locked rather than do less. */
  seal(text: string, savedAt: number, signal: AbortSignal, write: (kept: Kept) => Result<void>): Promise<Result<Kept>>;
  /** What is kept of a key without protection. */
  unprotected(text: string, savedAt: number): Kept;
  /** Whether the keyring really protects what is encrypted with it. */
  canProtect(asked: boolean, signal: AbortSignal): Promise<Protection>;
}

/** Sealing with this keyring; fingerprints are made with `salt`. */
export function createSealing(options: {
  keyring: Keyring;
  platform: NodeJS.Platform;
  salt: () => Uint8Array;
}): Sealing {
  const { keyring, platform, salt } = options;

  /** Uses the keyring. Fails with keyring-locked or keyring-absent, after a look at which of them it is. */
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
      // Errors of safeStorage have no stable wording: what happened is asked of the keyring itself.
      const locked = (await keyring.readiness()) === 'would-prompt';
      return failed({ kind: locked ? 'keyring-locked' : 'keyring-absent' });
    }
  }

  /** On Linux ciphertext that starts "v10" was made with a constant that everybody knows. Elsewhere v10 is the real thing. */
  function protects(ciphertext: Uint8Array): boolean {
    return platform !== 'linux' || /^v1[1-9]/.test(Buffer.from(ciphertext.subarray(0, 3)).toString('latin1'));
  }

  function keptNow(text: string, storage: Kept['storage'], bytes: Uint8Array, savedAt: number): Kept {
    const data = Buffer.from(bytes).toString('base64');
    return { storage, data, keyring: keyring.backend(), fingerprint: fingerprint(text, salt()), savedAt };
  }

  return {
    async open(kept, asked, signal) {
      const bytes = Buffer.from(kept.data, 'base64');
      if (kept.storage === 'unprotected') return { text: bytes.toString('utf8'), shouldReEncrypt: false };
      const used = await attempt(asked, signal, (safeStorage) => safeStorage.decrypt(bytes));
      // A wrong key can decrypt to rubbish without an error, about once in 256 times.
      if (used.ok && fingerprint(used.value.text, salt()) === kept.fingerprint) return used.value;
      if (!used.ok && used.problem.kind === 'keyring-locked') return { status: 'locked', problem: used.problem };
      const name = keyring.backend();
      if (name !== kept.keyring) {
        return { status: 'changed', problem: { kind: 'keyring-changed', was: kept.keyring, now: name.slice(0, 40) } };
      }
      const gone = !used.ok && used.problem.kind === 'keyring-absent' && (await keyring.readiness()) === 'absent';
      return { status: 'unreadable', problem: gone ? { kind: 'keyring-absent' } : { kind: 'key-unreadable' } };
    },
    async seal(text, savedAt, signal, write) {
      const done = await attempt(true, signal, async (safeStorage): Promise<Result<Kept>> => {
        const bytes = await safeStorage.encrypt(text);
        if (signal.aborted) return failed({ kind: 'keyring-locked' });
        if (!protects(bytes)) return failed({ kind: 'keyring-absent' });
        const kept = keptNow(text, 'protected', bytes, savedAt);
        const written = write(kept);
        if (!written.ok) return written;
        const readBack = await safeStorage.decrypt(Buffer.from(kept.data, 'base64'));
        return readBack.text === text ? ok(kept) : failed({ kind: 'key-unreadable' });
      });
      return done.ok ? done.value : done;
    },
    unprotected: (text, savedAt) => keptNow(text, 'unprotected', Buffer.from(text, 'utf8'), savedAt),
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
