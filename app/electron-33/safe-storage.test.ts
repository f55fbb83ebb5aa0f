import { describe, expect, it } from 'vitest';
import { bridgeSafeStorage, type ElectronSafeStorage } from './safe-storage';

/** Electron 33: blocking calls only. */
class Old implements ElectronSafeStorage {
  isEncryptionAvailable(): boolean {
    return this.getSelectedStorageBackend() === 'gnome_libsecret';
  }
  encryptString(text: string): Buffer {
    if (text === 'bad') throw new Error('no');
    return Buffer.from(`v11${text}`);
  }
  decryptString(bytes: Buffer): string {
    if (!Buffer.isBuffer(bytes)) throw new TypeError('Not a buffer');
    return bytes.toString().slice(3);
  }
  getSelectedStorageBackend(): string {
    return 'gnome_libsecret';
  }
}

/** Electron 45: both, the blocking ones deprecated. */
class New extends Old {
  override isEncryptionAvailable(): boolean {
    throw new Error('blocking');
  }
  override encryptString(): Buffer {
    throw new Error('blocking');
  }
  override decryptString(): string {
    throw new Error('blocking');
  }
  async isAsyncEncryptionAvailable(): Promise<boolean> {
    return this.getSelectedStorageBackend() === 'gnome_libsecret';
  }
  async encryptStringAsync(text: string): Promise<Buffer> {
    return Buffer.from(`v11${text}`);
  }
  async decryptStringAsync(bytes: Buffer): Promise<{ result: string; shouldReEncrypt: boolean }> {
    if (!Buffer.isBuffer(bytes)) throw new TypeError('Not a buffer');
    return { result: bytes.toString().slice(3), shouldReEncrypt: true };
  }
}

describe.each([
  ['blocking', new Old(), true, false],
  ['asynchronous', new New(), false, true],
] as const)('safeStorage in its %s shape', (_, electron, blocking, shouldReEncrypt) => {
  const bridged = bridgeSafeStorage(electron, 'linux');

  it('encrypts and decrypts', async () => {
    expect(bridged.blocking).toBe(blocking);
    expect(await bridged.available()).toBe(true);
    const bytes = new Uint8Array(await bridged.encrypt('text'));
    expect(await bridged.decrypt(bytes)).toEqual({ text: 'text', shouldReEncrypt });
  });

  it('names the keyring', () => {
    expect(bridged.backend()).toBe('gnome_libsecret');
    expect(bridgeSafeStorage(electron, 'darwin').backend()).toBe('keychain');
    expect(bridgeSafeStorage(electron, 'win32').backend()).toBe('dpapi');
  });
});

describe('safeStorage', () => {
  it('rejects where the blocking shape throws', async () => {
    await expect(bridgeSafeStorage(new Old(), 'linux').encrypt('bad')).rejects.toThrow('no');
  });

  it('of an unknown shape protects nothing, and does not crash', async () => {
    const bridged = bridgeSafeStorage({}, 'linux');
    expect(await bridged.available()).toBe(false);
    expect(bridged.backend()).toBe('unknown');
    await expect(bridged.encrypt('x')).rejects.toThrow('no safeStorage');
    await expect(bridged.decrypt(new Uint8Array())).rejects.toThrow('no safeStorage');
  });
});
