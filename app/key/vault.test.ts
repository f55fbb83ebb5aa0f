import { describe, expect, it } from 'vitest';
import type { KeyState } from '../model/state/app-state';
import type { ProfileFiles } from '../settings/files/profile-files';
import { memoryFiles } from '../settings/files/profile-files.fixture';
import { fingerprint } from './fingerprint';
import { openKeyDocument } from './key-document';
import { createKeyring } from './keyring/keyring';
import type { Readiness } from './keyring/keyring-linux';
import { sealedText } from './sealed-text';
import { createVault, type Vault } from './vault';

const PRODUCTION = 'https://api.9proxy.com';
const OLD = 'old-key-0123456789';
const NEW = 'new-key-9876543210';

/** A computer with a profile folder and a keyring, whose ways of failing can be switched. */
function computer(platform: NodeJS.Platform = 'linux') {
  const texts = new Map<string, string>();
  const world = {
    slot: PRODUCTION,
    texts,
    backend: platform === 'linux' ? 'gnome_libsecret' : platform === 'darwin' ? 'keychain' : 'dpapi',
    readiness: 'open' as Readiness,
    /** The keyring's own secret: another one cannot decrypt. */
    secret: 'A',
    prefix: platform === 'linux' ? 'v11' : 'v10',
    available: true,
    shouldReEncrypt: false,
    /** What decrypt answers instead. */
    rubbish: null as string | null,
    diskError: null as string | null,
    /** The disk is full after so many writes. */
    writesLeft: Number.POSITIVE_INFINITY,
    time: 1000,
    calls: [] as string[],
    prompt: null as Promise<void> | null,
    start,
    files: () => [...texts.values()].join('\n'),
  };
  const inMemory = memoryFiles(texts);
  const files: ProfileFiles = {
    ...inMemory,
    write(file, content) {
      if (world.diskError !== null) throw Object.assign(new Error('disk'), { code: world.diskError });
      if (world.writesLeft === 0) throw Object.assign(new Error('disk'), { code: 'ENOSPC' });
      world.writesLeft -= 1;
      inMemory.write(file, content);
    },
  };
  const safeStorage = {
    blocking: false,
    backend: () => world.backend,
    async available() {
      world.calls.push('available');
      await world.prompt;
      return world.available;
    },
    async encrypt(text: string) {
      world.calls.push('encrypt');
      const hidden = Buffer.from(text).map((byte) => byte ^ 0x5a);
      return Buffer.concat([Buffer.from(`${world.prefix}${world.secret}`), hidden]);
    },
    async decrypt(bytes: Uint8Array) {
      world.calls.push('decrypt');
      const text = Buffer.from(bytes);
      if (text.subarray(3, 4).toString() !== world.secret) throw new Error('Error while decrypting the ciphertext');
      const shown = Buffer.from(text.subarray(4).map((byte) => byte ^ 0x5a)).toString();
      return { text: world.rubbish ?? shown, shouldReEncrypt: world.shouldReEncrypt };
    },
  };
  /** The application starts: a new vault on the same disk and keyring. */
  function start(): Vault {
    return createVault({
      slot: () => world.slot,
      production: PRODUCTION,
      document: openKeyDocument({ files, now: () => world.time }),
      keyring: createKeyring({
        platform,
        safeStorage,
        readiness: async () => world.readiness,
        startHelper: () => ({ safeStorage, end: () => undefined }),
      }),
      platform,
      now: () => world.time,
      random: (bytes) => new Uint8Array(bytes).fill(7),
    });
  }
  return world;
}

async function withKept(platform?: NodeJS.Platform) {
  const world = computer(platform);
  const vault = world.start();
  const kept = await vault.keep(OLD, 'protected');
  expect(kept).toMatchObject({ ok: true });
  return world;
}

