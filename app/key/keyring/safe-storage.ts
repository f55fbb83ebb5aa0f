// The system's encryption as a port, over the promises that Electron's safeStorage has since 42.
// Whether the encryption protects anything is for the vault to judge.

/** `backend` is the keyring's own name ("gnome_libsecret", "keychain", "dpapi"). Failing calls reject. */
export interface SafeStorage {
  /** Whether a call blocks the whole process while the system asks for a password. Only Electron 33 does (app/electron-33/). */
  readonly blocking: boolean;
  backend(): string;
  available(): Promise<boolean>;
  encrypt(text: string): Promise<Uint8Array>;
  decrypt(bytes: Uint8Array): Promise<Decrypted>;
}

export interface Decrypted {
  text: string;
  /** The system has a newer or better key: encrypt the text again. */
  shouldReEncrypt: boolean;
}

/** The members of Electron's `safeStorage` that are used. */
export interface AsyncElectronSafeStorage {
  isAsyncEncryptionAvailable?(): Promise<boolean>;
  encryptStringAsync?(text: string): Promise<Buffer>;
  decryptStringAsync?(bytes: Buffer): Promise<{ result: string; shouldReEncrypt: boolean }>;
  /** Linux only. */
  getSelectedStorageBackend?(): string;
}

/** Electron's safeStorage as the port; null where this Electron has no promises. */
export function asyncSafeStorage(electron: AsyncElectronSafeStorage, platform: NodeJS.Platform): SafeStorage | null {
  const { isAsyncEncryptionAvailable, encryptStringAsync, decryptStringAsync } = electron;
  if (!isAsyncEncryptionAvailable || !encryptStringAsync || !decryptStringAsync) return null;
  return {
    blocking: false,
    backend: () => backendName(electron, platform),
    available: () => isAsyncEncryptionAvailable.call(electron),
    encrypt: (text) => encryptStringAsync.call(electron, text),
    async decrypt(bytes) {
      const { result, shouldReEncrypt } = await decryptStringAsync.call(electron, Buffer.from(bytes));
      return { text: result, shouldReEncrypt };
    },
  };
}

/** The keyring's own name; `unknown` where Electron does not report it. */
export function backendName(
  electron: Pick<AsyncElectronSafeStorage, 'getSelectedStorageBackend'>,
  platform: NodeJS.Platform,
): string {
  if (platform === 'darwin') return 'keychain';
  if (platform === 'win32') return 'dpapi';
  return electron.getSelectedStorageBackend?.() ?? 'unknown';
}

/** For an Electron whose safeStorage has neither shape: nothing can be protected, and nothing crashes. */
export function missingSafeStorage(): SafeStorage {
  const refuse = async (): Promise<never> => {
    throw new Error('This Electron has no safeStorage that is known here.');
  };
  return {
    blocking: false,
    backend: () => 'unknown',
    available: async () => false,
    encrypt: refuse,
    decrypt: refuse,
  };
}
