// Writes a planned change: the key's bytes in place, a new file in its place, or the file in place behind an encrypted copy.
// Never writes a file that is not byte for byte the one that was planned, and never adds or removes another byte.
import fs from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FilePlan } from '../../model/places/file-plan';
import { ok, type Result } from '../../model/problem';
import { digestOf } from './content/content-proof';
import { isPlainKey, type KnownChange, rangeBytes } from './content/file-change';
import { asResult, blocked, FileFailure } from './file-problem';
import { type OpenFile, readWhole, withFile } from './open-file';
import { changed } from './content/patch-bytes';
import { retryLocked } from './retry-locked';
import { removeCopy, storeCopy } from './sealed-copy';
import type { FileUpdateOptions } from './update-options';

/**
 * Replaces the key as planned, and has read it back when it answers. Fails with file-blocked, `changed` where the file is no longer as planned
 * (plan it again), disk-full, a problem of the keyring, or internal: nothing was written then. `unsure`: writing began and failed, or another
 * program wrote meanwhile.
 */
export function writeFileUpdate(
  path: string,
  plan: FilePlan,
  change: KnownChange,
  options: FileUpdateOptions,
): Promise<Result<void>> {
  return asResult(async () => {
    if (!isPlainKey(change.old) || !isPlainKey(change.next)) throw blocked('unusual-key');
    await withFile(path, 'write', options, async (file) => {
      const { stats, content } = file;
      const isPlanned = String(stats.dev) === plan.device && String(stats.ino) === plan.inode;
      if (!isPlanned || digestOf(content, options) !== plan.digest) throw blocked('changed');
      const after = changed(content, plan.ranges, change);
      if (after === null) throw blocked('changed');
      if (plan.strategy === 'patch') await patch(file, plan, change, after);
      else if (plan.strategy === 'replace') await replace(file, plan, after, options);
      else await rewrite(file, plan, after, options);
    });
    return ok(undefined);
  });
}

/** Writes in place. Where that fails and the file is no longer as it was, the problem is that. */
async function inPlace({ handle, content }: OpenFile, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    const now = await readWhole(handle).catch(() => null);
    throw now?.equals(content) === true ? error : blocked('unsure');
  }
}

/** Writes the new bytes of each range over the old ones, and checks the whole file. */
async function patch(file: OpenFile, plan: FilePlan, change: KnownChange, after: Buffer): Promise<void> {
  if (after.length !== file.content.length) throw blocked('changed'); // the new key has another length than was planned
  await inPlace(file, async () => {
    for (const range of plan.ranges) await writeAll(file.handle, rangeBytes(range, change).next, range.offset);
    await finish(file.handle, after);
  });
}

/** Makes the whole file `after`, in place. What it grows by is written first: a full disk is noticed before a byte changes. */
export async function overwrite(file: OpenFile, after: Buffer): Promise<void> {
  const { handle, content } = file;
  if (after.length > content.length) {
    try {
      await writeAll(handle, after.subarray(content.length), content.length);
      await handle.sync();
    } catch (error) {
      await handle.truncate(content.length);
      throw error;
    }
  }
  const from = content.findIndex((byte, index) => byte !== after[index]);
  const to = Math.min(content.length, after.length);
  if (from !== -1 && from < to) await writeAll(handle, after.subarray(from, to), from);
  if (after.length < content.length) await handle.truncate(after.length);
  await finish(handle, after);
}

async function rewrite(file: OpenFile, plan: FilePlan, after: Buffer, options: FileUpdateOptions): Promise<void> {
  await storeCopy(plan, file.content, options);
  // Encrypting may have waited for the user, at the keyring.
  if (!(await isStill(file))) {
    await removeCopy(plan, options);
    throw blocked('changed');
  }
  try {
    await inPlace(file, () => overwrite(file, after));
  } catch (error) {
    // Without a byte written there is nothing to mend with it.
    if (!isUnsure(error)) await removeCopy(plan, options);
    throw error;
  }
}

function isUnsure(error: unknown): boolean {
  return error instanceof FileFailure && error.problem.kind === 'file-blocked' && error.problem.why === 'unsure';
}

async function replace(file: OpenFile, plan: FilePlan, after: Buffer, options: FileUpdateOptions): Promise<void> {
  const folder = dirname(file.path);
  const draft = join(folder, plan.temporary);
  const handle = await fs.open(draft, 'wx+', 0o600);
  try {
    try {
      await writeAll(handle, after, 0);
      const { gid } = await handle.stat({ bigint: true });
      if (gid !== file.stats.gid) await handle.chown(Number(file.stats.uid), Number(file.stats.gid));
      await handle.chmod(Number(file.stats.mode & 0o7777n));
      await finish(handle, after);
    } finally {
      await handle.close();
    }
    if (!(await isStill(file))) throw blocked('changed');
    await retryLocked(options.clock, () => fs.rename(draft, file.path));
  } catch (error) {
    await fs.rm(draft, { force: true });
    throw error;
  }
  await syncFolder(folder);
}

/** Whether the open file still has its name and its content. */
async function isStill({ path, handle, stats, content }: OpenFile): Promise<boolean> {
  const now = await fs.lstat(path, { bigint: true });
  return now.dev === stats.dev && now.ino === stats.ino && (await readWhole(handle)).equals(content);
}

/** Writes all of it: a single call may write a part only. */
async function writeAll(handle: fs.FileHandle, bytes: Buffer, offset: number): Promise<void> {
  let written = 0;
  while (written < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, written, bytes.length - written, offset + written);
    written += bytesWritten;
  }
}

async function finish(handle: fs.FileHandle, after: Buffer): Promise<void> {
  await handle.sync();
  if (!(await readWhole(handle)).equals(after)) throw blocked('changed');
}

/** Makes a new name last through a power cut. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await fs.open(folder, 'r').catch(() => null); // a folder may be writable but not readable
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
