// The system's encryption as one port, whichever shape Electron gives it: blocking calls (33) or promises (42 and later).
// Must not judge whether the encryption protects anything: that is for the vault.

/** `backend` is the keyring's own name ("gnome_libsecret", "keychain", "dpapi"). Failing calls reject. */
export interface SafeStorage {
  /** Whether a call blocks the whole process while the system asks for a password. */
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

/** The members of Electron's `safeStorage` that are used: either the first three, or (42 and later) the last three. */
export interface ElectronSafeStorage {
  isEncryptionAvailable?(): boolean;
  encryptString?(text: string): Buffer;
  decryptString?(bytes: Buffer): string;
  isAsyncEncryptionAvailable?(): Promise<boolean>;
  encryptStringAsync?(text: string): Promise<Buffer>;
  decryptStringAsync?(bytes: Buffer): Promise<{ result: string; shouldReEncrypt: boolean }>;
  /** Linux only. */
  getSelectedStorageBackend?(): string;
}

/** Electron's safeStorage as the port; asynchronous where Electron has that, since a blocking call stops everything. */
export function bridgeSafeStorage(electron: ElectronSafeStorage, platform: NodeJS.Platform): SafeStorage {
  const backend = (): string => backendName(electron, platform);
  if (electron.isAsyncEncryptionAvailable && electron.encryptStringAsync && electron.decryptStringAsync) {
    return asynchronous(
      {
        available: electron.isAsyncEncryptionAvailable.bind(electron),
        encrypt: electron.encryptStringAsync.bind(electron),
        decrypt: electron.decryptStringAsync.bind(electron),
      },
      backend,
    );
  }
  if (electron.isEncryptionAvailable && electron.encryptString && electron.decryptString) {
    return synchronous(
      {
        available: electron.isEncryptionAvailable.bind(electron),
        encrypt: electron.encryptString.bind(electron),
        decrypt: electron.decryptString.bind(electron),
      },
      backend,
    );
  }
  return absent();
}

function backendName(electron: ElectronSafeStorage, platform: NodeJS.Platform): string {
  if (platform === 'darwin') return 'keychain';
  if (platform === 'win32') return 'dpapi';
  return electron.getSelectedStorageBackend?.() ?? 'unknown';
}

interface AsyncCalls {
  available: () => Promise<boolean>;
  encrypt: (text: string) => Promise<Buffer>;
  decrypt: (bytes: Buffer) => Promise<{ result: string; shouldReEncrypt: boolean }>;
}

function asynchronous(calls: AsyncCalls, backend: () => string): SafeStorage {
  return {
    blocking: false,
    backend,
    available: calls.available,
    encrypt: calls.encrypt,
    async decrypt(bytes) {
      const { result, shouldReEncrypt } = await calls.decrypt(Buffer.from(bytes));
      return { text: result, shouldReEncrypt };
    },
  };
}

interface SyncCalls {
  available: () => boolean;
  encrypt: (text: string) => Buffer;
  decrypt: (bytes: Buffer) => string;
}

// `async` turns what the calls throw into rejections.
function synchronous(calls: SyncCalls, backend: () => string): SafeStorage {
  return {
    blocking: true,
    backend,
    available: async () => calls.available(),
    encrypt: async (text) => calls.encrypt(text),
    decrypt: async (bytes) => ({ text: calls.decrypt(Buffer.from(bytes)), shouldReEncrypt: false }),
  };
}

/** An Electron with neither shape: nothing can be protected, and nothing crashes. */
function absent(): SafeStorage {
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
