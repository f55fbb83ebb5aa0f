import { describe, expect, it } from 'vitest';
import { NEW, OLD, toCopy, world } from './rotation.fixture';

const MINUTE = 60_000;

describe.each([
  ['the old key', OLD],
  ['the new key', NEW],
])('%s of a rotation', (_, key) => {
  it('is sent nowhere when the address changed while the keyring was asked for it', async () => {
    const pc = await world();
    const { keeper, vault } = pc.now;
    // Where the vendor cannot be reached, the new key is yet to be read.
    pc.vendor.trouble = key === NEW ? { kind: 'unreachable', why: 'offline' } : null;
    await toCopy(pc);
    pc.vendor.asked.length = 0;
    const { textOf } = vault;
    let asked = 0;
    vault.textOf = async (print) => {
      if (print !== vault.fingerprintOf(key)) return await textOf(print);
      asked += 1;
      const text = await textOf(print);
      pc.origin = 'https://elsewhere.test';
      return text;
    };
    await pc.clock.advance(5 * MINUTE);
    expect(asked).toBe(1);
    expect(pc.vendor.asked.filter((read) => read.key === key)).toEqual([]);
    // Back at its address it is read again.
    pc.origin = 'https://api.test';
    vault.textOf = textOf;
    pc.vendor.trouble = null;
    await keeper.resume();
    await pc.clock.advance(5 * MINUTE);
    expect(pc.vendor.asked.map((read) => read.key)).toContain(key);
  });
});
