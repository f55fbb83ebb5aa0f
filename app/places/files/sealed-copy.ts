// The encrypted copy of a file while it is rewritten in place: the only way back to its bytes if NineTray is killed meanwhile.
// Only ciphertext reaches the disk.
import fs from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { FilePlan } from '../../model/places/file-plan';
import { writeAtomically } from '../../settings/files/atomic-file';
import { errorCode } from '../../settings/files/disk-error';
import { readPlainBytes } from '../../settings/files/plain-file';
import { digestOf } from './content/content-proof';
import { FileFailure } from './file-problem';
import type { FileUpdateOptions } from './update-options';

/** Stores the copy, and it is on the disk afterwards. Throws a FileFailure where it can't be encrypted. */
export async function storeCopy(plan: FilePlan, content: Buffer, { copies }: FileUpdateOptions): Promise<void> {
  if (copies === undefined) throw new FileFailure({ kind: 'keyring-absent' });
  const sealed = await copies.seal(content);
  if (!sealed.ok) throw new FileFailure(sealed.problem);
  await fs.mkdir(copies.folder, { recursive: true, mode: 0o700 });
  // A name of this plan, so that what a kill leaves of it is removed with the copy.
  await fs.rm(draftPath(plan, copies.folder), { force: true });
  writeAtomically(copyPath(plan, copies.folder), sealed.value, {
    draftName: () => basename(draftPath(plan, copies.folder)),
  });
}

/** What the file was before it was rewritten; null where there is no copy of it. Throws a FileFailure where the keyring doesn't open it. */
export async function openCopy(plan: FilePlan, options: FileUpdateOptions): Promise<Buffer | null> {
  const { copies } = options;
  if (copies === undefined) return null;
  const path = copyPath(plan, copies.folder);
  const sealed = readIfThere(path);
  if (sealed === null) return null;
  const content = await copies.open(sealed);
  if (!content.ok) throw new FileFailure(content.problem);
  return digestOf(content.value, options) === plan.digest ? content.value : null;
}

/** Removes the copy, where there is one. */
export async function removeCopy(plan: FilePlan, { copies }: FileUpdateOptions): Promise<void> {
  if (copies === undefined) return;
  await fs.rm(copyPath(plan, copies.folder), { force: true });
  await fs.rm(draftPath(plan, copies.folder), { force: true });
}

function copyPath(plan: FilePlan, folder: string): string {
  return join(folder, `${plan.temporary}.sealed`);
}

function draftPath(plan: FilePlan, folder: string): string {
  return join(folder, `${plan.temporary}.draft`);
}

function readIfThere(path: string): Buffer | null {
  try {
    return readPlainBytes(path, false);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}
