// Single fields, as servers write them.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boolean, count, fields, integer, list, moment, money, number, secret, text } from './parse';

describe('fields of an answer', () => {
  it('reads whole numbers up to 2^53, in strings, too', () => {
    expect(integer('5000000000')).toBe(5_000_000_000);
    expect(integer(9_007_199_254_740_991)).toBe(9_007_199_254_740_991);
    expect(integer('9007199254740993')).toBeNull();
    expect(integer(12.9)).toBe(12);
    expect(Object.is(integer(-0.5), 0)).toBe(true);
    expect(count(-3)).toBe(0);
    for (const nothing of [null, undefined, '', ' ', 'abc', '0x10', '1,5', NaN, Infinity, {}, [], [3], true]) {
      expect(integer(nothing)).toBeNull();
    }
  });

  it('reads money', () => {
    expect(number('12.50')).toBe(12.5);
    expect(number(' -0.1 ')).toBe(-0.1);
    expect(number('1e999')).toBeNull();
    expect(number('9'.repeat(400))).toBeNull();
    expect([money('-0.5'), money(1e12), money(1.1e12), money(-1e300), money('x')]).toEqual([
      -0.5,
      1e12,
      null,
      null,
      null,
    ]);
  });

  it('reads switches', () => {
    for (const on of [true, 1, '1', 'true', ' TRUE ']) expect(boolean(on)).toBe(true);
    for (const off of [false, 0, '0', 'false']) expect(boolean(off)).toBe(false);
    for (const neither of [2, 'yes', null, undefined, {}, []]) expect(boolean(neither)).toBeNull();
  });

  it('reads moments in seconds, in milliseconds above 1e11, and as dates with a zone', () => {
    expect(moment(1_700_000_000)).toBe(1_700_000_000_000);
    expect(moment('1700000000')).toBe(1_700_000_000_000);
    expect(moment(1_700_000_000_123)).toBe(1_700_000_000_123);
    expect(moment('1600000000000')).toBe(1_600_000_000_000);
    expect(moment('2023-11-14T22:13:20Z')).toBe(1_700_000_000_000);
    expect(moment('2199-12-31T23:59:59Z')).toBe(Date.UTC(2199, 11, 31, 23, 59, 59));
    for (const absurd of [5, 86_400, 1e11, 1.7e15, 8e15, '1970-01-02T00:00:00+00:00'])
      expect(moment(absurd)).toBeNull();
    for (const none of [0, -5, null, '', '2023-11-14', '2023-11-14T22:13:20', '2023-99-14T22:13:20Z', 1e300]) {
      expect(moment(none)).toBeNull();
    }
  });

  it('reads texts without what cannot be seen', () => {
    expect(text('  shop\u0000\u202e 1\ufeff ')).toBe('shop 1');
    expect(text('a\nb')).toBe('a\nb');
    expect(text('\ud800x')).toBe('x');
    expect(text(42)).toBe('42');
    expect(text('x'.repeat(9000))).toHaveLength(500);
    for (const none of ['', ' \u200b ', null, undefined, {}, true, NaN]) expect(text(none)).toBeNull();
  });

  it('never throws, and answers within its limits, whatever it is given', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const whole = integer(value);
        const when = moment(value);
        expect(whole === null || Number.isSafeInteger(whole)).toBe(true);
        expect(when === null || !Number.isNaN(new Date(when).getTime())).toBe(true);
        expect((text(value) ?? '').length).toBeLessThanOrEqual(500);
        boolean(value);
        number(value);
        list(value);
        fields(value);
      }),
    );
  });

  it('reads a number alike whether it is one or stands in a string', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        expect(integer(String(value))).toBe(value);
        expect(integer(value)).toBe(value);
      }),
    );
  });
});

describe('secrets', () => {
  it('are exactly what was sent, or none', () => {
    expect([' a\u200bb\n', '0', 7, 'x'.repeat(500)].map(secret)).toEqual([' a\u200bb\n', '0', '7', 'x'.repeat(500)]);
    expect(['', ' \n', 'x'.repeat(501), null, ['a'], Number.NaN].map(secret)).toEqual(Array(6).fill(null));
  });
});
