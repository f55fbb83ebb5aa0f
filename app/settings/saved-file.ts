// Writes a file that holds no secret (a list, a receipt, a report) to the path that the user chose.
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { dirname, join } from 'node:path';
import { failed, ok, type Result } from '../model/problem';
import { problemOfDisk } from './document';
import { isOddFile } from './plain-file';

/**
 * Writes exactly `text` to `path`: to a new file beside it first, which then takes the name. FAT drives and network shares can lack modes,
 * fsync or a rename over a file that exists, so none of these is required: where the rename fails, the file is written in place. Fails with
 * file-not-written; the file that was there is then unchanged, unless writing in place failed half-way.
 */
export function writeSavedFile(path: string, text: string): Result<void> {
  const draft = join(dirname(path), `.ninetray-${randomBytes(8).toString('hex')}.tmp`);
  try {
    try {
      writeSynced(draft, 'wx', text);
      fs.renameSync(draft, path);
    } catch (error) {
      // A full disk stays full, and writing in place could only lose what is there. A folder or a FIFO stays one.
      if (diskReason(error) === 'full' || isOddFile(path)) throw error;
      writeSynced(path, 'w', text);
    }
    return ok(undefined);
  } catch (error) {
    return failed({ kind: 'file-not-written', why: diskReason(error) });
  } finally {
    removeDraft(draft);
  }
}

/** Why the disk did not take a file. */
export function diskReason(error: unknown): 'full' | 'not-allowed' | 'other' {
  const { kind } = problemOfDisk(error);
  if (kind === 'disk-full') return 'full';
  return kind === 'profile-read-only' ? 'not-allowed' : 'other';
}

function writeSynced(path: string, flag: 'w' | 'wx', text: string): void {
  const file = fs.openSync(path, flag, 0o600);
  try {
    fs.writeFileSync(file, text);
    syncIfPossible(file);
  } finally {
    fs.closeSync(file);
  }
}

function syncIfPossible(file: number): void {
  try {
    fs.fsyncSync(file);
  } catch (error) {
    // EIO and a full disk mean that the data is lost; anything else, that this medium has no fsync.
    const reason = diskReason(error);
    if (reason === 'full' || (error instanceof Error && 'code' in error && error.code === 'EIO')) throw error;
  }
}

function removeDraft(draft: string): void {
  try {
    fs.rmSync(draft, { force: true });
  } catch {
    // The result already says whether the file was written; only an empty or partial draft stays behind.
  }
}
