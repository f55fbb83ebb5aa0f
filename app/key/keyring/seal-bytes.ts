// Encrypts bytes other than a key with the system's keyring, and reads them back. Stores nothing, and never weakens the protection: without a
// keyring there is no copy.
import { failed, ok, type Result } from '../../model/problem';
import type { Keyring } from './keyring';
import type { SafeStorage } from './safe-storage';

export interface Sealer {
  /** Fails with keyring-locked or keyring-absent. */
  seal(content: Buffer): Promise<Result<Buffer>>;
  /** Fails with keyring-locked, or keyring-absent where the keyring does not open it. */
  open(sealed: Buffer): Promise<Result<Buffer>>;
}

/** Seals with this keyring, and opens no prompt of the system: it is used while nobody waits for one. */
export function createSealer(keyring: Keyring, platform: NodeJS.Platform): Sealer {
  async function use<T>(work: (safeStorage: SafeStorage) => Promise<Result<T>>): Promise<Result<T>> {
    try {
      const { signal } = new AbortController();
      const used = await keyring.use({ asked: false, signal }, async (safeStorage) =>
        (await safeStorage.available()) ? work(safeStorage) : failed({ kind: 'keyring-absent' }),
      );
      if (used.status === 'used') return used.value;
      return failed({ kind: used.status === 'locked' ? 'keyring-locked' : 'keyring-absent' });
    } catch {
      return failed({ kind: 'keyring-absent' });
    }
  }

  return {
    seal: (content) =>
      use(async (safeStorage) => {
        const sealed = Buffer.from(await safeStorage.encrypt(content.toString('base64')));
        return isProtected(sealed, platform) ? ok(sealed) : failed({ kind: 'keyring-absent' });
      }),
    open: (sealed) => use(async (safeStorage) => ok(Buffer.from((await safeStorage.decrypt(sealed)).text, 'base64'))),
  };
}

/** Whether a ciphertext protects anything: on Linux one that starts "v10" is made with a public constant. Elsewhere v10 is real encryption. */
export function isProtected(ciphertext: Uint8Array, platform: NodeJS.Platform): boolean {
  return platform !== 'linux' || /^v1[1-9]/.test(Buffer.from(ciphertext.subarray(0, 3)).toString('latin1'));
}
