// The low marks as people type them.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gigabytesText, parseDollars, parseGigabytes, parseIps } from './amounts';

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

  it('writes gigabytes that read back as the same bytes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e15 }), (bytes) => {
        expect(parseGigabytes(gigabytesText(bytes))).toBe(bytes);
      }),
    );
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