describe('keeping a key', () => {
  it.each(['linux', 'darwin', 'win32'] as const)(
    'protected on %s: it is there again after a restart',
    async (platform) => {
      const world = await withKept(platform);
      const vault = world.start();
      expect(vault.describe().status).toBe('asking');
      expect(await vault.open()).toEqual({ status: 'present', text: OLD });
      expect(vault.text()).toBe(OLD);
      expect(vault.describe()).toEqual({
        status: 'present',
        storage: 'protected',
        canProtect: null,
        keyring: world.backend,
        fingerprint: vault.fingerprintOf(OLD),
        savedAt: 1000,
      });
      expect(world.files()).not.toContain(OLD);
      expect(world.files()).not.toContain(Buffer.from(OLD).toString('base64'));
    },
  );

  it('for this session: nothing is written', async () => {
    const world = computer();
    const vault = world.start();
    expect(await vault.keep(OLD, 'session')).toMatchObject({
      ok: true,
      value: { status: 'present', storage: 'session' },
    });
    expect(vault.text()).toBe(OLD);
    expect(await vault.open()).toEqual({ status: 'present', text: OLD });
    expect(world.texts.size).toBe(0);
    expect(await world.start().open()).toEqual({ status: 'absent' });
  });

  it('unprotected: it carries its marker and needs no keyring', async () => {
    const world = computer();
    world.backend = 'basic_text';
    expect(await world.start().keep(OLD, 'unprotected')).toMatchObject({ ok: true, value: { storage: 'unprotected' } });
    expect(world.files()).toContain('"storage":"unprotected"');
    const vault = world.start();
    expect(await vault.open()).toEqual({ status: 'present', text: OLD });
    expect(vault.describe().storage).toBe('unprotected');
    expect(world.calls).toEqual([]);
  });

  it.each<[string, (world: ReturnType<typeof computer>) => void, string]>([
    ['the ciphertext is made with the public constant', (world) => (world.prefix = 'v10'), 'keyring-absent'],
    ['the text is not encrypted at all', (world) => (world.prefix = ''), 'keyring-absent'],
    ['Electron found no keyring', (world) => (world.backend = 'basic_text'), 'keyring-absent'],
    ['there is no service', (world) => (world.readiness = 'absent'), 'keyring-absent'],
    ['encryption is not available', (world) => (world.available = false), 'keyring-absent'],
    [
      'the prompt was dismissed',
      (world) => Object.assign(world, { readiness: 'would-prompt', available: false }),
      'keyring-locked',
    ],
    ['it reads back as something else', (world) => (world.rubbish = 'rubbish'), 'key-unreadable'],
    ['the disk is full', (world) => (world.diskError = 'ENOSPC'), 'disk-full'],
    ['the folder cannot be written', (world) => (world.diskError = 'EROFS'), 'profile-read-only'],
  ])('never does less than asked: when %s, the older key stays', async (_, spoil, kind) => {
    const world = await withKept();
    const vault = world.start();
    await vault.open();
    const before = { ...vault.describe() };
    spoil(world);
    expect(await vault.keep(NEW, 'protected')).toEqual({ ok: false, problem: { kind } });
    expect(vault.text()).toBe(OLD);
    expect(vault.describe()).toEqual(before);
    Object.assign(world, { prefix: 'v11', backend: 'gnome_libsecret', readiness: 'open', available: true });
    Object.assign(world, { rubbish: null, diskError: null });
    expect(await world.start().open()).toEqual({ status: 'present', text: OLD });
  });

  it('protected, where it was unprotected: no file has it unprotected any more, not even a backup', async () => {
    const world = computer();
    const vault = world.start();
    const plain = Buffer.from(sealedText({ origin: PRODUCTION, key: OLD })).toString('base64');
    await vault.keep(OLD, 'unprotected');
    expect(world.files()).toContain(plain);
    expect(await vault.keep(OLD, 'protected')).toMatchObject({ ok: true });
    expect(world.files()).not.toContain(plain);
    expect(await world.start().open()).toEqual({ status: 'present', text: OLD });
  });

  it('protected, where it was unprotected and the disk is full in the middle: it is gone with the next try', async () => {
    const world = computer();
    const vault = world.start();
    await vault.keep(OLD, 'unprotected');
    // Its ciphertext is written, and the file as it was before into the backup; there is no room for the last.
    world.writesLeft = 2;
    expect(await vault.keep(OLD, 'protected')).toMatchObject({ ok: true, value: { storage: 'protected' } });
    world.writesLeft = Number.POSITIVE_INFINITY;
    // Nothing is to be discarded; what waits to be written is tried again.
    await vault.discardReceived();
    expect(world.files()).not.toContain(Buffer.from(OLD).toString('base64'));
    expect(await world.start().open()).toEqual({ status: 'present', text: OLD });
  });

  it('for this session, where it was unprotected: it is in memory only then; another key stays', async () => {
    const world = computer();
    const vault = world.start();
    await vault.keep(OLD, 'unprotected');
    await vault.keep(NEW, 'session');
    expect(await world.start().open()).toEqual({ status: 'present', text: OLD });
    world.diskError = 'EROFS';
    expect(await vault.keep(OLD, 'session')).toEqual({ ok: false, problem: { kind: 'profile-read-only' } });
    expect(vault.text()).toBe(NEW);
    world.diskError = null;
    expect(await vault.keep(OLD, 'session')).toMatchObject({ ok: true, value: { storage: 'session' } });
    expect(world.files()).not.toContain(Buffer.from(OLD).toString('base64'));
    expect(vault.text()).toBe(OLD);
    expect(await world.start().open()).toEqual({ status: 'absent' });
  });

  it('holds the older ciphertext until the newer one is read back, and prefers the newer one after a crash', async () => {
    const world = await withKept();
    const vault = world.start();
    const seen: unknown[] = [];
    const { calls } = world;
    world.calls = new Proxy(calls, {
      set(target, property, value) {
        // The moment of reading back is when a crash would hurt most.
        if (value === 'decrypt') seen.push(structuredClone(world.texts.get('key.json')));
        return Reflect.set(target, property, value);
      },
    });
    await vault.keep(NEW, 'protected');
    const crashed = String(seen[0]);
    expect(JSON.parse(crashed)).toMatchObject({
      keys: {
        [PRODUCTION]: {
          current: { fingerprint: vault.fingerprintOf(OLD) },
          next: { fingerprint: vault.fingerprintOf(NEW) },
        },
      },
    });
    world.texts.set('key.json', crashed);
    expect(await world.start().open()).toEqual({ status: 'present', text: NEW });
    expect(JSON.parse(world.texts.get('key.json') ?? '')).toMatchObject({ keys: { [PRODUCTION]: { next: null } } });
  });

  it('does not wait for a prompt that a reading waits for', async () => {
    const world = await withKept();
    world.readiness = 'would-prompt';
    world.prompt = new Promise(() => undefined);
    const vault = world.start();
    const opened = vault.open({ asked: true });
    expect(await vault.keep(NEW, 'session')).toMatchObject({ ok: true });
    expect(await opened).toEqual({ status: 'locked', problem: { kind: 'keyring-locked' } });
    expect(vault.text()).toBe(NEW);
  });

  it('gives up a prompt of its own', async () => {
    const world = computer();
    world.prompt = new Promise(() => undefined);
    const vault = world.start();
    const kept = vault.keep(NEW, 'protected');
    setImmediate(() => vault.stopAsking());
    expect(await kept).toEqual({ ok: false, problem: { kind: 'keyring-locked' } });
    expect(world.texts.size).toBe(0);
  });
});

