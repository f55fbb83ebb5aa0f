import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { SafeStorage } from '../key/keyring/safe-storage';
import { createKeyringHelper, type HelperProcess, serveKeyringHelper } from './keyring-helper';

function fakeSafeStorage(): SafeStorage {
  return {
    blocking: true,
    backend: () => 'gnome_libsecret',
    available: async () => true,
    encrypt: async (text) => {
      if (text === 'bad') throw new Error(`cannot encrypt ${text}`);
      return Buffer.from(`v11${text}`);
    },
    decrypt: async (bytes) => ({ text: Buffer.from(bytes).toString().slice(3), shouldReEncrypt: true }),
  };
}

/** A helper without a process: both sides, joined by two pipes. */
function helper(safeStorage: SafeStorage): { process: HelperProcess; events: EventEmitter; killed: () => boolean } {
  const events = new EventEmitter();
  const stdin = new PassThrough();
  const stdout = new PassThrough();
  let killed = false;
  stdout.write('a library prints something\n');
  void serveKeyringHelper(stdin, stdout, safeStorage);
  const process: HelperProcess = {
    stdin,
    stdout,
    kill: () => {
      killed = true;
      return true;
    },
    on: (event, listener) => events.on(event, listener),
  };
  return { process, events, killed: () => killed };
}

describe('a keyring helper', () => {
  it('makes the calls in its own process', async () => {
    const { safeStorage } = createKeyringHelper(helper(fakeSafeStorage()).process, () => 'gnome_libsecret');
    expect(await safeStorage.available()).toBe(true);
    const text = 'line one\nline two é';
    const bytes = await safeStorage.encrypt(text);
    expect(Buffer.from(bytes).toString()).toBe(`v11${text}`);
    expect(await safeStorage.decrypt(bytes)).toEqual({ text, shouldReEncrypt: true });
  });

  it('passes on that a call failed, and nothing of what it was about', async () => {
    const { safeStorage } = createKeyringHelper(helper(fakeSafeStorage()).process, () => 'gnome_libsecret');
    await expect(safeStorage.encrypt('bad')).rejects.toThrow('The keyring refused.');
  });

  it('rejects what waits when it ends, and what comes later', async () => {
    const silent: SafeStorage = { ...fakeSafeStorage(), available: () => new Promise(() => undefined) };
    const { process, events } = helper(silent);
    const { safeStorage } = createKeyringHelper(process, () => 'gnome_libsecret');
    const waiting = safeStorage.available();
    events.emit('exit');
    await expect(waiting).rejects.toThrow('has ended');
    await expect(safeStorage.available()).rejects.toThrow('has ended');
  });

  it('is killed when it is no longer needed', () => {
    const { process, killed } = helper(fakeSafeStorage());
    createKeyringHelper(process, () => 'gnome_libsecret').end();
    expect(killed()).toBe(true);
  });
});
