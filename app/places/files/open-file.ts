// Opens a place's file: the regular file itself, never a FIFO, never a link that leads out of its folder, never one that became another.
// Reads at most 1 MB, and writes nothing.
import type { BigIntStats } from 'node:fs';
import fs from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { blocked } from './file-problem';
import { neverWritten } from './content/file-kind';
import { retryLocked } from './retry-locked';
import type { FileUpdateOptions } from './update-options';

const LARGEST = 1024 * 1024;
const { O_RDONLY, O_RDWR } = fs.constants;
// Windows has neither flag. Without NONBLOCK, a FIFO that took the file's name would block a thread for ever.
const SAFE = (fs.constants.O_NOFOLLOW ?? 0) | (fs.constants.O_NONBLOCK ?? 0);

export interface OpenFile {
  handle: fs.FileHandle;
  /** Without links. */
  path: string;
  stats: BigIntStats;
  content: Buffer;
}

/**
 * Opens the file, reads it, and closes it when `use` has ended. Throws a FileFailure where NineTray does not touch such a file, and Node's
 * errors otherwise.
 */
export async function withFile<T>(
  path: string,
  access: 'read' | 'write',
  options: FileUpdateOptions,
  use: (file: OpenFile) => Promise<T>,
): Promise<T> {
  const real = await realPath(path);
  const never = neverWritten(path) ?? neverWritten(real);
  if (never !== null) throw blocked(never);
  const before = await fs.lstat(real, { bigint: true });
  check(before, access);
  const flags = (access === 'write' ? O_RDWR : O_RDONLY) | SAFE;
  const handle = await retryLocked(options.clock, () => fs.open(real, flags));
  try {
    const stats = await handle.stat({ bigint: true });
    if (!stats.isFile() || stats.dev !== before.dev || stats.ino !== before.ino) throw blocked('changed');
    check(stats, access);
    return await use({ handle, path: real, stats, content: await readWhole(handle) });
  } finally {
    await handle.close();
  }
}

/** All that is in an open file of at most 1 MB. */
export async function readWhole(handle: fs.FileHandle): Promise<Buffer> {
  const { size } = await handle.stat();
  if (size > LARGEST) throw blocked('unsupported');
  const content = Buffer.allocUnsafe(size + 1);
  let length = 0;
  while (length < content.length) {
    const { bytesRead } = await handle.read(content, length, content.length - length, length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  // It grew while it was read.
  if (length > size) throw blocked('changed');
  return content.subarray(0, length);
}

/** The file without links: one that is a link itself has to lead to a file in the same folder. */
export async function realPath(path: string): Promise<string> {
  const folder = await fs.realpath(dirname(path));
  const here = join(folder, basename(path));
  if (!(await fs.lstat(here)).isSymbolicLink()) return here;
  const target = await fs.realpath(here);
  const way = relative(folder, target);
  if (way === '..' || way.startsWith(`..${sep}`) || way === target) throw blocked('link');
  return target;
}

function check(stats: BigIntStats, access: 'read' | 'write'): void {
  if (!stats.isFile() || stats.size > LARGEST) throw blocked('unsupported');
  if (access === 'read') return;
  if (process.getuid !== undefined && stats.uid !== BigInt(process.getuid())) throw blocked('not-yours');
  if ((stats.mode & 0o200n) === 0n) throw blocked('read-only');
}
