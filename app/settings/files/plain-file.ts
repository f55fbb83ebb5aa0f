// Reads a file of the profile folder without trusting what has its name: a FIFO or a device would block the process for
// ever, and a huge file would use up its memory.
import fs from 'node:fs';

/** The largest file that is read (bytes). The largest document, `bulk.json` with 50,000 rows, has about 10 MB. */
export const LARGEST_FILE = 64 * 1024 * 1024;

// Windows knows neither flag; it has no FIFOs or devices inside a folder, and links there need extra rights.
const NO_WAIT = fs.constants.O_NONBLOCK ?? 0;
const NO_LINK = fs.constants.O_NOFOLLOW ?? 0;

/** Whether something other than a regular file is at `path`, or where a link there leads to. Opening it to write could block for ever. */
export function isOddFile(path: string): boolean {
  return fs.statSync(path, { throwIfNoEntry: false })?.isFile() === false;
}

/** Whether a regular file of at most `LARGEST_FILE` bytes is at `path`; false when nothing is there. `followsLink` accepts a link to one. */
export function isPlainFile(path: string, followsLink: boolean): boolean {
  const stats = (followsLink ? fs.statSync : fs.lstatSync)(path, { throwIfNoEntry: false });
  return stats !== undefined && stats.isFile() && stats.size <= LARGEST_FILE;
}

/**
 * The bytes of a regular file of at most `largest` bytes. Throws Node's own errors, `ENOENT` among them, and an error with the code
 * `ENOTPLAIN` where something else is there (a FIFO, a device, a folder, a link that is not followed) or the file is larger. Never waits.
 */
export function readPlainBytes(path: string, followsLink: boolean, largest = LARGEST_FILE): Buffer {
  // Before it is opened, since opening some devices has an effect; and after, in case another file was put in its place.
  const before = (followsLink ? fs.statSync : fs.lstatSync)(path);
  if (!before.isFile() || before.size > largest) throw notPlain();
  const file = fs.openSync(path, fs.constants.O_RDONLY | NO_WAIT | (followsLink ? 0 : NO_LINK));
  try {
    if (!fs.fstatSync(file).isFile()) throw notPlain();
    return readAtMost(file, largest);
  } finally {
    fs.closeSync(file);
  }
}

function readAtMost(file: number, largest: number): Buffer {
  const parts: Buffer[] = [];
  let length = 0;
  for (;;) {
    const part = Buffer.alloc(64 * 1024);
    const read = fs.readSync(file, part);
    if (read === 0) return Buffer.concat(parts);
    length += read;
    if (length > largest) throw notPlain();
    parts.push(part.subarray(0, read));
  }
}

function notPlain(): Error {
  return Object.assign(new Error('Not a regular file, or too large.'), { code: 'ENOTPLAIN' });
}
