import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { Matcher } from './matcher';
import { compilePatterns, wipePatterns } from './patterns';

const CURRENT = 'k9Zq7mXc2vB4nL8pR6tY1wE3sD5fG0hJ';
const OLD = 'old_A1b2C3d4.E5f6-G7h8I9j0K1l2M3';
const keys = [CURRENT, OLD];
const find = (content: Uint8Array) => new Matcher(compilePatterns(keys)).find(content);

const keyText = fc.stringMatching(/^[A-Za-z0-9._-]{16,48}$/);
const bytes = fc.uint8Array({ maxLength: 300 });

it('finds a key wherever it stands between any bytes, as often as it is there', () => {
  fc.assert(
    fc.property(keyText, fc.array(bytes, { minLength: 2, maxLength: 5 }), (key, around) => {
      const between = Buffer.from(` ${key}\n`);
      const content = Buffer.concat(around.flatMap((some, index) => (index === 0 ? [some] : [between, some])));
      const starts = new Matcher(compilePatterns([key])).find(content).map(({ start }) => start);
      let at = around[0]?.length ?? 0;
      for (const some of around.slice(1)) {
        expect(starts).toContain(at + 1);
        at += between.length + some.length;
      }
    }),
  );
});

it('finds what a plain search finds, for all encodings of several keys', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(bytes, fc.constantFrom(CURRENT, OLD).chain(encoded)), { maxLength: 8 }), (parts) => {
      const content = Buffer.concat(parts);
      const plain = keys.flatMap((key, index) =>
        (['utf8', 'utf16le'] as const).flatMap((encoding) => positions(content, Buffer.from(key, encoding), index)),
      );
      // Zero bytes around UTF-16 make it UTF-16 of the other order, one byte before.
      const found = find(content).flatMap(({ start, key, encoding }) =>
        encoding === 'utf16be' ? [`${key}@${start}`, `${key}@${start + 1}`] : [`${key}@${start}`],
      );
      for (const one of plain) expect(found).toContain(one);
    }),
  );
});

function encoded(key: string) {
  return fc.constantFrom(Buffer.from(key), Buffer.from(key, 'utf16le'));
}

function positions(content: Buffer, key: Buffer, index: number): string[] {
  const found: string[] = [];
  for (let at = content.indexOf(key); at !== -1; at = content.indexOf(key, at + key.length))
    found.push(`${index}@${at}`);
  return found;
}

it('finds a key in UTF-16 of both orders', () => {
  const text = `\u{feff}KEY=${CURRENT}\r\n`;
  const little = Buffer.from(text, 'utf16le');
  expect(find(little)).toMatchObject([{ key: 0, encoding: 'utf16le', start: 10, length: 64, isPart: false }]);
  const big = Buffer.from(little).swap16();
  expect(find(big)).toMatchObject([{ key: 0, encoding: 'utf16be', start: 10, length: 64, isPart: false }]);
});

it.each(['', '\n', '\r\n'])(
  'takes a base64 value that is the key and %j for the key alone, with its padding',
  (end) => {
    const value = Buffer.from(OLD + end).toString('base64');
    const content = Buffer.from(`data:\n  key: ${value}\n`);
    const start = content.indexOf(value);
    expect(find(content)).toStrictEqual([{ key: 1, encoding: 'base64', start, length: value.length, isPart: false }]);
  },
);

it('finds a key at every position within a longer base64 value, as a part of it', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 9 }), bytes, (before, after) => {
      const value = Buffer.concat([before, Buffer.from(CURRENT), Buffer.from('!'), after]).toString('base64');
      expect(find(Buffer.from(`auth: ${value}\n`))).toMatchObject([{ key: 0, encoding: 'base64', isPart: true }]);
    }),
  );
});

it.each([`a${CURRENT}`, `${CURRENT}9`, `é${CURRENT}`, `${CURRENT}ü`])(
  'calls a key in %j a part of a longer text',
  (text) => {
    expect(find(Buffer.from(`x=${text};`))).toMatchObject([{ isPart: true }]);
    expect(find(Buffer.from(`x=${text};`, 'utf16le'))).toMatchObject([{ isPart: true }]);
  },
);

it.each(['"', "'", '=', ' ', '\n', '&', '_', '-', ':', '/'])('finds a whole key beside %j', (mark) => {
  expect(find(Buffer.from(`${mark}${CURRENT}${mark}`))).toMatchObject([{ isPart: false }]);
});

it('finds a whole key at both ends of a file, and after a byte order mark', () => {
  expect(find(Buffer.from(CURRENT))).toMatchObject([{ start: 0, isPart: false }]);
  expect(find(Buffer.from(`\u{feff}${CURRENT}`))).toMatchObject([{ start: 3, isPart: false }]);
});

it('finds nothing once the patterns are wiped, in every copy of them', () => {
  const patterns = compilePatterns(keys);
  const matcher = new Matcher(patterns);
  wipePatterns(patterns);
  expect(new Uint8Array(patterns.bytes).every((byte) => byte === 0)).toBe(true);
  expect(matcher.find(Buffer.from(`KEY=${CURRENT}`))).toStrictEqual([]);
});

it('finds nothing without a key', () => {
  expect(new Matcher(compilePatterns([])).find(Buffer.from('anything'))).toStrictEqual([]);
});
