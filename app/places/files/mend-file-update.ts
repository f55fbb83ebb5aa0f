// After NineTray was killed in the middle of an update: what the file is now, and how it becomes whole. Touches only what the plan names, and
// nothing where the file is not clearly one of: as before, as after, or partly each.
import fs from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FilePlan } from '../../model/places/file-plan';
import { ok, type Result } from '../../model/problem';
import { digestOf } from './content/content-proof';
import type { KnownChange } from './content/file-change';
import { asResult, blocked } from './file-problem';
import { type OpenFile, realPath, withFile } from './open-file';
import { changed, isMixture, unchanged, withOldBytes } from './content/patch-bytes';
import { openCopy, removeCopy } from './sealed-copy';
import type { FileUpdateOptions } from './update-options';
import { overwrite } from './write-file-update';

export type FileState = 'old' | 'new' | 'torn' | 'unsure';

/** What the file is: as before the update, as after it, partly each (only that is mended), or anything else. Writes nothing, fails never. */
export async function inspectFileUpdate(
  path: string,
  plan: FilePlan,
  change: KnownChange,
  options: FileUpdateOptions,
): Promise<FileState> {
  const state = await asResult(() =>
    withFile(path, 'read', options, async (file) => ok((await stateOf(file, plan, change, options)).state)),
  );
  return state.ok ? state.value : 'unsure';
}

/**
 * Finishes an update that was cut off, and removes what it left beside the file. `old`: nothing was written, plan it again. `new`: it was
 * written. `mended`: it was partly written, and is whole now. Fails with file-blocked, `unsure` where the file is anything else.
 */
export function mendFileUpdate(
  path: string,
  plan: FilePlan,
  change: KnownChange,
  options: FileUpdateOptions,
): Promise<Result<'old' | 'new' | 'mended'>> {
  return asResult(async () => {
    await removeDraft(path, plan);
    const end = await withFile(path, 'write', options, async (file) => {
      const { state, after } = await stateOf(file, plan, change, options);
      if (state === 'unsure' || (state === 'torn' && after === null)) throw blocked('unsure');
      if (state === 'torn' && after !== null) await overwrite(file, after);
      // It may have been written and not have reached the disk.
      else await file.handle.sync();
      return state === 'torn' ? 'mended' : state;
    });
    await removeCopy(plan, options);
    return ok(end);
  });
}

/** `after`: what a torn file becomes. */
async function stateOf(
  { content, stats }: OpenFile,
  plan: FilePlan,
  change: KnownChange,
  options: FileUpdateOptions,
): Promise<{ state: FileState; after: Buffer | null }> {
  const isPlanned = (bytes: Buffer | null) => bytes !== null && digestOf(bytes, options) === plan.digest;
  if (isPlanned(content)) return { state: 'old', after: null };
  if (isPlanned(unchanged(content, plan.ranges, change))) return { state: 'new', after: null };
  const isSameFile = String(stats.dev) === plan.device && String(stats.ino) === plan.inode;
  const before = isSameFile ? await contentBefore(content, plan, change, options) : null;
  const after = before === null ? null : changed(before, plan.ranges, change);
  if (before === null || after === null || !isMixture(content, before, after)) return { state: 'unsure', after: null };
  return { state: 'torn', after };
}

/** What the file was before a write that was cut off; null where that is not known. */
async function contentBefore(
  content: Buffer,
  plan: FilePlan,
  change: KnownChange,
  options: FileUpdateOptions,
): Promise<Buffer | null> {
  if (plan.strategy === 'replace') return null;
  if (plan.strategy === 'rewrite') return openCopy(plan, options);
  const before = content.length === plan.size ? withOldBytes(content, plan.ranges, change) : null;
  return before !== null && digestOf(before, options) === plan.digest ? before : null;
}

/** Removes the new file that did not take the name: a regular one of our own, with the name that the plan has for it. */
async function removeDraft(path: string, plan: FilePlan): Promise<void> {
  const draft = join(dirname(await realPath(path)), plan.temporary);
  const stats = await fs.lstat(draft).catch(() => null);
  if (stats === null || !stats.isFile()) return;
  if (process.getuid !== undefined && stats.uid !== process.getuid()) return;
  await fs.rm(draft, { force: true });
}
