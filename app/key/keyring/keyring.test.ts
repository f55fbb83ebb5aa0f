import { describe, expect, it } from 'vitest';
import { type Circumstances, createKeyring, placeOfCall } from './keyring';
import type { SafeStorage } from './safe-storage';

const linux33: Circumstances = {
  platform: 'linux',
  backend: 'gnome_libsecret',
  blocking: true,
  readiness: 'open',
  asked: false,
};

describe('where safeStorage is called', () => {
  it.each<[string, Partial<Circumstances>, string]>([
    ['an open keyring, at start-up', {}, 'here'],
    ['an open keyring, the user asked', { asked: true }, 'aside'],
    ['a locked keyring, at start-up', { readiness: 'would-prompt' }, 'not-now'],
    ['a locked keyring, the user asked', { readiness: 'would-prompt', asked: true }, 'aside'],
    ['nothing known', { readiness: 'unknown' }, 'aside'],
    ['an open KWallet, which may still ask', { backend: 'kwallet6' }, 'aside'],
    ['no service', { readiness: 'absent' }, 'nowhere'],
    ['no keyring', { backend: 'basic_text', readiness: 'absent' }, 'nowhere'],
    ['promises: a locked keyring at start-up', { blocking: false, readiness: 'would-prompt' }, 'not-now'],
    ['promises: a locked keyring, the user asked', { blocking: false, readiness: 'would-prompt', asked: true }, 'here'],
    ['promises: nothing known', { blocking: false, readiness: 'unknown' }, 'here'],
    ['macOS', { platform: 'darwin', backend: 'keychain' }, 'here'],
    ['Windows', { platform: 'win32', backend: 'dpapi' }, 'here'],
  ])('%s', (_, change, place) => {
    expect(placeOfCall({ ...linux33, ...change })).toBe(place);
  });
});

function fakeSafeStorage(blocking = false): SafeStorage {
  return {
    blocking,
    backend: () => 'gnome_libsecret',
    available: async () => true,
    encrypt: async (text) => {
      if (text === 'bad') throw new Error(`cannot encrypt ${text}`);
      return Buffer.from(`v11${text}`);
    },
    decrypt: async (bytes) => ({ text: Buffer.from(bytes).toString().slice(3), shouldReEncrypt: true }),
  };
}

describe('using the keyring', () => {
  it('aborts an unanswered prompt, and ends the helper', async () => {
    let ended = false;
    const keyring = createKeyring({
      platform: 'linux',
      safeStorage: fakeSafeStorage(true),
      readiness: async () => 'would-prompt',
      startHelper: () => ({
        safeStorage: { ...fakeSafeStorage(), available: () => new Promise(() => undefined) },
        end: () => {
          ended = true;
        },
      }),
    });
    const giveUp = new AbortController();
    const used = keyring.use({ asked: true, signal: giveUp.signal }, (safeStorage) => safeStorage.available());
    setImmediate(() => giveUp.abort());
    expect(await used).toEqual({ status: 'locked' });
    expect(ended).toBe(true);
  });

  it('asks the bus nothing where there is no bus', async () => {
    const keyring = createKeyring({
      platform: 'darwin',
      safeStorage: fakeSafeStorage(),
      readiness: () => Promise.reject(new Error('asked')),
      startHelper: () => {
        throw new Error('started');
      },
    });
    const { signal } = new AbortController();
    expect(await keyring.use({ asked: false, signal }, async () => 1)).toEqual({ status: 'used', value: 1 });
  });
});