describe('reading a key that cannot be read', () => {
  it.each<[string, (world: ReturnType<typeof computer>) => void, string, object]>([
    ['locked', (world) => (world.readiness = 'would-prompt'), 'locked', { kind: 'keyring-locked' }],
    ['another keyring', (world) => (world.secret = 'B'), 'unreadable', { kind: 'key-unreadable' }],
    ['rubbish without an error', (world) => (world.rubbish = 'x'), 'unreadable', { kind: 'key-unreadable' }],
    ['no service', (world) => (world.readiness = 'absent'), 'unreadable', { kind: 'keyring-absent' }],
    [
      'no keyring now',
      (world) => (world.backend = 'basic_text'),
      'changed',
      { kind: 'keyring-changed', was: 'gnome_libsecret', now: 'basic_text' },
    ],
    [
      'another kind of keyring',
      (world) => Object.assign(world, { backend: 'kwallet6', secret: 'B' }),
      'changed',
      { kind: 'keyring-changed', was: 'gnome_libsecret', now: 'kwallet6' },
    ],
  ])('%s: said, kept, and read when that is over', async (_, spoil, status, problem) => {
    const world = await withKept();
    const before = world.texts.get('key.json');
    const whole = { backend: world.backend, readiness: world.readiness, secret: world.secret, rubbish: null };
    spoil(world);
    const vault = world.start();
    expect(await vault.open()).toEqual({ status, problem });
    expect(vault.describe()).toMatchObject({
      status,
      problem,
      storage: 'protected',
      fingerprint: vault.fingerprintOf(OLD),
    });
    expect(vault.text()).toBeNull();
    expect(world.texts.get('key.json')).toBe(before);
    Object.assign(world, whole);
    expect(await vault.open({ asked: true })).toEqual({ status: 'present', text: OLD });
    expect(vault.describe()).not.toHaveProperty('problem');
  });

  it('a locked keyring is not used unless the user asked', async () => {
    const world = await withKept();
    world.readiness = 'would-prompt';
    world.calls.length = 0;
    const vault = world.start();
    await vault.open();
    expect(await vault.canProtect()).toMatchObject({ canProtect: null, problem: { kind: 'keyring-locked' } });
    expect(world.calls).toEqual([]);
    expect(await vault.open({ asked: true })).toEqual({ status: 'present', text: OLD });
  });

  it('is `asking` while a prompt is open, and `locked` when it is given up', async () => {
    const world = await withKept();
    world.readiness = 'would-prompt';
    world.prompt = new Promise(() => undefined);
    const vault = world.start();
    const states: KeyState['status'][] = [];
    vault.subscribe((state) => states.push(state.status));
    const opened = vault.open({ asked: true });
    setImmediate(() => vault.stopAsking());
    await opened;
    expect(states).toEqual(['asking', 'locked']);
  });

  it('is encrypted again when the system has a better key', async () => {
    const world = await withKept();
    const before = world.texts.get('key.json');
    world.shouldReEncrypt = true;
    world.prefix = 'v12';
    await world.start().open();
    expect(world.texts.get('key.json')).not.toBe(before);
    world.shouldReEncrypt = false;
    expect(await world.start().open()).toEqual({ status: 'present', text: OLD });
  });

  it('comes back from the backup when the file is damaged', async () => {
    const world = await withKept();
    await world.start().keep(NEW, 'protected');
    world.texts.set('key.json', '{"version":1,"salt":');
    expect(await world.start().open()).toEqual({ status: 'present', text: NEW });
  });
});

