import { expect, it } from 'vitest';
import { KeysInMemory, type KeyInMemory } from './keys-in-memory';

const key = (name: string): KeyInMemory => ({
  text: `text of ${name}`,
  storage: 'session',
  fingerprint: name,
  savedAt: 1,
});

it('finds the text of a key that is in use, received or replaced, at its own address only', () => {
  const memory = new KeysInMemory();
  memory.inUse.set('here', key('used'));
  memory.received.set('here', key('received'));
  memory.addPrevious('here', key('older'));
  memory.addPrevious('here', key('oldest'));
  for (const name of ['used', 'received', 'older', 'oldest']) {
    expect(memory.textOf('here', name)).toBe(`text of ${name}`);
    expect(memory.textOf('there', name)).toBeNull();
  }
});

it('removes one previous key and leaves the others', () => {
  const memory = new KeysInMemory();
  memory.addPrevious('here', key('older'));
  memory.addPrevious('here', key('oldest'));
  memory.removePrevious('here', 'older');
  expect(memory.textOf('here', 'older')).toBeNull();
  expect(memory.textOf('here', 'oldest')).toBe('text of oldest');
});

it('removes all keys of one address and none of another', () => {
  const memory = new KeysInMemory();
  for (const address of ['here', 'there']) {
    memory.inUse.set(address, key('used'));
    memory.received.set(address, key('received'));
    memory.addPrevious(address, key('older'));
  }
  memory.remove('here');
  for (const name of ['used', 'received', 'older']) {
    expect(memory.textOf('here', name)).toBeNull();
    expect(memory.textOf('there', name)).toBe(`text of ${name}`);
  }
});
