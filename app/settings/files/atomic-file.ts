// The one way in which NineTray writes a file: to a new file beside it, which then takes its name.
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { dirname, join } from 'node:path';
import { errorCode } from './disk-error';

export interface AtomicWriteOptions {
  /** The name of the new file until it is complete. Default: `.ninetray-<random>.tmp`. */
  draftName?: (random: string) => string;
  /** Checks the empty new file; throws to write nothing. */
  check?: (file: number) => void;
  /** False for a file that means nothing after a power cut: it is not synced. */
  isDurable?: boolean;
}

/**
 * Replaces the file at `path`, mode 0600 from the first byte: afterwards it has all of `content`, or an error was thrown (Node's own) and
 * what was there is unchanged. A reader, a crash and a power cut see the old file or the new one. A link at `path` is replaced, never
 * followed. The random name is opened exclusively, so two processes, or a link that someone else left there, cannot share a draft.
 */
export function writeAtomically(path: string, content: string | Uint8Array, options: AtomicWriteOptions = {}): void {
  const { draftName = (random) => `.ninetray-${random}.tmp`, check, isDurable = true } = options;
  const folder = dirname(path);
  const draft = join(folder, draftName(randomBytes(8).toString('hex')));
  const file = fs.openSync(draft, 'wx', 0o600);
  try {
    try {
      check?.(file);
      fs.writeFileSync(file, content);
      if (isDurable) sync(file);
    } finally {
      fs.closeSync(file);
    }
    rename(draft, path);
  } catch (error) {
    removeDraft(draft);
    throw error;
  }
  if (isDurable) syncFolder(folder);
}

/** On Windows a virus scanner or an indexer may hold the old file for a moment; the rename then fails as if it were not allowed. */
function rename(from: string, to: string): void {
  const attempts = process.platform === 'win32' ? 10 : 1;
  for (let attempt = 1; ; attempt += 1) {
    try {
      fs.renameSync(from, to);
      return;
    } catch (error) {
      if (attempt >= attempts || !['EPERM', 'EACCES', 'EBUSY'].includes(errorCode(error))) throw error;
      pause(20);
    }
  }
}

/** Blocks for so many milliseconds: the caller needs to know at once whether the file was written. */
function pause(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

/** Writes an open file to the disk. A medium without this call (some network shares) has none of its guarantees; that is not an error. */
export function sync(file: number): void {
  try {
    fs.fsyncSync(file);
  } catch (error) {
    if (['EIO', 'ENOSPC', 'EDQUOT'].includes(errorCode(error))) throw error;
  }
}

/** Makes a new name last through a power cut. Windows can't sync folders, and a folder may be writable but not readable. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  let opened: number;
  try {
    opened = fs.openSync(folder, 'r');
  } catch {
    return;
  }
  try {
    sync(opened);
  } finally {
    fs.closeSync(opened);
  }
}

function removeDraft(draft: string): void {
  try {
    fs.rmSync(draft, { force: true });
  } catch {
    // The caller learns why the file was not written; what is left can be read by its owner only.
  }
}
