// Writes a secret into a file of the person's choice, which nobody else can read at any moment.
// Must not follow a symlink at that name, nor leave half a file or a stray copy.
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { dirname, join } from 'node:path';
import { failed, ok, type Result } from '../model/problem';
import { errorCode } from '../settings/profile-files';
import { diskReason } from '../settings/saved-file';

/**
 * Writes exactly `text` to `path`, mode 0600 from the first byte: to a new file beside it first, which then takes the name,
 * in place of a file or a symlink that had it. On Windows the file has the access rules of its folder, in the person's own
 * folders: theirs alone. Fails with file-not-written; what was there before is then as it was.
 */
export function writeKeyFile(path: string, text: string): Result<void> {
  const draft = join(dirname(path), `.ninetray-${randomBytes(8).toString('hex')}.tmp`);
  let ours = false;
  try {
    const file = fs.openSync(draft, 'wx', 0o600);
    ours = true;
    try {
      if (!isPrivate(file)) return failed({ kind: 'file-not-written', why: 'not-private' });
      fs.writeFileSync(file, text);
      fs.fsyncSync(file);
    } finally {
      fs.closeSync(file);
    }
    fs.renameSync(draft, path);
    ours = false;
    syncFolder(dirname(path));
    return ok(undefined);
  } catch (error) {
    return failed({ kind: 'file-not-written', why: diskReason(error) });
  } finally {
    if (ours) remove(draft);
  }
}

function remove(draft: string): void {
  try {
    fs.rmSync(draft, { force: true });
  } catch {
    // That the file was not written is told already; what is left of it can be read by its owner only.
  }
}

/** Some media know no owners (a USB stick, a network share) and let everybody read, whatever mode is asked for. */
function isPrivate(file: number): boolean {
  return process.platform === 'win32' || (fs.fstatSync(file).mode & 0o077) === 0;
}

/** Makes the new name last through a power cut, where folders can be synced at all: not on Windows, nor on every medium. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  try {
    const opened = fs.openSync(folder, 'r');
    try {
      fs.fsyncSync(opened);
    } finally {
      fs.closeSync(opened);
    }
  } catch (error) {
    // A folder that may be written but not read, or a medium without the call: the file itself is whole and synced.
    if (!['EACCES', 'EPERM', 'EINVAL', 'ENOTSUP', 'ENOSYS'].includes(errorCode(error))) throw error;
  }
}
