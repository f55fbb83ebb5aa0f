import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSealedText, sealedText } from './sealed-text';

const line = fc.string({ unit: 'binary', maxLength: 300 }).filter((text) => !text.includes('\n'));

describe('a sealed text', () => {
  it('reads back as the origin and the key that went in, whatever they are', () => {
    fc.assert(
      fc.property(line, line, (origin, key) => {
        expect(readSealedText(sealedText({ origin, key }))).toEqual({ origin, key });
      }),
    );
  });

  it('is another for another origin or another key', () => {
    fc.assert(
      fc.property(line, line, line, line, (origin, key, otherOrigin, otherKey) => {
        const same = origin === otherOrigin && key === otherKey;
        expect(sealedText({ origin, key }) === sealedText({ origin: otherOrigin, key: otherKey })).toBe(same);
      }),
    );
  });

  it('without an origin is a bare key, as it was stored before', () => {
    fc.assert(
      fc.property(line, (key) => {
        expect(readSealedText(key)).toEqual({ origin: null, key });
      }),
    );
  });

  it('that is cut short or altered is read without an error, and never as the same origin and key', () => {
    const whole = sealedText({ origin: 'https://api.9proxy.com', key: '9p_live:Ab+/9=~' });
    for (let length = 0; length < whole.length; length += 1) {
      expect(readSealedText(whole.slice(0, length))).not.toEqual(readSealedText(whole));
    }
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readSealedText(text)));
  });
});
