import { runInThisContext } from 'node:vm';
import { expect, it } from 'vitest';
import { escapeWideCharacters } from './one-byte.mjs';

/** What the code evaluates to. */
const evaluated = (code: string): unknown => runInThisContext(`(${code})`);

it.each([
  ['a string', "'“…” 100 °C 🇧🇪'"],
  ['a template', '`€${1 + 1}\n—`'],
  ['a character that was escaped for nothing', String.raw`'\… \\… \n…'`],
  ['regular expressions', String.raw`['a…b'.split(/…/), '🇧'.match(/^[🇧x]$/u)?.[0], /\…/.test('…'), /[^…–]/.test('–')]`],
  ['names', '(({ 价格: größe }) => größe)({ 价格: 1 })'],
])('code with %s means the same afterwards, and has characters of one byte only', (_what, code) => {
  const escaped = escapeWideCharacters(code);
  expect(escaped).not.toMatch(/[^\0-\xff]/);
  expect(evaluated(escaped)).toStrictEqual(evaluated(code));
});

it('code whose raw text counts is refused', () => {
  expect(() => escapeWideCharacters('String.raw`a…`')).toThrow('String.raw');
  expect(escapeWideCharacters('String.raw`a\\d`+"…"')).toBe('String.raw`a\\d`+"\\u2026"');
});
