// Whether two builds of the same sources gave the same bytes.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** Where the squashfs of an AppImage begins: after the ELF file that is its runtime. The stand-in has a fixed size. */
export function squashfsStart(bytes) {
  const found = bytes.indexOf('hsqs', 0, 'latin1');
  for (let at = found; at !== -1; at = bytes.indexOf('hsqs', at + 1, 'latin1')) {
    // Version 4.0, which the letters alone in a runtime's code would not be followed by.
    if (bytes.readUInt16LE(at + 28) === 4 && bytes.readUInt16LE(at + 30) === 0) return at;
  }
  throw new Error('This AppImage has no squashfs.');
}

/** What must be equal of a package: of an AppImage its squashfs, of the others all. */
function compared(file) {
  const bytes = fs.readFileSync(file);
  return file.endsWith('.AppImage') ? bytes.subarray(squashfsStart(bytes)) : bytes;
}

const digest = (file) => createHash('sha256').update(compared(file)).digest('hex');

/**
 * The packages that differ between two folders.
 * @param {string} first
 * @param {string} second
 * @param {string[]} names of the packages
 */
export function differences(first, second, names) {
  return names
    .filter((name) => digest(path.join(first, name)) !== digest(path.join(second, name)))
    .map((name) => `${name} differs between two builds`);
}
