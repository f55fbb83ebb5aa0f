import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { padded, widest, wrapped } from './columns';

describe('columns of text', () => {
  it('are aligned where characters are two columns wide, and where letters have marks', () => {
    const names = ['Wallet', '钱包', 'Số dư ví', 'IP'];
    const width = widest(names);
    expect(width).toBe(8);
    expect(names.map((name) => `${padded(name, width)}|`)).toEqual([
      'Wallet  |',
      '钱包    |',
      'Số dư ví|',
      'IP      |',
    ]);
    expect(padded('Wallet', 3)).toBe('Wallet');
    expect(widest([])).toBe(0);
  });

  it('have lines that break at spaces but not at no-break spaces, and anywhere in Chinese', () => {
    expect(wrapped('one two three', 8)).toEqual(['one two', 'three']);
    expect(wrapped('one two\u00a0three', 9)).toEqual(['one', 'two three']);
    expect(wrapped('显示余额和流量', 8)).toEqual(['显示余额', '和流量']);
  });

  it('lose no word, and no line is wider than asked for', () => {
    const word = fc.string({
      unit: fc.constantFrom('a', 'b', 'đ', 'ế', 'ü', '钱', '包', '，'),
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), fc.integer({ min: 4, max: 60 }), (words, width) => {
        const lines = wrapped(words.join(' '), width);
        expect(widest(lines)).toBeLessThanOrEqual(width);
        expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''));
      }),
    );
  });
});
