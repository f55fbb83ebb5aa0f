import zlib from 'node:zlib';
import { expect, it } from 'vitest';
import { gzip, withoutGzipName } from './gzip.mjs';

/** A header with every optional part, as 7-Zip and gzip write some of them. */
function withHeader(flags: number, parts: Buffer[]) {
  const plain = zlib.gzipSync('content');
  return Buffer.concat([Buffer.from([0x1f, 0x8b, 8, flags, 1, 2, 3, 4, 2, 7]), ...parts, plain.subarray(10)]);
}

it('is the same for the same content', () => {
  expect(gzip('content')).toEqual(gzip('content'));
  expect(gzip('content').readUInt32LE(4)).toBe(0);
});

it.each([
  ['nothing', withHeader(0, [])],
  ['a name', withHeader(8, [Buffer.from('0-.tar\0')])],
  [
    'everything',
    withHeader(30, [Buffer.from([2, 0, 9, 9]), Buffer.from('n\0'), Buffer.from('c\0'), Buffer.from([1, 1])]),
  ],
])('takes %s out of a header, and leaves the content', (_, bytes) => {
  const plain = withoutGzipName(bytes);
  expect(zlib.gunzipSync(plain).toString()).toBe('content');
  expect([...plain.subarray(0, 10)]).toEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 3]);
});

it('refuses what is no gzip file', () => {
  expect(() => withoutGzipName(Buffer.from('something else, long enough'))).toThrow('no gzip file');
});
