// The safeStorage of Electron 33, whose calls block, beside the promises of later versions.
// Delete it with the fallback to Electron 33, and use asyncSafeStorage of app/key/keyring/safe-storage.ts alone.
import {
  type AsyncElectronSafeStorage,
  asyncSafeStorage,
  backendName,
  missingSafeStorage,
  type SafeStorage,
} from '../key/keyring/safe-storage';

/** Electron's safeStorage in either shape: the first three members, or (42 and later) those with promises. */
export interface ElectronSafeStorage extends AsyncElectronSafeStorage {
  isEncryptionAvailable?(): boolean;
  encryptString?(text: string): Buffer;
  decryptString?(bytes: Buffer): string;
}

/** Electron's safeStorage as the port; with promises where Electron has them, since a blocking call stops everything. */
export function bridgeSafeStorage(electron: ElectronSafeStorage, platform: NodeJS.Platform): SafeStorage {
  return asyncSafeStorage(electron, platform) ?? blockingSafeStorage(electron, platform) ?? missingSafeStorage();
}

/** `async` turns what the calls throw into rejections. */
function blockingSafeStorage(electron: ElectronSafeStorage, platform: NodeJS.Platform): SafeStorage | null {
  const { isEncryptionAvailable, encryptString, decryptString } = electron;
  if (!isEncryptionAvailable || !encryptString || !decryptString) return null;
  return {
    blocking: true,
    backend: () => backendName(electron, platform),
    available: async () => isEncryptionAvailable.call(electron),
    encrypt: async (text) => encryptString.call(electron, text),
    decrypt: async (bytes) => ({ text: decryptString.call(electron, Buffer.from(bytes)), shouldReEncrypt: false }),
  };
}