describe('what the keyring is worth', () => {
  it.each<[string, NodeJS.Platform, (world: ReturnType<typeof computer>) => void, object]>([
    ['a real keyring', 'linux', () => undefined, { canProtect: true, keyring: 'gnome_libsecret' }],
    ['the portal', 'linux', (world) => (world.prefix = 'v12'), { canProtect: true, keyring: 'gnome_libsecret' }],
    [
      'the public constant',
      'linux',
      (world) => (world.prefix = 'v10'),
      { canProtect: false, keyring: 'gnome_libsecret', problem: { kind: 'keyring-absent' } },
    ],
    [
      'none',
      'linux',
      (world) => (world.backend = 'unknown'),
      { canProtect: false, keyring: 'unknown', problem: { kind: 'keyring-absent' } },
    ],
    ['macOS, where v10 is the real thing', 'darwin', () => undefined, { canProtect: true, keyring: 'keychain' }],
    ['Windows, where v10 is the real thing', 'win32', () => undefined, { canProtect: true, keyring: 'dpapi' }],
  ])('%s', async (_, platform, spoil, protection) => {
    const world = computer(platform);
    spoil(world);
    const vault = world.start();
    expect(await vault.canProtect()).toEqual(protection);
    expect(vault.describe()).toMatchObject({ status: 'asking', canProtect: Reflect.get(protection, 'canProtect') });
  });
});

