// How a file of which the length changes is written: replaced where nothing of it can be lost, rewritten in place where in doubt.
// Looks only; makes nothing but an empty file that it removes.
import fs from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Attributes } from '../ports';
import { mayHaveAttributes } from './attributes';
import { FileFailure } from './file-problem';
import type { OpenFile } from './open-file';

/** Local file systems of Linux, by the number that the kernel gives them. On any other, and on any network drive, a file is never replaced. */
const LOCAL = new Set([
  0xef53, // ext2, ext3, ext4
  0x9123683e, // btrfs
  0x58465342, // xfs
  0x01021994, // tmpfs
  0x2fc12fc1, // zfs
  0xf2f52010, // f2fs
  0x794c7630, // overlayfs
]);

/**
 * replace: a file of our own with one name, without access lists or attributes, on a local disk, in a folder that can be written, and no
 * mount point. rewrite: any other. Only Linux tells all of this without native code, so elsewhere it is always rewrite.
 */
export async function strategyForOtherLength(
  file: OpenFile,
  temporary: string,
  attributes: Attributes = mayHaveAttributes,
): Promise<'replace' | 'rewrite'> {
  if (process.platform !== 'linux' || file.stats.nlink !== 1n) return 'rewrite';
  const folder = dirname(file.path);
  try {
    const [{ type }, above] = await Promise.all([fs.statfs(file.path), fs.stat(folder, { bigint: true })]);
    if (!LOCAL.has(type) || above.dev !== file.stats.dev) return 'rewrite';
    // In a folder like /tmp others may take the name meanwhile.
    if (above.uid !== file.stats.uid || (above.mode & 0o022n) !== 0n) return 'rewrite';
    if (await isMountPoint(file.path)) return 'rewrite';
    if (await attributes(file.path)) return 'rewrite';
    await tryName(join(folder, temporary));
    return 'replace';
  } catch {
    return 'rewrite'; // not known to be plain
  }
}

/** Fails with disk-full where the disk has no room for `bytes` more. */
export async function checkSpace(path: string, bytes: number): Promise<void> {
  const space = await fs.statfs(path).catch(() => null);
  if (space !== null && space.bavail * space.bsize < bytes) throw new FileFailure({ kind: 'disk-full' });
}

async function isMountPoint(path: string): Promise<boolean> {
  const table = await fs.readFile('/proc/self/mountinfo', 'utf8');
  const points = table.split('\n').map((line) => line.split(' ')[4] ?? '');
  return points.some((point) => unescaped(point) === path);
}

/** The kernel writes blanks in paths as octal numbers ("\040"). */
function unescaped(point: string): string {
  return point.replace(/\\([0-7]{3})/g, (_all, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
}

async function tryName(path: string): Promise<void> {
  const handle = await fs.open(path, 'wx', 0o600);
  await handle.close();
  await fs.rm(path);
}
