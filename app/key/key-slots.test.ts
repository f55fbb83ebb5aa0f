import { describe, expect, it } from 'vitest';
import { memoryFiles } from '../settings/files/profile-files.fixture';
import { openKeyDocument, type StoredKey } from './key-document';
import { KeySlots } from './key-slots';

const HERE = 'https://here.test';
const THERE = 'https://there.test';

function storedKey(name: string, storage: StoredKey['storage'] = 'protected'): StoredKey {
  const data = Buffer.from(name).toString('base64');
  return { storage, data, keyring: 'gnome_libsecret', fingerprint: name, savedAt: 1 };
}

/** Slots over a disk in memory. `disk()` is all that its files hold. */
function openSlots(texts = new Map<string, string>()) {
  const state = { isFull: false };
  const files = memoryFiles(texts);
  const document = openKeyDocument({
    files: {
      ...files,
      write(file, content) {
        if (state.isFull) throw Object.assign(new Error('disk'), { code: 'ENOSPC' });
        files.write(file, content);
      },
    },
    now: () => 1,
  });
  const slots = new KeySlots({ document, random: (bytes) => new Uint8Array(bytes).fill(texts.size + 1) });
  return { slots, state, texts, disk: () => [...texts.values()].join('\n') };
}

const empty = { current: null, next: null, received: null, previous: [] };

describe('KeySlots', () => {
  it('reads an empty slot for an address without keys, and writes one slot without touching the other', () => {
    const { slots } = openSlots();
    expect(slots.read(HERE)).toEqual(empty);
    slots.write(HERE, { ...empty, current: storedKey('here') });
    slots.write(THERE, { ...empty, current: storedKey('there') });
    expect(slots.read(HERE).current?.fingerprint).toBe('here');
    expect(slots.read(THERE).current?.fingerprint).toBe('there');
  });

  it('has one salt before and after it is stored, so that fingerprints stay', () => {
    const { slots, texts } = openSlots();
    const print = slots.fingerprintOf('a key');
    slots.write(HERE, { ...empty, current: storedKey('here') });
    expect(slots.fingerprintOf('a key')).toBe(print);
    expect(openSlots(texts).slots.fingerprintOf('a key')).toBe(print);
  });

  it('settles a key that was unprotected in the backup, too, and writes nothing where nothing changes', () => {
    const { slots, texts, disk } = openSlots();
    const plain = storedKey('plain', 'unprotected');
    slots.write(HERE, { ...empty, current: plain });
    slots.write(HERE, { ...empty, current: plain, next: storedKey('sealed') });
    slots.settle(HERE, { ...empty, current: storedKey('sealed') });
    expect(disk()).not.toContain(plain.data);
    const before = new Map(texts);
    slots.settle(HERE, slots.read(HERE));
    expect(texts).toEqual(before);
  });

  it('destroys a key in every file, and changes nothing when the disk is full', () => {
    const { slots, state, disk } = openSlots();
    const received = storedKey('received');
    slots.write(HERE, { ...empty, current: storedKey('current'), received });
    state.isFull = true;
    expect(slots.destroy(HERE, (slot) => ({ ...slot, received: null })).ok).toBe(false);
    expect(slots.read(HERE).received).toEqual(received);
    state.isFull = false;
    expect(slots.destroy(HERE, (slot) => ({ ...slot, received: null })).ok).toBe(true);
    expect(disk()).not.toContain(received.data);
    expect(slots.read(HERE).current?.fingerprint).toBe('current');
  });

  it('removes a whole slot from every file, and no other slot', () => {
    const { slots, disk } = openSlots();
    slots.write(HERE, { ...empty, current: storedKey('here') });
    slots.write(THERE, { ...empty, current: storedKey('there') });
    expect(slots.remove(HERE).ok).toBe(true);
    expect(disk()).not.toContain(storedKey('here').data);
    expect(slots.read(THERE).current?.fingerprint).toBe('there');
  });
});