describe('forgetting a key', () => {
  it('leaves nothing of it, in memory or in any file', async () => {
    const world = await withKept();
    const vault = world.start();
    await vault.keep(NEW, 'protected');
    world.texts.set('key.corrupt-x.json', 'ciphertext');
    expect(await vault.forget()).toEqual({ ok: true, value: undefined });
    expect(vault.text()).toBeNull();
    expect(vault.describe()).toMatchObject({ status: 'absent', storage: null, fingerprint: null });
    expect([...world.texts.keys()]).toEqual(['key.json']);
    expect(JSON.parse(world.texts.get('key.json') ?? '')).toMatchObject({ keys: {} });
    expect(await world.start().open()).toEqual({ status: 'absent' });
  });

  it('says when the disk does not let it', async () => {
    const world = await withKept();
    const vault = world.start();
    await vault.open();
    world.diskError = 'EROFS';
    expect(await vault.forget()).toEqual({ ok: false, problem: { kind: 'profile-read-only' } });
    expect(vault.text()).toBeNull();
  });
});

describe('several addresses', () => {
  it('never takes the key of one address for another', async () => {
    const world = computer();
    const vault = world.start();
    await vault.keep(OLD, 'protected');
    world.slot = 'https://elsewhere.example';
    expect(vault.text()).toBeNull();
    expect(await vault.open()).toEqual({ status: 'absent' });
    await vault.keep(NEW, 'session');
    expect(vault.text()).toBe(NEW);
    world.slot = PRODUCTION;
    expect(await vault.open()).toEqual({ status: 'present', text: OLD });
    expect(vault.describe()).toMatchObject({ status: 'present', storage: 'protected' });
    world.slot = 'https://elsewhere.example';
    expect(await vault.open()).toEqual({ status: 'present', text: NEW });
    expect(vault.describe()).toMatchObject({ storage: 'session' });
  });

  it('removes the key of the current address, and keeps the other', async () => {
    const world = computer();
    const vault = world.start();
    await vault.keep(OLD, 'protected');
    world.slot = 'https://elsewhere.example';
    await vault.keep(NEW, 'protected');
    await vault.forget();
    expect(await vault.open()).toEqual({ status: 'absent' });
    world.slot = PRODUCTION;
    expect(await world.start().open()).toEqual({ status: 'present', text: OLD });
  });
});

