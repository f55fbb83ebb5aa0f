import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint, SALT_BYTES } from './fingerprint';

const salt = fc.uint8Array({ minLength: SALT_BYTES, maxLength: SALT_BYTES });
const key = fc.string({ minLength: 1, maxLength: 200 });

describe('a fingerprint', () => {
  it('has two groups of four, without characters that look alike', () => {
    fc.assert(
      fc.property(key, salt, (text, bytes) => {
        expect(fingerprint(text, bytes)).toMatch(/^[2-9ACDEFGHJKMNPQRTUVWXY]{4}-[2-9ACDEFGHJKMNPQRTUVWXY]{4}$/);
      }),
    );
  });

  it('is the same for the same key and salt, and another for another key or salt', () => {
    fc.assert(
      fc.property(key, key, salt, salt, (one, other, bytes, otherBytes) => {
        expect(fingerprint(one, bytes)).toBe(fingerprint(one, bytes));
        expect(fingerprint(one, bytes) === fingerprint(other, bytes)).toBe(one === other);
        const sameSalt = Buffer.from(bytes).equals(otherBytes);
        expect(fingerprint(one, bytes) === fingerprint(one, otherBytes)).toBe(sameSalt);
      }),
    );
  });

  it('stays what it was in earlier versions', () => {
    expect(fingerprint('an example', new Uint8Array(SALT_BYTES))).toMatchInlineSnapshot(`"EXGC-26YM"`);
  });
});
