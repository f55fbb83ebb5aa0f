import { expect, it } from 'vitest';
import type { Keyring } from './keyring';
import type { SafeStorage } from './safe-storage';
import { createSealer } from './seal-bytes';

const content = Buffer.from([0, 255, 10, 13, 65]);

function keyring(prefix: string, status: 'used' | 'locked' | 'absent' = 'used'): Keyring {
  const safeStorage: SafeStorage = {
    blocking: false,
    backend: () => 'gnome_libsecret',
    available: async () => true,
    encrypt: async (text) => Buffer.from(prefix + text.split('').reverse().join('')),
    decrypt: async (bytes) => {
      const text = Buffer.from(bytes).toString();
      if (!text.startsWith(prefix)) throw new Error('It is not mine.');
      return { text: text.slice(prefix.length).split('').reverse().join(''), shouldReEncrypt: false };
    },
  };
  return {
    backend: () => 'gnome_libsecret',
    readiness: async () => 'open',
    use: async (_options, work) => (status === 'used' ? { status, value: await work(safeStorage) } : { status }),
  };
}

it('bytes are encrypted with the keyring, and read back as they were', async () => {
  const sealer = createSealer(keyring('v11'), 'linux');
  const sealed = await sealer.seal(content);
  if (!sealed.ok) throw new Error(sealed.problem.kind);
  expect(sealed.value.includes(content)).toBe(false);
  expect(await sealer.open(sealed.value)).toEqual({ ok: true, value: content });
});

it('bytes are not encrypted with the constant that Chromium uses without a keyring', async () => {
  expect(await createSealer(keyring('v10'), 'linux').seal(content)).toEqual({
    ok: false,
    problem: { kind: 'keyring-absent' },
  });
  expect((await createSealer(keyring('v10'), 'darwin').seal(content)).ok).toBe(true);
});

it('a keyring that is locked, absent or fails has its problem', async () => {
  for (const [status, kind] of [
    ['locked', 'keyring-locked'],
    ['absent', 'keyring-absent'],
  ] as const) {
    const sealer = createSealer(keyring('v11', status), 'linux');
    expect(await sealer.seal(content)).toEqual({ ok: false, problem: { kind } });
    expect(await sealer.open(content)).toEqual({ ok: false, problem: { kind } });
  }
  expect(await createSealer(keyring('v11'), 'linux').open(content)).toMatchObject({
    problem: { kind: 'keyring-absent' },
  });
});
