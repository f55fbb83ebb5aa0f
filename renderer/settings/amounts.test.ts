// The low-balance thresholds as users type them.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dollarsText, gigabytesText, parseDollars, parseGigabytes, parseIps } from './amounts';

describe('low marks', () => {
  it('reads whole IPs and refuses anything else', () => {
    expect(parseIps(' 50 ')).toBe(50);
    expect(parseIps('0')).toBe(0);
    expect(parseIps('৫০')).toBe(50);
    for (const text of ['', '-1', '1.5', '1e3', 'many', '99999999999999999999']) expect(parseIps(text)).toBeNull();
  });

  it('reads gigabytes with a point or a comma as whole bytes', () => {
    expect(parseGigabytes('1')).toBe(1_000_000_000);
    expect(parseGigabytes('0,5')).toBe(500_000_000);
    expect(parseGigabytes('.25')).toBe(250_000_000);
    expect(parseGigabytes('۰٫۵')).toBe(500_000_000);
    for (const text of ['', '.', '-1', '1.2.3', '1 000', 'Infinity', '9999999999']) {
      expect(parseGigabytes(text)).toBeNull();
    }
  });

  it('reads dollars to the cent', () => {
    expect(parseDollars('5')).toBe(5);
    expect(parseDollars('4,99')).toBe(4.99);
    expect(parseDollars('0.005')).toBe(0.01);
    for (const text of ['', '$5', '-5', '1e9']) expect(parseDollars(text)).toBeNull();
  });

  const locales = fc.constantFrom(
    'en-US-u-nu-latn',
    'en-DE-u-nu-latn',
    'en-SE-u-nu-latn',
    'en-CH-u-nu-latn',
    'fa-IR',
    'bn-BD',
  );

  it('writes gigabytes that read back as the same bytes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e15 }), locales, (bytes, locale) => {
        expect(parseGigabytes(gigabytesText(bytes, locale))).toBe(bytes);
      }),
    );
  });

  it('writes dollars that read back as the same cents', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), locales, (cents, locale) => {
        expect(parseDollars(dollarsText(cents / 100, locale))).toBe(cents / 100);
      }),
    );
  });

  it('writes the decimal mark of the locale, and no thousands marks', () => {
    expect(gigabytesText(1_234_500_000_000, 'en-DE-u-nu-latn')).toBe('1234,5');
    expect(gigabytesText(1_000_000_000, 'en-DE-u-nu-latn')).toBe('1');
    expect(dollarsText(4.99, 'en-DE-u-nu-latn')).toBe('4,99');
    expect(dollarsText(4.99, 'en-US-u-nu-latn')).toBe('4.99');
  });

  it('answers every text with an amount in range or with null', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const parse of [parseIps, parseGigabytes, parseDollars]) {
          const value = parse(text);
          expect(value === null || (value >= 0 && Number.isFinite(value))).toBe(true);
        }
      }),
    );
  });
});
