import { expect, it } from 'vitest';
import { sameLines, sameText } from './same-text';

it('compares texts of any length', () => {
  expect(sameText('a', 'a')).toBe(true);
  expect(sameText('', '')).toBe(true);
  expect(sameText('a', 'ab')).toBe(false);
  expect(sameText('a', 'A')).toBe(false);
});

it('compares lines whatever ends them', () => {
  expect(sameLines('a\r\nb', 'a\nb')).toBe(true);
  expect(sameLines('a\nb', 'a\nb')).toBe(true);
  expect(sameLines('a\nb', 'ab')).toBe(false);
});