describe('a key is sealed together with its address', () => {
  type Way = 'protected' | 'unprotected';
  const OTHER = 'https://gateway.example';
  const THIRD = 'https://third.example';

  /** key.json with the entry of one address moved to another, as anyone who can write the file could do. */
  function moved(world: ReturnType<typeof computer>, from: string, to: string): void {
    for (const [file, text] of world.texts)
      world.texts.set(file, text.replaceAll(JSON.stringify(from), JSON.stringify(to)));
  }

  /** key.json as an older version left it: the bare key, encrypted or not. */
  function storedBefore(
    world: ReturnType<typeof computer>,
    storage: 'protected' | 'unprotected',
    slotName: string,
    slots: { current: string; received?: string; previous?: string[] },
  ): void {
    const salt = Buffer.alloc(32, 7);
    const bare = (key: string) => {
      const bytes =
        storage === 'unprotected'
          ? Buffer.from(key)
          : Buffer.concat([Buffer.from(`${world.prefix}${world.secret}`), Buffer.from(key).map((byte) => byte ^ 0x5a)]);
      return {
        storage,
        data: bytes.toString('base64'),
        keyring: 'gnome_libsecret',
        fingerprint: fingerprint(key, salt),
        savedAt: 5,
      };
    };
    const keys = {
      [slotName]: {
        current: bare(slots.current),
        next: null,
        received: slots.received === undefined ? null : bare(slots.received),
        previous: (slots.previous ?? []).map(bare),
      },
    };
    world.texts.set('key.json', JSON.stringify({ version: 1, salt: salt.toString('base64'), keys }));
  }

  it.each<Way>(['protected', 'unprotected'])('goes to no other address: %s', async (storage) => {
    const world = computer();
    expect(await world.start().keep(OLD, storage)).toMatchObject({ ok: true });
    moved(world, PRODUCTION, OTHER);
    world.slot = OTHER;
    const vault = world.start();
    const problem = { kind: 'key-for-other-address', was: PRODUCTION, now: OTHER };
    for (const options of [{ asked: false }, { asked: true }, { asked: true, confirmed: true }]) {
      expect(await vault.open(options)).toEqual({ status: 'unreadable', problem });
    }
    expect(vault.text()).toBeNull();
    expect(vault.describe()).toMatchObject({ status: 'unreadable', problem });
    expect(await vault.textOf(vault.fingerprintOf(OLD))).toEqual({ ok: false, problem });
  });

  it('neither is a key that a rotation received handed out there, nor one that it replaced', async () => {
    const world = await withKept();
    const vault = world.start();
    await vault.open();
    await vault.receive(NEW, 'protected');
    moved(world, PRODUCTION, OTHER);
    world.slot = OTHER;
    const received = world.start();
    expect(await received.textOf(received.fingerprintOf(NEW))).toMatchObject({
      problem: { kind: 'key-for-other-address' },
    });
    expect(await received.promote(received.fingerprintOf(NEW))).toMatchObject({ ok: false });
    moved(world, OTHER, PRODUCTION);
    world.slot = PRODUCTION;
    const back = world.start();
    expect(await back.promote(back.fingerprintOf(NEW))).toMatchObject({ ok: true });
    moved(world, PRODUCTION, OTHER);
    world.slot = OTHER;
    const previous = world.start();
    expect(await previous.textOf(previous.fingerprintOf(OLD))).toMatchObject({
      problem: { kind: 'key-for-other-address' },
    });
  });

  it.each(['protected', 'unprotected'] as const)(
    'a key that was stored without its address is taken for production and sealed: %s',
    async (storage) => {
      const world = computer();
      storedBefore(world, storage, PRODUCTION, { current: OLD, received: NEW });
      const vault = world.start();
      expect(await vault.open()).toEqual({ status: 'present', text: OLD });
      expect(vault.describe()).toMatchObject({ storage, savedAt: 5 });
      expect(await vault.textOf(vault.fingerprintOf(NEW))).toEqual({ ok: true, value: NEW });
      moved(world, PRODUCTION, OTHER);
      world.slot = OTHER;
      const elsewhere = world.start();
      const refusal = { problem: { kind: 'key-for-other-address', was: PRODUCTION, now: OTHER } };
      expect(await elsewhere.open()).toMatchObject(refusal);
      expect(await elsewhere.textOf(elsewhere.fingerprintOf(NEW))).toMatchObject(refusal);
    },
  );

  it('a key that was stored without its address goes to another address only once the user has confirmed it', async () => {
    const world = computer();
    storedBefore(world, 'protected', OTHER, { current: OLD, previous: [NEW] });
    world.slot = OTHER;
    const vault = world.start();
    const problem = { kind: 'key-address-unconfirmed', address: OTHER };
    expect(await vault.open()).toEqual({ status: 'unreadable', problem });
    expect(await vault.textOf(vault.fingerprintOf(NEW))).toEqual({ ok: false, problem });
    expect(await vault.open({ asked: true, confirmed: true })).toEqual({ status: 'present', text: OLD });
    expect(await vault.textOf(vault.fingerprintOf(NEW))).toEqual({ ok: true, value: NEW });
    const again = world.start();
    expect(await again.open()).toEqual({ status: 'present', text: OLD });
    expect(await again.textOf(again.fingerprintOf(NEW))).toEqual({ ok: true, value: NEW });
    moved(world, OTHER, THIRD);
    world.slot = THIRD;
    expect(await world.start().open({ asked: true, confirmed: true })).toMatchObject({
      problem: { kind: 'key-for-other-address' },
    });
  });

  it('a key that cannot be sealed again stays as it is, and is usable', async () => {
    const world = computer();
    storedBefore(world, 'protected', PRODUCTION, { current: OLD, received: NEW });
    world.diskError = 'ENOSPC';
    const vault = world.start();
    expect(await vault.open()).toEqual({ status: 'present', text: OLD });
    expect(await vault.textOf(vault.fingerprintOf(NEW))).toEqual({ ok: true, value: NEW });
    world.diskError = null;
    expect(await world.start().open()).toEqual({ status: 'present', text: OLD });
  });
});
