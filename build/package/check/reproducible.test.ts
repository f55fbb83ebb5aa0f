import { expect, it } from 'vitest';
import { squashfsStart } from './reproducible.mjs';

/** A squashfs's first bytes: its letters, then version 4.0 after 24 more. */
const superblock = Buffer.alloc(96);
superblock.write('hsqs');
superblock.writeUInt16LE(4, 28);

it('finds the squashfs after a runtime that has its letters, too', () => {
  const runtime = Buffer.alloc(4096, '#');
  runtime.write('hsqs', 100);
  expect(squashfsStart(Buffer.concat([runtime, superblock]))).toBe(4096);
});

it('reports an AppImage without one', () => {
  expect(() => squashfsStart(Buffer.alloc(5000))).toThrow('no squashfs');
});
