import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasWords, isNarrower, wordsOf } from './words';

describe('a search is narrower than the one before', () => {
  it.each<[string, string]>([
    ['', 'b'],
    ['b', 'be'],
    ['be', 'be an'],
    ['anna', 'hanna berlin'],
    ['a b', 'ab'],
    ['ab', 'AB'],
  ])('%j, then %j', (before, after) => {
    expect(isNarrower(wordsOf(after), wordsOf(before))).toBe(true);
  });

  it.each<[string, string]>([
    ['b', ''],
    ['be', 'b'],
    ['be', 'an'],
    ['be an', 'be'],
    ['ab', 'a b'],
  ])('but not %j, then %j', (before, after) => {
    expect(isNarrower(wordsOf(after), wordsOf(before))).toBe(false);
  });

  it('only if it finds nothing else', () => {
    const words = fc.array(fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 3 }), {
      maxLength: 3,
    });
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ') });
    fc.assert(
      fc.property(words, words, text, (before, after, row) => {
        fc.pre(isNarrower(after, before) && hasWords(row, after));
        expect(hasWords(row, before)).toBe(true);
      }),
    );
  });
});
