// The key and its pieces in vendors' texts, however they are written.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRedactor } from './redact';

const key = 'aB3dE5fG7hJ9kL2m';
const redactor = createRedactor(key);

/** Ways to write a key that a reader could undo. */
const ways: Record<string, (given: string) => string> = {
  plain: (given) => given,
  'a query': encodeURIComponent,
  'small letters': (given) => given.toLowerCase(),
  reversed: (given) => given.split('').toReversed().join(''),
  base64: (given) => Buffer.from(given).toString('base64'),
  'base64 after one character': (given) => Buffer.from(`=${given}&x`).toString('base64'),
  'base64 after two characters': (given) => Buffer.from(`k=${given}&x`).toString('base64'),
  base64url: (given) => Buffer.from(given).toString('base64url'),
  hex: (given) => Buffer.from(given).toString('hex'),
  percent: (given) => Buffer.from(given).toString('hex').replace(/../g, '%$&'),
  'percent twice': (given) => Buffer.from(given).toString('hex').replace(/../g, '%25$&'),
  'HTML entities': (given) => [...Buffer.from(given)].map((byte) => `&#${byte};`).join(''),
  'HTML hex entities': (given) => [...Buffer.from(given)].map((byte) => `&#x${byte.toString(16)};`).join(''),
  'JavaScript escapes': (given) => [...Buffer.from(given)].map((byte) => `\\u00${byte.toString(16)}`).join(''),
  'zero-width characters between': (given) => given.split('').join('\u200b'),
  'an address': (given) => `https://api.9proxy.com/x?api-key=${given}`,
};

describe('a redacted message', () => {
  it.each(Object.entries(ways))('holds no key written as %s', (_, write) => {
    const message = redactor.message(`No such thing: ${write(key)} (42)`);
    // What base64 adds around it, and a bit of the last character, may stay.
    expect(message).toMatch(/^No such thing: \S{0,4}•••\S{0,6} \(42\)$/);
  });

  it('holds no piece of six characters, and keeps shorter ones', () => {
    expect(redactor.message('starts with aB3dE5, ends with J9kL2')).toBe('starts with •••, ends with J9kL2');
  });

  it('holds no address, no control characters, and no more than 300 characters', () => {
    expect(redactor.message('see http://x.example/a?b=c or www.x.example/d now')).toBe('see ••• or ••• now');
    expect(redactor.message('a\u0000b\r\n\tc\u202ed')).toBe('ab cd');
    const long = redactor.message('word '.repeat(10_000));
    expect(long).toHaveLength(300);
    expect(long.endsWith('…')).toBe(true);
  });

  it('leaves ordinary words alone', () => {
    const plain = 'Username "shop-1" is taken; 50% off & more \\ less';
    expect(redactor.message(plain)).toBe(plain);
  });
});

describe('a redacted value', () => {
  it('is the same object when there is nothing in it to hide', () => {
    const value = { a: [1, 'two', { three: null }], b: true };
    expect(redactor.value(value)).toBe(value);
  });

  it('loses the key deep inside, and nothing else', () => {
    expect(
      redactor.value({
        items: [
          { id: 1, note: `my ${key}!` },
          { id: 2, note: 'x' },
        ],
      }),
    ).toEqual({
      items: [
        { id: 1, note: 'my •••!' },
        { id: 2, note: 'x' },
      ],
    });
  });

  it('holds no six characters of any key in any text', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abcXYZ019_-:+/=~.'.split('')), minLength: 6, maxLength: 60 });
    const around = fc.string({ unit: fc.constantFrom(...'abXY01%&#;\\u '.split('')) });
    const written = fc.constantFrom(...Object.values(ways));
    fc.assert(
      fc.property(letters, around, around, written, fc.nat(), (secret, before, after, write, cut) => {
        const own = createRedactor(secret);
        const from = cut % (secret.length - 5);
        for (const given of [write(secret), secret.slice(from, from + 6)].map((text) => before + text + after)) {
          for (const said of [own.value({ given }).given, own.message(given)]) {
            for (let at = 0; at + 6 <= secret.length; at += 1) expect(said).not.toContain(secret.slice(at, at + 6));
          }
        }
      }),
    );
  });

  it.each([
    '9p_live%3AAb%2B%2F9%3D~',
    '9p_live%3aAb%2b%2f9%3d%7e',
    '9p_live%253AAb%252B%252F9%253D%257E',
    '9p_live:Ab+\\/9=~',
    '9p&lowbar;live&colon;Ab&plus;&sol;9&equals;~',
    '9p_live&#58;Ab&#x2B;&#47;9&#61;~',
  ])('holds nothing of a key with signs in it, written %s', (written) => {
    const own = createRedactor('9p_live:Ab+/9=~');
    expect(own.value({ said: `no: ${written}!` })).toEqual({ said: 'no: •••!' });
  });

  it('never throws, whatever key and text', () => {
    const odd = fc.constantFrom(
      '\ud800',
      '\udc00',
      'İ',
      'ß',
      '😀',
      '\u0000',
      '%',
      '%e',
      '&#9',
      '\\u{fffff',
      ';',
      '}',
      'a',
      '6',
    );
    fc.assert(
      fc.property(fc.string({ unit: odd }), fc.string({ unit: odd, maxLength: 400 }), (secret, given) => {
        const own = createRedactor(secret);
        expect(own.message(given).length).toBeLessThanOrEqual(300);
        own.value([given]);
      }),
    );
  });
});
